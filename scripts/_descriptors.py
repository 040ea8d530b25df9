"""Walking file descriptors."""

from collections.abc import Iterator
from typing import Any

import _toolchain as toolchain
from google.protobuf import descriptor_pb2 as pb

Field = pb.FieldDescriptorProto


def messages(file: pb.FileDescriptorProto) -> Iterator[tuple[str, Any, tuple[int, ...]]]:
    """Yield every message of the file with its full name and its path for comments."""

    def walk(scope: str, nested: Any, path: tuple[int, ...]) -> Iterator[tuple[str, Any, tuple[int, ...]]]:
        for index, message in enumerate(nested):
            yield f"{scope}.{message.name}", message, (*path, index)
            yield from walk(f"{scope}.{message.name}", message.nested_type, (*path, index, 3))

    return walk(file.package, file.message_type, (4,))


def enums(file: pb.FileDescriptorProto) -> Iterator[tuple[str, pb.EnumDescriptorProto]]:
    """Yield every enum of the file with its full name."""
    yield from ((f"{file.package}.{enum.name}", enum) for enum in file.enum_type)
    for scope, message, _ in messages(file):
        yield from ((f"{scope}.{enum.name}", enum) for enum in message.enum_type)


def type_names(file: pb.FileDescriptorProto) -> Iterator[tuple[str, int]]:
    """Yield the full name and field type of every message and enum of the file."""
    yield from ((name, Field.TYPE_MESSAGE) for name, _, _ in messages(file))
    yield from ((name, Field.TYPE_ENUM) for name, _ in enums(file))


def find_service(contract: pb.FileDescriptorSet, full_name: str) -> tuple[pb.FileDescriptorProto, int]:
    """Return the file that declares the service, and the service's index in it."""
    for file in contract.file:
        for index, service in enumerate(file.service):
            if f"{file.package}.{service.name}" == full_name:
                return file, index
    raise toolchain.fail(f"proto/ has no service {full_name}; run `python scripts/sync_proto.py`")
