"""Certificates for tests of TLS: a certificate authority of one's own, and what it issues.

    ca = CertificateAuthority()
    with Emulator(tls=ca.issue("localhost", "127.0.0.1")) as emulator: ...
    with Emulator(tls=ca.issue("localhost", client_ca=ca.pem)) as emulator: ...  # mTLS
    with Emulator(tls=ca.issue("elsewhere.example")) as emulator: ...  # a wrong host
    with Emulator(tls=ca.issue("localhost", not_after=-3600)) as emulator: ...  # expired

``Emulator(tls=True)`` does the first of these. Needs cryptography, from the extra ``zgrpc[testing]``.
"""

from __future__ import annotations

import datetime
import ipaddress
import ssl
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

if TYPE_CHECKING:
    from collections.abc import Sequence

_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate with its key, in PEM; for a server or a client.

    Attributes:
        cert: the certificate.
        key: its private key, not encrypted.
        ca: the certificate of the authority that issued it, which the other side is to trust.
        client_ca: the authority whose certificates a server demands of its clients; None to ask for none.
    """

    cert: bytes
    key: bytes = field(repr=False)
    ca: bytes
    client_ca: bytes | None = None

    def server_context(self) -> ssl.SSLContext:
        """Return a context that serves with it."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        # The ssl module loads a chain from files alone.
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "server.pem")
            path.touch(mode=0o600)
            path.write_bytes(self.key + self.cert)
            context.load_cert_chain(path)
        if self.client_ca is not None:
            context.load_verify_locations(cadata=self.client_ca.decode())
            context.verify_mode = ssl.CERT_REQUIRED
        return context

    def write(self, folder: Path) -> tuple[Path, Path, Path]:
        """Write ``cert.pem``, ``key.pem`` and ``ca.pem`` into `folder`; returns their paths, in that order."""
        paths = folder / "cert.pem", folder / "key.pem", folder / "ca.pem"
        for path, pem in zip(paths, (self.cert, self.key, self.ca), strict=True):
            path.touch(mode=0o600)
            path.write_bytes(pem)
        return paths


class CertificateAuthority:
    """A certificate authority that lives as long as the object.

    Attributes:
        pem: its certificate, which clients are to trust.
    """

    def __init__(self, name: str = "zgrpc test CA") -> None:
        self._name = _named(name)
        self._key = ec.generate_private_key(ec.SECP256R1())
        usage = x509.KeyUsage(
            digital_signature=True,
            key_cert_sign=True,
            crl_sign=True,
            content_commitment=False,
            key_encipherment=False,
            data_encipherment=False,
            key_agreement=False,
            encipher_only=False,
            decipher_only=False,
        )
        own = (
            _builder(self._name, self._name, self._key, -_DAY, 365 * _DAY)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(usage, critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(self._key.public_key()), critical=False)
            .sign(self._key, hashes.SHA256())
        )
        self.pem: bytes = own.public_bytes(serialization.Encoding.PEM)

    def issue(
        self,
        *hosts: str,
        not_before: float = -86_400.0,
        not_after: float = 2_592_000.0,
        client_ca: bytes | None = None,
    ) -> Certificate:
        """Return a certificate for a server or a client.

        Args:
            hosts: the host names and IP addresses it is for; for a client, any name.
            not_before: when it becomes valid, in seconds from now; a day ago by default.
            not_after: when it expires, in seconds from now; in 30 days by default. Negative: it has expired.
            client_ca: the authority (PEM) that must have signed the certificates of clients, if a server has this one.
        """
        if not hosts:
            raise ValueError("name at least one host that the certificate is for")
        if not_before >= not_after:
            not_before = not_after - _DAY
        key = ec.generate_private_key(ec.SECP256R1())
        both = [ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        certificate = (
            _builder(_named(hosts[0]), self._name, key, not_before, not_after)
            .add_extension(x509.SubjectAlternativeName(_alternatives(hosts)), critical=False)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(x509.ExtendedKeyUsage(both), critical=False)
            .add_extension(issuer, critical=False)
            .sign(self._key, hashes.SHA256())
        )
        return Certificate(
            certificate.public_bytes(serialization.Encoding.PEM),
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            ),
            self.pem,
            client_ca,
        )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, not_before: float, not_after: float
) -> x509.CertificateBuilder:
    now = datetime.datetime.now(datetime.UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + datetime.timedelta(seconds=not_before))
        .not_valid_after(now + datetime.timedelta(seconds=not_after))
    )


def _alternatives(hosts: Sequence[str]) -> list[x509.GeneralName]:
    names: list[x509.GeneralName] = []
    for host in hosts:
        try:
            names.append(x509.IPAddress(ipaddress.ip_address(host)))
        except ValueError:
            names.append(x509.DNSName(host))
    return names
