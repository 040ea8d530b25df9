"""Every night, save all users and grants of an organization as Parquet, and report the changes since the night before.

A list is complete or an error. So a file is whole or not written at all, and no report says that a thousand people left
because a page was lost.

    pip install 'zgrpc[oauth,parquet]'
    ZITADEL_URL=https://acme.zitadel.cloud ZITADEL_KEY_FILE=key.json python reconcile.py /var/lib/reconcile
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from zitadel.user_pb2 import USER_STATE_ACTIVE

import zgrpc


def fetch(client: zgrpc.Client) -> pa.Table:
    """One row a user and role: what an auditor asks for."""
    users = {user.id: user for user in client.management.list_users(timeout=120.0)}
    rows = [
        {
            "user_id": grant.user_id,
            "user_name": grant.user_name,
            "email": grant.email,
            "active": grant.user_id in users and users[grant.user_id].state == USER_STATE_ACTIVE,
            "project": grant.project_name,
            "role": role,
        }
        for grant in client.management.list_user_grants(timeout=120.0)
        for role in grant.role_keys
    ]
    text = ("user_id", "user_name", "email", "project", "role")
    schema = pa.schema([*((name, pa.string()) for name in text), ("active", pa.bool_())])
    return pa.Table.from_pylist(rows, schema=schema)


def keys(table: pa.Table) -> set[tuple[str, str, str]]:
    """Return what identifies the rows."""
    columns = (table.column(name).to_pylist() for name in ("user_name", "project", "role"))
    return set(zip(*columns, strict=True))


def main(folder: Path) -> int:
    """Write tonight's file and print the differences; gives the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with zgrpc.Client.from_env() as client:
            table = fetch(client)
    except (zgrpc.ZitadelError, zgrpc.ListError) as error:
        print(f"nothing was written: {error}", file=sys.stderr)
        return 1
    earlier = sorted(folder.glob("grants-*.parquet"))
    path = folder / f"grants-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.parquet"
    part = path.with_suffix(".part")
    pq.write_table(table, part)
    part.replace(path)  # nobody ever reads half a file
    now, before = keys(table), keys(pq.read_table(earlier[-1])) if earlier else set()
    print(f"{path.name}: {len(now)} roles held, {len(now - before)} new, {len(before - now)} gone")
    for sign, changed in (("+", now - before), ("-", before - now)):
        for user_name, project, role in sorted(changed) if earlier else ():
            print(f"{sign} {user_name} {project} {role}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
