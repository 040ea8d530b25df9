from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor

class InstanceFeature(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    INSTANCE_FEATURE_UNSPECIFIED: _ClassVar[InstanceFeature]
    INSTANCE_FEATURE_LOGIN_DEFAULT_ORG: _ClassVar[InstanceFeature]
INSTANCE_FEATURE_UNSPECIFIED: InstanceFeature
INSTANCE_FEATURE_LOGIN_DEFAULT_ORG: InstanceFeature
