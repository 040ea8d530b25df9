"""Numbers with their noun, in messages."""

from __future__ import annotations

__all__ = ["counted"]


def counted(number: float, one: str, many: str = "") -> str:
    """Return a number and what it counts: ``1 item``, ``2,000 items``.

    Args:
        number: The number.
        one: The noun in the singular.
        many: The noun in the plural; by default with an s.
    """
    shown = f"{number:,}" if isinstance(number, int) else f"{number:g}"
    return f"{shown} {one if number == 1 else many or f'{one}s'}"
