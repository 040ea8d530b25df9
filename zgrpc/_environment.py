"""The `ZITADEL_*` variables, read once for `Client.from_env` and the command line, as arguments of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc._client_options import Options
from zgrpc._secret import Hidden, Secret
from zgrpc._transport.address import hide_url

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from zgrpc._auth.credentials import Credentials

__all__ = ["CREDENTIALS", "FETCHING", "NAMES", "SECRETS", "arguments", "client_arguments", "is_insecure", "read"]

YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")

NAMES = (
    "url",
    "token",
    "token_file",
    "key",
    "key_file",
    "client_id",
    "client_secret",
    "org_id",
    "issuer",
    "ca_file",
    "instance_host",
    "insecure",
)
"""The settings; each one's variable is ``ZITADEL_`` and the name in upper case."""

SECRETS = ("token", "key", "client_secret")
CREDENTIALS = ("token", "token_file", "key", "key_file", "client_id", "client_secret")
FETCHING = ("key", "key_file", "client_id", "client_secret")
"""The credentials that fetch tokens."""


def variable(name: str) -> str:
    """Return the variable of a setting."""
    return f"ZITADEL_{name.upper()}"


def read(environ: Mapping[str, str]) -> dict[str, Hidden]:
    """Return the settings that the environment gives, by name; an empty variable counts as unset.

    It raises nothing, because a traceback of its callers would show the environment.
    """
    return {
        name: Secret(text) if name in SECRETS else Hidden(text)
        for name in NAMES
        if (text := environ.get(variable(name), "").strip())
    }


def is_insecure(found: Mapping[str, Hidden]) -> bool:
    """Return whether the settings allow plaintext to another machine.

    Raises:
        ValueError: ``ZITADEL_INSECURE`` is neither true nor false.
    """
    insecure = str.__str__(found.get("insecure", "0")).lower()
    if insecure not in (*YES, *NO):
        raise ValueError(f"ZITADEL_INSECURE must be one of {', '.join((*YES, *NO))}, not {insecure!r}")
    return insecure in YES


class Arguments(Options, total=False):
    """The keyword arguments of a client that settings give."""

    address: str
    credentials: Credentials | None


def arguments(environ: Mapping[str, str]) -> Arguments:
    """Return the keyword arguments of `Client` that the environment gives.

    Raises:
        ValueError: A variable is missing, contradicts another one or has a bad value; names it.
        OSError: A file that it names cannot be read.
    """
    found = read(environ)
    del environ  # the traceback of an error would show it
    if "url" not in found:
        raise ValueError("set ZITADEL_URL, such as https://acme.zitadel.cloud")
    return client_arguments(found, variable, insecure=is_insecure(found))


def client_arguments(settings: Mapping[str, str], label: Callable[[str], str], *, insecure: bool) -> Arguments:
    """Return the keyword arguments of `Client` for these settings; empty ones count as unset.

    Args:
        settings: Values by the names in `NAMES`.
        label: Returns the name of a setting in the place where the user wrote it, for errors.
        insecure: Whether plaintext to another machine is allowed.

    Raises:
        ValueError: A setting contradicts another one or has a bad value; names it.
        OSError: A file that it names cannot be read.
    """
    given = {name: value for name, value in settings.items() if value}
    found: Arguments = {
        "address": _shown(given["url"]),
        "credentials": _credentials(given, label),
        "insecure": insecure,
    }
    if "org_id" in given:
        found["org_id"] = _shown(given["org_id"])
    if "issuer" in given and getattr(found["credentials"], "_needs_issuer", False):
        # Programs with other credentials may share the settings.
        found["issuer"] = _shown(given["issuer"])
    if "instance_host" in given:
        found["instance_host"] = _shown(given["instance_host"])
    if "ca_file" in given:
        from zgrpc._transport.tls import TLS

        found["tls"] = TLS(ca=_path(given["ca_file"], label("ca_file")))
    return found


def _shown(value: str) -> str:
    """Return a setting as a string that a repr shows, unless it may hold a secret."""
    return hide_url(str.__str__(value))


def _path(value: str, label: str) -> str:
    """Return a path with ``~`` expanded; hidden, because it may be a secret by mistake."""
    from os.path import expanduser

    from zgrpc._secret import path_argument

    return Hidden(expanduser(path_argument(value, label)))  # noqa: PTH111 - a Path would show it


def _credentials(given: Mapping[str, str], label: Callable[[str], str]) -> Credentials | None:
    kinds = [name for name in CREDENTIALS if name in given and name != "client_secret"]
    if len(kinds) > 1:
        raise ValueError(f"{' and '.join(map(label, kinds))} contradict each other: give one kind of credentials")
    if ("client_id" in given) != ("client_secret" in given):
        missing = "client_secret" if "client_id" in given else "client_id"
        raise ValueError(f"set {label(missing)} too: a client id and its secret belong together")
    if not kinds:
        return None
    from zgrpc._auth.credentials import ClientCredentials, PersonalAccessToken, ServiceAccountKey, TokenFile

    (kind,) = kinds
    if kind == "token":
        return PersonalAccessToken(given["token"])
    if kind == "token_file":
        return TokenFile(_path(given["token_file"], label("token_file")))
    if kind == "key":
        return ServiceAccountKey.from_json(given["key"])
    if kind == "key_file":
        return ServiceAccountKey.from_file(_path(given["key_file"], label("key_file")))
    return ClientCredentials(str.__str__(given["client_id"]), given["client_secret"])
