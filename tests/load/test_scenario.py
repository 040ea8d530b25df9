"""Scenarios in YAML and Python."""

from __future__ import annotations

import ast
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from zitadel import admin_pb2, management_pb2

from tests.descriptors import descriptor
from zgrpc.load.locustfile import render
from zgrpc.load.reading import read, read_csv
from zgrpc.load.scenario import Data, Scenario, ScenarioError, Source
from zgrpc.load.templates import prepare

YAML = """
name: look-ups
data:
  users: users.csv
  grants: {list: management.ListUserGrants, where: {role_key: admin}, limit: 10, pick: sequential}
steps:
  - call: management.GetUserByID
    weight: 1.5
    fields: {id: "${users.id}"}
  - list: management.list_user_grants
    name: grants
    where: {email: {ends_with: "@${users.domain}"}}
    limit: 5
options: {rate: 50, duration: 10}
thresholds: [p99<50ms]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "users.csv").write_text("id,domain\n1,acme.com\n2,other.org\n")
    (tmp_path / "s.yaml").write_text(YAML)
    return tmp_path


def test_a_yaml_scenario_sets_every_option(folder: Path) -> None:
    scenario = read(folder / "s.yaml")
    assert (scenario.name, scenario.options, scenario.thresholds) == (
        "look-ups",
        {"rate": 50, "duration": 10},
        ["p99<50ms"],
    )
    assert [(step.name, step.weight, step.limit) for step in scenario.steps] == [
        ("management.GetUserByID", 1.5, None),
        ("grants", 1.0, 5),
    ]
    assert scenario.data["users"].csv == folder / "users.csv"
    assert scenario.data["grants"].pick == "sequential"


def test_a_python_scenario_has_functions_for_steps(tmp_path: Path) -> None:
    (tmp_path / "s.py").write_text("""
from zgrpc.load import Scenario
scenario = Scenario("mine")
scenario.call("auth.GetMyUser", weight=2)
@scenario.step(weight=3)
async def both(client, data): ...
@scenario.setup
async def rows(client): return {"users": [{"id": "1"}]}
""")
    scenario = read(tmp_path / "s.py")
    assert [(step.name, step.weight) for step in scenario.steps] == [("auth.GetMyUser", 2.0), ("both", 3.0)]
    assert scenario.set_up is not None


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[]", "is a mapping"),
        ("{", "line 1: expected"),
        ("steps: []", "no steps"),
        ("stps: []", "did you mean 'steps'"),
        ("steps: [{call: auth.GetMyUsr}]", "did you mean 'auth.GetMyUser'"),
        ("steps: [{call: auth.GetMyUser, weigth: 1}]", "did you mean 'weight'"),
        ("steps: [{call: auth.GetMyUser, weight: 0}]", "above 0"),
        ("steps: [{list: auth.GetMyUser}]", "is no list"),
        ("steps: [{call: auth.GetMyUser, list: auth.ListMyUserGrants}]", "either call: or list:"),
        ("steps: [{call: management.GetUserByID, fields: {idd: 1}}]", "did you mean 'id'"),
        ("steps: [{call: auth.GetMyUser, limit: 1}]", "where and limit are for lists"),
        ("steps: [{call: auth.GetMyUser}, {call: auth.GetMyUser}]", "two steps are called"),
        ('steps: [{call: management.GetUserByID, fields: {id: "${users.id}"}}]', "refers to data 'users'"),
        ('steps: [{call: management.AddProject, fields: {name: "a-${uuid}"}}]', r"\$\{uuid\}' refers to no data"),
        ('steps: [{list: management.ListUsers, where: {email: "${u.email"}}]', r"\$\{u.email' refers to no data"),
        ("steps: [{call: auth.GetMyUser}]\noptions: {rat: 1}", "did you mean 'rate'"),
        ("steps: [{call: auth.GetMyUser}]\ndata: {u: {csv: x, rows: []}}", "one of csv:, list: and rows:"),
        ("steps: [{call: auth.GetMyUser}]\ndata: {u: {csv: x, pick: any}}", "random, sequential"),
    ],
)
def test_a_wrong_scenario_is_rejected_with_advice(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "s.yaml").write_text(text)
    with pytest.raises(ScenarioError, match=complaint):
        read(tmp_path / "s.yaml")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("import json\nimport nothing_there", r"s\.py, line 2: ModuleNotFoundError: No module named 'nothing_there'"),
        ("def f(:", r"s\.py: SyntaxError: invalid syntax"),
    ],
)
def test_a_mistake_in_a_python_file_names_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "s.py").write_text(text)
    with pytest.raises(ScenarioError, match=complaint):
        read(tmp_path / "s.py")


def test_a_csv_file_that_is_not_utf8_is_rejected_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "users.csv").write_bytes(b"name\nMar\xeda\n")
    with pytest.raises(ScenarioError, match=r"users\.csv, line 2: not UTF-8"):
        read_csv(tmp_path / "users.csv")


def test_a_python_file_without_a_scenario_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "s.py").write_text("x = 1")
    with pytest.raises(ScenarioError, match="must define `scenario"):
        read(tmp_path / "s.py")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("id\n", "no rows"),
        ("", "is empty: its first line must name the columns"),
        ("id,id\n1,2\n", "given twice"),
        ('id\n"1\n2\n', "line 2: a quote"),
        ("id,b\n1\n", "line 2"),
        ("id\n1,2\n", "line 2"),
    ],
)
def test_a_wrong_csv_is_rejected(folder: Path, text: str, complaint: str) -> None:

    (folder / "users.csv").write_text(text)
    with pytest.raises(ScenarioError, match=complaint):
        read_csv(folder / "users.csv")


def test_fields_take_values_from_rows() -> None:
    fill = prepare({"a": "${users.id}", "b": ["x-${users.id}", 1], "c": {"d": "${other.id}"}})
    assert fill({"users": {"id": "1"}, "other": {"id": 2}}) == {"a": "1", "b": ["x-1", 1], "c": {"d": 2}}


def test_texts_from_a_csv_become_what_the_field_takes() -> None:
    request = descriptor(management_pb2.AddHumanUserRequest)
    fill = prepare({"user_name": "${u.number}", "email": {"is_email_verified": "${u.flag}"}}, request)
    assert fill({"u": {"number": 7, "flag": "true"}}) == {"user_name": "7", "email": {"is_email_verified": True}}


def test_texts_become_times_durations_and_bytes() -> None:
    request = descriptor(management_pb2.AddPersonalAccessTokenRequest)
    time = datetime(2030, 1, 31, 12, tzinfo=UTC)
    assert prepare({"expiration_date": "2030-01-31T12:00:00Z"}, request)({}) == {"expiration_date": time}
    fill = prepare({"expiration_date": "${u.until}"}, request)
    for given in ("2030-01-31T13:00:00+01:00", time):
        assert fill({"u": {"until": given}}) == {"expiration_date": time}
    policy = descriptor(admin_pb2.UpdateLoginPolicyRequest)
    fill = prepare({"password_check_lifetime": "2h", "mfa_init_skip_lifetime": "${u.skip}"}, policy)
    filled = fill({"u": {"skip": "90s"}})
    assert filled == {"password_check_lifetime": timedelta(hours=2), "mfa_init_skip_lifetime": timedelta(seconds=90)}
    metadata = descriptor(management_pb2.SetUserMetadataRequest)
    assert prepare({"value": "blue", "key": "color"}, metadata)({}) == {"value": b"blue", "key": "color"}
    several = descriptor(management_pb2.BulkSetUserMetadataRequest)
    fill = prepare({"metadata": [{"key": "${u.key}", "value": "${u.key}"}]}, several)
    assert fill({"u": {"key": "a"}}) == {"metadata": [{"key": "a", "value": b"a"}]}


def test_a_locustfile_sets_an_option_whose_name_a_field_has(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(
        "steps: [{call: management.CreateAction, fields: {timeout: {seconds: 1}}, timeout: 5, org_id: '1'}]"
    )
    text = render(read(path), path)
    filled = "self.fill({'timeout': {'seconds': 1}}, 'management.CreateAction')"
    assert f"create_action.with_options(timeout=5)(**{filled}, org_id='1')" in text


def test_a_text_that_is_no_time_is_named() -> None:
    with pytest.raises(ValueError, match=r"expiration_date takes a time such as .*, not 'soon'"):
        prepare({"expiration_date": "soon"}, descriptor(management_pb2.AddPersonalAccessTokenRequest))


def test_a_text_that_is_no_time_is_named_even_beside_a_reference() -> None:
    fields = {"user_id": "${users.id}", "expiration_date": "soon"}
    with pytest.raises(ValueError, match=r"expiration_date takes a time such as .*, not 'soon'"):
        prepare(fields, descriptor(management_pb2.AddPersonalAccessTokenRequest))


def test_sequential_rows_are_shared_out_over_the_processes() -> None:
    rows = {"users": [{"id": number} for number in range(4)]}
    picked = [
        [data.pick("users")["id"] for _ in range(3)]
        for data in (Data(rows, {"users": "sequential"}, share=share, shares=2) for share in (0, 1))
    ]
    assert picked == [[0, 2, 0], [1, 3, 1]]


def test_random_rows_repeat_with_their_seed() -> None:
    rows = {"users": [{"id": number} for number in range(100)]}
    picked = [
        [data.pick("users")["id"] for _ in range(20)]
        for data in (Data(rows, {}, seed=5), Data(rows, {}, seed=5), Data(rows, {}, seed=6))
    ]
    assert picked[0] == picked[1] != picked[2]


def test_a_locustfile_has_a_task_a_step_with_whole_weights(folder: Path) -> None:
    text = render(read(folder / "s.yaml"), folder / "s.yaml")
    compile(text, "locustfile.py", "exec")
    assert "@task(3)\n    def management_get_user_by_id(self):" in text
    assert "@task(2)\n    def grants(self):" in text
    assert "'csv': 'users.csv'" in text


def test_functions_for_asyncio_cannot_become_a_locustfile() -> None:
    scenario = Scenario("mine")

    @scenario.step()
    async def mine(client: object, data: object) -> None: ...

    with pytest.raises(ScenarioError, match="write it as a task of a ZitadelUser"):
        render(scenario, Path("s.py"))


@pytest.mark.parametrize(
    "evil",
    [
        '"""\nimport os\nos._exit(7)\n"""',
        "'''\nimport os; os._exit(7)",
        "x\n    @task\n    def y(self): import os; os._exit(7)",
        "a(b):\r    import os\r    os._exit(7)\r#",
        "\\",
        "class",
        "client",
        "task",
        "None",
        "1st",
        "\u2028import os",
    ],
)
def test_names_and_values_of_a_scenario_are_only_literals_in_a_locustfile(evil: str, tmp_path: Path) -> None:
    def scenario(text: str) -> Scenario:
        made = Scenario(text)
        made.data["users"] = Source(rows=({"id": text},))
        made.call("management.GetUserByID", {"id": text}, name=text, org_id=text)
        made.call("management.ListUsers", name="other", where={"user_name": {"equals": text}})
        return made

    def shape(tree: ast.AST) -> list[str]:
        return [type(node).__name__ for node in ast.walk(tree)]

    file = tmp_path / "locustfile.py"
    found = ast.parse(render(scenario(evil), file))
    assert shape(found) == shape(ast.parse(render(scenario("plain"), file)))
    body = found.body[-1]
    assert isinstance(body, ast.ClassDef)
    tasks = [node.name for node in body.body if isinstance(node, ast.FunctionDef)]
    assert len(set(tasks)) == 2
    assert not {"client", "task", "class"} & set(tasks)
    assert [node.value for node in ast.walk(found) if isinstance(node, ast.Constant)].count(evil) == 5


def test_a_value_without_a_literal_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("steps: [{list: management.ListUsers, where: {user_name: 2026-01-31}}]")
    with pytest.raises(ScenarioError, match=r"datetime\.date.* cannot be written into a locustfile"):
        render(read(tmp_path / "s.yaml"), tmp_path / "s.yaml")
