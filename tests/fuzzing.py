"""How many examples a property test tries: a few in `make test`, many more in `make fuzz`."""

from __future__ import annotations

import os

TIMES = int(os.environ.get("ZGRPC_FUZZ_TIMES", "1"))


def examples(count: int = 100) -> int:
    """The examples of a test that tries this many in `make test`."""
    return count * TIMES
