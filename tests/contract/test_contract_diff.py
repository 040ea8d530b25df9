"""`scripts/contract_diff.py` compares two contracts."""

import subprocess
import sys
from pathlib import Path

import contract_diff
import pytest
from google.protobuf import descriptor_pb2 as pb
from google.protobuf import text_format

BEFORE = """
file {
  name: "a.proto" package: "a"
  message_type { name: "M" field { name: "x" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL } }
  enum_type { name: "E" value { name: "ZERO" number: 0 } }
  service { name: "S" method { name: "Get" input_type: ".a.M" output_type: ".a.M" } }
}
"""


def lines(now: str, before: str = BEFORE) -> list[str]:
    one, other = (text_format.Parse(text, pb.FileDescriptorSet()) for text in (before, now))
    sides = (contract_diff.facts(contract_diff.Contract(side, None)) for side in (one, other))
    return contract_diff.difference(*sides)


def test_equal_contracts_have_no_difference() -> None:
    assert lines(BEFORE) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('name: "x" number: 1', 'name: "y" number: 1', ["- field a.M.x: string = 1", "+ field a.M.y: string = 1"]),
        ("TYPE_STRING", "TYPE_BYTES", ["~ field a.M.x: string = 1 -> bytes = 1"]),
        ("LABEL_OPTIONAL", "LABEL_REPEATED", ["~ field a.M.x: string = 1 -> repeated string = 1"]),
        ('"Get"', '"Give"', ["- rpc a.S/Get: a.M -> a.M", "+ rpc a.S/Give: a.M -> a.M"]),
        ('"ZERO"', '"NONE"', ["+ value a.E.NONE: 0", "- value a.E.ZERO: 0"]),
    ],
)
def test_additions_changes_and_removals_are_reported(old: str, new: str, expected: list[str]) -> None:
    assert lines(BEFORE.replace(old, new)) == expected


def test_routes_permissions_and_limits_are_compared_where_both_sides_have_them() -> None:
    contract = text_format.Parse(BEFORE, pb.FileDescriptorSet())
    one, other = (
        contract_diff.Contract(contract, {"rpcs": {"a.S/Get": {"route": "GET /m", "permission": permission}}})
        for permission in ("m.read", "m.write")
    )
    found = contract_diff.difference(*(contract_diff.facts(side, options=True) for side in (one, other)))
    assert found == [
        "~ options of rpc a.S/Get: permission m.read, route GET /m -> permission m.write, route GET /m",
    ]
    assert contract_diff.difference(contract_diff.facts(one), contract_diff.facts(other)) == []


def test_the_fields_of_a_new_message_are_not_listed_again() -> None:
    assert lines(BEFORE, before='file { name: "a.proto" package: "a" }') == [
        "+ rpc a.S/Get: a.M -> a.M",
        "+ enum a.E",
        "+ message a.M",
    ]


def test_the_contract_is_compared_with_the_last_release(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, root / "scripts/contract_diff.py"], capture_output=True, text=True, check=True
    )
    assert done.stdout == "no difference\n"


def test_an_argument_that_is_neither_file_nor_revision_is_rejected(root: Path) -> None:
    script = root / "scripts/contract_diff.py"
    done = subprocess.run([sys.executable, script, "no-such-revision"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "no-such-revision is no file, and no git revision" in done.stderr
