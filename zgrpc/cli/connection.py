"""Where and as whom to connect: from flags, a profile or the environment."""

from __future__ import annotations

import os
import stat
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zgrpc._env import NO, YES
from zgrpc._rpc import did_you_mean
from zgrpc._secret import Secret

if TYPE_CHECKING:
    from collections.abc import Mapping

    import zgrpc

SECRETS = ("token", "client_secret")


@dataclass(frozen=True, slots=True, repr=False)
class Connection:
    """All that a client is made from, as plain values.

    Attributes:
        url: the address, such as ``https://acme.zitadel.cloud``; ``ZITADEL_URL``.
        token: an access token; ``ZITADEL_TOKEN``.
        token_file: a file with one, re-read when it changes.
        key_file: a service account's key, JSON; ``ZITADEL_KEY_FILE``.
        client_id: of a service account; ``ZITADEL_CLIENT_ID``.
        client_secret: its secret; ``ZITADEL_CLIENT_SECRET``.
        org_id: the organisation to act in; ``ZITADEL_ORG_ID``.
        issuer: where tokens are fetched, if not at the address; ``ZITADEL_ISSUER``.
        ca_file: a private certificate authority, PEM; ``ZITADEL_CA_FILE``.
        instance_host: which instance of the server; ``ZITADEL_INSTANCE_HOST``.
        insecure: whether plaintext is allowed to more than loopback; ``ZITADEL_INSECURE``.
    """

    url: str = ""
    token: str = ""
    token_file: str = ""
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

    def __repr__(self) -> str:
        shown = {
            name: "***" if name in SECRETS and value else value for name in NAMES if (value := getattr(self, name))
        }
        return f"Connection({', '.join(f'{name}={value!r}' for name, value in shown.items())})"

    def to_dict(self) -> dict[str, Any]:
        """As plain values, the secrets among them in clear: for a pipe to a process of one's own."""
        values = {name: getattr(self, name) for name in NAMES}
        return {name: str.__str__(value) if isinstance(value, str) else value for name, value in values.items()}

    @property
    def has_credentials(self) -> bool:
        """Whether it says as whom to connect."""
        return any(getattr(self, name) for name in CREDENTIALS)

    def merged(self, flags: Mapping[str, Any]) -> Connection:
        """The same with everything that flags give; credentials given by flag replace all others."""
        given = {name: value for name, value in flags.items() if value not in (None, "", False)}
        without: dict[str, Any] = dict.fromkeys(CREDENTIALS, "") if given.keys() & set(CREDENTIALS) else {}
        return replace(self, **{**without, **given})

    def arguments(self) -> dict[str, Any]:
        """The keyword arguments for ``Client`` and ``AsyncClient``, and ``address``.

        Raises:
            ValueError: no address, or the credentials contradict each other.
        """
        import zgrpc

        if not self.url:
            raise ValueError("no address: give --url, set ZITADEL_URL or write a profile")
        arguments: dict[str, Any] = {"address": self.url, "credentials": self._credentials()}
        for name in ("org_id", "issuer", "instance_host"):
            if value := getattr(self, name):
                arguments[name] = value
        if self.ca_file:
            arguments["tls"] = zgrpc.TLS(ca=Path(self.ca_file).expanduser())
        if self.insecure:
            arguments["insecure"] = True
        return arguments

    def client(self, **options: Any) -> zgrpc.Client:
        """A client; `options` go to it as they are."""
        import zgrpc

        return zgrpc.Client(**{**self.arguments(), **options})

    def async_client(self, **options: Any) -> zgrpc.AsyncClient:
        """A client for asyncio; `options` go to it as they are."""
        import zgrpc

        return zgrpc.AsyncClient(**{**self.arguments(), **options})

    def _credentials(self) -> Any:
        import zgrpc

        given = [name for name in CREDENTIALS if getattr(self, name) and name != "client_secret"]
        if len(given) > 1:
            raise ValueError(f"{' and '.join(given)} contradict each other: give one kind of credentials")
        if self.token:
            return zgrpc.PersonalAccessToken(self.token)
        if self.token_file:
            return zgrpc.TokenFile(Path(self.token_file).expanduser())
        if self.key_file:
            return zgrpc.ServiceAccountKey.from_file(Path(self.key_file).expanduser())
        if self.client_id:
            if not self.client_secret:
                raise ValueError("client_id is given without client_secret (ZITADEL_CLIENT_SECRET)")
            return zgrpc.ClientCredentials(self.client_id, self.client_secret)
        return None


CREDENTIALS = ("token", "token_file", "key_file", "client_id", "client_secret")
NAMES = tuple(item.name for item in fields(Connection))


def profiles_path() -> Path:
    """The file of profiles: ``ZGRPC_PROFILES``, else ``zgrpc/profiles.toml`` in the user's configuration folder."""
    if named := os.environ.get("ZGRPC_PROFILES"):
        return Path(named)
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "zgrpc" / "profiles.toml"


def profile_names() -> list[str]:
    """The profiles there are; none where the file cannot be read."""
    try:
        return list(tomllib.loads(profiles_path().read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError):
        return []


def from_environment(environ: Mapping[str, str]) -> Connection:
    """What the ``ZITADEL_*`` variables say.

    Raises:
        ValueError: ``ZITADEL_INSECURE`` is neither true nor false.
    """
    found: dict[str, Any] = {
        name: (Secret if name in SECRETS else str)(environ.get(f"ZITADEL_{name.upper()}", "").strip()) for name in NAMES
    }
    del environ  # the traceback of an error would show it
    insecure = found["insecure"].lower()
    if insecure not in ("", *YES, *NO):
        raise ValueError(f"ZITADEL_INSECURE takes one of {', '.join((*YES, *NO))}, not {insecure!r}")
    return Connection(**{**found, "insecure": insecure in YES})


def from_profile(name: str, path: Path) -> Connection:
    """A table of the file of profiles. Files it names are relative to it.

    Raises:
        ValueError: the file is not there, is readable by others, or has no such profile or a setting that is unknown.
    """
    try:
        with path.open("rb") as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            if os.name == "posix" and mode & 0o077:
                raise ValueError(
                    f"{path} may hold secrets but others can read it (mode {mode:04o}): run `chmod 600 {path}`"
                )
            profiles = tomllib.load(file)
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
        raise ValueError(f"{path}: {name!r} is no table of settings; write [{name}] above them")
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
            profile[key] = str(path.parent / Path(profile[key]).expanduser())
    return Connection(**profile)


def resolve(flags: Mapping[str, Any], *, profile: str | None, environ: Mapping[str, str]) -> Connection:
    """The connection to use.

    That source is the profile that was named, else the environment if it holds any ``ZITADEL_*`` setting, else the
    profile ``default`` if there is one.
    profile
    ``default`` if there is one.

    Raises:
        ValueError: the source is not readable or holds nonsense.
    """
    if profile:
        return from_profile(profile, profiles_path()).merged(flags)
    found = from_environment(environ)
    if found == Connection() and not flags.get("url") and profiles_path().is_file():
        return from_profile("default", profiles_path()).merged(flags)
    return found.merged(flags)
