"""The frames of the package in a traceback, wherever the checkout is."""

from __future__ import annotations

from pathlib import Path

import zgrpc

PACKAGE = Path(zgrpc.__file__).parent


def is_ours(file: str | Path) -> bool:
    """Whether a file is part of the package."""
    return Path(file).is_relative_to(PACKAGE)
