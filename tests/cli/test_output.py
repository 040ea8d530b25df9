"""Writers: every file is whole, whenever the writing stops."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest
from google.protobuf.timestamp_pb2 import Timestamp
from zitadel import management_pb2, user_pb2

from tests.descriptors import descriptor
from zgrpc._contract.rows import choose, columns, items_field
from zgrpc.cli.output import Output
from zgrpc.cli.writers import JsonLines, Table, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GRANTS = descriptor(management_pb2.ListUserGrantResponse).fields_by_name["result"]
USERS = descriptor(management_pb2.ListUsersResponse).fields_by_name["result"]
ROLES = descriptor(management_pb2.ListOrgMemberRolesResponse).fields_by_name["result"]


def grants(count: int) -> Iterator[user_pb2.UserGrant]:
    for number in range(count):
        yield user_pb2.UserGrant(
            id=str(number),
            role_keys=["admin", "reader"],
            email='jo, the first\n"quoted"@acme.com',
            details={"sequence": number, "creation_date": Timestamp(seconds=1_700_000_000)},
        )


def write(path: Path, kind: str, items: Any, names: list[str] | None = None, field: Any = GRANTS) -> None:
    with Output(kind, path, field, choose(field, names) if names else None) as output:
        for item in items:
            output.write(item)


class Terminal(io.StringIO):
    """A terminal that counts what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.writes = 0

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.writes += 1
        return super().write(text)


def calls_of(writer: Writer, count: int) -> int:
    """The calls of functions, Python's and C's, that it takes to write `count` rows."""
    messages = list(grants(count))
    calls = 0

    def count_call(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count_call)
    try:
        for message in messages:
            writer.write(message)
        writer.close()
    finally:
        sys.setprofile(None)
    return calls


def interrupted(items: Iterator[Any], after: int) -> Iterator[Any]:
    for number, item in enumerate(items):
        if number == after:
            raise KeyboardInterrupt
        yield item


def test_csv_keeps_values_with_commas_quotes_and_line_ends(tmp_path: Path) -> None:
    write(tmp_path / "g.csv", "csv", grants(2), ["id", "email", "details.creation_date"])
    with (tmp_path / "g.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["id", "email", "details.creation_date"]
    assert rows[1] == ["0", 'jo, the first\n"quoted"@acme.com', "2023-11-14T22:13:20Z"]


def test_json_lines_hold_whole_messages_with_names_of_the_contract(tmp_path: Path) -> None:
    write(tmp_path / "g.jsonl", "jsonl", grants(1))
    assert json.loads((tmp_path / "g.jsonl").read_text())["role_keys"] == ["admin", "reader"]


def test_parquet_keeps_types(tmp_path: Path) -> None:
    write(tmp_path / "g.parquet", "parquet", grants(3))
    table = pq.read_table(tmp_path / "g.parquet")
    assert [str(table.schema.field(name).type) for name in ("details.sequence", "details.creation_date", "id")] == [
        "uint64",
        "timestamp[us, tz=UTC]",
        "string",
    ]
    assert table.column("details.sequence").to_pylist() == [0, 1, 2]


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_an_interrupted_file_is_valid_and_holds_what_had_come(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "file"
    with pytest.raises(KeyboardInterrupt):
        write(path, kind, interrupted(grants(20_000), 10_007), ["id"])
    partial = tmp_path / "file.partial"
    assert list(tmp_path.iterdir()) == [partial]
    if kind == "csv":
        ids = partial.read_text().split()[1:]
    elif kind == "jsonl":
        ids = [json.loads(line)["id"] for line in partial.read_text().splitlines()]
    else:
        ids = pq.read_table(partial).column("id").to_pylist()
    assert ids == [str(number) for number in range(10_007)]


@pytest.mark.parametrize("kind", ["csv", "json", "jsonl", "parquet", "table", "yaml"])
def test_an_empty_list_makes_a_valid_file(tmp_path: Path, kind: str) -> None:
    write(tmp_path / "file", kind, ())
    if kind == "parquet":
        assert pq.read_table(tmp_path / "file").num_rows == 0
    else:
        assert len((tmp_path / "file").read_text().splitlines()) == (0 if kind == "jsonl" else 1)


def test_absent_messages_give_empty_cells_and_not_defaults(tmp_path: Path) -> None:
    machine = user_pb2.User(id="1", machine=user_pb2.Machine(name="robot"))
    write(tmp_path / "u.parquet", "parquet", [machine], ["machine.name", "human.email.is_email_verified"], USERS)
    assert pq.read_table(tmp_path / "u.parquet").to_pylist() == [
        {"machine.name": "robot", "human.email.is_email_verified": None}
    ]


def test_lists_of_plain_values_have_one_column(tmp_path: Path) -> None:
    write(tmp_path / "r.csv", "csv", ["ORG_OWNER"], field=ROLES)
    assert (tmp_path / "r.csv").read_text() == "result\nORG_OWNER\n"


def test_a_message_as_a_column_means_all_below_it() -> None:
    assert [column.name for column in choose(USERS, ["human.email"])] == [
        "human.email.email",
        "human.email.is_email_verified",
    ]


def test_columns_are_found_in_camel_case() -> None:
    assert choose(USERS, ["human.email.isEmailVerified"])[0].name == "human.email.is_email_verified"


def test_a_misspelled_column_gets_the_nearest_one() -> None:
    with pytest.raises(ValueError, match="did you mean 'user_name'"):
        choose(GRANTS, ["user_nam"])


def test_every_list_of_the_contract_has_columns() -> None:
    from zgrpc._contract.rpc import all_rpcs

    for rpc in all_rpcs().values():
        if rpc.paging:
            assert columns(items_field(rpc)), rpc.full_name


def test_a_long_table_reaches_the_terminal_in_large_pieces() -> None:
    terminal = Terminal()
    table = Table(terminal, GRANTS, None)
    for grant in grants(20_000):
        table.write(grant)
    table.close()
    assert terminal.getvalue().count("\n") == 20_002  # the head and its rule
    assert terminal.writes <= 25


def test_rows_of_json_reach_the_terminal_one_by_one() -> None:
    terminal = Terminal()
    writer = JsonLines(terminal, GRANTS, None)
    for number, grant in enumerate(grants(3), 1):
        writer.write(grant)
        assert (terminal.writes, terminal.getvalue().count("\n")) == (number, number)


@pytest.mark.parametrize("writer", [Table, JsonLines])
def test_a_row_costs_the_same_in_a_long_list(writer: type[Table] | type[JsonLines]) -> None:
    short, long = (calls_of(writer(Terminal(), GRANTS, None), count) for count in (1_000, 4_000))
    assert long <= 4 * short
