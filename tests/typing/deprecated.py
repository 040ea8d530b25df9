"""Both type checkers report deprecated RPCs where they are called, not where they are named. Checked, never run."""

# pyright: reportDeprecated=error
# mypy: enable-error-code="deprecated"

import zgrpc


def calls(client: zgrpc.Client) -> None:
    client.management.list_users()  # type: ignore[deprecated]  # pyright: ignore[reportDeprecated]
    client.management.add_user_grant(user_id="1", project_id="2")  # type: ignore[deprecated]  # pyright: ignore[reportDeprecated]
    client.v2.user.list_users()
    client.management.list_actions()


def a_table_of_calls(client: zgrpc.Client) -> None:
    table = [client.management.list_users, client.management.list_user_grants]
    print([call.rpc.short_name for call in table])


async def with_asyncio(client: zgrpc.AsyncClient) -> None:
    await client.management.get_user_by_id(id="1")  # type: ignore[deprecated]  # pyright: ignore[reportDeprecated]
