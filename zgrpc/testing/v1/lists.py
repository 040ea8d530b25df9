"""Pages and text filters, as v1 asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc.testing.domain.lists import Page

if TYPE_CHECKING:
    from zitadel import object_pb2


def page(query: object_pb2.ListQuery, order: str = "") -> Page:
    """Return the page that a query asks for; `order` is the SQL that the list is sorted by, if it is sorted at all."""
    return Page(query.offset, query.limit, order)
