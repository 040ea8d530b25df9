"""``zgrpc token``: show who the token belongs to and when it expires."""

from __future__ import annotations

import base64
import binascii
import json
from datetime import UTC, datetime
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from zgrpc.cli.call import show
from zgrpc.cli.common import Command, connect, connection_options, examples

if TYPE_CHECKING:
    import zgrpc
    from zgrpc._connection import Connection

FETCH_SECONDS = 30.0


@click.command(
    "token",
    cls=Command,
    epilog=examples(
        "zgrpc token                                  # its user and when it expires",
        "zgrpc token --key-file key.json              # fetch a token first",
        'curl -H "Authorization: Bearer $(zgrpc token --show)" https://acme.zitadel.cloud/auth/v1/users/me',
    ),
)
@click.option("--show", "reveal", is_flag=True, help="Print the token and nothing else.")
@connection_options
def command(reveal: bool, connection: Connection) -> None:
    """Show the user of the token, when it expires, and its claims. Only --show prints the token."""
    with connect(connection) as client:
        token, expires_in = current_token(client)
        if reveal:
            click.echo(str.__str__(token))
            return
        me = client.auth.get_my_user().user
    facts: dict[str, Any] = {
        "credentials": _kind(connection),
        "user": {"id": me.id, "user_name": me.user_name, "org_id": me.details.resource_owner},
    }
    claims = read_claims(token)
    facts["format"] = "opaque" if claims is None else "JWT"
    expires = (
        datetime.fromtimestamp(claims["exp"], UTC) if claims and isinstance(claims.get("exp"), int | float) else None
    )
    if expires is None and expires_in is not None:
        expires = datetime.fromtimestamp(datetime.now(UTC).timestamp() + expires_in, UTC)
    facts["expires"] = (
        expires.isoformat(timespec="seconds") if expires else "not known from here: an opaque token does not say"
    )
    if claims:
        facts["claims"] = claims
    show(facts)


def current_token(client: zgrpc.Client) -> tuple[str, float | None]:
    """Return the token that the client would send now, and the seconds that it is valid; None if nothing says so."""
    found = client._scope.source.renew(monotonic() + FETCH_SECONDS)
    left = found.expires_at - monotonic()
    return (found.header or "").removeprefix("Bearer "), None if left == inf else left


def read_claims(token: str) -> dict[str, Any] | None:
    """Return the claims of a JWT, unverified, because the server verifies them; None for an opaque token."""
    parts = token.split(".")
    if len(parts) != 3:
        return None
    try:
        padded = parts[1] + "=" * (-len(parts[1]) % 4)
        claims = json.loads(base64.urlsafe_b64decode(padded))
    except (binascii.Error, ValueError):
        return None
    return claims if isinstance(claims, dict) else None


def _kind(connection: Connection) -> str:
    names = {
        "token": "access token",
        "token_file": "token file",
        "key": "service account key",
        "key_file": "service account key",
        "client_id": "client credentials",
    }
    return next((words for name, words in names.items() if getattr(connection, name)), "none")
