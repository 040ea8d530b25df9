"""A million requests through `client.map`, and what memory they take: `python -m benchmarks.million [COUNT]`."""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic, process_time

from benchmarks import calls
from benchmarks.servers import serving


def resident() -> float:
    """MiB of this process."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


async def main(count: int) -> None:
    with serving("wire_server") as server:
        async with calls.async_client(server.port) as client:
            requests = ({"id": str(number)} for number in range(count))  # never all at once
            call = client.management.get_user_by_id
            done, started, cpu, memory = 0, monotonic(), process_time(), []
            async for _ in client.map(call, requests, errors="return"):
                done += 1
                if done % (count // 20) == 0:
                    memory.append(resident())
                    print(f"{done:>9,} after {monotonic() - started:6.1f} s, {memory[-1]:.1f} MiB", flush=True)
            seconds = monotonic() - started
    print(
        f"{done:,} calls in {seconds:.0f} s, {done / seconds:,.0f} a second, "
        f"{(process_time() - cpu) / done * 1e6:.0f} us CPU a call, memory from {memory[0]:.1f} to {memory[-1]:.1f} MiB"
    )


if __name__ == "__main__":
    import uvloop

    uvloop.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
