from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor

class ResourceOwnerType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    RESOURCE_OWNER_TYPE_UNSPECIFIED: _ClassVar[ResourceOwnerType]
    RESOURCE_OWNER_TYPE_INSTANCE: _ClassVar[ResourceOwnerType]
    RESOURCE_OWNER_TYPE_ORG: _ClassVar[ResourceOwnerType]
RESOURCE_OWNER_TYPE_UNSPECIFIED: ResourceOwnerType
RESOURCE_OWNER_TYPE_INSTANCE: ResourceOwnerType
RESOURCE_OWNER_TYPE_ORG: ResourceOwnerType
