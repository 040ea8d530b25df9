"""An embedded ZITADEL for tests, demos and load tests.

`Emulator` is a real gRPC server on a loopback port over a SQLite store; it answers as ZITADEL v4.13.1 was recorded to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zgrpc.testing.emulator import Emulator as Emulator
    from zgrpc.testing.received import ReceivedCall as ReceivedCall

__all__ = ["Emulator", "ReceivedCall"]


def __getattr__(name: str) -> Any:
    # Both services' messages come with the emulator; importing the package for its name alone stays cheap.
    if name in __all__:
        from zgrpc.testing import emulator

        return getattr(emulator, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
