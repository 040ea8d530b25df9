"""The descriptors of ZITADEL's schema, read from the Go modules that carry them.

Each `.pb.go` file holds its serialized FileDescriptorProto as a list of bytes. `go mod download` fetches the modules;
no Go program is built or run.
"""

import importlib
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import _toolchain as toolchain
from google.protobuf import descriptor_pb2 as pb

Files = dict[str, pb.FileDescriptorProto]

_DESCRIPTOR = re.compile(r"^var file_\w+_rawDesc = \[\]byte\{(.*?)^\}", re.DOTALL | re.MULTILINE)
_BYTE = re.compile(r"0x([0-9a-f]{2})")


def fetch(modules: Iterable[str]) -> list[Path]:
    """Return the folders of Go modules, downloaded into Go's module cache.

    Args:
        modules: Each as `path@version`.

    Raises:
        SystemExit: Go is not installed (`TOOL_MISSING`), or a module cannot be downloaded.
    """
    modules = list(modules)
    go = shutil.which("go")
    if go is None:
        raise toolchain.fail("Go is not installed, so the schema cannot be read", toolchain.TOOL_MISSING)
    with tempfile.TemporaryDirectory() as elsewhere:  # outside of any Go module
        done = subprocess.run(
            [go, "mod", "download", "-json", *modules], check=False, stdout=subprocess.PIPE, text=True, cwd=elsewhere
        )
    if done.returncode:
        raise toolchain.fail(f"go mod download fails for {', '.join(modules)}")
    return [Path(answer["Dir"]) for answer in _objects(done.stdout)]


def _objects(text: str) -> Iterator[dict[str, str]]:
    decoder = json.JSONDecoder()
    while text := text.lstrip():
        found, end = decoder.raw_decode(text)
        text = text[end:]
        yield found


def read_modules(folders: Iterable[Path]) -> Files:
    """Return every file descriptor below the folders, and the well-known types that they import, by file name."""
    files: Files = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.pb.go")):
            for match in _DESCRIPTOR.finditer(path.read_text()):
                content = bytes.fromhex("".join(_BYTE.findall(match[1])))
                file = pb.FileDescriptorProto.FromString(content)
                files[file.name] = file
    if not files:
        raise toolchain.fail("the Go modules hold no descriptor; scripts/_package.py must learn their new form")
    for name in {name for file in files.values() for name in file.dependency if name.startswith("google/protobuf/")}:
        files.setdefault(name, _from_runtime(name))
    return files


def _from_runtime(name: str) -> pb.FileDescriptorProto:
    module = importlib.import_module(name.removesuffix(".proto").replace("/", ".") + "_pb2")
    return pb.FileDescriptorProto.FromString(module.DESCRIPTOR.serialized_pb)
