"""One-time passwords by time, of an app (RFC 6238)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
from typing import TYPE_CHECKING

from zgrpc.testing.domain.lockout import Wrong

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context

PERIOD = 30
"""Seconds that a code is shown."""
_BASE32 = re.compile(r"(?:[A-Za-z2-7]{8})*(?:[A-Za-z2-7]{2}|[A-Za-z2-7]{4,5}|[A-Za-z2-7]{7})?=*")


def check(ctx: Context, secret: str, code: str) -> None:
    """Refuse a wrong code of an app; those of the period before and after are taken as well.

    Raises:
        Err: INVALID_ARGUMENT.
    """
    now = ctx.store.now() // 1_000_000
    if not _BASE32.fullmatch(secret) or not any(
        hmac.compare_digest(at(secret, now + away), code) for away in (0, -PERIOD, PERIOD)
    ):
        raise Wrong("INVALID_ARGUMENT", "EVENT-8isk2", "Errors.User.MFA.OTP.InvalidCode")


def at(secret: str, seconds: int) -> str:
    """Return the code of a base32 secret at a moment (SHA-1, six digits), in seconds since the epoch."""
    # Secrets from elsewhere may lack the padding.
    key = base64.b32decode(secret.upper() + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", seconds // PERIOD), hashlib.sha1).digest()
    offset = digest[-1] & 15
    number = int(struct.unpack(">I", digest[offset : offset + 4])[0]) & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"
