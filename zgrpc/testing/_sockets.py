"""Cutting a connection that gRPC's core holds and does not give out."""

from __future__ import annotations

import os
import socket
import stat
import urllib.parse


def shut_down(peer: str) -> bool:
    """Shut down this process's end of the TCP connection to `peer`, as gRPC writes it (``ipv4:127.0.0.1:4711``).

    Returns:
        Whether there was one. Only where the system lists a process's files in ``/dev/fd`` (Linux, macOS) can it be
        found.
    """
    kind, _, address = urllib.parse.unquote(peer).partition(":")
    host, _, port = address.rpartition(":")
    if kind not in ("ipv4", "ipv6") or not port.isdecimal():
        return False
    wanted = (host.strip("[]"), int(port))
    return any(_shut_down_if(fd, wanted) for fd in _descriptors())


def _descriptors() -> list[int]:
    try:
        return [int(name) for name in os.listdir("/dev/fd")]  # noqa: PTH208 - names are all that is wanted
    except OSError:
        return []


def _shut_down_if(fd: int, peer: tuple[str, int]) -> bool:
    """Shut the socket `fd` down if it is connected to `peer`."""
    try:
        if not stat.S_ISSOCK(os.fstat(fd).st_mode):
            return False
        with socket.socket(fileno=os.dup(fd)) as copy:
            if copy.family not in (socket.AF_INET, socket.AF_INET6):  # such as an event loop's own pair
                return False
            host, port = copy.getpeername()[:2]
            # A server that listens on both families sees IPv4 clients as ::ffff:127.0.0.1.
            if (host.removeprefix("::ffff:"), port) != peer:
                return False
            copy.shutdown(socket.SHUT_RDWR)
    except OSError:  # closed meanwhile, or never connected
        return False
    return True
