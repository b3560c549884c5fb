// SPDX-License-Identifier: GPL-3.0-or-later
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <QTemporaryDir>
#include <QTest>

#include "raw_client.hpp"
#include "test_app.hpp"

using foyer::server::http::ServerOptions;
using foyer::test::TestApp;

namespace {

void writePem(const QString& path, const std::function<int(FILE*)>& write) {
  FILE* file = std::fopen(path.toStdString().c_str(), "w");
  QVERIFY(file != nullptr && write(file) == 1);
  std::fclose(file);
}

/// A certificate for "localhost" that vouches for itself.
ServerOptions withCertificate(const QTemporaryDir& dir) {
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* certificate = X509_new();
  X509_set_version(certificate, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
  X509_set_pubkey(certificate, key);
  X509_NAME* name = X509_get_subject_name(certificate);
  const auto* host = reinterpret_cast<const unsigned char*>("localhost");
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, host, -1, -1, 0);
  X509_set_issuer_name(certificate, name);
  X509_sign(certificate, key, EVP_sha256());
  ServerOptions options;
  options.certificate = dir.filePath("cert.pem").toStdString();
  options.privateKey = dir.filePath("key.pem").toStdString();
  writePem(dir.filePath("cert.pem"), [&](FILE* file) { return PEM_write_X509(file, certificate); });
  writePem(dir.filePath("key.pem"), [&](FILE* file) {
    return PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
  });
  X509_free(certificate);
  EVP_PKEY_free(key);
  return options;
}

/// A TLS client that trusts exactly one certificate.
class TlsClient {
 public:
  TlsClient(std::uint16_t port, const std::string& trusted, int maxVersion = TLS1_3_VERSION)
      : m_context(SSL_CTX_new(TLS_client_method())) {
    SSL_CTX_load_verify_locations(m_context, trusted.c_str(), nullptr);
    SSL_CTX_set_verify(m_context, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_max_proto_version(m_context, maxVersion);
    SSL_CTX_set_security_level(m_context, 0);
    m_bio = BIO_new_ssl_connect(m_context);
    BIO_set_conn_hostname(m_bio, ("127.0.0.1:" + std::to_string(port)).c_str());
  }
  TlsClient(const TlsClient&) = delete;
  TlsClient& operator=(const TlsClient&) = delete;
  ~TlsClient() {
    BIO_free_all(m_bio);
    SSL_CTX_free(m_context);
  }
  bool connect() { return BIO_do_connect(m_bio) == 1 && BIO_do_handshake(m_bio) == 1; }
  void send(const std::string& bytes) { BIO_write(m_bio, bytes.data(), static_cast<int>(bytes.size())); }
  std::string readUntil(const std::string& mark) {
    std::string out;
    char piece[16384];
    while (out.find(mark) == std::string::npos) {
      const int got = BIO_read(m_bio, piece, sizeof piece);
      if (got <= 0) return out;
      out.append(piece, static_cast<std::size_t>(got));
    }
    return out;
  }

 private:
  SSL_CTX* m_context;
  BIO* m_bio = nullptr;
};

}  // namespace

class TestTls : public QObject {
  Q_OBJECT
 private slots:
  void servesRequestsAndWebSockets();
  void speaksNothingElse();
  void refusesBadCertificates();

 private:
  QTemporaryDir m_dir;
};

void TestTls::servesRequestsAndWebSockets() {
  ServerOptions options = withCertificate(m_dir);
  options.stopTimeout = std::chrono::milliseconds(300);  // the client will not answer the goodbye
  TestApp app(options);
  TlsClient client(app.port(), options.certificate.string());
  QVERIFY(client.connect());
  client.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
  QVERIFY(client.readUntil("\"hi\"").starts_with("HTTP/1.1 200 OK"));
  client.send("GET /big HTTP/1.1\r\nHost: localhost\r\n\r\n");
  QVERIFY(client.readUntil(std::string(20'000'000, 'b')).size() > 20'000'000);
  client.send(
      "GET /live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
  QVERIFY(client.readUntil("hello").starts_with("HTTP/1.1 101"));
  client.send(std::string("\x81\x82\0\0\0\0hi", 8));
  QVERIFY(client.readUntil("hi").ends_with("\x81\x02hi"));
  app.server().stop();
}

void TestTls::speaksNothingElse() {
  ServerOptions options = withCertificate(m_dir);
  options.headTimeout = std::chrono::milliseconds(300);
  TestApp app(options);
  foyer::test::RawClient plain(app.port());
  plain.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  QVERIFY(plain.closedWithin(std::chrono::seconds(10)));
  foyer::test::RawClient silent(app.port());
  QVERIFY(silent.closedWithin(std::chrono::seconds(10)));
  TlsClient old(app.port(), options.certificate.string(), TLS1_1_VERSION);
  QVERIFY(!old.connect());
  TlsClient good(app.port(), options.certificate.string());
  QVERIFY(good.connect());
}

void TestTls::refusesBadCertificates() {
  ServerOptions options = withCertificate(m_dir);
  options.privateKey.clear();
  QVERIFY_EXCEPTION_THROWN(TestApp{options}, std::runtime_error);
  options.privateKey = options.certificate;
  QVERIFY_EXCEPTION_THROWN(TestApp{options}, std::runtime_error);
  const QTemporaryDir other;
  options.privateKey = withCertificate(other).privateKey;
  QVERIFY_EXCEPTION_THROWN(TestApp{options}, std::runtime_error);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tls.moc"
