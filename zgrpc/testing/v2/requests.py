"""Requests to log in, of OIDC and SAML: a browser makes them, so the emulator has none."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
from typing import TYPE_CHECKING, Any, NoReturn

from zgrpc.testing.errors import Err
from zgrpc.testing.registry import rpc

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context

_REFUSALS = {
    "v2.oidc.GetAuthRequest": ("QUERY-Thee9", "Errors.AuthRequest.NotExisting"),
    "v2.oidc.CreateCallback": ("COMMAND-jae5P", "Errors.AuthRequest.NotExisting"),
    "v2.saml.GetSAMLRequest": ("QUERY-Thee9", "Errors.SamlRequest.NotExisting"),
    "v2.saml.CreateResponse": ("COMMAND-GH3PVLSfXC", "Errors.SAMLRequest.NotExisting"),
}


def _refuse(name: str, error_id: str, key: str) -> None:
    @rpc(name)
    def handler(ctx: Context, request: Any) -> NoReturn:
        raise Err("NOT_FOUND", error_id, key)


for _name, (_id, _key) in _REFUSALS.items():
    _refuse(_name, _id, _key)
