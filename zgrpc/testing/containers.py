"""The emulator in a container, for Testcontainers; the extra ``zgrpc[testcontainers]``.

    with ZitadelEmulatorContainer() as zitadel, zitadel.client() as client:
        client.management.get_my_org()

Build the image from zgrpc's ``Containerfile``. In Python, `zgrpc.testing.Emulator` does the same without a container.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Any

try:
    from testcontainers.core.container import DockerContainer
    from testcontainers.core.wait_strategies import LogMessageWaitStrategy
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(f"{missing}: pip install 'zgrpc[testcontainers]'", name=missing.name) from None

from zgrpc._secret import Secret

if TYPE_CHECKING:
    import os

    import zgrpc

__all__ = ["ZitadelEmulatorContainer"]

PORT = 8080
"""The port in the container."""
_FIXTURES = "/fixtures/"


class ZitadelEmulatorContainer(DockerContainer):
    """A container with the emulator, which is ready when it is started.

    Args:
        image: the image, built from zgrpc's ``Containerfile``.
        owner_token: the personal access token of the instance's owner; made up if it is left out.
        domain: the name by which clients call it: that of the Docker host if it is left out. In a network of
            containers, give the container's alias.
        fixtures: a YAML or JSON file to load at the start; see `zgrpc.testing.fixtures`.
        seed: data to begin with, as on the command line: ``users=100,grants=1000``.
        options: what Testcontainers' ``DockerContainer`` takes.

    Raises:
        FileNotFoundError: there is no such file of fixtures.
    """

    def __init__(
        self,
        image: str = "zgrpc-emulator",
        *,
        owner_token: str | None = None,
        domain: str | None = None,
        fixtures: str | os.PathLike[str] | None = None,
        seed: str | None = None,
        **options: Any,
    ) -> None:
        super().__init__(image, **options)
        self.owner_token = Secret(owner_token or secrets.token_hex(35))
        self._domain = domain
        self.with_exposed_ports(PORT)
        self.with_env("ZGRPC_EMULATOR_OWNER_TOKEN", str.__str__(self.owner_token))
        if seed is not None:
            self.with_env("ZGRPC_EMULATOR_SEED", seed)
        if fixtures is not None:
            file = Path(fixtures).resolve(strict=True)
            self.with_volume_mapping(file, _FIXTURES + file.name)
            self.with_env("ZGRPC_EMULATOR_IMPORT", _FIXTURES + file.name)
        self.waiting_for(LogMessageWaitStrategy("^ready target="))

    def _configure(self) -> None:
        """Name the domain, which is known when Docker is."""
        self.with_env("ZGRPC_EMULATOR_DOMAIN", self._domain or self.get_docker_client().host())

    @property
    def url(self) -> str:
        """The address and the issuer, such as ``http://localhost:49153``: gRPC, JSON and OAuth on one port."""
        host = self._domain or self.get_container_host_ip()
        return f"http://{host}:{self.get_exposed_port(PORT)}"

    def client(self, **options: Any) -> zgrpc.Client:
        """Return a client, as the owner unless `credentials=` is given; it takes the arguments of `zgrpc.Client`."""
        import zgrpc

        return zgrpc.Client(self.url, **self._client_options(options))

    def async_client(self, **options: Any) -> zgrpc.AsyncClient:
        """Return a client for asyncio; see `client`."""
        import zgrpc

        return zgrpc.AsyncClient(self.url, **self._client_options(options))

    def _client_options(self, options: dict[str, Any]) -> dict[str, Any]:
        import zgrpc

        own: dict[str, Any] = {"insecure": True}  # Docker's host may be another machine
        if "credentials" not in options:
            own["credentials"] = zgrpc.PersonalAccessToken(self.owner_token)
        return {**own, **options}
