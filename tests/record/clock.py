"""A time-stamp authority of our own: a key, a certificate, and answers by hand."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)
DER = serialization.Encoding.DER
REPLY = "application/timestamp-reply"
SEQUENCE, SET, OCTETS, OID, INTEGER = 0x30, 0x31, 0x04, 0x06, 0x02
SHA256 = "2.16.840.1.101.3.4.2.1"
TST_INFO = "1.2.840.113549.1.9.16.1.4"
SIGNED_DATA = "1.2.840.113549.1.7.2"
CONTENT_TYPE, DIGEST = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4"
CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47"
ECDSA_SHA256 = "1.2.840.10045.4.3.2"


@dataclass(frozen=True, slots=True)
class Signer:
    """Whoever signs: a key and its certificate."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def der(self) -> bytes:
        """The certificate as it goes into an answer."""
        return self.certificate.public_bytes(DER)

    @property
    def pem(self) -> bytes:
        """The certificate as a user keeps it in a file."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)


@dataclass(frozen=True, slots=True)
class Clock:
    """An authority: its root, and who signs for it."""

    root: Signer
    signer: Signer


def make_clock(name: str = "Anselm") -> Clock:
    """An authority with keys of its own."""
    root = _signer(f"Root of {name}", None)
    return Clock(root, _signer(f"Clock of {name}", root))


def _signer(name: str, root: Signer | None) -> Signer:
    key = ec.generate_private_key(ec.SECP256R1())
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    authority = x509.BasicConstraints(ca=True, path_length=None)
    builder = (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(root.certificate.subject if root else own)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOON - timedelta(days=9))
        .not_valid_after(NOON + timedelta(days=9))
        .add_extension(usage if root else authority, critical=True)
    )
    return Signer(key, builder.sign(root.key if root else key, hashes.SHA256()))


def asked(request: bytes) -> tuple[bytes, int]:
    """The hash and the nonce in a request."""
    at = request.index(bytes([OCTETS, 32])) + 2
    nonce = request[at + 32 :]
    return request[at : at + 32], int.from_bytes(nonce[2 : 2 + nonce[1]], "big")


def answer(clock: Clock, digest: bytes, nonce: int, *, with_root: bool = True) -> bytes:
    """A stamp of this hash at `NOON`, signed; with or without the authority's root."""
    told = _pack(
        SEQUENCE,
        _integer(1),
        _oid("1.3.6.1.4.1.99999.1"),
        _pack(SEQUENCE, _pack(SEQUENCE, _oid(SHA256)), _pack(OCTETS, digest)),
        _integer(7),
        _pack(0x18, NOON.strftime("%Y%m%d%H%M%SZ").encode()),
        _integer(nonce),
    )
    certificates = [clock.signer.der, *([clock.root.der] if with_root else [])]
    signed = _pack(
        SEQUENCE,
        _integer(3),
        _pack(SET, _pack(SEQUENCE, _oid(SHA256))),
        _pack(SEQUENCE, _oid(TST_INFO), _pack(0xA0, _pack(OCTETS, told))),
        _pack(0xA0, *sorted(certificates)),
        _pack(SET, _signature(clock.signer, told)),
    )
    status = _pack(SEQUENCE, _integer(0))
    return _pack(
        SEQUENCE, status, _pack(SEQUENCE, _oid(SIGNED_DATA), _pack(0xA0, signed))
    )


def refusal(reason: str) -> bytes:
    """An answer without a stamp."""
    return _pack(
        SEQUENCE,
        _pack(SEQUENCE, _integer(2), _pack(SEQUENCE, _pack(0x0C, reason.encode()))),
    )


def _signature(signer: Signer, told: bytes) -> bytes:
    digest = hashlib.sha256(signer.der).digest()
    certificate = _pack(SEQUENCE, _pack(SEQUENCE, _pack(SEQUENCE, _pack(4, digest))))
    attributes = sorted(
        _pack(SEQUENCE, _oid(name), _pack(SET, value))
        for name, value in (
            (CONTENT_TYPE, _oid(TST_INFO)),
            (DIGEST, _pack(OCTETS, hashlib.sha256(told).digest())),
            (CERTIFICATE_V2, certificate),
        )
    )
    signed = signer.key.sign(_pack(SET, *attributes), ec.ECDSA(hashes.SHA256()))
    issuer = signer.certificate.issuer.public_bytes()
    return _pack(
        SEQUENCE,
        _integer(1),
        _pack(SEQUENCE, issuer, _integer(signer.certificate.serial_number)),
        _pack(SEQUENCE, _oid(SHA256)),
        _pack(0xA0, *attributes),
        _pack(SEQUENCE, _oid(ECDSA_SHA256)),
        _pack(OCTETS, signed),
    )


def _pack(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    size = len(body)
    if size < 0x80:
        return bytes([tag, size]) + body
    told = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(told)]) + told + body


def _integer(number: int) -> bytes:
    return _pack(INTEGER, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def _oid(name: str) -> bytes:
    first, second, *rest = (int(part) for part in name.split("."))
    body = bytes([first * 40 + second])
    for number in rest:
        digits = [number & 0x7F]
        while number := number >> 7:
            digits.append(number & 0x7F | 0x80)
        body += bytes(reversed(digits))
    return _pack(OID, body)


@contextmanager
def serving(
    reply: Callable[[bytes], bytes],
    *,
    kind: str = REPLY,
    status: int = 200,
    pause: float = 0.0,
) -> Iterator[str]:
    """An authority on this machine that answers so; its address.

    With a pause (seconds) it sends byte by byte.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = reply(self.rfile.read(int(self.headers["content-length"])))
            self.send_response(status)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            if not pause:
                self.wfile.write(body)
                return
            for place in range(len(body)):
                sleep(pause)
                self.wfile.write(body[place : place + 1])

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(HTTPServer):
        def handle_error(self, *_: object) -> None:
            """Whoever asked has gone."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/stamp"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
