"""Mutation testing: change the code in small ways and count the changes that no test notices.

    python scripts/mutants.py [--each N] [--write] [MODULE ...]

Works on a copy of the tree in ``.cache/mutants``. Takes a seeded sample of N mutants of each module (60 by default, 0
for all), runs the tests of that module on each, and prints the score of each module and its survivors.
``--write`` enters the scores into CONTRIBUTING.md, and leaves those of other modules as they are.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import difflib
import importlib
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

sys.path.insert(0, str(Path(__file__).parent))

from _equivalent import is_equivalent

ROOT = Path(__file__).resolve().parents[1]
COPY = ROOT / ".cache" / "mutants"
SAID = ROOT / ".cache" / "mutants.txt"
PAGE = ROOT / "CONTRIBUTING.md"
BEGIN, END = "<!-- mutants: begin (scripts/mutants.py) -->", "<!-- mutants: end -->"
LOADED = (
    "grpc", "grpc.aio", "grpc_testing", "httpx", "hypothesis.strategies", "jwt", "yaml", "zitadel.management_pb2",
    "_hypothesis_pytestplugin", "anyio.pytest_plugin", "pytest_asyncio.plugin", "pytest_timeout", "xdist.plugin",
)  # fmt: skip
"""What the tests import and no mutant touches."""
SEED = 1
WANTED = 0.9
"""The least share of a module's mutants that its tests must notice."""

STEPS = (
    "tests/lists/test_asked.py",
    "tests/lists/test_decided.py",
    "tests/lists/test_seams.py",
    "tests/lists/test_passes.py",
    "tests/lists/test_steps.py",
    "tests/lists/test_cursor.py",
    "tests/lists/test_proof.py",
)
TARGETS: dict[str, tuple[str, ...]] = {
    "zgrpc/_auth/endpoint.py": ("tests/auth/test_token_answers.py", "tests/auth/test_endpoint.py"),
    "zgrpc/_auth/source.py": (
        "tests/auth/test_fetches.py",
        "tests/transport/test_fork_locks.py",
        "tests/auth/test_source.py",
    ),
    "zgrpc/_auth/state.py": ("tests/auth/test_state.py",),
    "zgrpc/_bulk/batcher.py": ("tests/bulk/test_batcher.py", "tests/bulk/test_batch.py"),
    "zgrpc/_calls/begin.py": ("tests/calls/test_begin.py",),
    "zgrpc/_calls/bound_rpc.py": (
        "tests/calls/test_drivers.py",
        "tests/calls/test_call_path.py",
        "tests/calls/test_options.py",
        "tests/client/test_tracebacks.py::test_a_rejected_call_shows_no_secret",
    ),
    "zgrpc/_calls/call.py": ("tests/calls/test_drivers.py",),
    "zgrpc/_calls/core.py": ("tests/calls/test_core.py", "tests/calls/test_drivers.py"),
    "zgrpc/_calls/limiter.py": ("tests/calls/test_recovery.py",),
    "zgrpc/_calls/recovery.py": ("tests/calls/test_recovery.py",),
    "zgrpc/_lists/cursor.py": STEPS,
    "zgrpc/_lists/pager.py": ("tests/lists/test_pager.py", "tests/lists/test_frames.py"),
    "zgrpc/_lists/passes.py": STEPS,
    "zgrpc/_lists/seams.py": STEPS,
    "zgrpc/_lists/steps.py": (*STEPS, "tests/lists/test_requests.py"),
    "zgrpc/_lists/whole.py": (*STEPS, "tests/lists/test_requests.py"),
}
"""The modules that decide, and the quickest tests that must notice a change of each."""

IGNORED = re.compile(
    r"core/(?:ReplaceBinaryOperator_BitOr_"  # annotations are never evaluated: `int & None` changes nothing
    r"|ReplaceComparisonOperator_(?:Eq_Is|NotEq_IsNot|Is_Eq|IsNot_NotEq)$)"  # the same for small ints, None and enums
)


class Mutant(NamedTuple):
    """A module with one small change.

    Attributes:
        code: the whole module.
        line: the number of the first line that is changed.
        before: the changed lines as they were.
        after: the changed lines as they are.
    """

    code: str
    line: int
    before: tuple[str, ...]
    after: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join(
            [f"  line {self.line}", *(f"- {line}" for line in self.before), *(f"+ {line}" for line in self.after)]
        )


class Score(NamedTuple):
    """The outcome of one module's mutants.

    Attributes:
        module: the module.
        killed: how many mutants a test noticed.
        survivors: those that none did.
        equivalent: how many mutants behave as the code does; they are not counted.
    """

    module: str
    killed: int
    survivors: list[Mutant]
    equivalent: int

    @property
    def total(self) -> int:
        """How many mutants count."""
        return self.killed + len(self.survivors)

    @property
    def share(self) -> float:
        """The share of the mutants that a test noticed."""
        return self.killed / self.total if self.total else 1.0


def copy() -> None:
    """Copy the files that git knows to a folder of their own."""
    shutil.rmtree(COPY, ignore_errors=True)
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in listed.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (COPY / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, COPY / name)


def mutants_of(code: str) -> Iterator[Mutant]:
    """Give every change that cosmic-ray knows to make to a module, in the order of its operators."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator, operator_names

    nodes = list(ast_nodes(get_ast(code)))
    skipped = never_run(nodes)
    for name in sorted(operator_names()):
        kind = get_operator(name)
        if IGNORED.search(name) or kind.arguments():
            continue
        operator = kind()
        places = [node for node in nodes for _ in operator.mutation_positions(node)]
        for occurrence, place in enumerate(places):
            if place in skipped:
                continue
            try:
                changed = mutate_code(code, operator, occurrence)
            except AttributeError:  # cosmic-ray cannot replace one `module.Exception` of several
                if name != "core/ExceptionReplacer":
                    raise
            else:
                yield compared(code, changed)


def never_run(nodes: list[Any]) -> set[Any]:
    """Return the nodes whose change makes no difference: the marks ``*`` and ``/`` of signatures, and TYPE_CHECKING."""
    from cosmic_ray.ast import ast_nodes

    found = {node for node in nodes if node.parent is not None and node.parent.type == "parameters"}
    for node in nodes:
        if node.type == "if_stmt" and node.children[1].get_code(include_prefix=False) == "TYPE_CHECKING":
            found.update((node, *ast_nodes(node.children[3])))
    return found


def compared(code: str, changed: str) -> Mutant:
    """Return a mutant with the lines that are changed."""
    before, after = code.splitlines(), changed.splitlines()
    changes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    ((_, first, last, begin, end),) = [change for change in changes if change[0] != "equal"]
    was, now = (tuple(map(str.strip, lines)) for lines in (before[first:last], after[begin:end]))
    return Mutant(changed, first + 1, was, now)


def load() -> None:
    """Import `LOADED`, once for all mutants."""
    sys.path.insert(0, str(COPY / "generated"))
    for name in LOADED:
        importlib.import_module(name)


class Spent(NamedTuple):
    """What a run of tests took, in seconds."""

    wall: float
    cpu: float


UNBOUNDED = Spent(600.0, 600.0)


def run(tests: tuple[str, ...], most: Spent = UNBOUNDED) -> Spent | None:
    """Run tests in the copy, in a process of their own; return what it took, or None if one failed or took too long."""
    began = time.monotonic()
    child = os.fork()
    if not child:
        os.setsid()
        os.chdir(COPY)
        resource.setrlimit(resource.RLIMIT_CPU, (int(most.cpu) + 1, int(most.cpu) + 1))  # for loops without an end
        sys.path.insert(0, str(COPY))
        with SAID.open("w") as said:
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
        import pytest

        code = 99
        try:
            code = int(pytest.main(["-xq", "-pno:cacheprovider", "--assert=plain", *tests]))
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    ended, status = 0, 0
    while not ended and time.monotonic() < began + most.wall:
        time.sleep(0.01)
        ended, status, usage = os.wait4(child, os.WNOHANG)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # what the tests left behind, too
    if not ended:
        os.waitpid(child, 0)
    if not ended or status:
        return None
    return Spent(time.monotonic() - began, usage.ru_utime + usage.ru_stime)


def mutate(module: str, tests: tuple[str, ...], each: int) -> Score:
    """Run the mutants of one module."""
    path = COPY / module
    code = path.read_text()
    spent = run(tests)
    if spent is None:
        raise SystemExit(f"{SAID.read_text()}\nthe tests of {module} fail without a mutant")
    most = Spent(10 + 5 * spent.wall, 2 + 2 * spent.cpu)
    for cached in path.parent.glob(f"__pycache__/{path.stem}.*.pyc"):
        cached.unlink()  # Python tells versions of a module apart by size and second: too coarse for mutants
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    equal: list[Mutant] = []
    rest: list[Mutant] = []
    for mutant in mutants_of(code):
        (equal if is_equivalent(module, mutant.before, mutant.after) else rest).append(mutant)
    chooser = random.Random(f"{SEED} {module}")  # noqa: S311 - a sample, no secret
    killed = 0
    survivors: list[Mutant] = []
    for mutant in sorted(chooser.sample(rest, min(each or len(rest), len(rest))), key=lambda mutant: mutant.line):
        path.write_text(mutant.code)
        if run(tests, most):
            survivors.append(mutant)
            print(f"{module} survived:\n{mutant}", flush=True)
        else:
            killed += 1
    path.write_text(code)
    sys.dont_write_bytecode = False
    del os.environ["PYTHONDONTWRITEBYTECODE"]
    return Score(module, killed, survivors, len(equal))


def table(text: str) -> dict[str, str]:
    """Return the rows of the page's table, by module."""
    rows = text.partition(BEGIN)[2].partition(END)[0].splitlines()
    return {row.split("`")[1]: row for row in rows if row.startswith("| `")}


def write(scores: list[Score]) -> None:
    """Enter scores into the page."""
    text = PAGE.read_text()
    rows = table(text)
    today = datetime.datetime.now(datetime.UTC).date()
    for score in scores:
        rows[score.module] = (
            f"| `{score.module}` | {score.total} | {score.killed} | {score.share:.0%} | {score.equivalent} | {today} |"
        )
    head = ["| module | mutants | killed | share | equivalent | measured |", "| --- | --: | --: | --: | --: | --- |"]
    body = [rows.get(module, f"| `{module}` | | | | | not measured |") for module in TARGETS]
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    PAGE.write_text(before + "\n".join([BEGIN, *head, *body, END]) + after)


def main() -> int:
    """Run the mutants and print the scores; return 1 if a module's tests notice too few of them."""
    parser = argparse.ArgumentParser(description="Count the changes to the code that no test notices.")
    parser.add_argument("modules", nargs="*", help=f"modules to change; default: {', '.join(TARGETS)}")
    parser.add_argument("--each", type=int, default=60, metavar="N", help="mutants of each module; 0 for all")
    parser.add_argument("--write", action="store_true", help=f"enter the scores into {PAGE.name}")
    arguments = parser.parse_args()
    unknown = [module for module in arguments.modules if module not in TARGETS]
    if unknown:
        parser.error(f"there are no tests entered for {', '.join(unknown)}; see TARGETS")
    copy()
    load()
    os.environ["ZGRPC_MUTANTS"] = "1"  # tests/conftest.py: the same random examples for each mutant
    scores = []
    for module in arguments.modules or TARGETS:
        score = mutate(module, TARGETS[module], arguments.each)
        scores.append(score)
        print(f"{module}: {score.killed} of {score.total} mutants killed, {score.share:.0%}", flush=True)
        if arguments.write:
            write([score])
    killed, total = sum(score.killed for score in scores), sum(score.total for score in scores)
    print(f"\nall: {killed} of {total} mutants killed, {killed / max(total, 1):.0%}")
    return int(any(score.share < WANTED for score in scores))


if __name__ == "__main__":
    raise SystemExit(main())
