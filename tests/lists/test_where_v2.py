"""`where=` of the v2 services: `queries` and `filters`, nested where the contract has it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from zgrpc._contract.paging import Paging
from zgrpc._contract.rpc import all_rpcs
from zgrpc._lists.where import build_queries

if TYPE_CHECKING:
    from zgrpc._contract.rpc import Rpc

RPCS = {rpc.short_name: rpc for rpc in all_rpcs().values()}


def queries(name: str, where: object) -> list[Any]:
    return build_queries(RPCS[name].descriptor.input_type, where, name)


def has_filters(rpc: Rpc) -> bool:
    return isinstance(rpc.paging, Paging) and rpc.service.startswith("v2.") and "filters" in fields(rpc)


def fields(rpc: Rpc) -> list[str]:
    return list(rpc.descriptor.input_type.fields_by_name)


@pytest.mark.parametrize("name", sorted(name for name, rpc in RPCS.items() if has_filters(rpc)))
def test_every_list_with_filters_takes_a_where(name: str) -> None:
    with pytest.raises(TypeError, match="where has no key 'nothing'"):
        queries(name, {"nothing": 1})


def test_users_nest_and_or_and_not() -> None:
    where = zgrpc.or_(
        {"user_name": zgrpc.starts_with("bot", ignore_case=True)},
        zgrpc.and_({"organization_id": "7"}, zgrpc.not_({"email": zgrpc.ends_with("@example.com")})),
    )
    (query,) = queries("v2.user.ListUsers", where)
    first, second = query.or_query.queries
    assert first.user_name_query.user_name == "bot"
    organization, other = second.and_query.queries
    assert organization.organization_id_query.organization_id == "7"
    assert other.not_query.query.email_query.email_address == "@example.com"


def test_administrators_nest_filters() -> None:
    where = zgrpc.or_({"role": "ORG_OWNER"}, zgrpc.not_({"in_user_ids": ["1", "2"]}))
    (query,) = queries("v2.internal_permission.ListAdministrators", where)
    first, second = getattr(query, "or").queries
    assert first.role.role_key == "ORG_OWNER"
    assert list(getattr(second, "not").query.in_user_ids_filter.ids) == ["1", "2"]


def test_authorizations_take_lists_of_ids() -> None:
    ids, project = queries("v2.authorization.ListAuthorizations", {"in_user_ids": ["1"], "project_id": "5"})
    assert list(ids.in_user_ids.ids) == ["1"]
    assert project.project_id.id == "5"


def test_a_time_is_a_datetime() -> None:
    when = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    where = {"created_date": {"timestamp": when, "method": "TIMESTAMP_FILTER_METHOD_AFTER"}}
    (query,) = queries("v2.user.ListKeys", where)
    assert query.created_date_filter.timestamp.ToDatetime(datetime.UTC) == when


def test_a_filter_without_a_value_takes_true() -> None:
    (query,) = queries("v2.org.ListOrganizations", {"default": True})
    assert query.HasField("default_query")
    for wrong in (False, "yes", {"a": 1}):
        with pytest.raises(TypeError, match=r"where\['default'\] takes True"):
            queries("v2.org.ListOrganizations", {"default": wrong})


def test_or_is_rejected_by_name_if_the_search_has_none() -> None:
    with pytest.raises(TypeError, match="no or_"):
        queries("v2.authorization.ListAuthorizations", zgrpc.or_({"project_id": "1"}, {"project_id": "2"}))
