// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/text.hpp"
#include "crypto/derived_id.hpp"
#include "crypto/digest.hpp"
#include "crypto/password.hpp"
#include "crypto/random.hpp"
#include "crypto/seal.hpp"
#include "crypto/sign.hpp"

using namespace foyer;
using namespace foyer::crypto;

namespace {

Bytes hex(std::string_view text) {
  const std::string raw = fromHex(text).value();
  return {asBytes(raw).data(), raw.size()};
}

Seed seed(std::string_view text) { return Seed(std::span<const std::uint8_t, 32>(hex(text))); }

/// Cheap enough for a test; production uses the default.
const PasswordCost kCheap{.passes = 1, .memoryBytes = 8 * 1024 * 1024};

}  // namespace

class CryptoTest : public QObject {
  Q_OBJECT

 private slots:
  void digestsMatchOtherImplementations() {
    QCOMPARE(toHex(digest256(asBytes("abc"))),
             std::string("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
    QCOMPARE(toHex(digest128(asBytes("abc"))), std::string("cf4ab791c62b8d2b2109c90275287816"));
    QCOMPARE(toHex(digest128(asBytes("abc"), "foyer-id")), std::string("1f670775fd3fd37ad555424b4b30955d"));
    QCOMPARE(toHex(sha256(asBytes("abc"))),
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }

  void piecesGiveTheSameDigestAsTheWhole() {
    const Bytes data = randomBytes(10'000);
    for (std::size_t cut : {0U, 1U, 127U, 128U, 129U, 9'999U, 10'000U}) {
      const std::span<const std::uint8_t> all(data);
      QVERIFY(Hasher("x").update(all.first(cut)).update(all.subspan(cut)).finish128() ==
              digest128(data, "x"));
      QVERIFY(Sha256().update(all.first(cut)).update(all.subspan(cut)).finish() == sha256(data));
    }
    QVERIFY(Hasher({}, 32).update(data).finish256() == digest256(data));
  }

  void digestMisuseIsABug() {
    QVERIFY_THROWS_EXCEPTION(std::logic_error, Hasher({}, 16).finish256());
    QVERIFY_THROWS_EXCEPTION(std::logic_error, Hasher("seventeen letters"));
  }

  void signaturesMatchRfc8032() {
    const KeyPair one =
        keyPairFromSeed(seed("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    QCOMPARE(toHex(one.publicKey),
             std::string("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    QCOMPARE(toHex(sign({}, one.secretKey)),
             std::string("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                         "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"));
    const KeyPair two =
        keyPairFromSeed(seed("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
    const Bytes message = hex("72");
    const Signature made = sign(message, two.secretKey);
    QCOMPARE(toHex(made), std::string("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                      "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
    QVERIFY(verify(made, message, two.publicKey));
    QVERIFY(publicKeyOf(two.secretKey) == two.publicKey);
    QVERIFY(keyPairFromSeed(seedOf(two.secretKey)).publicKey == two.publicKey);
  }

  void verifyRefusesEveryChangedBit() {
    const KeyPair pair = newKeyPair();
    const Bytes message = hex("00010203");
    const Signature good = sign(message, pair.secretKey);
    QVERIFY(verify(good, message, pair.publicKey));
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
      Signature bad = good;
      bad[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
      QVERIFY(!verify(bad, message, pair.publicKey));
    }
    QVERIFY(!verify(good, hex("00010204"), pair.publicKey));
    QVERIFY(!verify(good, message, newKeyPair().publicKey));
    QVERIFY(!verify(std::span(good).first(63), message, pair.publicKey));
    QVERIFY(!verify(good, message, std::span(pair.publicKey).first(31)));
  }

  void verifyRefusesASecondSpelling() {
    const KeyPair pair = newKeyPair();
    Signature other = sign({}, pair.secretKey);
    const Bytes order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
      carry += other[32 + i] + order[i];
      other[32 + i] = static_cast<std::uint8_t>(carry);
      carry >>= 8;
    }
    QVERIFY(!verify(other, {}, pair.publicKey));
    const PublicKey smallOrder{1};
    Signature trivial{};
    trivial[0] = 1;
    QVERIFY(!verify(trivial, {}, smallOrder));
  }

  void passwordsVerify() {
    const std::string hash = hashPassword("a long enough sentence", kCheap).value();
    QVERIFY(hash.starts_with("$argon2id$v=19$"));
    QVERIFY(hash != hashPassword("a long enough sentence", kCheap).value());
    QVERIFY(verifyPassword(hash, "a long enough sentence"));
    QVERIFY(!verifyPassword(hash, "a long enough sentencE"));
    QVERIFY(!verifyPassword(hash, ""));
    QVERIFY(!verifyPassword("", "a long enough sentence"));
    QVERIFY(!verifyPassword(std::string(1000, 'a'), "x"));
    QVERIFY(!verifyPassword(hash + std::string("\0x", 2), "a long enough sentence"));
    QVERIFY(!needsRehash(hash, kCheap));
    QVERIFY(needsRehash(hash));
    QVERIFY(needsRehash("plain"));
  }

  void sealedValuesOpenOnlyWhereTheyBelong() {
    const SealKey key = newSealKey(0x01020304);
    const Bytes plain = hex("cafe");
    const Bytes sealed = seal(plain, asBytes("roster/name/1"), key);
    QCOMPARE(sealed.size(), plain.size() + 45);
    QVERIFY(sealedKeyId(sealed) == 0x01020304U);
    QVERIFY(open(sealed, asBytes("roster/name/1"), key).value() == plain);
    QVERIFY(!open(sealed, asBytes("roster/name/2"), key));
    QVERIFY(!open(sealed, asBytes("roster/name/1"), newSealKey(0x01020304)));
    QVERIFY(seal(plain, {}, key) != seal(plain, {}, key));
    QVERIFY(open(seal({}, {}, key), {}, key).value().empty());
    for (std::size_t i = 0; i < sealed.size(); ++i) {
      Bytes bad = sealed;
      bad[i] ^= 1;
      QVERIFY(!open(bad, asBytes("roster/name/1"), key));
      QVERIFY(!open(std::span(sealed).first(i), asBytes("roster/name/1"), key));
    }
    Bytes newer = sealed;
    newer[0] = 2;
    QVERIFY(open(newer, {}, key).error().code == Code::tooNew);
    QVERIFY(!sealedKeyId(newer));
  }

  void tokensAreLongAndDifferent() {
    const std::string token = randomToken();
    QCOMPARE(token.size(), std::size_t{43});
    QVERIFY(fromBase64Url(token));
    QVERIFY(token != randomToken());
    for (int i = 0; i < 1000; ++i) QVERIFY(!randomToken(16).starts_with('-'));
    QVERIFY(equalConstantTime(asBytes("abc"), asBytes("abc")));
    QVERIFY(!equalConstantTime(asBytes("abc"), asBytes("abd")));
    QVERIFY(!equalConstantTime(asBytes("abc"), asBytes("ab")));
  }

  void derivedIdsFollowTheWrittenEncoding() {
    const Uuid scope = Uuid::parse("01890a5d-96b8-7c4f-bb2a-0123456789ab").value();
    QCOMPARE(derivedId(scope, "watch_entries", {"tt0087884"}).str(),
             std::string("2a84643f-10c1-8ebd-85fe-d7aea9338f14"));
    QCOMPARE(derivedId(scope, "watch_entries", {"tt008", "7884"}).str(),
             std::string("6ef36d02-6030-82d5-bd74-eeaab44004c7"));
    QCOMPARE(gateScopeOf(scope).str(), std::string("a6d2b5f1-222c-8c47-bf5a-daf691bed73a"));
  }
};

QTEST_APPLESS_MAIN(CryptoTest)
#include "crypto_test.moc"
