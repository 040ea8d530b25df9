"""A scenario as a locustfile."""

from __future__ import annotations

import math
import os
import pprint
import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from zgrpc.cli.names import label
from zgrpc.load.scenario import Scenario, ScenarioError, Source, Step

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_HEAD = '''"""{name}, as a locustfile; written by `zgrpc load`.

Every user sends one request a second, so the number of users (-u) is the rate:

    locust -f {file} --host https://acme.zitadel.cloud --headless -u 500 -r 100 -t 60s --processes 4

Credentials come from the environment: ZITADEL_TOKEN or ZITADEL_KEY_FILE, on every worker.
"""

from locust import constant_throughput, task
from zgrpc.locust import ZitadelUser


class {title}(ZitadelUser):
    wait_time = constant_throughput(1)
'''


def render(scenario: Scenario, path: Path) -> str:
    """The locustfile of a scenario whose steps are RPCs.

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
    title = re.sub(r"\W", "", scenario.name.title().replace("_", " ")) or "Load"
    parts = [
        _HEAD.format(name=scenario.name, file="locustfile.py", title=f"Load{title}" if title[0].isdigit() else title)
    ]
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
    name = re.sub(
        r"\W", "_", step.name if step.name != label(step.rpc) else f"{step.rpc.service}_{step.rpc.python_name}"
    )
    name = f"step_{name}" if name[:1].isdigit() else name
    while name in names:
        name += "_"
    names.add(name)
    arguments = []
    if step.fields or step.where:
        both = {**step.fields, **({"where": dict(step.where)} if step.where else {})}
        arguments.append(f"**self.fill({_literal(both, 12)})")
    options = {option: getattr(step, option) for option in ("limit", "timeout", "org_id")}
    arguments += [f"{option}={value!r}" for option, value in options.items() if value is not None]
    call = f"self.client.{step.rpc.service}.{step.rpc.python_name}({', '.join(arguments)})"
    if step.rpc.paging:
        call = f"for _ in {call}:\n            pass"
    return f"    @task({weight})\n    def {name}(self):\n        {call}\n"


def _source(source: Source, path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if source.csv is not None:
        found["csv"] = os.path.relpath(source.csv, path.parent)
    elif source.rpc is not None:
        found["list"] = label(source.rpc)
        for name in ("fields", "where", "limit"):
            if value := getattr(source, name):
                found[name] = value
    else:
        found["rows"] = list(source.rows)
    return found if source.pick == "random" else {**found, "pick": source.pick}


def _whole(weights: Sequence[float]) -> list[int]:
    """Weights of the same ratio as whole numbers, which is what Locust takes."""
    fractions = [Fraction(weight).limit_denominator(1000) or Fraction(1, 1000) for weight in weights]
    common = math.lcm(*(fraction.denominator for fraction in fractions))
    numbers = [int(fraction * common) for fraction in fractions]
    return [number // math.gcd(*numbers) for number in numbers]


def _literal(value: Any, indent: int) -> str:
    """A literal, its further lines indented."""
    return pprint.pformat(value, width=110 - indent, sort_dicts=False).replace("\n", "\n" + " " * indent)
