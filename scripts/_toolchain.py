"""What sync_proto.py and generate.py share: their virtual environment, the list of services, and the one writer."""

import argparse
import fcntl
import shutil
import subprocess
import sys
import venv
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
ROOT = SCRIPTS.parent
CACHE = ROOT / ".cache"
VENV = ROOT / ".venv-generate"
REQUIREMENTS = SCRIPTS / "requirements.txt"

DRIFT, FAILED, TOOL_MISSING = 1, 2, 3
"""Exit codes: files differ from what is generated; the generation failed; a tool that it needs is not installed."""


def fail(message: str, code: int = FAILED) -> SystemExit:
    """Print on stderr what went wrong, and return the exception to raise."""
    print(f"{Path(sys.argv[0]).name}: {message}", file=sys.stderr)
    return SystemExit(code)


def arguments(description: str | None) -> argparse.Namespace:
    """Parse the command line that both scripts take: `check`, `root` and `services`."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 when a file differs")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to write to or to compare")
    parser.add_argument("--services", type=Path, default=SCRIPTS / "services.toml", help="the list of services")
    return parser.parse_args()


def enter_venv() -> None:
    """Go on in the generator's own virtual environment, created when it is missing or its requirements changed."""
    if Path(sys.prefix) == VENV:
        return
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "venv-generate.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        stamp = VENV / "requirements.txt"
        wanted = f"# Python {sys.version_info.major}.{sys.version_info.minor}\n{REQUIREMENTS.read_text()}"
        if not stamp.exists() or stamp.read_text() != wanted:
            print(f"Creating {VENV.name} …", file=sys.stderr)
            venv.create(VENV, clear=True, with_pip=True)
            pip: list[str | Path] = [
                VENV / "bin/python",
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
            ]
            # A wheel or nothing: building this grpcio-tools from source would take minutes and may well fail.
            if subprocess.run([*pip, "--only-binary=:all:", "-r", REQUIREMENTS], check=False).returncode:
                raise fail(
                    f"cannot install {REQUIREMENTS.name}; its grpcio-tools has wheels for Python 3.11 and 3.12 only"
                )
            stamp.write_text(wanted)
    raise SystemExit(subprocess.run([VENV / "bin/python", *sys.argv], check=False).returncode)


def protoc(*arguments: str) -> None:
    """Run protoc of the pinned grpcio-tools in a process of its own."""
    if subprocess.run([sys.executable, "-m", "grpc_tools.protoc", *arguments], check=False).returncode:
        raise fail("protoc refused proto/")


def differences(files: dict[str, str], folders: list[Path], root: Path = ROOT) -> list[str]:
    """Return how the folders differ from these files, one line a file; empty if they do not.

    Args:
        files: The text of each file, by its path relative to `root`.
        folders: The folders that hold generated files only, so that any other file in them is stale.
        root: The directory that paths are relative to.
    """
    there = {path.relative_to(root).as_posix() for folder in folders for path in folder.rglob("*") if _is_ours(path)}
    found = [f"{name}: stale" for name in there - files.keys()]
    for name, text in files.items():
        path = root / name
        if not path.exists():
            found.append(f"{name}: missing")
        elif path.read_bytes() != text.encode():
            found.append(f"{name}: differs")
    return sorted(found)


def write(files: dict[str, str], folders: list[Path], root: Path = ROOT) -> None:
    """Make the folders hold exactly these files; a file that is right already keeps its time stamp."""
    for line in differences(files, folders, root):
        name, state = line.rsplit(": ", 1)
        path = root / name
        if state == "stale":
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[name].encode())
        print(f"{name}: {'deleted' if state == 'stale' else 'written'}")
    for folder in folders:
        for path in sorted(folder.rglob("*"), reverse=True):
            if path.is_dir() and all(child.name == "__pycache__" for child in path.iterdir()):
                shutil.rmtree(path)


def check_or_write(files: dict[str, str], folders: list[Path], root: Path, *, check: bool) -> None:
    """Write the files, or exit with DRIFT and the names of those that are not as they should be."""
    if not check:
        write(files, folders, root)
    elif found := differences(files, folders, root):
        for line in found:
            print(line, file=sys.stderr)
        raise fail(f"run `python scripts/{Path(sys.argv[0]).name}`", DRIFT)


def _is_ours(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts
