"""The four reference endpoints, with their filters, and what the obvious loop loses.

Starts the embedded emulator and seeds it, or reads from a real ZITADEL: --target and the environment variable
ZGRPC_DEMO_TOKEN (`make demo TARGET=... TOKEN=...`).
"""

from __future__ import annotations

import argparse
import operator
import os
import sys
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

import zgrpc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SEED = {"users": 1_000, "grants": 20_000, "tokens": 250, "memberships": 20}
LOOP_PAGE = 100
LOOP_SECONDS = 60.0


class Shown(NamedTuple):
    """A row of the table: what was asked, how many came, how long it took, and one of them."""

    what: str
    items: int
    seconds: float
    example: str


class Reading(NamedTuple):
    """A list to read, what to call it, and how to show one of its items."""

    what: str
    items: Iterable[Any]
    example: Callable[[Any], str]


class Scene(NamedTuple):
    """Who reads: a client on an organization, users with tokens and memberships, and a user's own client."""

    zitadel: zgrpc.Client
    token_user_id: str
    member_user_id: str
    own: zgrpc.Client


def readings(scene: Scene) -> Iterator[Reading]:
    """What the demo reads: the four reference endpoints, whole and filtered."""
    management = scene.zitadel.management

    def grants(what: str, where: Any = None) -> Reading:
        return Reading(
            f"ListUserGrants{what}",
            management.list_user_grants(where=where),
            lambda g: f"{g.user_name}: {', '.join(g.role_keys)} in {g.project_name}",
        )

    yield grants("")
    yield grants(", role_key = admin", {"role_key": "admin"})
    yield grants(", email ends with @acme.com", {"email": zgrpc.ends_with("@acme.com")})
    yield grants(
        ", last_name contains 'er', humans",
        {"last_name": zgrpc.contains("ER", ignore_case=True), "user_type": "TYPE_HUMAN"},
    )
    yield Reading(
        "ListPersonalAccessTokens",
        management.list_personal_access_tokens(user_id=scene.token_user_id),
        lambda t: f"{t.id}, expires {t.expiration_date.ToDatetime():%Y-%m-%d}",
    )
    memberships = management.list_user_memberships
    org_id = management.get_my_org().org.id
    for what, found in (
        ("", memberships(user_id=scene.member_user_id)),
        (", of the organization", memberships(user_id=scene.member_user_id, where={"org": org_id})),
    ):
        yield Reading(f"ListUserMemberships{what}", found, lambda m: f"{m.display_name}: {', '.join(m.roles)}")
    yield Reading(
        "ListMyUserGrants (auth)",
        scene.own.auth.list_my_user_grants(),
        lambda g: f"{g.project_name}: {', '.join(g.role_keys)}",
    )


def read(progress: Progress, reading: Reading) -> Shown:
    """Read a list to its end, with a bar that knows the total once the first answer is in."""
    task = progress.add_task(reading.what, total=None)
    started, count, first = time.perf_counter(), 0, ""
    iteration = iter(reading.items)
    for item in iteration:
        count += 1
        if count == 1:
            first = reading.example(item)
            progress.update(task, total=1 + operator.length_hint(iteration))
        if count % 1_000 == 0:
            progress.update(task, completed=count)
    progress.update(task, total=count, completed=count)
    return Shown(reading.what, count, time.perf_counter() - started, first)


def obvious_loop(progress: Progress, zitadel: zgrpc.Client) -> tuple[int, int, float, bool]:
    """Page through all user grants as one would without thinking, for a minute at most.

    Returns:
        how many rows came, how many of them distinct, the seconds it took, and whether it came to the end.
    """
    page_of = zitadel.management.list_user_grants.page
    task = progress.add_task(f"the obvious loop, page {LOOP_PAGE}", total=None)
    ids: list[str] = []
    started = time.perf_counter()
    while time.perf_counter() - started < LOOP_SECONDS:
        page = page_of(offset=len(ids), limit=LOOP_PAGE)
        if not page.result:
            progress.update(task, total=len(ids), completed=len(ids))
            return len(ids), len(set(ids)), time.perf_counter() - started, True
        ids += [grant.id for grant in page.result]
        progress.update(task, completed=len(ids), total=page.details.total_result)
    return len(ids), len(set(ids)), time.perf_counter() - started, False


def show(console: Console, scene: Scene) -> None:
    """Read everything, and print what came of it."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as progress:
        shown = [read(progress, reading) for reading in readings(scene)]
        rows, distinct, seconds, ended = obvious_loop(progress, scene.zitadel)
    table = Table(title="Four endpoints, complete lists", title_justify="left")
    table.add_column("list")
    table.add_column("items", justify="right")
    table.add_column("seconds", justify="right")
    table.add_column("the first one")
    for row in shown:
        table.add_row(row.what, f"{row.items:,}", f"{row.seconds:.3f}", row.example)
    console.print(table)
    whole = shown[0]
    console.print(f"[bold]All user grants by zgrpc:[/] {whole.items:,} distinct, none twice, in {whole.seconds:.2f} s.")
    lost = f"{whole.items - distinct:,} lost, {rows - distinct:,} twice" if ended else "given up after a minute"
    console.print(f"[bold]By the obvious loop, page {LOOP_PAGE}:[/] {distinct:,} distinct, {lost}, in {seconds:.2f} s.")


def on_the_emulator(console: Console) -> None:
    """Start the emulator, seed it, and read from it."""
    from zgrpc.testing import Emulator

    with Emulator() as emulator:
        with console.status(f"Seeding the emulator on {emulator.target}"):
            started = time.perf_counter()
            seeded = emulator.seed(**SEED)  # type: ignore[arg-type]  # amounts, and none of them is `org`
        amounts = ", ".join(f"{count:,} {name}" for name, count in SEED.items())
        seconds = time.perf_counter() - started
        console.print(f"The emulator on {emulator.target}, seeded in {seconds:.1f} s: {amounts}\n")
        with emulator.client(org_id=seeded.org_id) as zitadel:
            reader = seeded.user_ids[9]  # a machine user with grants
            token = zitadel.management.add_personal_access_token(user_id=reader).token
            with zgrpc.Client(emulator.url, credentials=zgrpc.PersonalAccessToken(token)) as own:
                show(console, Scene(zitadel, seeded.token_user_id, seeded.member_user_id, own))


def on_a_server(console: Console, target: str, token: str, *, insecure: bool) -> None:
    """Read from a real ZITADEL, as the token's user."""
    with zgrpc.Client(target, credentials=zgrpc.PersonalAccessToken(token), insecure=insecure) as zitadel:
        me = zitadel.auth.get_my_user().user
        console.print(f"{target} as {me.user_name}\n")
        show(console, Scene(zitadel, me.id, me.id, zitadel))


def main() -> int:
    """Run the demo."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--target", help="a ZITADEL, such as https://acme.zitadel.cloud; left out: the emulator")
    parser.add_argument("--insecure", action="store_true", help="permit plaintext to another machine")
    arguments = parser.parse_args()
    console = Console()
    token = os.environ.get("ZGRPC_DEMO_TOKEN", "")
    if arguments.target and not token:
        parser.error("--target needs a personal access token in ZGRPC_DEMO_TOKEN (make demo TARGET=... TOKEN=...)")
    try:
        if arguments.target:
            on_a_server(console, arguments.target, token, insecure=arguments.insecure)
        else:
            on_the_emulator(console)
    except (zgrpc.ZitadelError, zgrpc.ListError, ValueError) as error:
        console.print(f"[red]{error}[/]")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
