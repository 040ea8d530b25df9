"""The compiled contract and the table of RPCs say what ZITADEL v4.13.1 says: each fact, and no other."""

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

from zgrpc._generated.limits import LIMITS
from zgrpc._generated.rpcs import RPCS, SERVICES

Fact = tuple[str, ...]
Field = pb.FieldDescriptorProto

ROWS = [(service, python_name, *row) for service, rows in RPCS.items() for python_name, row in rows.items()]
IDS = [f"{service}.{row[1]}" for service, *row in ROWS]


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


def facts_of(file: Any, permissions: dict[str, str]) -> Iterator[Fact]:
    enums = [(f"{file.package}.{enum.name}", enum) for enum in file.enum_type]
    for scope, message in messages(file.package, file.message_type):
        yield "message", scope, "", "", "", file.name
        enums += [(f"{scope}.{enum.name}", enum) for enum in message.enum_type]
        for field in message.field:
            inside = field.HasField("oneof_index") and not field.proto3_optional
            oneof = message.oneof_decl[field.oneof_index].name if inside else ""
            yield "field", f"{scope}.{field.name}", str(field.number), type_of(field), oneof, file.name
    for scope, enum in enums:
        yield "enum", scope, "", "", "", file.name
        yield from (("value", f"{scope}.{value.name}", str(value.number), "", "", file.name) for value in enum.value)
    for service in file.service:
        for method in service.method:
            assert (method.client_streaming, method.server_streaming) == (False, False)
            name = f"{file.package}.{service.name}/{method.name}"
            asked, answered = method.input_type.removeprefix("."), method.output_type.removeprefix(".")
            yield "rpc", name, asked, answered, permissions[name], file.name


@pytest.fixture(scope="module")
def compiled() -> set[Fact]:
    permissions = {
        f"{SERVICES[service][0]}/{name}": f"{verb} {path}|{permission}"
        for service, _, name, verb, path, permission, *_ in ROWS
    }
    found = [
        fact
        for module in modules()
        for fact in facts_of(pb.FileDescriptorProto.FromString(module.DESCRIPTOR.serialized_pb), permissions)
    ]
    assert Counter(found).most_common(1)[0][1] == 1
    return set(found)


@pytest.fixture(scope="module")
def published(root: Path) -> set[Fact]:
    header, *lines = (root / "tests/data/zitadel-v4.13.1.tsv").read_text().splitlines()
    assert header.split("\t")[:2] == ["kind", "name"]
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


def test_python_names_are_identifiers() -> None:
    names = [row[1] for row in ROWS]
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
    ],
)
def test_python_names_read_as_words(service: str, name: str, python_name: str) -> None:
    assert RPCS[service][python_name][0] == name


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row[6]], ids=[i for i, row in zip(IDS, ROWS, strict=True) if row[6]]
)
def test_only_rpcs_that_read_are_safe_to_repeat(row: Any) -> None:
    _, _, name, verb, path, *_ = row
    assert name.startswith(("Get", "List", "Is", "Healthz"))
    assert verb == "GET" or path.endswith("/_search")


def test_no_rpc_that_reads_is_taken_for_a_writing_one() -> None:
    assert [row[2] for row in ROWS if not row[6] and row[2].startswith(("Get", "List", "Is"))] == []


def test_deprecated_rpcs_are_marked_in_the_descriptors_too() -> None:
    for service, (full_name, module) in SERVICES.items():
        descriptor = importlib.import_module(module).DESCRIPTOR.services_by_name[full_name.rpartition(".")[2]]
        marked = {method.name for method in descriptor.methods if method.GetOptions().deprecated}
        assert marked == {row[0] for row in RPCS[service].values() if row[5]}
    assert RPCS["management"]["list_users"][5]
    assert not RPCS["auth"]["get_my_user"][5]


# Lists.


def requests_and_answers() -> Iterator[tuple[Any, Any, Any]]:
    for service, (full_name, module) in SERVICES.items():
        descriptor = importlib.import_module(module).DESCRIPTOR.services_by_name[full_name.rpartition(".")[2]]
        for row in RPCS[service].values():
            method = descriptor.methods_by_name[row[0]]
            yield row, method.input_type, method.output_type


def test_every_paged_request_is_known_as_a_list() -> None:
    kinds = {"zitadel.v1.ListQuery": "offset", "zitadel.change.v1.ChangeQuery": "cursor"}
    for row, request, _ in requests_and_answers():
        query = request.fields_by_name.get("query")
        kind = kinds.get(query.message_type.full_name) if query is not None and query.message_type else None
        if kind or row[6]:
            assert (row[0], row[6][0]) == (row[0], kind or "unpaged")


def test_every_answer_with_results_is_known_as_a_list() -> None:
    for row, _, answer in requests_and_answers():
        if row[6]:
            declared = pb.DescriptorProto()
            answer.CopyToProto(declared)
            repeated = [field.name for field in declared.field if field.label == Field.LABEL_REPEATED]
            assert repeated == [row[6][1]]
        else:
            assert "result" not in answer.fields_by_name or not row[0].startswith("List")


def test_lists_by_paging() -> None:
    found = Counter(row[8][0] for row in ROWS if row[8])
    assert found == {"offset": 30, "unpaged": 14, "cursor": 6}


def test_lists_that_are_not_paged() -> None:
    assert sorted(row[2] for row in ROWS if row[8] and row[8][0] == "unpaged") == [
        "ListFlowTriggerTypes",
        "ListFlowTypes",
        "ListHumanAuthFactors",
        "ListHumanPasswordless",
        "ListLoginPolicyMultiFactors",
        "ListLoginPolicySecondFactors",
        "ListMyAuthFactors",
        "ListMyPasswordless",
        "ListMyProjectPermissions",
        "ListMyRefreshTokens",
        "ListMyUserSessions",
        "ListMyZitadelPermissions",
        "ListOrgMemberRoles",
        "ListProjectMemberRoles",
    ]


# Limits.


def test_limits_name_messages_and_fields_of_the_contract(compiled: set[Fact]) -> None:
    fields = {name for kind, name, *_ in compiled if kind == "field"}
    oneofs = {
        f"{name.rpartition('.')[0]}.{oneof}" for kind, name, _, _, oneof, _ in compiled if kind == "field" and oneof
    }
    limited = {f"{message}.{field}" for message, rules in LIMITS.items() for field in rules}
    assert limited
    assert limited - fields - oneofs == set()


@pytest.mark.parametrize(
    ("message", "field", "rules"),
    [
        # What v4.13.1 changed after the package that proto/ is rendered from.
        ("management.v1.AddHumanUserRequest.Email", "email", {"min_len": 1, "max_len": 200}),
        ("management.v1.ImportHumanUserRequest.Email", "email", {"min_len": 1, "max_len": 200}),
        ("management.v1.UpdateHumanEmailRequest", "email", {"min_len": 1, "max_len": 200}),
        (
            "management.v1.ResendHumanInitializationRequest",
            "email",
            {"min_len": 1, "max_len": 200, "ignore_empty": True},
        ),
        ("management.v1.ImportHumanUserRequest.RecoveryCode", "raw", {"min_len": 1, "max_len": 200}),
        ("management.v1.ImportHumanUserRequest.RecoveryCode", "hash", {"min_len": 1, "max_len": 200}),
        # One of each other kind.
        ("management.v1.AddHumanUserRequest.Phone", "phone", {"min_len": 1, "max_len": 50, "prefix": "+"}),
        ("management.v1.AddHumanUserRequest", "profile", {"required": True}),
        ("management.v1.AddAppleProviderRequest", "team_id", {"len": 10}),
        ("management.v1.AddOIDCAppRequest", "clock_skew", {"gte": 0, "lte": 5}),
        ("management.v1.AddMachineKeyRequest", "type", {"defined_only": True, "not_in": (0,)}),
        ("management.v1.CreateActionRequest", "script", {"min_len": 1, "max_bytes": 40000}),
        ("management.v1.SetUserMetadataRequest", "value", {"min_len": 1, "max_len": 500000}),
        ("management.v1.BulkRemoveUserMetadataRequest", "keys", {"items": {"min_len": 1, "max_len": 200}}),
        (
            "management.v1.AddLDAPProviderRequest",
            "servers",
            {"min_items": 1, "max_items": 20, "items": {"min_len": 1, "max_len": 200}},
        ),
        ("app.v1.AppQuery", "query", {"required": True}),
    ],
)
def test_limits_of(message: str, field: str, rules: dict[str, Any]) -> None:
    assert LIMITS[f"zitadel.{message}"][field] == rules
