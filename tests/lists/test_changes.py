"""Change lists follow their sequence, over the wire."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

import pytest

from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator

    import zgrpc


@pytest.fixture(scope="module")
def client() -> Iterator[zgrpc.Client]:
    with Emulator() as emulator, emulator.client() as client:
        yield client


@pytest.fixture(scope="module")
def project(client: zgrpc.Client) -> str:
    project_id = client.management.add_project(name="web").id
    for number in range(9):
        client.management.add_project_role(project_id=project_id, role_key=f"role-{number}", display_name="Role")
    return project_id


@pytest.mark.parametrize("ascending", [True, False])
@pytest.mark.parametrize("limit", [None, 7])
def test_changes_follow_their_sequence_in_either_direction(
    client: zgrpc.Client, project: str, ascending: bool, limit: int | None
) -> None:
    asked = client.management.list_project_changes(
        project_id=project, query={"asc": ascending}, first_page=3, limit=limit
    )
    sequences = [change.sequence for change in asked]
    assert sequences == sorted(set(sequences), reverse=not ascending)
    assert len(sequences) == (limit or 10)


def test_a_list_of_changes_has_no_length_hint(client: zgrpc.Client, project: str) -> None:
    changes = iter(client.management.list_project_changes(project_id=project, first_page=3))
    next(changes)
    assert operator.length_hint(changes, -1) == -1


@pytest.mark.parametrize("query", [None, {"asc": True}])
def test_an_offset_is_rejected_where_the_list_has_a_sequence(client: zgrpc.Client, query: Any) -> None:
    fields = {"query": query} if query else {}
    with pytest.raises(TypeError, match=r"pass query=\{'sequence': ...\} in place of offset="):
        client.management.list_project_changes(project_id="1", offset=5, **fields)
