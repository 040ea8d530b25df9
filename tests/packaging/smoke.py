"""Run by test_wheel.py where only the wheel is installed: a raw stub, a complete list in both flavors, an error."""

import asyncio

from zitadel import auth_pb2_grpc, management_pb2, management_pb2_grpc

import zgrpc
from zgrpc.testing import Emulator


async def listed(emulator: Emulator, org_id: str) -> int:
    async with emulator.async_client(org_id=org_id) as zitadel:
        return len([grant async for grant in zitadel.management.list_user_grants(first_page=100)])


with Emulator() as emulator:
    seeded = emulator.seed(users=100, grants=1000)
    with emulator.client(org_id=seeded.org_id) as zitadel:
        stub = management_pb2_grpc.ManagementServiceStub(zitadel.channel)
        assert stub.GetMyOrg(management_pb2.GetMyOrgRequest()).org.id == seeded.org_id
        assert callable(auth_pb2_grpc.AuthServiceStub)
        try:
            zitadel.management.get_user_by_id(id="4711")
        except zgrpc.NotFoundError as error:
            assert error.id == "QUERY-Dfbg2", error
        grants = list(zitadel.management.list_user_grants(where={"user_name": zgrpc.starts_with("")}, first_page=100))
    count = asyncio.run(listed(emulator, seeded.org_id))
    assert len(grants) == count
    print(f"{count} of 1000 grants, sync and asyncio")
