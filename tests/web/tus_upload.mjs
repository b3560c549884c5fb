// SPDX-License-Identifier: GPL-3.0-or-later
// The unchanged tus-js-client uploads 200 MB with three interruptions: the connection is cut, the server is killed, the
// client gives up and comes back. Usage: node tus_upload.mjs SERVER_BINARY
import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, createReadStream, mkdtempSync, openSync, writeSync, closeSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tus from 'tus-js-client';

import { Proxy, Server } from './harness.mjs';

const kSize = 200_000_000;
const kPiece = 4_000_000;

function makeFile(path) {
  const hash = createHash('sha256');
  const file = openSync(path, 'w');
  for (let done = 0; done < kSize; done += kPiece) {
    const piece = randomBytes(kPiece);
    hash.update(piece);
    writeSync(file, piece);
  }
  closeSync(file);
  return hash.digest('hex');
}

const dir = mkdtempSync(join(tmpdir(), 'foyer-web-'));
chmodSync(dir, 0o711);
const settings = ['--port', '0', '--set', 'http.address=127.0.0.1', '--set', 'log.level=warning'];
const server = new Server(process.argv[2], ['serve', '--data', join(dir, 'data'), ...settings]);
const proxy = new Proxy();
let failed = true;
try {
  const source = join(dir, 'film.mov');
  const sha256 = makeFile(source);
  await server.start();
  await proxy.start(server.port);
  const signIn = await server.post('/auth/register', {
    email: 'ann@example.org',
    password: 'a film about nothing much',
    display_name: 'Ann',
    device: { id: randomUUID(), name: 'web test' },
  });
  const scope = signIn.account.id; // everybody's own drawer has their account's id
  const token = signIn.access_token;

  const resumedAt = [];
  const options = {
    endpoint: `http://127.0.0.1:${proxy.port}/api/v1/uploads`,
    headers: { Authorization: `Bearer ${token}` },
    metadata: { scope, sha256, filename: 'film.mov', filetype: 'video/quicktime' },
    uploadSize: kSize,
    retryDelays: [0, 250, 500, 1000, 2000, 4000, 8000],
    urlStorage: new tus.FileUrlStorage(join(dir, 'urls.json')),
    fingerprint: async () => `film-${sha256}`,
    onAfterResponse: (request, response) => {
      if (request.getMethod() === 'HEAD') resumedAt.push(Number(response.getHeader('Upload-Offset')));
    },
  };
  const begin = (resume) =>
    new Promise((resolve, reject) => {
      const upload = new tus.Upload(createReadStream(source), {
        ...options,
        onError: reject,
        onSuccess: () => resolve(upload),
      });
      begin.upload = upload;
      if (!resume) return upload.start();
      upload.findPreviousUploads().then((previous) => {
        assert.equal(previous.length, 1, 'the client remembers its upload');
        upload.resumeFromPreviousUpload(previous[0]);
        upload.start();
      }, reject);
    });

  const started = Date.now();
  const first = begin(false);
  first.catch(() => {});

  await proxy.reached(kSize * 0.25);
  proxy.cut();
  console.log(`cut the connection at ${proxy.sent} bytes`);

  await proxy.reached(kSize * 0.5);
  await server.kill();
  console.log(`killed the server at ${proxy.sent} bytes`);
  await server.start();
  proxy.targetPort = server.port;

  await proxy.reached(kSize * 0.75);
  await begin.upload.abort();
  console.log(`the client gave up at ${proxy.sent} bytes`);
  const upload = await begin(true);
  const seconds = (Date.now() - started) / 1000;

  console.log(`resumed at ${resumedAt.join(', ')}; done in ${seconds.toFixed(1)} s`);
  const offsets = resumedAt.filter((offset) => Number.isFinite(offset));
  assert.ok(offsets.length >= 3, 'three interruptions, three resumptions');
  assert.ok(offsets.every((offset) => offset > kSize * 0.15), 'nothing began anew');
  assert.ok(proxy.sent < kSize * 1.35, `only what was lost on the way was sent again (${proxy.sent} bytes)`);

  const url = `http://127.0.0.1:${server.port}/api/v1/blobs/${sha256}?scope=${scope}`;
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  assert.equal(answer.status, 200);
  const hash = createHash('sha256');
  for await (const piece of answer.body) hash.update(piece);
  assert.equal(hash.digest('hex'), sha256, 'what comes back is what was sent');
  assert.equal((await fetch(url)).status, 401);

  const memory = server.peakMemory();
  console.log(`server's peak memory: ${memory.toFixed(0)} MiB`);
  if (!process.env.FOYER_SANITIZED) assert.ok(memory < 100, 'the file was never held in memory');
  assert.ok(upload.url.includes(scope));
  await server.stop();
  failed = false;
} finally {
  proxy.close();
  if (failed) await server.kill();
  rmSync(dir, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
}
console.log('ok');
