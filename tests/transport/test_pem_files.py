"""Certificates and keys are checked when they are passed."""

from __future__ import annotations

import ssl
import traceback
from typing import TYPE_CHECKING

import pytest

import zgrpc
from zgrpc.testing.tls import CertificateAuthority

if TYPE_CHECKING:
    from pathlib import Path

AUTHORITY = CertificateAuthority()
ONE, OTHER = AUTHORITY.issue("one"), AUTHORITY.issue("other")
CERTIFICATE, KEY = ONE.cert, ONE.key


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"\xef\xbb\xbf" + AUTHORITY.pem, "begins with a byte order mark"),
        (AUTHORITY.pem.decode().encode("utf-16"), "begins with a byte order mark"),
        (b"<!DOCTYPE html><html></html>", "holds an HTML page"),
        (ssl.PEM_cert_to_DER_cert(AUTHORITY.pem.decode()), "is DER"),
        (KEY, "holds a private key where a certificate belongs"),
        (b"something else", "holds no certificate in PEM"),
        (AUTHORITY.pem[:200] + b"\n-----END CERTIFICATE-----\n", "is damaged"),
    ],
)
def test_a_ca_file_without_certificates_is_rejected(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "ca.pem"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=rf"TLS\(ca=\).*{says}"):
        zgrpc.TLS(ca=path)


@pytest.mark.parametrize(
    ("certificate", "key", "says"),
    [
        (b"", KEY, r"TLS\(cert=\).*is empty"),
        (KEY, KEY, r"TLS\(cert=\).*holds a private key where a certificate belongs"),
        (CERTIFICATE, CERTIFICATE, r"TLS\(key=\).*holds a certificate where a private key belongs"),
        (CERTIFICATE, b"", r"TLS\(key=\).*is empty"),
        (CERTIFICATE, OTHER.key, "the key does not belong to the certificate"),
        (CERTIFICATE, KEY.replace(b"PRIVATE", b"ENCRYPTED PRIVATE"), "holds a key with a password"),
        (CERTIFICATE[:200], KEY, "is damaged"),
    ],
)
def test_a_certificate_and_a_key_that_do_not_fit_are_rejected(
    tmp_path: Path, certificate: bytes, key: bytes, says: str
) -> None:
    (tmp_path / "cert.pem").write_bytes(certificate)
    (tmp_path / "key.pem").write_bytes(key)
    with pytest.raises(ValueError, match=says) as error:
        zgrpc.TLS(cert=tmp_path / "cert.pem", key=tmp_path / "key.pem")
    ours = error.value.__traceback__.tb_next  # type: ignore[union-attr]  # without this test's own frame
    frames = traceback.TracebackException(ValueError, error.value, ours, capture_locals=True)
    assert KEY.splitlines()[2].decode() not in "".join(frames.format())


def test_a_file_that_was_emptied_later_is_rejected_when_a_client_connects(tmp_path: Path) -> None:
    path = tmp_path / "ca.pem"
    path.write_bytes(AUTHORITY.pem)
    tls = zgrpc.TLS(ca=path)
    path.write_bytes(b"")
    with (
        zgrpc.Client("https://localhost:1", tls=tls) as client,
        pytest.raises(ValueError, match=r"TLS\(ca=\).*is empty"),
    ):
        client.management.healthz()


def test_a_key_in_place_of_a_path_is_rejected_unseen() -> None:
    with pytest.raises(ValueError, match=r"TLS\(key=\) must be the path of a file") as error:
        zgrpc.TLS(cert="cert.pem", key=KEY.decode())
    ours = error.value.__traceback__.tb_next  # type: ignore[union-attr]  # without this test's own frame
    frames = traceback.TracebackException(ValueError, error.value, ours, capture_locals=True)
    assert KEY.splitlines()[2].decode() not in "".join(frames.format())
