"""More events than one answer holds, at one moment or over some time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.mirror.conftest import FileMirror
from zgrpc.mirror._steps import next_page
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("at_one_moment", [False, True])
def test_mirror_follows_more_events_than_an_answer_holds(tmp_path: Path, at_one_moment: bool) -> None:
    with Emulator() as emulator, emulator.client() as client:
        emulator.seed(users=40, projects=3, grants=3_000)
        if at_one_moment:  # else they are a microsecond apart
            emulator.store.run("UPDATE events SET created = (SELECT max(created) FROM events)")
        first = client.management.list_user_grants().first()
        assert first is not None
        with FileMirror(client, tmp_path / "mirror.db", interval=3600.0) as mirror:
            client.management.remove_user_grant(user_id=first.user_id, grant_id=first.id)
            mirror.sync()
            assert first.id not in {grant.id for grant in mirror.grants_of(first.user_id)}
            assert sum(call.method == "admin.ListEvents" for call in emulator.calls) < 30
            assert mirror.differences(FileMirror(client, tmp_path / "fresh.db")) == {}
            if at_one_moment:
                before = len(emulator.calls)
                mirror.sync()
                assert [call.method for call in emulator.calls[before:]] == ["admin.ListEvents"]
                assert mirror.verify() == []


def test_a_burst_is_not_fetched_again_once_it_is_old(tmp_path: Path) -> None:
    ahead = 0.0
    with Emulator() as emulator, emulator.client() as client:
        emulator.seed(users=40, projects=3, grants=3_000)
        mirror = FileMirror(client, tmp_path / "mirror.db", clock=lambda: time.time() + ahead)
        mirror.sync()
        ahead = 11.0
        mirror.sync()
        before = len(emulator.calls)
        mirror.sync()
        first = client.management.list_user_grants().first()
        assert first is not None
        client.management.remove_user_grant(user_id=first.user_id, grant_id=first.id)
        assert len(mirror.sync()) == 1
        events = [call.request for call in emulator.calls[before:] if call.method == "admin.ListEvents"]
        assert len(events) == 2
        mirror.close()


@pytest.mark.parametrize(
    ("times", "since", "begin"),
    [
        ([float(second) for second in range(100, 200)], 90.0, 189.0),  # 10 seconds again
        ([100 + second / 10 for second in range(100)], 90.0, 105.0),  # half a page again
        ([100.0] * 60 + [101.0] * 40, 99.0, 100.0),
        ([100.0] * 100, 99.0, 100.0),
        ([100.0] * 60 + [101.0] * 40, 100 - 1e-6, 101.0),  # half a page would be the same page
        ([100.0] * 100, 100 - 1e-6, None),
    ],
)
def test_next_page_begins_before_the_last_events_but_after_where_this_one_began(
    times: list[float], since: float, begin: float | None
) -> None:
    found = next_page(times, since)
    assert found == (None if begin is None else pytest.approx(begin, abs=2e-6))
