"""Settings of a connection: from flags, a profile or the environment."""

from __future__ import annotations

import os
import stat
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from zgrpc._contract.rpc import did_you_mean
from zgrpc._environment import CREDENTIALS, FETCHING, NAMES, SECRETS, client_arguments, is_insecure, read
from zgrpc._secret import Hidden, Secret, hide_secret, shown_path
from zgrpc._transport.address import hide_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    import zgrpc
    from zgrpc._client_options import Options
    from zgrpc._environment import Arguments


@dataclass(frozen=True, slots=True, repr=False)
class Connection:
    """The settings that a client is made from, as plain values.

    Attributes:
        url: the address, such as ``https://acme.zitadel.cloud``; ``ZITADEL_URL``.
        token: an access token; ``ZITADEL_TOKEN``.
        token_file: a file with one, re-read when it changes; ``ZITADEL_TOKEN_FILE``.
        key: a service account's key itself, JSON, plain or base64; ``ZITADEL_KEY``.
        key_file: a service account's key, JSON; ``ZITADEL_KEY_FILE``.
        client_id: of a service account; ``ZITADEL_CLIENT_ID``.
        client_secret: its secret; ``ZITADEL_CLIENT_SECRET``.
        org_id: the organization to act in; ``ZITADEL_ORG_ID``.
        issuer: where tokens are fetched, if not at the address; ``ZITADEL_ISSUER``.
        ca_file: a private certificate authority, PEM; ``ZITADEL_CA_FILE``.
        instance_host: which instance of the server; ``ZITADEL_INSTANCE_HOST``.
        insecure: whether plaintext is allowed to more than loopback; ``ZITADEL_INSECURE``.
    """

    url: str = ""
    token: str = ""
    token_file: str = ""
    key: str = ""
    key_file: str = ""
    client_id: str = ""
    client_secret: str = ""
    org_id: str = ""
    issuer: str = ""
    ca_file: str = ""
    instance_host: str = ""
    insecure: bool = False

    def __post_init__(self) -> None:
        for name in SECRETS:
            object.__setattr__(self, name, Secret(getattr(self, name)))
        object.__setattr__(self, "url", hide_url(self.url))  # it may hold a password

    def __repr__(self) -> str:
        shown = {name: _shown(name, value) for name, value in self._values().items() if value}
        return f"Connection({', '.join(f'{name}={value!r}' for name, value in shown.items())})"

    def to_dict(self) -> dict[str, str | bool]:
        """Return plain values, secrets in clear text among them: for a pipe to a process of your own."""
        values = self._values().items()
        return {name: str.__str__(value) if isinstance(value, str) else value for name, value in values}

    @property
    def has_credentials(self) -> bool:
        """Whether it has credentials."""
        return any(getattr(self, name) for name in CREDENTIALS)

    @property
    def fetches_tokens(self) -> bool:
        """Whether its credentials fetch tokens, so that the issuer matters."""
        return any(getattr(self, name) for name in FETCHING)

    def merged(self, flags: Mapping[str, str | bool | None]) -> Connection:
        """Return the connection with the flags that are set; credentials among the flags replace all others."""
        given = {name: value for name, value in flags.items() if value}
        without = dict.fromkeys(CREDENTIALS, "") if given.keys() & set(CREDENTIALS) else {}
        return _connection({**self._values(), **without, **given})

    def _values(self) -> dict[str, str | bool]:
        return {name: getattr(self, name) for name in NAMES}

    def arguments(self) -> Arguments:
        """Return the keyword arguments for ``Client`` and ``AsyncClient``.

        Raises:
            ValueError: no address, or the credentials contradict each other.
        """
        if not self.url:
            raise ValueError("no address: give --url, set ZITADEL_URL or write a profile")
        texts = {name: value for name, value in self._values().items() if isinstance(value, str)}
        return client_arguments(texts, str, insecure=self.insecure)

    def client(self, **options: Unpack[Options]) -> zgrpc.Client:
        """Return a client; `options` are its further arguments."""
        import zgrpc

        arguments: Arguments = {**self.arguments(), **options}
        return zgrpc.Client(**arguments)

    def async_client(self, **options: Unpack[Options]) -> zgrpc.AsyncClient:
        """Return a client for asyncio; `options` are its further arguments."""
        import zgrpc

        arguments: Arguments = {**self.arguments(), **options}
        return zgrpc.AsyncClient(**arguments)


def _connection(values: Mapping[str, object]) -> Connection:
    """Return the connection of settings by their names."""
    insecure = values.get("insecure", False)
    texts = {name: value for name, value in values.items() if isinstance(value, str)}
    return Connection(**texts, insecure=bool(insecure))


def profiles_path() -> Path:
    """Return the file of profiles: ``ZGRPC_PROFILES``, else ``zgrpc/profiles.toml`` in the user's configuration."""
    if named := os.environ.get("ZGRPC_PROFILES"):
        return Path(named)
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "zgrpc" / "profiles.toml"


def profile_names() -> list[str]:
    """Return the names of the profiles; none if the file cannot be read."""
    try:
        return list(tomllib.loads(profiles_path().read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError):
        return []


def from_environment(environ: Mapping[str, str]) -> Connection:
    """Return the connection of the ``ZITADEL_*`` variables.

    Raises:
        ValueError: ``ZITADEL_INSECURE`` is neither true nor false.
    """
    found = read(environ)
    del environ  # the traceback of an error would show it
    insecure = is_insecure(found)
    return _connection({**{name: _plain(name, value) for name, value in found.items()}, "insecure": insecure})


def _shown(name: str, value: str | bool) -> str | bool:
    """Return a setting for a repr."""
    if name in SECRETS:
        return "***"
    return shown_path(value) if name.endswith("_file") and isinstance(value, str) else value


def _plain(name: str, value: str) -> str:
    """Return a setting as the plain string that a repr may show, unless it is or may hold a secret."""
    return value if name in SECRETS or name.endswith("_file") else hide_url(str.__str__(value))


def from_profile(name: str, path: Path) -> Connection:
    """Return the connection of a table in the file of profiles. Paths in it are relative to that file.

    Raises:
        ValueError: there is no such file or profile, others can read the file, or a setting is unknown.
    """
    try:
        with path.open("rb") as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            if os.name == "posix" and mode & 0o077:
                raise ValueError(
                    f"{path} may hold secrets but others can read it (mode {mode:04o}): run `chmod 600 {path}`"
                )
            profiles = {key: _hidden(value) for key, value in tomllib.load(file).items()}
    except FileNotFoundError:
        raise ValueError(f"there is no file of profiles at {path}") from None
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"cannot read the profiles in {path}: {error}") from None
    if name not in profiles:
        raise ValueError(
            f"{path} has no profile "
            f"{name!r}{did_you_mean(name, profiles) or '; it has ' + (', '.join(profiles) or 'none')}"
        )
    profile = profiles[name]
    if not isinstance(profile, dict):
        raise ValueError(f"{path}: {name!r} is not a table of settings; write [{name}] above them")
    for key, value in profile.items():
        if key not in NAMES:
            raise ValueError(
                f"{path}, profile {name!r}: {key!r} is "
                f"unknown{did_you_mean(key, NAMES) or '; there are ' + ', '.join(NAMES)}"
            )
        expected = bool if key == "insecure" else str
        if not isinstance(value, expected):
            raise ValueError(
                f"{path}, profile {name!r}: {key} must be {'true or false' if expected is bool else 'a string'}"
            )
    for key in ("token_file", "key_file", "ca_file"):
        if key in profile:
            profile[key] = Hidden(path.parent / Path(profile[key]).expanduser())
    return _connection({key: _plain(key, value) if isinstance(value, str) else value for key, value in profile.items()})


def _hidden(value: object) -> object:
    """Return a value of the file of profiles so that no traceback shows the texts in it."""
    if isinstance(value, dict):
        return {key: _hidden(member) for key, member in value.items()}
    return hide_secret(value)


def resolve(flags: Mapping[str, str | bool | None], *, profile: str | None, environ: Mapping[str, str]) -> Connection:
    """Return the connection to use.

    Its source is the named profile, else the environment if it holds any ``ZITADEL_*`` setting, else the
    profile ``default`` if there is one.

    Raises:
        ValueError: the source cannot be read or has a bad value.
    """
    if profile:
        return from_profile(profile, profiles_path()).merged(flags)
    found = from_environment(environ)
    if found == Connection() and not flags.get("url") and profiles_path().is_file():
        return from_profile("default", profiles_path()).merged(flags)
    return found.merged(flags)
