"""Requests and rows as text: RPC names, ``name=value`` fields, filters and columns, for commands and load scenarios."""
