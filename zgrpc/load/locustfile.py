"""A scenario as a locustfile."""

from __future__ import annotations

import ast
import keyword
import math
import os
import pprint
import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from zgrpc._text.names import python_label
from zgrpc.load.scenario import Scenario, ScenarioError, Source, Step

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# What comes from the scenario enters the file as a literal or as a name that is checked, never as text.
_HEAD = '''"""A locustfile that `zgrpc load` wrote from a scenario.

Every user sends one request a second, so the number of users (-u) is the rate:

    locust -f locustfile.py --host https://acme.zitadel.cloud --headless -u 500 -r 100 -t 60s --processes 4

Credentials come from the environment: ZITADEL_TOKEN or ZITADEL_KEY_FILE, on every worker.
"""

from locust import constant_throughput, task
from zgrpc.locust import ZitadelUser


class {title}(ZitadelUser):
    scenario = {name}
    wait_time = constant_throughput(1)
'''

# Attributes of Locust's users and of ZitadelUser, which a task of the same name would replace.
_TAKEN = frozenset(
    "abstract client constant_throughput context credentials data environment fill fixed_count full_name fullname "  # noqa: SIM905 - a list of 30 lines
    "greenlet group host json max_wait min_wait on_start on_stop options pick run scenario start stop task tasks wait "
    "wait_function wait_time weight".split()
)


def render(scenario: Scenario, path: Path) -> str:
    """Return the locustfile of a scenario whose steps are RPCs.

    Args:
        scenario: what to write.
        path: its file, which those of its data are relative to.

    Raises:
        ScenarioError: the scenario has steps or data that are Python functions for asyncio.
    """
    for step in scenario.steps:
        if step.rpc is None:
            raise ScenarioError(
                f"step {step.name!r} is a function for asyncio, which Locust cannot run: write it as a task of "
                "a ZitadelUser (zgrpc.locust)"
            )
    if scenario.set_up is not None:
        raise ScenarioError("setup() is for asyncio, which Locust cannot run: give data as csv, list or rows")
    parts = [_HEAD.format(name=_literal(scenario.name, 4), title=_class_name(scenario.name))]
    if scenario.data:
        parts.append(
            f"    data = {_literal({name: _source(source, path) for name, source in scenario.data.items()}, 4)}\n"
        )
    names: set[str] = set()
    for step, weight in zip(scenario.steps, _whole([step.weight for step in scenario.steps]), strict=True):
        parts.append(_task(step, weight, names))
    return "\n".join(parts)


def _task(step: Step, weight: int, names: set[str]) -> str:
    if step.rpc is None:
        raise AssertionError("checked above")
    name = _task_name(step.name if step.name != step.rpc.short_name else python_label(step.rpc))
    while name in names:
        name += "_"
    names.add(name)
    arguments = []
    if step.fields or step.where:
        both = {**step.fields, **({"where": dict(step.where)} if step.where else {})}
        arguments.append(f"**self.fill({_literal(both, 12)}, {step.rpc.short_name!r})")
    options = {option: getattr(step, option) for option in ("limit", "timeout", "org_id")}
    written = {option: f"{option}={_literal(value, 12)}" for option, value in options.items() if value is not None}
    # A keyword sets the field where a request has one of that name.
    bound = [written.pop(name) for name in ("timeout", "org_id") if name in written and name in step.fields]
    rpc = f"self.client.{python_label(step.rpc)}" + f".with_options({', '.join(bound)})" * bool(bound)
    call = f"{rpc}({', '.join([*arguments, *written.values()])})"
    if step.rpc.paging:
        call = f"for _ in {call}:\n            pass"
    return f"    @task({weight})\n    def {name}(self):\n        {call}\n"


def _source(source: Source, path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if source.csv is not None:
        found["csv"] = os.path.relpath(source.csv, path.parent)
    elif source.rpc is not None:
        found["list"] = source.rpc.short_name
        for name in ("fields", "where", "limit"):
            if value := getattr(source, name):
                found[name] = value
    else:
        found["rows"] = list(source.rows)
    return found if source.pick == "random" else {**found, "pick": source.pick}


def _whole(weights: Sequence[float]) -> list[int]:
    """Return weights of the same ratio as whole numbers, because Locust takes no others."""
    fractions = [Fraction(weight).limit_denominator(1000) or Fraction(1, 1000) for weight in weights]
    common = math.lcm(*(fraction.denominator for fraction in fractions))
    numbers = [int(fraction * common) for fraction in fractions]
    return [number // math.gcd(*numbers) for number in numbers]


def _class_name(name: str) -> str:
    """Return a class name made from a scenario's name, such as ``LookUps`` for ``look-ups``."""
    title = re.sub(r"[^A-Za-z0-9]", "", name.title())
    return title if title[:1].isalpha() and not keyword.iskeyword(title) else f"Load{title}"


def _task_name(name: str) -> str:
    """Return a method name made from a step's name; it hides nothing that Locust or `ZitadelUser` has."""
    name = re.sub(r"[^A-Za-z0-9]", "_", name)
    reserved = keyword.iskeyword(name) or name in _TAKEN or not name[:1].isalpha()
    return f"step_{name}" if reserved else name


def _literal(value: Any, indent: int) -> str:
    """Return the Python source of a value, with its further lines indented.

    Raises:
        ScenarioError: The value has no literal, such as a date.
    """
    source = pprint.pformat(value, width=110 - indent, sort_dicts=False)
    try:
        same = ast.literal_eval(source) == value
    except (ValueError, SyntaxError, TypeError):
        same = False
    if not same:
        raise ScenarioError(f"{value!r} cannot be written into a locustfile: give texts, numbers, lists and mappings")
    return source.replace("\n", "\n" + " " * indent)
