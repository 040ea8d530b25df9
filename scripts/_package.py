"""The npm package of ZITADEL's schema: JavaScript modules, each with its serialized descriptor in base64."""

import base64
import importlib
import io
import posixpath
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

import _toolchain as toolchain
from google.protobuf import descriptor_pb2 as pb

Files = dict[str, pb.FileDescriptorProto]


def fetch(package: str) -> bytes:
    """The package's archive as npm packs it, kept in .cache/."""
    archive = toolchain.CACHE / (re.sub(r"[@/]+", "-", package).strip("-") + ".tgz")
    if not archive.exists():
        npm = shutil.which("npm")
        if npm is None:
            raise toolchain.fail(f"npm is not installed, so {package} cannot be read", toolchain.TOOL_MISSING)
        toolchain.CACHE.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=toolchain.CACHE) as folder:
            if subprocess.run(
                [npm, "pack", package, "--silent", "--pack-destination", folder], check=False, stdout=subprocess.DEVNULL
            ).returncode:
                raise toolchain.fail(f"npm cannot pack {package}")
            next(Path(folder).iterdir()).rename(archive)
    return archive.read_bytes()


def read_package(archive: bytes) -> Files:
    """Every file descriptor of the package and of the well-known types, by file name, with its dependencies."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        modules = {
            member.name.removeprefix("package/es/"): content.read().decode()
            for member in tar
            if member.name.startswith("package/es/")
            and member.name.endswith("_pb.js")
            and (content := tar.extractfile(member))
        }
    by_module: Files = {}
    imports: dict[str, list[str]] = {}
    for module, text in modules.items():
        match = re.search(r'fileDesc\("([A-Za-z0-9+/=]*)"(?:,\s*\[([^\]]*)\])?\)', text)
        if match is None:
            raise toolchain.fail(f"{module} of the package holds no descriptor")
        by_module[module] = pb.FileDescriptorProto.FromString(base64.b64decode(match[1] + "=" * (-len(match[1]) % 4)))
        sources = {
            symbol.strip(): source
            for symbols, source in re.findall(r'import\s*{([^}]*)}\s*from\s*"([^"]+)"', text)
            for symbol in symbols.split(",")
        }
        imports[module] = [
            _well_known(symbol)
            if sources[symbol].startswith("@")
            else posixpath.normpath(posixpath.join(posixpath.dirname(module), sources[symbol]))
            for symbol in re.findall(r"\w+", match[2] or "")
        ]
    files = {file.name: file for file in by_module.values()}
    for module, file in by_module.items():
        file.dependency[:] = [by_module[name].name if name in by_module else name for name in imports[module]]
        for name in file.dependency:
            if name.startswith("google/protobuf/") and name not in files:
                files[name] = _from_runtime(name)
    return files


def _well_known(symbol: str) -> str:
    return "google/protobuf/" + symbol.removeprefix("file_google_protobuf_") + ".proto"


def _from_runtime(name: str) -> pb.FileDescriptorProto:
    module = importlib.import_module(name.removesuffix(".proto").replace("/", ".") + "_pb2")
    return pb.FileDescriptorProto.FromString(module.DESCRIPTOR.serialized_pb)
