"""RPCs by whatever name a user writes."""

from __future__ import annotations

import pytest

from zgrpc.cli.names import find, label


@pytest.mark.parametrize(
    "name",
    [
        "management.GetUserByID",
        "management.get_user_by_id",
        "management.getuserbyid",
        "GetUserByID",
        "get_user_by_id",
        "zitadel.management.v1.ManagementService/GetUserByID",
        "/zitadel.management.v1.ManagementService/GetUserByID",
    ],
)
def test_all_these_mean_the_same(name: str) -> None:
    assert label(find(name)) == "management.GetUserByID"


def test_a_misspelt_name_gets_the_nearest() -> None:
    with pytest.raises(ValueError, match=r"did you mean 'management\.ListUserGrants'"):
        find("management.ListUserGrnts")


def test_a_bare_name_of_two_services_is_ambiguous() -> None:
    with pytest.raises(ValueError, match=r"ambiguous: auth\.Healthz or management\.Healthz"):
        find("Healthz")
