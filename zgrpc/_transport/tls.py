"""TLS: certificates and names, for the gRPC server and the token endpoint."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zgrpc._secret import hide, read_path, shown_path

if TYPE_CHECKING:
    import os
    import ssl

    import grpc

__all__ = ["TLS"]


@dataclass(frozen=True, init=False)
class TLS:
    """Certificates and names for TLS; each `Client` reads the files when it is built.

    Attributes:
        ca: PEM file with the certificate authorities to trust, instead of the public ones.
        cert: PEM file with this client's certificate chain, for mutual TLS.
        key: PEM file with the private key of `cert`, without a password.
        server_name: The name in the server's certificate, if it is not the address's host. gRPC also sends it as the
            calls' `:authority`; if the instance has another name, pass `instance_host=` too.

    Raises:
        ValueError: Only one of `cert` and `key` is given, a file does not hold what its argument needs, or the key does
            not belong to the certificate. Names the argument and what is wrong.
        OSError: A file cannot be read.
    """

    ca: str | os.PathLike[str] | None
    cert: str | os.PathLike[str] | None
    key: str | os.PathLike[str] | None
    server_name: str | None

    def __init__(
        self,
        ca: str | os.PathLike[str] | None = None,
        cert: str | os.PathLike[str] | None = None,
        key: str | os.PathLike[str] | None = None,
        server_name: str | None = None,
    ) -> None:
        # A path may be a key by mistake. Until the files have been read, no traceback must show it.
        ca, cert, key = hide(ca), hide(cert), hide(key)  # type: ignore[assignment]  # Hidden, or None
        for name, value in (("ca", ca), ("cert", cert), ("key", key), ("server_name", server_name)):
            object.__setattr__(self, name, value)
        if (cert is None) != (key is None):
            raise ValueError("TLS needs cert= and key= together, or neither")
        self.ssl_context()
        for name, path in (("ca", ca), ("cert", cert), ("key", key)):
            object.__setattr__(self, name, str.__str__(path) if isinstance(path, str) else path)

    def _read(self) -> tuple[bytes | None, bytes | None, bytes | None]:
        """Return the content of `ca`, `key` and `cert`, each checked."""
        return (
            None if self.ca is None else _pem(self.ca, "ca", "CERTIFICATE"),
            None if self.key is None else _pem(self.key, "key", "PRIVATE KEY"),
            None if self.cert is None else _pem(self.cert, "cert", "CERTIFICATE"),
        )

    def channel_credentials(self) -> grpc.ChannelCredentials:
        """Return the certificates for a gRPC channel."""
        import grpc

        return grpc.ssl_channel_credentials(*self._read())

    def ssl_context(self) -> ssl.SSLContext:
        """Return the certificates for HTTP."""
        import ssl

        ca = self._read()[0]  # no name for the others, which a traceback would show
        try:
            # Comments between certificates may hold any letters, but `cadata` takes ASCII only.
            text = None if ca is None else ca.decode("ascii", "replace").replace("\ufffd", "?")
            context = default_context() if text is None else ssl.create_default_context(cadata=text)
        except ssl.SSLError:
            context = None
        ca = text = None  # a traceback would show what the file holds, which may be a key by mistake
        if context is None:  # raised outside `except`, because OpenSSL's error adds nothing
            raise ValueError(f"TLS(ca=): the certificate in {shown_path(self.ca or '')} is damaged")
        problem = ""
        if self.cert is not None and self.key is not None:
            try:
                context.load_cert_chain(self.cert, self.key)
            except ssl.SSLError as error:
                problem = (
                    "TLS(cert=, key=): the key does not belong to the certificate"
                    if "MISMATCH" in str(error)
                    else "TLS(cert=, key=): the certificate or the key is damaged"
                )
        if problem:
            raise ValueError(problem)
        return context


def _pem(path: str | os.PathLike[str], argument: str, wanted: str) -> bytes:
    """Return the content of a PEM file after checking what it holds.

    Args:
        path: The file.
        argument: The argument of `TLS`.
        wanted: ``CERTIFICATE`` or ``PRIVATE KEY``.

    Raises:
        ValueError: It holds something else; the message names it.
        OSError: It cannot be read.
    """
    path = hide(path)  # type: ignore[assignment]  # Hidden
    content = read_path(path, f"TLS({argument}=)")
    if problem := _not_pem(content, wanted):
        del content  # the traceback would show it
        raise ValueError(f"TLS({argument}=): {shown_path(path)} {problem}")
    return content


def _not_pem(content: bytes, wanted: str) -> str:
    """Return what is wrong with the content of a PEM file; empty if nothing is."""
    kinds = {line.strip(b"- \r").decode("latin-1") for line in content.split(b"\n") if line.startswith(b"-----BEGIN ")}
    has_certificate = any(kind.endswith("CERTIFICATE") for kind in kinds)
    has_key = any(kind.endswith("PRIVATE KEY") for kind in kinds)
    start = content.lstrip()[:200].lower()
    if not start:
        return "is empty"
    if content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "begins with a byte order mark: save it as plain ASCII"
    if start.startswith((b"<!doctype", b"<html", b"<?xml")):
        return "holds an HTML page"
    if content.startswith((b"\x30\x82", b"\x30\x81", b"\x30\x80")):
        return "is DER (binary), but TLS takes PEM: convert it with openssl"
    if any("ENCRYPTED" in kind for kind in kinds) or b"Proc-Type: 4,ENCRYPTED" in content:
        return "holds a key with a password: remove the password with openssl"
    if wanted == "CERTIFICATE" and not has_certificate:
        return "holds a private key where a certificate belongs" if has_key else "holds no certificate in PEM"
    if wanted == "PRIVATE KEY" and not has_key:
        return "holds a certificate where a private key belongs" if has_certificate else "holds no private key in PEM"
    return ""


def default_context() -> ssl.SSLContext:
    """Return a context that trusts the public authorities: httpx's, or the machine's without httpx."""
    import ssl

    try:
        import httpx
    except ImportError:
        return ssl.create_default_context()
    return httpx.create_ssl_context()
