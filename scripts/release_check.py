"""Whether what would be published is whole: `make release-check`. Nothing is published by it.

Looks at the version and the changelog, builds the sdist and from it the wheel, looks into both, installs the wheel into
empty environments at both ends of the version ranges, and runs the README's quick starts and tests/packaging/smoke.py
there. `--release` asks for what only the release itself has: a dated changelog section, a clean tree, and the contract
recorded in proto/released.binpb. Fetches packages, as `make test` does.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import venv
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[1]
SMOKE = ROOT / "tests/packaging/smoke.py"
TESTING = ("grpcio-health-checking", "grpcio-reflection")
"""What the extra `testing` needs in the version of grpcio itself."""

IN_WHEEL = {
    "zgrpc/py.typed",
    "zitadel/py.typed",
    "zgrpc/_contract/_generated/types/services.pyi",
    "zitadel/user_pb2.pyi",
}
IN_SDIST = {
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "LICENSE-APACHE",
    "NOTICE",
    "Makefile",
    "pyproject.toml",
    "buf.yaml",
    "mkdocs.yml",
    "Containerfile",
    ".dockerignore",
}
IN_SDIST |= {
    "buf.yaml",
    "mkdocs.yml",
    "proto/released.binpb",
    "docs/index.md",
    "docs/images/demo.svg",
    "examples/demo.py",
}
MOST_BYTES = 1_500_000
"""The largest wheel that is released."""
NOT_SHIPPED = re.compile(r"(^|/)(__pycache__|\.venv[^/]*|\.git|node_modules|site|dist)(/|$)|\.pyc$|\.env$|\.pem$")


def project() -> dict[str, Any]:
    """Return the project's table in pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return table


def version() -> str:
    """Return the version that would be released."""
    found = re.search(r'__version__ = "([^"]+)"', (ROOT / "zgrpc/_version.py").read_text())
    if found is None:
        raise SystemExit("zgrpc/_version.py names no version")
    return found[1]


def lower_bounds() -> list[str]:
    """Return the oldest versions of the core dependencies that pyproject.toml permits."""
    oldest = [re.sub(r">=([^,]+).*", r"==\1", requirement) for requirement in project()["dependencies"]]
    grpcio = next(pin.partition("==")[2] for pin in oldest if pin.startswith("grpcio"))
    return [*oldest, *(f"{name}=={grpcio}" for name in TESTING)]


def build(folder: Path, *kinds: str) -> list[Path]:
    """Build into `folder`: `--wheel`, `--sdist`, or without either the sdist and from it the wheel."""
    command = [sys.executable, "-m", "build", *kinds, "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        raise RuntimeError(f"the build fails:\n{done.stdout}{done.stderr}")
    return sorted(folder.iterdir())


def installed(folder: Path, *packages: str) -> Path:
    """Make an empty environment, install packages in it, and return its interpreter."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    command: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages]
    subprocess.run(command, check=True, timeout=300)
    return python


def wheel_problems(wheel: Path) -> Iterator[str]:
    """Yield what is wrong with the content of a wheel."""
    names = set(zipfile.ZipFile(wheel).namelist())
    top = {name.split("/")[0] for name in names}
    top = {name for name in top if not name.endswith(".dist-info")}
    if top != {"zgrpc", "zitadel"}:
        yield f"the wheel holds {', '.join(sorted(top))}, and not only zgrpc and zitadel"
    yield from (f"the wheel lacks {name}" for name in sorted(IN_WHEEL - names))
    yield from (
        f"the wheel lacks the {name}"
        for name in ("LICENSE", "LICENSE-APACHE", "NOTICE")
        if not any(n.endswith(f"licenses/{name}") for n in names)
    )
    yield from (f"the wheel holds {name}" for name in sorted(names) if NOT_SHIPPED.search(name))
    if wheel.stat().st_size > MOST_BYTES:
        yield f"the wheel has {wheel.stat().st_size:,} bytes, more than {MOST_BYTES:,}"


def sdist_problems(sdist: Path) -> Iterator[str]:
    """Yield what is wrong with the content of an sdist."""
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    yield from (f"the sdist lacks {name}" for name in sorted(IN_SDIST - names))
    yield from (f"the sdist holds {name}" for name in sorted(names) if NOT_SHIPPED.search(name))


def changelog_problems(*, release: bool) -> Iterator[str]:
    """Yield what is wrong with CHANGELOG.md, given the version."""
    text = (ROOT / "CHANGELOG.md").read_text()
    found = re.search(rf"^## \[{re.escape(version())}\] - (.+)$", text, re.MULTILINE)
    if found is None:
        yield f"CHANGELOG.md has no section [{version()}]"
    elif release and not re.fullmatch(r"\d{4}-\d\d-\d\d", found[1]):
        yield f"CHANGELOG.md gives no date for {version()} but {found[1]!r}"
    elif not re.fullmatch(r"\d{4}-\d\d-\d\d|unreleased", found[1]):
        yield f"CHANGELOG.md gives {found[1]!r} for {version()}: a date, or unreleased"


def release_problems() -> Iterator[str]:
    """Yield what keeps the tree from being released."""
    status = subprocess.run(["git", "-C", ROOT, "status", "--porcelain"], capture_output=True, text=True, check=True)
    if status.stdout:
        yield "the tree has changes that are not committed"
    differs = subprocess.run(
        [sys.executable, ROOT / "scripts/contract_diff.py", "--exit-code"], capture_output=True, check=False
    )
    if differs.returncode:
        yield "proto/released.binpb is not the contract: see CONTRIBUTING.md"


def run_problems(wheel: Path, folder: Path, end: str) -> Iterator[str]:
    """Yield what goes wrong where only the wheel is installed, at one end of the version ranges."""
    pins = lower_bounds() if end == "oldest" else []
    python = installed(folder / end, f"{wheel}[testing,oauth]", "pytest", *pins)
    pages = [ROOT / "scripts/doc_blocks.py", ROOT / "README.md"]
    for what, command in (("the smoke test", [SMOKE]), ("the README's quick start", pages)):
        done = subprocess.run(
            [python, *command], cwd=folder, capture_output=True, text=True, timeout=180, check=False
        )  # fmt: skip
        if done.returncode:
            yield f"{what} fails with the {end} dependencies:\n{done.stdout}{done.stderr}"


def check(*, release: bool) -> int:
    """Check everything, and say so; gives the exit code."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        built: list[Path] = []

        def built_problems() -> Iterator[str]:
            built[:] = build(folder / "dist")
            yield from sdist_problems(built[0] if built[0].name.endswith(".gz") else built[1])
            yield from wheel_problems(next(path for path in built if path.suffix == ".whl"))

        def run_at(end: str) -> Iterator[str]:
            yield from run_problems(next(path for path in built if path.suffix == ".whl"), folder, end)

        steps: list[tuple[str, Callable[[], Iterator[str]]]] = [
            ("changelog", lambda: changelog_problems(release=release)),
            ("wheel and sdist", built_problems),
            ("oldest dependencies", lambda: run_at("oldest")),
            ("newest dependencies", lambda: run_at("newest")),
        ]
        if release:
            steps.insert(1, ("tree and contract", release_problems))
        print(f"zgrpc {version()}")
        failed = False
        for what, step in steps:
            problems = list(step())
            failed |= bool(problems)
            print(f"  {what}: {'; '.join(problems) or 'as it should be'}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--release", action="store_true", help="check what only the release itself has, too")
    raise SystemExit(check(release=parser.parse_args().release))
