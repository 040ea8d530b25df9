"""The kinds of identity providers: what each requires, and where its refusals come from."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclasses.dataclass(frozen=True)
class Provider:
    """What distinguishes one kind of identity provider from the others."""

    kind: str
    event: str
    """The middle of its event types: ``org.idp.EVENT.added``."""
    title: str
    """The name of a provider that was given none; empty where a name is required."""
    required: Mapping[str, tuple[str, str]]
    """The fields that must not be blank, in the order in which they are checked: error ids of adding and of updating
    without them. An empty id: not checked."""
    id_missing: str
    missing: str
    hidden: str = ""
    """The field that is not kept; it may be left out of an update."""
    keys: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Message keys of fields that have one of their own."""


def _provider(kind: str, event: str, title: str, required: str, id_missing: str, missing: str, **more: Any) -> Provider:
    """Make a kind from a text of required fields: `name:ID-OF-ADD/ID-OF-UPDATE`."""
    fields = {}
    for part in required.split():
        field, _, ids = part.partition(":")
        new, _, old = ids.partition("/")
        fields[field] = (f"ORG-{new}" if new else "", f"ORG-{old}" if old else "")
    return Provider(kind, event, title, fields, f"ORG-{id_missing}", f"ORG-{missing}", **more)


_KINDS = (
    _provider(
        "oauth", "oauth", "",
        "name:D32ef/D32ef client_id:Dbgzf/Dbgzf client_secret:DF4ga authorization_endpoint:B23bs/B23bs "
        "token_endpoint:D2gj8/D2gj8 user_endpoint:Fb8jk/Fb8jk id_attribute:sadf3d/SAe4gh",
        "asfsa", "JNsd3", hidden="client_secret",
    ),
    _provider(
        "oidc", "oidc", "", "name:Sgtj5/Dvf4f issuer:Hz6zj/BDfr3 client_id:fb5jm/Db3bs client_secret:Sfdf4",
        "SAfd3", "Dg331", hidden="client_secret",
    ),
    _provider(
        "jwt", "jwt", "",
        "name:JLKef/JKLS2 issuer:WNJK3/JKs3f jwt_endpoint:NJKSD/NJKS2 keys_endpoint:NJKE3/SJk2d "
        "header_name:2rlks/SJK2f",
        "HUe3q", "Bhju5",
    ),
    _provider(
        "azure_ad", "azure", "", "name:sdf3g/fh3h1 client_id:Fhbr2/dmitg client_secret:Dzh3g",
        "SAgh2", "BHz3q", hidden="client_secret",
    ),
    _provider(
        "github", "github", "GitHub", "client_id:Jdsgf/fdh5z client_secret:dsgz3",
        "sdf4h", "Dr1gs", hidden="client_secret",
    ),
    _provider(
        "github_es", "github_enterprise", "",
        "name:Dg4td/shj42 client_id:dgj53/sdh73 client_secret:Ghjjs authorization_endpoint:sani2/acx2w "
        "token_endpoint:agj42/dgj6q user_endpoint:sd5hn/ybj62",
        "sdfh3", "GBr42", hidden="client_secret",
    ),
    _provider(
        "gitlab", "gitlab", "GitLab", "client_id:adsg2/D12t6 client_secret:GD1j2",
        "HJK91", "HBReq", hidden="client_secret",
    ),
    _provider(
        "gitlab_self_hosted", "gitlab_self_hosted", "",
        "name:jw4ZT/DG4H issuer:AST4S/SD4eb client_id:DBZHJ/GHWE3 client_secret:SDGJ4",
        "SAFG4", "D2tg1", hidden="client_secret",
    ),
    _provider(
        "google", "google", "Google", "client_id:D3fvs/ds432 client_secret:W2vqs",
        "S32t1", "Dqrg1", hidden="client_secret",
    ),
    _provider(
        "ldap", "ldap.v2", "",
        "name:SAfdd/Sffgd base_dn:sv31s/vb3ss bind_dn:sdgf4/hbere bind_password:AEG2w user_base:SAD5n/DG45z "
        "servers:SAy945n/Sxx945n user_object_classes:S1x705n/S1p605n user_filters:aAx9x1n/aBx901n",
        "Dgdbs", "ASF3F", hidden="bind_password",
    ),
    _provider(
        "apple", "apple", "Apple",
        "client_id:jkn3w/SFm4l team_id:Ffg32/SG34t key_id:GDjm5/Gh4z2 private_key:GVD4n",
        "FRHBH", "SG3bh", hidden="private_key",
        keys={
            "client_id": "Errors.IDP.ClientIDMissing", "team_id": "Errors.IDP.TeamIDMissing",
            "key_id": "Errors.IDP.KeyIDMissing", "private_key": "Errors.IDP.PrivateKeyMissing",
        },
    ),
    _provider(
        "saml", "saml", "", "name:957lr0f8u3/egixaofgyl metadata_xml:78isv6m53a/j6spncd74m",
        "wwdwdlaya0", "z82dddndcl",
    ),
)  # fmt: skip
PROVIDERS = {provider.kind: provider for provider in _KINDS}
"""Every kind of identity provider."""

MIGRATIONS = {"azure_ad": "azure", "google": "google"}
"""What a generic OIDC provider can be turned into, with the end of the event's type."""
