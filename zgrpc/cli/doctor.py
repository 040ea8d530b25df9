"""``zgrpc doctor``."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from zgrpc.cli.common import FAILED, UNREACHABLE, Command, connect, connection_options, examples, on_terminal, timeout_option

if TYPE_CHECKING:
    from zgrpc.cli.connection import Connection
