"""``python -m zgrpc``: the command ``zgrpc``."""

from __future__ import annotations

from zgrpc.cli import main

raise SystemExit(main())
