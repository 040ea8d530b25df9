"""Load tests of a ZITADEL: open and closed loop, in as many processes as asked for (``pip install 'zgrpc[load]'``).

The command ``zgrpc load`` is the usual way in. A scenario written in Python needs one name from here::

    from zgrpc.load import Data, Scenario

    scenario = Scenario("look-ups")
    scenario.call("management.GetUserByID", {"id": "${users.id}"}, weight=8)

    @scenario.step(weight=2)
    async def grants_of_a_user(client, data: Data) -> None:
        user = data.pick("users")
        await client.management.list_user_grants(where={"user_id": user["id"]}).first()
"""

from zgrpc.load.scenario import Data, Scenario, ScenarioError, Step
from zgrpc.load.thresholds import Threshold, Verdict

__all__ = ["Data", "Scenario", "ScenarioError", "Step", "Threshold", "Verdict"]
