"""Add new colleagues from a CSV file and grant them a role, many at a time; every line gets its result.

The file has the columns user_name, first_name, last_name, email and role. It can be run again: users who exist keep
what they have, and get only the grant that is missing.

    pip install 'zgrpc[oauth]'
    export ZITADEL_URL=https://acme.zitadel.cloud ZITADEL_KEY_FILE=key.json
    python onboard.py people.csv PROJECT_ID > results.csv
"""

import csv
import sys
from pathlib import Path
from typing import TextIO

import zgrpc

Person = dict[str, str]


def onboard(client: zgrpc.Client, project_id: str, person: Person) -> str:
    """Add one person and their grant. Return what was done."""
    management = client.management
    done = "added"
    try:
        user_id = management.add_human_user(
            user_name=person["user_name"],
            profile={"first_name": person["first_name"], "last_name": person["last_name"]},
            email={"email": person["email"]},
        ).user_id
    except zgrpc.AlreadyExistsError:
        user_id = management.list_users(where={"user_name": person["user_name"]}).one().id
        done = "was there"
    try:
        management.add_user_grant(user_id=user_id, project_id=project_id, role_keys=[person["role"]])
    except zgrpc.AlreadyExistsError:
        return f"{done}, had a grant"
    return f"{done}, granted"


def main(path: Path, project_id: str, output: TextIO) -> int:
    """Onboard everybody in the file. Return the exit code."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        people: list[Person] = list(csv.DictReader(file))
    results = csv.writer(output)
    results.writerow(["user_name", "result"])
    failed = 0
    with zgrpc.Client.from_env() as client:
        outcomes = client.map(
            lambda person: onboard(client, project_id, person),
            people,
            concurrency=16,
            errors="return",
            progress=lambda done, total: print(f"\r{done} of {total}", end="", file=sys.stderr),
        )
        for person, outcome in zip(people, outcomes, strict=True):
            failed += isinstance(outcome, Exception)
            results.writerow([person["user_name"], f"failed: {outcome}" if isinstance(outcome, Exception) else outcome])
    print(f"\n{len(people) - failed} of {len(people)} done", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2], sys.stdout))
