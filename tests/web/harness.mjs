// SPDX-License-Identifier: GPL-3.0-or-later
// A server that can be killed and started again, behind a proxy that can cut its connections.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import readline from 'node:readline';

export class Server {
  constructor(binary, args) {
    this.binary = binary;
    this.args = args;
  }

  async start() {
    this.child = spawn(this.binary, this.args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
    const lines = readline.createInterface({ input: this.child.stdout });
    const first = await Promise.race([
      new Promise((resolve) => lines.once('line', resolve)),
      this.ended.then((code) => Promise.reject(new Error(`the server ended with ${code}`))),
    ]);
    this.port = Number(first.split(' ').pop());
  }

  async post(path, body) {
    const answer = await fetch(`http://127.0.0.1:${this.port}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const envelope = await answer.json();
    assert.ok(envelope.success, `${path}: ${JSON.stringify(envelope)}`);
    return envelope.data;
  }

  async kill() {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  async stop() {
    this.child.kill('SIGTERM');
    assert.equal(await this.ended, 0, 'a clean end');
  }

  /** Most memory it ever had, in MiB. */
  peakMemory() {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)[1]) / 1024;
  }
}

export class Proxy {
  sent = 0; // bytes from clients
  #sockets = new Set();
  #waiting = [];

  async start(targetPort) {
    this.targetPort = targetPort;
    this.server = net.createServer((client) => this.#join(client));
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.port = this.server.address().port;
  }

  #join(client) {
    const server = net.connect(this.targetPort, '127.0.0.1');
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        this.#sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    client.on('data', (piece) => {
      this.sent += piece.length;
      for (const one of this.#waiting.filter((w) => w.bytes <= this.sent)) one.resolve();
      this.#waiting = this.#waiting.filter((w) => w.bytes > this.sent);
    });
    client.pipe(server);
    server.pipe(client);
  }

  /** Resolves when clients have sent so many bytes in all. */
  reached(bytes) {
    return new Promise((resolve) => {
      if (this.sent >= bytes) resolve();
      else this.#waiting.push({ bytes, resolve });
    });
  }

  cut() {
    for (const socket of this.#sockets) socket.destroy();
  }

  close() {
    this.cut();
    this.server.close();
  }
}
