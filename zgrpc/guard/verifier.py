"""The decisions of a guard, shared by its sync and asyncio flavor: what is known, what must be asked, what it means.

`Verifier.steps` is a generator. It yields a question to the issuer (an `Ask`) and receives the meaning of the answer.
In the end it returns the identity or raises a refusal. A guard drives it: it sends each question once, however many
requests wait for the answer, and passes the answer to `settle`.
"""

from __future__ import annotations

import hashlib
import logging
import re
from math import inf
from time import monotonic, time
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from zgrpc._secret import Secret
from zgrpc.guard import jwts
from zgrpc.guard.identity import Identity, identity_of
from zgrpc.guard.keys import KeyState, read_keys
from zgrpc.guard.refusals import (
    BadSignatureError,
    InactiveTokenError,
    IssuerUnavailableError,
    MalformedTokenError,
    MissingTokenError,
    RefusedError,
    WrongIssuerError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping

    from zgrpc.guard.settings import Settings

__all__ = ["KEYS", "Ask", "Reply", "Request", "Verifier", "bearer"]

log = logging.getLogger("zgrpc.guard")

_OPAQUE = re.compile(r"[A-Za-z0-9_~+/-]+=*")
_HINT = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


class Ask(NamedTuple):
    """A question to the issuer: for its keys, or about one token.

    Attributes:
        digest: the SHA-256 hash of the token; empty for the keys. Equal questions share one request.
        token: the token; None for the keys.
        waits: whether the caller needs the answer. If not, the request may run in the background.
        answers: for the keys, how many answers there were when the question came up.
    """

    digest: bytes
    token: Secret | None = None
    waits: bool = True
    answers: int = 0


KEYS = Ask(b"")


class Request(NamedTuple):
    """An HTTP request.

    Attributes:
        url: where to.
        form: what to post; None for a GET.
        basic: client id and secret for HTTP basic; None without.
    """

    url: str
    form: Mapping[str, str] | None = None
    basic: tuple[str, Secret] | None = None


class Reply(NamedTuple):
    """The outcome of a request: a status and a body, or the failure to get them."""

    status: int = 0
    body: bytes = b""
    failure: str = ""


class Entry(NamedTuple):
    """A verified token: until when it counts, in `time.monotonic()` seconds, and the key that signed it."""

    until: float
    identity: Identity
    kid: str = ""


class Denied(NamedTuple):
    """A refused token, and until when the issuer is not asked about it again."""

    until: float
    refusal: RefusedError


_Kept = TypeVar("_Kept", Entry, Denied)


class Verifier:
    """What a guard knows and decides.

    Reading needs no lock: `known` looks into a dict. `settle` and `answered` are called under the guard's lock.

    Args:
        settings: the guard's arguments.
        clock: gives Unix seconds, to hold claims against.
        ticks: gives seconds that never jump, for how long things are kept.
    """

    def __init__(
        self, settings: Settings, *, clock: Callable[[], float] = time, ticks: Callable[[], float] = monotonic
    ) -> None:
        self.settings = settings
        self.keys = KeyState(settings.keys_ttl, settings.keys_grace)
        self._clock, self._ticks = clock, ticks
        self._verified: dict[bytes, Entry] = {}
        # Apart, so that made-up tokens do not push out verified ones.
        self._denied: dict[bytes, Denied] = {}

    # -- what is known ------------------------------------------------------------------------------
    def known(self, token: str) -> Identity | None:
        """Return the identity of a token that was verified before; None for any other."""
        entry = self._verified.get(_digest(token))
        return entry.identity if entry is not None and self._ticks() < entry.until else None

    def answered(self, ask: Ask) -> Identity | RefusedError | None:
        """Return what another caller found out meanwhile about the token of a question; None if nothing."""
        now = self._ticks()
        entry = self._verified.get(ask.digest)
        if entry is not None and now < entry.until:
            return entry.identity
        denied = self._denied.get(ask.digest)
        return denied.refusal if denied is not None and now < denied.until else None

    def overtaken(self, ask: Ask) -> bool:
        """Return whether the keys came after a question for them: each caller then looks at them again."""
        return ask.token is None and ask.answers != self.keys.answers

    # -- what to do about a token -------------------------------------------------------------------
    def steps(self, token: Secret) -> Generator[Ask, Identity | RefusedError | None, Identity]:
        """Verify a token.

        Raises:
            RefusedError: the token is refused; the class says why.
        """
        if len(token) > jwts.MAX_TOKEN:
            raise MalformedTokenError(f"the token has more than {jwts.MAX_TOKEN} characters")
        if not token:
            raise MissingTokenError("the token is empty")
        if not jwts.is_jwt(token):
            if not _OPAQUE.fullmatch(token):
                raise MalformedTokenError("the token holds characters that no token has")
            if self.settings.credentials is None:
                raise MalformedTokenError(
                    "the token is not a JWT, and this service has no credentials to ask the issuer about it"
                )
            return (yield from self._introspected(token))
        identity = yield from self._signed(token)
        return (yield from self._introspected(token)) if self.settings.introspect_jwts else identity

    def _signed(self, token: Secret) -> Generator[Ask, Identity | RefusedError | None, Identity]:
        header = jwts.read_header(token)
        keys = self.keys
        if keys.wants_fetch(self._ticks()):
            yield KEYS._replace(waits=not keys.usable(self._ticks()), answers=keys.answers)
        if not keys.usable(self._ticks()):
            raise IssuerUnavailableError(f"the issuer's keys are not available: {keys.problem or 'fetching them'}")
        key = keys.find(header.kid)
        if key is None and keys.may_look_again(self._ticks()):
            yield KEYS._replace(answers=keys.answers)
            key = keys.find(header.kid)
        if key is None:
            if keys.problem:  # the key may be new
                raise IssuerUnavailableError(f"the issuer's keys are not available: {keys.problem}")
            raise BadSignatureError("the token was signed with a key that the issuer does not publish")
        claims = jwts.check_signature(token, header, key)
        settings, now = self.settings, self._clock()
        passed = jwts.check_claims(
            claims, issuer=settings.issuer, audience=settings.audience, leeway=settings.leeway, now=now
        )
        scope = claims.get("scope")
        scopes = scope.split() if isinstance(scope, str) else ()
        identity = identity_of(passed.all, passed.user_id, scopes, passed.expires_at, settings.project)
        if not settings.introspect_jwts and self.keys.find(header.kid) is key:
            ticks = self._ticks()
            until = min(ticks + passed.expires_at + settings.leeway - now, keys.checked_until(ticks))
            self._remember(_digest(token), Entry(until, identity, header.kid))
        return identity

    def _introspected(self, token: Secret) -> Generator[Ask, Identity | RefusedError | None, Identity]:
        ask = Ask(_digest(token), token)
        outcome = self.answered(ask) or (yield ask)
        if isinstance(outcome, Identity):
            return outcome
        raise outcome.copy() if outcome is not None else IssuerUnavailableError("the issuer was not asked")

    # -- asking the issuer --------------------------------------------------------------------------
    def request(self, ask: Ask) -> Request:
        """Return the HTTP request of a question."""
        from zgrpc._auth.credentials import ClientCredentials

        base, credentials = self.settings.base, self.settings.credentials
        if ask.token is None:
            return Request(f"{base}/oauth/v2/keys")
        form = {"token": ask.token, "token_type_hint": "access_token"}
        url = f"{base}/oauth/v2/introspect"
        if isinstance(credentials, ClientCredentials):
            return Request(url, form, (credentials.client_id, credentials._secret))
        assert credentials is not None  # noqa: S101 - without them, no token is asked about
        assertion = credentials.assertion(self.settings.issuer)
        return Request(url, {**form, "client_assertion_type": _HINT, "client_assertion": assertion})

    def settle(self, ask: Ask, reply: Reply) -> Identity | RefusedError | None:
        """Take the answer to a question; returns what it means for those who wait for it."""
        if ask.token is None:
            self._take_keys(reply)
            return None
        outcome = self._read_introspection(reply)
        ticks = self._ticks()
        if isinstance(outcome, Identity):
            left = inf if outcome.expires_at is None else outcome.expires_at - self._clock()
            self._remember(ask.digest, Entry(ticks + min(left, self.settings.introspection_ttl), outcome))
        elif not isinstance(outcome, IssuerUnavailableError):
            self._denied[ask.digest] = Denied(ticks + self.settings.negative_ttl, outcome)
            self._trim(self._denied, ticks)
        return outcome

    def _take_keys(self, reply: Reply) -> None:
        keys = read_keys(reply.body) if reply.status == 200 else None
        now = self._ticks()
        if keys is None:
            self.keys.failed(_problem(reply) or "the answer is not a JSON Web Key Set", now)
            log.warning("cannot fetch the keys of %s: %s", self.settings.issuer, self.keys.problem)
            return
        if gone := self.keys.fetched(keys, now):
            for digest, entry in list(self._verified.items()):
                if entry.kid in gone:
                    self._verified.pop(digest, None)

    def _read_introspection(self, reply: Reply) -> Identity | RefusedError:
        if reply.status in (400, 401, 403):
            log.error(
                "%s does not let this service introspect tokens (HTTP %d): check the guard's credentials=",
                self.settings.issuer,
                reply.status,
            )
            return IssuerUnavailableError("the issuer does not let this service ask about tokens")
        members = jwts.parse_json(reply.body) if reply.status == 200 else None
        if members is None or not isinstance(members.get("active"), bool):
            problem = _problem(reply) or "the answer is no introspection"
            log.warning("cannot introspect at %s: %s", self.settings.issuer, problem)
            return IssuerUnavailableError(f"the issuer did not say whether the token is active: {problem}")
        try:
            return self._identify(members)
        except RefusedError as refusal:
            return refusal.copy()
        except RecursionError:
            return MalformedTokenError("the token's claims are nested too deep")

    def _identify(self, members: Mapping[str, object]) -> Identity:
        settings = self.settings
        if members["active"] is not True:
            raise InactiveTokenError("the token is not active: unknown, expired, revoked, or not for this service")
        if members.get("iss", settings.issuer) != settings.issuer:
            raise WrongIssuerError("the token was issued by another issuer")
        jwts.check_audience(members.get("aud"), settings.audience)
        user_id = members.get("sub")
        if not isinstance(user_id, str) or not user_id:
            raise MalformedTokenError("the token has no sub")
        expires = jwts.moment(members, "exp")
        jwts.check_times(members, expires, leeway=settings.leeway, now=self._clock())
        scope = members.get("scope")
        return identity_of(members, user_id, scope.split() if isinstance(scope, str) else (), expires, settings.project)

    # -- remembering --------------------------------------------------------------------------------
    def _remember(self, digest: bytes, entry: Entry) -> None:
        self._verified[digest] = entry
        self._denied.pop(digest, None)
        self._trim(self._verified, self._ticks())

    def _trim(self, kept: dict[bytes, _Kept], now: float) -> None:
        """Keep the limit: remove what has expired, then the oldest, a tenth at a time because looking costs time."""
        most = self.settings.max_cached
        if len(kept) <= most:
            return
        over = [digest for digest, item in list(kept.items()) if item.until <= now]
        if len(over) <= most // 10:
            over += list(kept)[: most // 10 + 1]
        for digest in over:
            kept.pop(digest, None)


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


def _problem(reply: Reply) -> str:
    return reply.failure or (f"HTTP {reply.status}" if reply.status != 200 else "")


def bearer(authorization: str | None) -> Secret:
    """Return the token of an `Authorization` header: after the scheme and one space or more (RFC 9110, 11.4).

    Raises:
        MissingTokenError: there is no header, or it holds no bearer token.
    """
    if authorization is not None and authorization[:7].lower() == "bearer ":
        return Secret(authorization[7:].lstrip(" "))
    authorization = None  # it may be a password, which must not show in a traceback
    raise MissingTokenError("the request carries no bearer token")
