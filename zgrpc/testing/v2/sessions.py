"""Sessions, by which people log in.

The token of a session whose user was checked by a password authenticates calls as that user.
"""

from __future__ import annotations

import base64
import contextlib
import ipaddress
from typing import TYPE_CHECKING, Any

from zitadel.object.v2 import object_pb2
from zitadel.session.v2 import challenge_pb2
from zitadel.session.v2 import session_pb2 as types
from zitadel.session.v2 import session_service_pb2 as m

from zgrpc.testing.domain import lists, sessions, user_codes
from zgrpc.testing.domain.lists import Condition, Filters, Page
from zgrpc.testing.domain.session_checks import Checks
from zgrpc.testing.errors import Err
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import details, list_details, micros, timestamp
from zgrpc.testing.v2.lists import in_ids, page

if TYPE_CHECKING:
    import sqlite3

    from google.protobuf.duration_pb2 import Duration

    from zgrpc.testing.domain.context import Context

# How TimestampQueryMethod compares.
_COMPARED = ("=", ">", ">=", "<", "<=")

_FACTORS = {
    "password": "password_valid",
    "totp": "totp_checked",
    "otp_sms": "otp_sms_checked",
    "otp_email": "otp_email_checked",
    "recovery_code": "recovery_code_checked",
}
"""The factors of the message, and their columns."""


@rpc("v2.session.CreateSession")
def create_session(ctx: Context, request: m.CreateSessionRequest) -> m.CreateSessionResponse:
    """Create a session, with what is checked at once."""
    agent = _parsed(request.user_agent)
    made = sessions.create(
        ctx,
        _checks(request.checks),
        dict(request.metadata),
        user_agent=base64.b64encode(agent.SerializeToString(deterministic=True)).decode(),
        fingerprint=agent.fingerprint_id if agent.HasField("fingerprint_id") else None,
        lifetime=_micros(request.lifetime),
        challenges=_challenges(request.challenges),
    )
    return m.CreateSessionResponse(
        details=_details(ctx, made),
        session_id=made.id,
        session_token=made.token,
        challenges=_answered(request, made),
    )


@rpc("v2.session.SetSession")
def set_session(ctx: Context, request: m.SetSessionRequest) -> m.SetSessionResponse:
    """Check more, or change metadata and lifetime; answers with a new token if anything changed."""
    made = sessions.update(
        ctx, request.session_id, _checks(request.checks), dict(request.metadata),
        lifetime=_micros(request.lifetime), challenges=_challenges(request.challenges),
    )  # fmt: skip
    return m.SetSessionResponse(
        details=_details(ctx, made), session_token=made.token, challenges=_answered(request, made)
    )


@rpc("v2.session.GetSession")
def get_session(ctx: Context, request: m.GetSessionRequest) -> m.GetSessionResponse:
    """Answer with a session."""
    token = request.session_token if request.HasField("session_token") else None
    return m.GetSessionResponse(session=_as_session(sessions.get(ctx, request.session_id, token)))


@rpc("v2.session.DeleteSession")
def delete_session(ctx: Context, request: m.DeleteSessionRequest) -> m.DeleteSessionResponse:
    """End a session; without effect on one that is not there."""
    token = request.session_token or None
    ended = sessions.terminate(ctx, request.session_id, token)
    return m.DeleteSessionResponse(details=object_pb2.Details() if ended is None else details(ended))


@rpc("v2.session.ListSessions")
def list_sessions(ctx: Context, request: m.ListSessionsRequest) -> m.ListSessionsResponse:
    """Answer with the sessions that the caller may see; the total counts all."""
    filters = Filters()
    for query in request.queries:
        filters.add(_condition(ctx, query))
    asked = page(request.query, "s.created", "s.rowid")
    if request.sorting_column != types.SESSION_FIELD_NAME_CREATION_DATE:
        asked = Page(asked.offset, asked.limit, "s.rowid")
    found = sessions.search(ctx, filters, asked)
    shown = sessions.shown(ctx)
    return m.ListSessionsResponse(
        details=list_details(ctx, found.total), sessions=[_as_session(row) for row in found.rows if shown(row)]
    )


def _condition(ctx: Context, query: types.SearchQuery) -> Condition:
    match query.WhichOneof("query"):
        case "ids_query":
            return in_ids("s.id", query.ids_query.ids)
        case "user_id_query":
            return lists.equals("s.user_id", query.user_id_query.id)
        case "creation_date_query":
            return _moment("s.created", query.creation_date_query.method, query.creation_date_query.creation_date)
        case "expiration_date_query":
            asked = query.expiration_date_query
            ends = _moment("s.expires", asked.method, asked.expiration_date)
            if _COMPARED[asked.method] in (">", ">="):  # A session without an end outlives every moment.
                return lists.any_of([Condition("s.expires IS NULL", []), ends])
            return ends
        case "creator_query":
            creator = query.creator_query
            if creator.HasField("id") and not creator.id:
                raise Err("INVALID_ARGUMENT", "GRPC-x8n24uh", "List.Query.Invalid")
            return lists.equals("s.creator", creator.id or ctx.user_id)
        case "user_agent_query":
            # Calls with a token have no browser that could be meant by leaving it out.
            if not query.user_agent_query.fingerprint_id:
                raise Err("INVALID_ARGUMENT", "GRPC-x8n23uh", "List.Query.Invalid")
            return lists.equals("s.fingerprint", query.user_agent_query.fingerprint_id)
    raise Err("INVALID_ARGUMENT", "GRPC-Sfefs", "List.Query.Invalid")


def _moment(column: str, method: int, moment: Any) -> Condition:
    sign = _COMPARED[method] if method < len(_COMPARED) else "="
    return Condition(f"{column} {sign} ?", [micros(moment)])


def _checks(asked: m.Checks) -> Checks:
    user = asked.user
    search = user.WhichOneof("search") if asked.HasField("user") else None
    return Checks(
        user_id=user.user_id if search == "user_id" else None,
        login_name=user.login_name if search == "login_name" else None,
        password=asked.password.password if asked.HasField("password") else None,
        intent=asked.idp_intent.idp_intent_token if asked.HasField("idp_intent") else None,
        web_auth_n=asked.HasField("web_auth_n"),
        totp=asked.totp.code if asked.HasField("totp") else None,
        otp_sms=asked.otp_sms.code if asked.HasField("otp_sms") else None,
        otp_email=asked.otp_email.code if asked.HasField("otp_email") else None,
        recovery_code=asked.recovery_code.code if asked.HasField("recovery_code") else None,
    )


def _challenges(asked: challenge_pb2.RequestChallenges) -> dict[str, bool]:
    """Return the challenges to make, and whether the code of each is to be returned."""
    found = {}
    if asked.HasField("web_auth_n"):
        found["web_auth_n"] = False
    if asked.HasField("otp_sms"):
        found["otp_sms"] = asked.otp_sms.return_code
    if asked.HasField("otp_email"):
        how = asked.otp_email.WhichOneof("delivery_type")
        if how == "send_code":
            template = asked.otp_email.send_code.url_template
            user_codes.check_template(template, "LoginName", "DisplayName", "SessionID", "PreferredLanguage")
        found["otp_email"] = how == "return_code"
    return found


def _details(ctx: Context, made: sessions.Set) -> object_pb2.Details:
    if made.result is None:
        return object_pb2.Details(resource_owner=ctx.store.fact("instance_id"))
    return details(made.result)


def _answered(
    request: m.CreateSessionRequest | m.SetSessionRequest, made: sessions.Set
) -> challenge_pb2.Challenges | None:
    return (
        challenge_pb2.Challenges(otp_sms=made.challenges.get("otp_sms"), otp_email=made.challenges.get("otp_email"))
        if request.HasField("challenges")
        else None
    )


def _parsed(agent: types.UserAgent) -> types.UserAgent:
    """Return a browser with its address as Go writes it, and without an address that is none."""
    parsed = types.UserAgent()
    parsed.CopyFrom(agent)
    parsed.ClearField("ip")
    with contextlib.suppress(ValueError):
        address = ipaddress.ip_address(agent.ip)
        parsed.ip = str(getattr(address, "ipv4_mapped", None) or address)
    return parsed


def _micros(lifetime: Duration) -> int:
    return int(lifetime.seconds) * 1_000_000 + lifetime.nanos // 1000


def _as_session(row: sqlite3.Row) -> types.Session:
    session = types.Session(
        id=row["id"],
        creation_date=timestamp(row["created"]),
        change_date=timestamp(row["changed"]),
        sequence=row["sequence"],
        metadata=sessions.metadata(row),
    )
    # A user who was removed is no factor any more.
    if row["user_id"] and row["preferred_login_name"] is not None:
        session.factors.user.CopyFrom(
            types.UserFactor(
                verified_at=timestamp(row["user_checked"]),
                id=row["user_id"],
                login_name=row["preferred_login_name"],
                display_name=row["display_name"] or "",
                organization_id=row["user_org_id"],
            )
        )
        for name, column in _FACTORS.items():
            if row[column] is not None:
                getattr(session.factors, name).verified_at.CopyFrom(timestamp(row[column]))
    agent = types.UserAgent.FromString(base64.b64decode(row["user_agent"]))
    if agent.ListFields():
        session.user_agent.CopyFrom(agent)
    if row["expires"] is not None:
        session.expiration_date.CopyFrom(timestamp(row["expires"]))
    return session
