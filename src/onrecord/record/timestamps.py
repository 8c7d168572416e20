"""Time stamps after RFC 3161: what is asked, and what an answer proves.

The only place that loads the package for them; it is an extra.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from onrecord.errors import ConfigError, InputError, MissingExtra

try:
    import rfc3161_client
    from cryptography import x509
    from cryptography.exceptions import UnsupportedAlgorithm
except ImportError as error:
    raise MissingExtra("a time stamp", extra="stamp") from error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.record.stamps import Signature

GRANTED = 0
SHA256 = "2.16.840.1.101.3.4.2.1"
UNREADABLE = (ValueError, x509.InvalidVersion, UnsupportedAlgorithm)


@dataclass(frozen=True, slots=True)
class Token:
    """What an authority's answer says: these bytes existed at that time.

    `sha256` is the hash of the stamped bytes, `told_at` the time by the authority's
    clock, `signer` its name as its certificate has it, None when none came with it.
    """

    sha256: str
    told_at: datetime
    nonce: int | None
    signer: str | None


def request_for(text: bytes) -> tuple[bytes, int | None]:
    """What to send to an authority so that it stamps these bytes, and the nonce.

    Only the SHA-256 of the bytes is in it.
    """
    builder = rfc3161_client.TimestampRequestBuilder().data(text)
    request = builder.hash_algorithm(rfc3161_client.HashAlgorithm.SHA256).build()
    return request.as_bytes(), request.nonce


def read_token(answer: bytes, *, where: str) -> Token:
    """What this answer of an authority says; nothing of it is proved yet.

    Raises InputError when it is none, or a refusal.
    """
    try:
        response = rfc3161_client.decode_timestamp_response(answer)
        if response.status != GRANTED:
            told = "; ".join(response.status_string) or f"status {response.status}"
            raise InputError(f"the authority refused: {told}", where=where)
        info = response.tst_info
        imprint = info.message_imprint
        if imprint.hash_algorithm.dotted_string != SHA256:
            raise InputError("the stamp is not over a SHA-256", where=where)
        signer = _signer(response)
        return Token(imprint.message.hex(), info.gen_time, info.nonce, signer)
    except UNREADABLE as error:
        raise InputError(f"no time stamp ({error})", where=where) from error


def signature_of(answer: bytes, roots: Sequence[x509.Certificate]) -> Signature:
    """What the signature of a readable answer is worth.

    "trusted": signed under one of these roots. "own": none are given, and it is
    signed under a root that came with it, so that it is as it was signed, by whoever
    that is. "unchecked": none are given and none came. "wrong": it is not signed so.
    """
    response = rfc3161_client.decode_timestamp_response(answer)
    own = [item for item in _certificates(response) if item.issuer == item.subject]
    if not roots and not own:
        return "unchecked"
    verifier = rfc3161_client.VerifierBuilder(roots=list(roots) or own).build()
    digest = response.tst_info.message_imprint.message
    try:
        verifier.verify(response, digest)
    except (rfc3161_client.VerificationError, *UNREADABLE):
        return "wrong"
    return "trusted" if roots else "own"


def read_certificates(data: bytes, *, where: str) -> list[x509.Certificate]:
    """The certificates in a file, PEM or DER; ConfigError when it holds none."""
    try:
        if b"-----BEGIN" in data:
            return x509.load_pem_x509_certificates(data)
        return [x509.load_der_x509_certificate(data)]
    except UNREADABLE as error:
        raise ConfigError(f"{where}: holds no certificate ({error})") from error


def _certificates(
    response: rfc3161_client.TimeStampResponse,
) -> list[x509.Certificate]:
    stored = sorted(response.signed_data.certificates)
    return [x509.load_der_x509_certificate(item) for item in stored]


def _signer(response: rfc3161_client.TimeStampResponse) -> str | None:
    """The subject of the certificate that the answer says it is signed by."""
    told = {
        (item.issuer, item.serial_number) for item in response.signed_data.signer_infos
    }
    for certificate in _certificates(response):
        if (certificate.issuer, certificate.serial_number) in told:
            return certificate.subject.rfc4514_string()
    return None
