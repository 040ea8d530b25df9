"""What zgrpc asks of the Python that it runs on."""

from __future__ import annotations

import functools
import sys
import warnings

__all__ = ["refuse_free_threading", "warn_of_slow_protobuf"]


def refuse_free_threading(version: str = sys.version) -> None:
    """Reject a free-threaded build of Python: grpcio has no wheels for one, and is not tested there.

    Args:
        version: What the interpreter says of itself; free-threaded builds name it there.

    Raises:
        ImportError: The interpreter is a free-threaded build.
    """
    if "free-threading" in version:
        raise ImportError(
            "zgrpc does not run on free-threaded builds of Python, because grpcio has no wheels for them yet; "
            f"use a build with the GIL, such as python{sys.version_info.major}.{sys.version_info.minor}"
        )


@functools.cache
def warn_of_slow_protobuf(implementation: str | None = None) -> None:
    """Warn, once in a process, if protobuf runs in pure Python, as it does where it has no wheel for the platform.

    Args:
        implementation: protobuf's name of its implementation; None asks protobuf.
    """
    if implementation is None:
        from google.protobuf.internal import api_implementation

        implementation = api_implementation.Type()
    if implementation == "python":
        warnings.warn(
            "protobuf runs in pure Python and parses messages much more slowly: it has no wheel for this platform, or "
            "PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION=python is set; zgrpc's page 'Compatibility' lists the platforms",
            RuntimeWarning,
            stacklevel=3,  # the caller of the client's class
        )
