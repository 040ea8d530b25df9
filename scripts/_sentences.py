"""The sentence of each RPC in the reference: made from its name, its route and its request, or written by hand."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zgrpc._contract.rpc import Rpc

_DATA = tomllib.loads(Path(__file__).with_name("rpc_sentences.toml").read_text())
_WORD = re.compile(
    r"AzureAD|GitHub|GitLab|OAuth|OIDC|SAML|SMTP|LDAP|HTTP|TOTP|IDPs|IDP|JWT|API|SMS|OTP|U2F|MFA|IAM|[A-Z][a-z0-9]+|[A-Z]+"
)
_KEPT = re.compile(r"[A-Z0-9]{2,}|AzureAD|GitHub|GitLab|OAuth|Apple|Google|Twilio")
_VOWEL = re.compile(r"(?!one|us|uni|U2F)[aeiou]|LDAP|SMS|SMTP|HTTP", re.IGNORECASE)
_OLD_NAMES = {
    "OrgIAMPolicy": "DomainPolicy",
    "AuthFactorOTP": "OTP",
    "AuthFactorU2F": "U2F",
    "AddOrgJWTIDP": "AddJWTIDP",
    "AddOrgOIDCIDP": "AddOIDCIDP",
}
_PREPOSITIONS = {"Add": "to", "Create": "for", "Register": "for", "Generate": "for", "Send": "to", "Resend": "to"}
"""How the owner follows the object, where that is not ``of``."""


def sentence(rpc: Rpc) -> str:
    """Return one sentence that says what an RPC does.

    Args:
        rpc: The RPC; its descriptor is loaded.
    """
    written = _DATA["sentences"].get(rpc.short_name)
    return str(written) if written else f"{_rewritten(_action(rpc))}."


def _rewritten(action: str) -> str:
    """Return the action as a person says it."""
    for found, said in _DATA["rewrites"].items():
        if re.search(found, action):
            return re.sub(found, said, action)
    return action


def _action(rpc: Rpc) -> str:
    name = rpc.name
    for old, new in _OLD_NAMES.items():
        name = name.replace(old, new)
    if name == "Healthz":
        return "Succeed if the service is up"
    many = name.startswith("Bulk")
    verb, *words = _WORD.findall(name.removeprefix("Bulk"))
    if found := re.fullmatch(r"Reset(Custom)?(.+)ToDefault", name):
        what = _phrase(_WORD.findall(found[2]))
        if _is_of_instance(rpc):
            return f"Remove the instance's own {what}, so that ZITADEL's default applies"
        return f"Remove {_the_organization(rpc)}'s own {what}, so that the instance's default applies"
    if verb in {"Add", "Remove"} and len(parts := re.split(r"(?<=[a-zP])(?:To|From)(?=[A-Z])", name[len(verb) :])) == 2:
        joined = "to" if verb == "Add" else "from"
        what = _phrase(_WORD.findall(parts[0]))
        return f"{verb} {_article(what)} {what} {joined} {_policy(rpc, _phrase(_WORD.findall(parts[1])), own=True)}"
    by_id = len(words) > 1 and words[-2] == "By"
    text = _phrase(words[:-2] if by_id else words)
    said = _DATA["verbs"].get(verb, verb)
    listed = verb == "List" or many
    again = " again" if verb == "Resend" else ""
    return f"{said} {_determined(rpc, verb, words, text, listed=listed)}{' by id' if by_id else ''}{again}"


def _determined(rpc: Rpc, verb: str, words: list[str], text: str, *, listed: bool) -> str:
    """Return the object with its article, and whose it is."""
    if words[:1] == ["My"]:
        return f"the {text} of the token's user"
    instance, custom = _is_of_instance(rpc), words[:1] == ["Custom"]
    if text.endswith("policy") and words[:1] != ["Default"]:
        return _policy(rpc, text, own=custom)
    if custom and rpc.service in {"management", "admin"}:
        return f"{'the instance' if instance else _the_organization(rpc)}'s own {text}"
    if words[:1] == ["Default"]:
        if not instance or "text" not in text:
            return f"the instance's default {text}"
        return f"ZITADEL's default {text}" if verb == "Get" else f"the instance's own {text}"
    if verb == "Regenerate":
        text = f"new {text}"
    owner = _owner(rpc, text, _PREPOSITIONS.get(verb, "of"))
    if listed or text.endswith("metadata") or (text.endswith("s") and not text.endswith("ss")):
        return f"the {text}{owner}"
    new = verb in {"Add", "Create", "Register", "Generate", "Regenerate"}
    one = new or any(field.name == "id" or field.name.endswith("_id") for field in rpc.descriptor.input_type.fields)
    return f"{_article(text)} {text}{owner}" if one and not _is_part(rpc) else f"the {text}{owner}"


def _policy(rpc: Rpc, text: str, *, own: bool) -> str:
    """Return a policy or a part of one, with whose it is."""
    part, joined, policy = text.rpartition(" of the ")
    if _is_of_instance(rpc):
        said = f"the instance's {policy}"
    elif own:
        said = f"{_the_organization(rpc)}'s own {policy}"
    else:
        said = f"the {policy} that applies to the organization"
    return f"the {part} of {said}" if joined else said


def _is_of_instance(rpc: Rpc) -> bool:
    return rpc.service == "admin" and "/orgs/" not in rpc.http_path


def _the_organization(rpc: Rpc) -> str:
    """Return the organization of the request, or any one, which an RPC of the instance takes by id."""
    return "an organization" if rpc.service == "admin" else "the organization"


def _is_part(rpc: Rpc) -> bool:
    """Return whether its owner has one object of the kind, as a user has one phone."""
    return not rpc.name.startswith(("Add", "Create")) and bool(
        re.search(r"((?<!OTP)Email|Phone|Profile|(?<!SMTP)(?<!Config)Password|Avatar|^SetPrimary\w+)$", rpc.name)
    )


def _owner(rpc: Rpc, text: str, of: str) -> str:
    """`` of a user`` with the preposition `of`, from the route or the request; empty if the object names it."""
    own = rpc.descriptor.input_type.fields_by_name
    if rpc.service == "v2.settings":
        return " of an organization or of the instance" if "ctx" in own else " of the instance"
    if text.endswith("identity provider") and rpc.name.startswith("Add"):
        return f" to the {'instance' if _is_of_instance(rpc) else 'organization'}"
    owners = [
        owner
        for segment, owner in _DATA["parents"].items()
        if re.search(rf"/{segment}/(\{{[^}}]*\}}|me)/[a-z]", rpc.http_path.replace("_", ""))
    ]
    if not rpc.http_path:
        owners = [owner for owner in ("user", "project", "application", "instance") if f"{owner}_id" in own]
    owner = owners[-1] if owners else ""
    if not owner or owner in text:
        return ""
    return f" {of} {_article(owner)} {owner}" if "/orgs/me" not in rpc.http_path else f" {of} the organization"


def _phrase(words: list[str]) -> str:
    """``organization member`` for ``Org``, ``Member``."""
    if words[:1] in (["My"], ["Default"]) or (
        words[:1] == ["Custom"] and words[1:] != ["Domain"] and words[1:] != ["Domains"]
    ):
        words = words[1:]
    words = [word for word in words if word not in {"Human", "Global", "All"}] or ["user"]
    text = " ".join(_DATA["words"].get(word, word if _KEPT.fullmatch(word) else word.lower()) for word in words)
    for found, said in _DATA["phrases"].items():
        text = re.sub(found, said, text)
    return text


def _article(text: str) -> str:
    return "an" if _VOWEL.match(text) else "a"
