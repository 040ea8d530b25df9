"""Find addresses to listen on, and cut a connection that gRPC's core holds and does not give out."""

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


def check_free(host: str, port: int) -> None:
    """Refuse a port that somebody listens on; gRPC would write its own lines about it to stderr.

    Raises:
        OSError: it is taken; names it.
    """
    if not port:
        return
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise OSError(error.errno, f"cannot listen on {host} port {port}: {error.strerror}") from None


def reachable(host: str) -> str:
    """Return the address by which this machine reaches a server that listens on `host`."""
    return {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - nothing is bound
