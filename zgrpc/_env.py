"""A client's arguments from the environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zgrpc._secret import Secret

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["arguments"]

YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")
_CREDENTIALS = ("ZITADEL_TOKEN", "ZITADEL_KEY_FILE", "ZITADEL_CLIENT_ID")
_SECRET = ("ZITADEL_TOKEN", "ZITADEL_CLIENT_SECRET")


def arguments(environ: Mapping[str, str]) -> dict[str, Any]:
    """The keyword arguments of `Client` that the environment gives; an empty variable counts as unset.

    Raises:
        ValueError: a variable is missing, contradicts another one or has a bad value; names it.
        OSError: a file that it names cannot be read.
    """
    said = {
        name: Secret(value.strip()) if name in _SECRET else value.strip()
        for name, value in environ.items()
        if name.startswith("ZITADEL_") and value.strip()
    }
    del environ  # the traceback of an error would show it
    if "ZITADEL_URL" not in said:
        raise ValueError("set ZITADEL_URL, such as https://acme.zitadel.cloud")
    found: dict[str, Any] = {"address": said["ZITADEL_URL"], "credentials": _credentials(said)}
    for name, argument in (
        ("ZITADEL_ORG_ID", "org_id"),
        ("ZITADEL_ISSUER", "issuer"),
        ("ZITADEL_INSTANCE_HOST", "instance_host"),
    ):
        if name in said:
            found[argument] = said[name]
    if "ZITADEL_CA_FILE" in said:
        from zgrpc._tls import TLS

        found["tls"] = TLS(ca=said["ZITADEL_CA_FILE"])
    if (insecure := said.get("ZITADEL_INSECURE", "0").lower()) not in (*YES, *NO):
        raise ValueError(f"ZITADEL_INSECURE must be one of {', '.join((*YES, *NO))}, not {insecure!r}")
    found["insecure"] = insecure in YES
    return found


def _credentials(said: Mapping[str, str]) -> Any:
    from zgrpc._credentials import ClientCredentials, PersonalAccessToken, ServiceAccountKey

    given = [name for name in _CREDENTIALS if name in said]
    if len(given) > 1:
        raise ValueError(f"{' and '.join(given)} are both set: unset all but one of them")
    if ("ZITADEL_CLIENT_ID" in said) != ("ZITADEL_CLIENT_SECRET" in said):
        missing = "ZITADEL_CLIENT_SECRET" if "ZITADEL_CLIENT_ID" in said else "ZITADEL_CLIENT_ID"
        raise ValueError(f"set {missing} too: a client id and its secret belong together")
    if "ZITADEL_TOKEN" in said:
        return PersonalAccessToken(said["ZITADEL_TOKEN"])
    if "ZITADEL_KEY_FILE" in said:
        return ServiceAccountKey.from_file(said["ZITADEL_KEY_FILE"])
    if "ZITADEL_CLIENT_ID" in said:
        return ClientCredentials(said["ZITADEL_CLIENT_ID"], said["ZITADEL_CLIENT_SECRET"])
    return None
