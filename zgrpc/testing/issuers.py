"""The issuers of tokens: one for each instance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc.testing.accounts import StoredAccounts
from zgrpc.testing.oauth import OAuth
from zgrpc.testing.oauth_keys import SigningKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from zgrpc.testing.domain.instances import Instances


class Issuers:
    """The OAuth endpoints of instances.

    Args:
        instances: the instances.
        url: returns the URL of the issuer at a domain.
        clock: the server's time in Unix seconds.
    """

    def __init__(self, instances: Instances, url: Callable[[str], str], clock: Callable[[], float]) -> None:
        self._instances, self._url, self._clock = instances, url, clock
        self._by_id: dict[str, OAuth] = {}

    def at(self, headers: Mapping[str, str]) -> OAuth:
        """Return the endpoints of the instance that a request is addressed to, else of the first instance.

        The issuer is the host that the request names, with the port that a container or a proxy gives it.
        """
        host = headers.get("host", "")
        hosted = self._instances.at(headers.get("x-zitadel-instance-host") or host)
        known = hosted is not None
        hosted = hosted or self._instances.at("")
        assert hosted is not None  # noqa: S101 - the first instance stays
        issuer = self._url(self._instances.domain)
        if known and host:
            issuer = f"{issuer.partition('://')[0]}://{host}"
        found = self._by_id.get(hosted.id)
        if found is None:
            accounts = StoredAccounts(hosted.store)
            keys = SigningKeys(accounts.load_key, accounts.save_key)
            made = OAuth(accounts, issuer, self._clock, project_id=hosted.id, keys=keys)
            found = self._by_id.setdefault(hosted.id, made)
        return found.issued_by(issuer)
