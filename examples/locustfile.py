"""A backend's calls as a Locust user: most look a user up, some list all who hold a role.

pip install 'zgrpc[locust]'
export ZITADEL_TOKEN=...
locust -f locustfile.py --host https://acme.zitadel.cloud --headless -u 100 -r 20 -t 60s --processes 2
"""

from contextlib import suppress

from locust import constant_throughput, task

import zgrpc
from zgrpc.locust import ZitadelUser


class Backend(ZitadelUser):
    """One request a second each, so that the number of users is the rate."""

    wait_time = constant_throughput(1)
    data = {"users": {"list": "management.ListUsers", "limit": 1000}}  # noqa: RUF012 - Locust's style

    @task(9)
    def look_up_a_user(self) -> None:
        """Who is this?"""
        self.client.management.get_user_by_id(id=self.pick("users")["id"])

    @task(3)
    def what_may_they_do(self) -> None:
        """The grants of one user."""
        list(self.client.management.list_user_grants(where={"user_id": self.pick("users")["id"]}))

    @task(1)
    def who_is_not_there(self) -> None:
        """An error that is expected is caught; it is still counted among the failures, by ZITADEL's error id."""
        with suppress(zgrpc.NotFoundError):
            self.client.management.get_user_by_id(id="0")
