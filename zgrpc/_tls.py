"""How TLS is spoken, to the gRPC server and to the token endpoint alike."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    import ssl

    import grpc

__all__ = ["TLS"]


@dataclass(frozen=True)
class TLS:
    """Certificates and names for TLS; each `Client` reads the files when it is built.

    Attributes:
        ca: PEM file with the certificate authorities to trust, instead of the public ones.
        cert: PEM file with this client's certificate chain, for mutual TLS.
        key: PEM file with the private key of `cert`, without a password.
        server_name: The name that the server's certificate must be for, where it is not the address's host. gRPC takes
            it for the calls' `:authority` as well; where the instance has another name, pass `instance_host=` too.

    Raises:
        ValueError: Only one of `cert` and `key` is given.
        OSError: A file cannot be read.
    """

    ca: str | os.PathLike[str] | None = None
    cert: str | os.PathLike[str] | None = None
    key: str | os.PathLike[str] | None = None
    server_name: str | None = None

    def __post_init__(self) -> None:
        if (self.cert is None) != (self.key is None):
            raise ValueError("TLS needs cert= and key= together, or neither")
        for path in (self.ca, self.cert, self.key):
            if path is not None:
                Path(path).open("rb").close()

    def channel_credentials(self) -> grpc.ChannelCredentials:
        """The same for a gRPC channel."""
        import grpc

        ca, key, cert = (None if path is None else Path(path).read_bytes() for path in (self.ca, self.key, self.cert))
        return grpc.ssl_channel_credentials(ca, key, cert)

    def ssl_context(self) -> ssl.SSLContext:
        """The same for HTTP."""
        import ssl

        context = default_context() if self.ca is None else ssl.create_default_context(cafile=self.ca)
        if self.cert is not None:
            context.load_cert_chain(self.cert, self.key)
        return context


def default_context() -> ssl.SSLContext:
    """One that trusts the public authorities: those that httpx knows, else the machine's."""
    import ssl

    try:
        import httpx
    except ImportError:
        return ssl.create_default_context()
    return httpx.create_ssl_context()
