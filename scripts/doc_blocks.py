"""Run the code blocks of Markdown pages against the emulator: `python scripts/doc_blocks.py README.md`.

A page is a program. Its Python blocks run from top to bottom in one namespace, and may await. It begins with the names
that `Acme.names` gives: `emulator`, `zitadel` (a client in the org), `token`, `org_id`, `project_id`, `user_id`, and
others. It runs in a folder of its own, where key.json and users.csv lie. A client of https://acme.zitadel.cloud talks
to the emulator.

- Text after a Python block in a block of ``text title="output"`` is what that block must print.
- A block with a title is a file: it is written to that name. If that begins with test_, pytest runs it.
- Lines of Python are at most 100 characters long, so that they can be read without scrolling.
- ``<!-- hidden`` … ``-->`` holds Python that runs and is not shown.
- ``<!-- not run: why -->`` before a block leaves it out; Python is compiled all the same.
- Of a shell block, the commands `zgrpc`, `make`, `pip` and `python` are checked: whether there is such a command with
  such options, such a target, such an extra, such a file.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import importlib.util
import inspect
import io
import os
import re
import shlex
import subprocess
import sys
import tomllib
import traceback
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
ADDRESS = "https://acme.zitadel.cloud"
WIDTH = 100
SHELL = frozenset({"bash", "console", "sh", "shell"})
# Commands of others, which pages may show and nothing here can check.
FOREIGN = frozenset(
    [
        "cd",
        "curl",
        "docker",
        "eval",
        "export",
        "git",
        "grpcurl",
        "gunicorn",
        "jq",
        "kubectl",
        "locust",
        "pytest",
        "source",
    ]
)

_FENCE = re.compile(r"^(?P<indent> *)(?P<fence>`{3,})(?P<language>[\w-]*) *(?P<info>.*)$")
_TITLE = re.compile(r'title="([^"]+)"')
_NOT_RUN = re.compile(r"<!-- not run: (.+) -->")
_HIDDEN = "<!-- hidden"


class Block(NamedTuple):
    """A block of a page.

    Attributes:
        line: the number of its first line of text.
        language: what the fence names; `python` for what is hidden.
        title: the name of the file it is; empty for none.
        not_run: why it is not run; empty if it is.
        text: what is in it.
    """

    line: int
    language: str
    title: str
    not_run: str
    text: str


class Failed(Exception):  # noqa: N818 - what the command says of a page
    """A block that does not do what the page says; names the page and the line."""


def blocks(text: str) -> list[Block]:
    """Return the blocks of a page, in their order."""
    found, lines, number, not_run = [], text.splitlines(), 0, ""
    while number < len(lines):
        line = lines[number]
        number += 1
        if line.strip() == _HIDDEN:
            end = lines.index("-->", number)
            found.append(Block(number + 1, "python", "", "", "\n".join(lines[number:end])))
            number = end + 1
        elif reason := _NOT_RUN.search(line):
            not_run = reason[1]
        elif fence := _FENCE.match(line):
            indent = fence["indent"]
            end = lines.index(indent + fence["fence"], number)
            body = "\n".join(line.removeprefix(indent) for line in lines[number:end])
            title = _TITLE.search(fence["info"])
            found.append(Block(number + 1, fence["language"], title[1] if title else "", not_run, body))
            number, not_run = end + 1, ""
    return found


# -- what pages are run against --------------------------------------------------------------------
class Acme:
    """An emulator with the organization that the pages speak of, and a folder with the files that they read."""

    def __init__(self, folder: Path) -> None:
        from zgrpc.testing import Emulator

        self.folder = folder
        self.emulator = Emulator()

    def __enter__(self) -> Acme:
        self.emulator.start()
        with self.emulator.client() as owner:
            self.org_id = owner.management.add_org(name="acme").id
            management = owner.with_org(self.org_id).management
            self.user_id = management.add_human_user(
                user_name="gigi@acme.com",
                profile={"first_name": "Gigi", "last_name": "Rossi"},
                email={"email": "gigi@acme.com", "is_email_verified": True},
            ).user_id
            self.bot_id = management.add_machine_user(user_name="bot", name="Bot").user_id
            management.add_org_member(user_id=self.bot_id, roles=["ORG_OWNER"])
            self.bot_token = management.add_personal_access_token(user_id=self.bot_id).token
            key = management.add_machine_key(user_id=self.bot_id, type="KEY_TYPE_JSON").key_details
            self.secret = management.generate_machine_secret(user_id=self.bot_id).client_secret
            self.project_id = management.add_project(name="shop").id
            for role in ("admin", "reader"):
                management.add_project_role(project_id=self.project_id, role_key=role, display_name=role.capitalize())
            management.add_user_grant(user_id=self.user_id, project_id=self.project_id, role_keys=["admin"])
        (self.folder / "key.json").write_bytes(key)
        (self.folder / "users.csv").write_text("user_name,first_name,last_name,email\nana,Ana,Silva,ana@acme.com\n")
        self.zitadel = self.emulator.client(org_id=self.org_id)
        return self

    def __exit__(self, *_: object) -> None:
        self.zitadel.close()
        self.emulator.stop()

    def names(self) -> dict[str, Any]:
        """Return the names that a page begins with."""
        return {
            "__name__": "__page__",
            "emulator": self.emulator,
            "zitadel": self.zitadel,
            "token": str.__str__(self.emulator.owner_token),
            "org_id": self.org_id,
            "project_id": self.project_id,
            "user_id": self.user_id,
            "bot_id": self.bot_id,
            "client_secret": self.secret,
            **key_pair(),
        }

    @contextlib.contextmanager
    def at_the_address(self) -> Any:
        """Clients of `ADDRESS` talk to the emulator; the environment and the working folder are the page's."""
        from zgrpc import _client_base as client_module
        from zgrpc.guard import guards

        _client: Any = client_module  # what the page sees of it is replaced here

        made, emulator, folder = _client.BaseClient.__init__, self.emulator, Path.cwd()

        def make(client: Any, address: str | None = None, **options: Any) -> None:
            if address == ADDRESS:
                address = emulator.url
                if getattr(options.get("credentials"), "_needs_issuer", False):
                    options.setdefault("issuer", emulator.issuer)
            made(client, address, **options)

        check_names = _client.check_names  # reads the arguments of `__init__`, which is replaced here

        def check_made(name: str, _: Any, positional: int, arguments: Any) -> None:
            check_names(name, made, positional, arguments)

        made_guard = guards._Guard.__init__

        def make_guard(guard: Any, issuer: str, **options: Any) -> None:
            made_guard(guard, emulator.issuer if issuer == ADDRESS else issuer, **options)

        environment = {
            "ZITADEL_URL": ADDRESS,
            "ZITADEL_TOKEN": str.__str__(emulator.owner_token),
            "ZITADEL_ORG_ID": self.org_id,
        }
        before = {name: os.environ.get(name) for name in environment}
        os.environ.update(environment)
        os.chdir(self.folder)
        _client.BaseClient.__init__ = make
        _client.check_names = check_made
        guards._Guard.__init__ = make_guard  # type: ignore[assignment, method-assign]
        try:
            yield
        finally:
            _client.BaseClient.__init__ = made
            _client.check_names = check_names
            guards._Guard.__init__ = made_guard  # type: ignore[method-assign]
            os.chdir(folder)
            for name, value in before.items():
                os.environ.pop(name) if value is None else os.environ.update({name: value})


def key_pair() -> dict[str, str]:
    """Return a key pair as PEM, as `private_key` and `public_key`."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key, pem = rsa.generate_private_key(65537, 2048), serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    public = key.public_key().public_bytes(pem, serialization.PublicFormat.SubjectPublicKeyInfo)
    return {"private_key": private.decode(), "public_key": public.decode()}


# -- running ---------------------------------------------------------------------------------------
def run_page(page: Path, folder: Path) -> int:
    """Run a page in `folder`, which is empty; returns how many of its blocks ran or were checked.

    Raises:
        Failed: a block fails, or prints something else than the page says.
    """
    found, ran = blocks(page.read_text()), 0
    printed = ""
    with contextlib.ExitStack() as stack:
        names: dict[str, Any] = {}
        runner: asyncio.Runner | None = None
        for block in found:
            where = f"{page.name}, line {block.line}"
            if block.language == "text" and block.title == "output":
                if block.text.strip() != printed.strip():
                    raise Failed(f"{where}: the block before it prints\n{printed}")
            elif block.title:
                written = folder / block.title
                written.parent.mkdir(parents=True, exist_ok=True)
                written.write_text(block.text + "\n")
                if block.language == "python":
                    compile(block.text, where, "exec")
                    if written.name.startswith("test_") and not block.not_run:
                        run_pytest(written, where)
            elif block.language == "python":
                code = compile_block(block, where)
                if block.not_run:
                    continue
                if runner is None:
                    acme = stack.enter_context(Acme(folder))
                    names = acme.names()
                    stack.enter_context(acme.at_the_address())
                    runner = stack.enter_context(asyncio.Runner())
                printed = execute(code, names, runner, where)
            elif block.language in SHELL and not block.not_run:
                with contextlib.chdir(folder):  # where the page's files lie
                    check_shell(block.text, where)
            else:
                continue
            ran += 1
    return ran


def compile_block(block: Block, where: str) -> Any:
    """Return the block's code, with its lines numbered as on the page."""
    for number, line in enumerate(block.text.splitlines(), block.line):
        if len(line) > WIDTH:
            raise Failed(f"{where} (line {number}): {len(line)} characters; {WIDTH} can be read without scrolling")
    try:
        return compile("\n" * (block.line - 1) + block.text, where, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except SyntaxError as error:
        raise Failed(f"{where}: {error}") from error


def execute(code: Any, names: dict[str, Any], runner: asyncio.Runner, where: str) -> str:
    """Run a block; returns what it printed."""
    output = io.StringIO()
    try:
        with contextlib.redirect_stdout(output):
            result = eval(code, names)  # noqa: S307 - a page of ours
            if inspect.iscoroutine(result):

                async def wait(coroutine: Any = result) -> None:
                    await asyncio.wait_for(coroutine, 60)

                runner.run(wait())
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in last if frame.filename == where]
        raise Failed(f"{where} (line {lines[-1] if lines else '?'}): {type(error).__name__}: {error}") from error
    return output.getvalue()


def run_pytest(file: Path, where: str) -> None:
    """Run a file as a user's own test."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", file.name]
    if importlib.util.find_spec("pytest_asyncio"):
        command += ["-o", "asyncio_mode=auto", "-o", "asyncio_default_fixture_loop_scope=function"]
    done = subprocess.run(command, cwd=file.parent, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        raise Failed(f"{where}: {file.name} fails\n{done.stdout}{done.stderr}")


# -- shell -----------------------------------------------------------------------------------------
def check_shell(text: str, where: str) -> None:
    """Check the commands of a shell block.

    Raises:
        Failed: there is no such command, option, target, extra or file.
    """
    for line in text.replace("\\\n", " ").splitlines():
        for words in commands(line.removeprefix("$ ")):
            problem = check_command(words)
            if problem:
                raise Failed(f"{where}: {shlex.join(words)}: {problem}")


def commands(line: str) -> list[list[str]]:
    """Return the commands of a line, without what is assigned before them and where their output goes."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|&;<>")
    lexer.whitespace_split = True
    lexer.commenters = "#"
    found: list[list[str]] = [[]]
    skip = False
    for word in lexer:
        if skip:
            skip = False
        elif set(word) <= set("<>&") and set(word) & set("<>"):
            skip = True
        elif set(word) <= set("|&;"):
            found.append([])
        elif found[-1] or not re.match(r"[A-Za-z_]\w*=", word):
            found[-1].append(word)
    return [words for words in found if words]


def check_command(words: list[str]) -> str:
    """Return what is wrong with a command; empty if nothing is known to be."""
    name, *arguments = words
    if name == "zgrpc":
        return check_zgrpc(arguments)
    if name == "make":
        targets = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE)
        wanted = [word for word in arguments if "=" not in word]
        return "".join(f"no target {word}; " for word in wanted if word not in targets)
    if name == "pip":
        extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
        asked = [extra for word in arguments for part in re.findall(r"\[(.+)\]", word) for extra in part.split(",")]
        return "".join(f"no extra {extra}; " for extra in asked if extra.strip() not in extras)
    if Path(name).name in {"python", "python3"}:
        files = [word for word in arguments if word.endswith(".py")]
        return "".join(f"no file {file}; " for file in files if not (ROOT / file).exists() and not Path(file).exists())
    return "" if name in FOREIGN else f"pages do not show {name} yet; see FOREIGN in scripts/doc_blocks.py"


def check_zgrpc(arguments: list[str]) -> str:
    """Return the usage error of a command line; empty if there is none."""
    import click

    from zgrpc.cli.app import app

    try:
        context = click.Context(app, info_name="zgrpc")
        name, command, left = app.resolve_command(context, [word for word in arguments if word != "--debug"])
        assert command is not None  # noqa: S101 - resolve_command fails otherwise
        command.make_context(name, left, parent=context)
    except click.exceptions.Exit:
        return ""  # --help
    except click.ClickException as error:
        return error.format_message()
    return ""


def main(pages: list[str]) -> int:
    """Run pages, and print the outcome of each."""
    import tempfile

    failed = 0
    for page in pages:
        with tempfile.TemporaryDirectory() as folder:
            try:
                ran = run_page(Path(page).resolve(), Path(folder))
            except Failed as error:
                failed += 1
                print(f"FAILED {error}", file=sys.stderr)
            else:
                print(f"{page}: {ran} blocks")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
