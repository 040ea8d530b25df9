"""What both type checkers refuse of `client.batch` and `client.map`: each line that is marked. Checked, never run."""

import zgrpc


def keys_are_strings(client: zgrpc.Client) -> None:
    client.batch.user(42)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.batch.users([42])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    client.batch.usr("42")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    zgrpc.Batch(client, windows=1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def flavors_do_not_mix(client: zgrpc.Client, other: zgrpc.AsyncClient) -> None:
    zgrpc.Batch(other)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    _ = other.batch.user("42").id  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.map(client.batch.user, [42])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType, reportCallIssue]
    other.map(client.batch.user, ["42"])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType, reportCallIssue]
