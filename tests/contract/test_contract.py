"""The compiled contract and the tables hold every fact of ZITADEL v4.13, and no other."""

import importlib
import keyword
import pkgutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import zitadel
from google.protobuf import descriptor_pb2 as pb

from zgrpc._contract._generated import limits
from zgrpc._contract._generated.index import SERVICES
from zgrpc._contract.rpc import all_rpcs, find_rpc

Fact = tuple[str, ...]
Field = pb.FieldDescriptorProto

RPCS = all_rpcs().values()


def modules() -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(zitadel.__path__, "zitadel."):
        if info.name.endswith("_pb2"):
            yield importlib.import_module(info.name)


def messages(scope: str, nested: Any) -> Iterator[tuple[str, Any]]:
    for message in nested:
        yield f"{scope}.{message.name}", message
        yield from messages(f"{scope}.{message.name}", message.nested_type)


def type_of(field: Any) -> str:
    name = field.type_name.removeprefix(".") or Field.Type.Name(field.type).removeprefix("TYPE_").lower()
    if field.label == Field.LABEL_REPEATED:
        return f"repeated {name}"
    return f"optional {name}" if field.proto3_optional else name


def deprecated(declared: Any) -> str:
    return "deprecated" if declared.options.deprecated else ""


def facts_of(file: Any, permissions: dict[str, str]) -> Iterator[Fact]:
    enums = [(f"{file.package}.{enum.name}", enum) for enum in file.enum_type]
    for scope, message in messages(file.package, file.message_type):
        yield "message", scope, "", "", "", file.name, deprecated(message)
        enums += [(f"{scope}.{enum.name}", enum) for enum in message.enum_type]
        for field in message.field:
            inside = field.HasField("oneof_index") and not field.proto3_optional
            oneof = message.oneof_decl[field.oneof_index].name if inside else ""
            yield (
                "field",
                f"{scope}.{field.name}",
                str(field.number),
                type_of(field),
                oneof,
                file.name,
                deprecated(field),
            )
    for scope, enum in enums:
        yield "enum", scope, "", "", "", file.name, deprecated(enum)
        for value in enum.value:
            yield "value", f"{scope}.{value.name}", str(value.number), "", "", file.name, deprecated(value)
    for service in file.service:
        for method in service.method:
            assert (method.client_streaming, method.server_streaming) == (False, False)
            name = f"{file.package}.{service.name}/{method.name}"
            asked, answered = method.input_type.removeprefix("."), method.output_type.removeprefix(".")
            yield "rpc", name, asked, answered, permissions[name], file.name, ""


@pytest.fixture(scope="module")
def compiled() -> set[Fact]:
    permissions = {rpc.full_name: f"{rpc.http_method} {rpc.http_path}".strip() + f"|{rpc.permission}" for rpc in RPCS}
    found = [
        fact
        for module in modules()
        for fact in facts_of(pb.FileDescriptorProto.FromString(module.DESCRIPTOR.serialized_pb), permissions)
    ]
    assert Counter(found).most_common(1)[0][1] == 1
    return set(found)


@pytest.fixture(scope="module")
def published(root: Path) -> set[Fact]:
    header, *lines = (root / "tests/data/zitadel-v4.13.tsv").read_text().splitlines()
    assert header.split("\t")[:2] == ["kind", "name"]
    assert len(lines) == 8832
    return {tuple(line.split("\t")) for line in lines}


def test_every_fact_of_the_contract_is_compiled(compiled: set[Fact], published: set[Fact]) -> None:
    assert sorted(published - compiled) == []


def test_nothing_is_compiled_that_the_contract_does_not_say(compiled: set[Fact], published: set[Fact]) -> None:
    assert sorted(compiled - published) == []


def test_proto_imports_nothing_foreign(root: Path) -> None:
    lines = [line for path in (root / "proto").rglob("*.proto") for line in path.read_text().splitlines()]
    imports = [line for line in lines if line.startswith("import ")]
    assert imports
    assert [line for line in imports if not line.startswith(('import "zitadel/', 'import "google/protobuf/'))] == []


# The table of RPCs.


def test_services_name_their_modules() -> None:
    for full_name, module in SERVICES.values():
        assert full_name.rpartition(".")[2] in importlib.import_module(module).DESCRIPTOR.services_by_name


def test_the_key_of_a_service_is_its_package_with_the_version() -> None:
    for key, (full_name, _) in SERVICES.items():
        _, package, version, _ = full_name.split(".")
        assert key == (package if version == "v1" else f"{version}.{package}")


def test_python_names_are_identifiers() -> None:
    names = [rpc.python_name for rpc in RPCS]
    assert [name for name in names if not name.isidentifier() or keyword.iskeyword(name) or name != name.lower()] == []


@pytest.mark.parametrize(
    ("service", "name", "python_name"),
    [
        ("management", "GetUserByID", "get_user_by_id"),
        ("management", "ListPersonalAccessTokens", "list_personal_access_tokens"),
        ("management", "GetPersonalAccessTokenByIDs", "get_personal_access_token_by_ids"),
        ("management", "ListOrgIDPs", "list_org_idps"),
        ("management", "AddOrgJWTIDP", "add_org_jwt_idp"),
        ("management", "AddGenericOAuthProvider", "add_generic_oauth_provider"),
        ("management", "AddGitHubProvider", "add_github_provider"),
        ("management", "AddAzureADProvider", "add_azure_ad_provider"),
        ("management", "GetOIDCInformation", "get_oidc_information"),
        ("auth", "AddMyAuthFactorU2F", "add_my_auth_factor_u2f"),
        ("auth", "AddMyAuthFactorOTPSMS", "add_my_auth_factor_otp_sms"),
        ("admin", "ListIAMMembers", "list_iam_members"),
        ("v2.idp", "GetIDPByID", "get_idp_by_id"),
        ("v2.user", "RemoveOTPSMS", "remove_otp_sms"),
        ("v2.saml", "GetSAMLRequest", "get_saml_request"),
    ],
)
def test_python_names_read_as_words(service: str, name: str, python_name: str) -> None:
    rpc = find_rpc(service, python_name)
    assert (rpc.name, rpc.short_name) == (name, f"{service}.{name}")


def test_only_rpcs_that_read_are_safe_to_repeat() -> None:
    for rpc in RPCS:
        if rpc.read:
            assert rpc.name.startswith(("Get", "List", "Is", "Healthz", "Search", "Exists")), rpc.full_name


def test_no_rpc_that_reads_is_taken_for_a_writing_one() -> None:
    assert [rpc.short_name for rpc in RPCS if not rpc.read and rpc.name.startswith(("Get", "List", "Is"))] == []


def test_deprecated_rpcs_are_marked_in_the_descriptors_or_named_with_a_successor(root: Path) -> None:
    _, *lines = (root / "scripts/successors.tsv").read_text().splitlines()
    succeeded = {line.split("\t")[0] for line in lines}
    marked = {rpc.full_name for rpc in RPCS if rpc.descriptor.GetOptions().deprecated}
    assert {rpc.full_name for rpc in RPCS if rpc.deprecated} == marked | succeeded


def test_successors_are_rpcs_of_the_contract() -> None:
    for rpc in RPCS:
        for successor in rpc.successors:
            assert successor in all_rpcs(), rpc.full_name
    assert all_rpcs()["zitadel.management.v1.ManagementService/ListUsers"].successors == (
        "zitadel.user.v2.UserService/ListUsers",
    )


# Lists.


def test_every_request_with_a_page_is_a_list() -> None:
    pages = {"zitadel.v1.ListQuery", "zitadel.change.v1.ChangeQuery", "zitadel.object.v2.ListQuery"}
    pages.add("zitadel.filter.v2.PaginationRequest")
    for rpc in RPCS:
        types = {field.message_type.full_name for field in rpc.descriptor.input_type.fields if field.message_type}
        assert rpc.paging or not types & pages, rpc.full_name


def test_every_rpc_called_list_is_a_list() -> None:
    assert [rpc.short_name for rpc in RPCS if rpc.name.startswith(("List", "Search")) and not rpc.paging] == []


def test_every_list_that_the_server_counts_has_the_path_to_its_total() -> None:
    for rpc in RPCS:
        if rpc.paging and rpc.paging.kind in ("offset", "v2"):
            field, _, name = rpc.paging.total.partition(".")
            assert name == "total_result"
            details = rpc.descriptor.output_type.fields_by_name[field].message_type
            assert details is not None
            assert name in details.fields_by_name


def test_the_lists_are_counted_by_kind_of_paging() -> None:
    found = Counter(rpc.paging.kind for rpc in RPCS if rpc.paging)
    assert found == {"offset": 44, "unpaged": 31, "cursor": 6, "v2": 22, "events": 1}


def test_v2_lists_are_capped_and_sort_by_creation_where_the_service_offers_it() -> None:
    unsorted = []
    for rpc in RPCS:
        if rpc.paging and rpc.paging.kind == "v2":
            assert rpc.paging.cap == 1000
            if not rpc.paging.creation_column:
                unsorted.append(rpc.short_name)
    assert unsorted == ["v2.user.ListIDPLinks", "v2.user.ListUserMetadata", "v2.org.ListOrganizationMetadata"]


def test_events_are_capped_and_followed_by_their_sequence() -> None:
    paging = find_rpc("admin", "list_events").paging
    assert paging is not None
    assert (paging.kind, paging.field, paging.cap) == ("events", "", 1000)


# Limits.


def every_limit() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for module in pkgutil.iter_modules(limits.__path__):
        found |= importlib.import_module(f"{limits.__name__}.{module.name}").LIMITS
    return found


def test_limits_name_messages_and_fields_of_the_contract(compiled: set[Fact]) -> None:
    fields = {name for kind, name, *_ in compiled if kind == "field"}
    oneofs = {
        f"{name.rpartition('.')[0]}.{oneof}" for kind, name, _, _, oneof, *_ in compiled if kind == "field" and oneof
    }
    limited = {f"{message}.{field}" for message, rules in every_limit().items() for field in rules}
    assert limited
    assert limited - fields - oneofs == set()


@pytest.mark.parametrize(
    ("message", "field", "rules"),
    [
        ("management.v1.AddHumanUserRequest.Email", "email", {"min_len": 1, "max_len": 200}),
        (
            "management.v1.ResendHumanInitializationRequest",
            "email",
            {"min_len": 1, "max_len": 200, "ignore_empty": True},
        ),
        ("management.v1.AddHumanUserRequest.Phone", "phone", {"min_len": 1, "max_len": 50, "prefix": "+"}),
        ("management.v1.AddHumanUserRequest", "profile", {"required": True}),
        ("management.v1.AddAppleProviderRequest", "team_id", {"len": 10}),
        ("management.v1.AddOIDCAppRequest", "clock_skew", {"gte": 0, "lte": 5}),
        ("management.v1.AddMachineKeyRequest", "type", {"defined_only": True, "not_in": [0]}),
        ("management.v1.CreateActionRequest", "script", {"min_len": 1, "max_bytes": 40000}),
        ("management.v1.BulkRemoveUserMetadataRequest", "keys", {"items": {"min_len": 1, "max_len": 200}}),
        (
            "management.v1.AddLDAPProviderRequest",
            "servers",
            {"min_items": 1, "max_items": 20, "items": {"min_len": 1, "max_len": 200}},
        ),
        ("app.v1.AppQuery", "query", {"required": True}),
        ("user.v2.SetHumanEmail", "email", {"min_len": 1, "max_len": 200, "email": True}),
    ],
)
def test_the_limits_of_a_field_are_those_of_the_contract(message: str, field: str, rules: dict[str, Any]) -> None:
    assert every_limit()[f"zitadel.{message}"][field] == rules
