"""Durations as people write them: ``30``, ``30s``, ``500ms``, ``1h30m``."""

from __future__ import annotations

import math
import re

_UNITS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_PART = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(ms|s|m|h|d)")


def seconds(text: str) -> float:
    """Return a duration in seconds.

    Args:
        text: A number of seconds, or numbers with units: ``ms``, ``s``, ``m``, ``h``, ``d``.

    Raises:
        ValueError: The text is not a duration.
    """
    text = text.strip().lower()
    try:
        value = float(text)
    except ValueError:
        parts = _PART.findall(text)
        if not parts or "".join(number + unit for number, unit in parts) != text:
            raise ValueError(f"takes a duration such as 30s, 500ms or 1h30m, not {text!r}") from None
        value = sum(float(number) * _UNITS[unit] for number, unit in parts)
    if not math.isfinite(value):
        raise ValueError(f"takes a duration such as 30s, 500ms or 1h30m, not {text!r}")
    return value
