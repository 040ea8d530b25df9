"""The contract of ZITADEL's API: RPCs, filters, identities of list items, and requests from keywords."""
