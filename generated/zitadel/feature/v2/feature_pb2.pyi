from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Source(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SOURCE_UNSPECIFIED: _ClassVar[Source]
    SOURCE_SYSTEM: _ClassVar[Source]
    SOURCE_INSTANCE: _ClassVar[Source]
    SOURCE_ORGANIZATION: _ClassVar[Source]
    SOURCE_PROJECT: _ClassVar[Source]
    SOURCE_APP: _ClassVar[Source]
    SOURCE_USER: _ClassVar[Source]

class ImprovedPerformance(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    IMPROVED_PERFORMANCE_UNSPECIFIED: _ClassVar[ImprovedPerformance]
    IMPROVED_PERFORMANCE_PROJECT_GRANT: _ClassVar[ImprovedPerformance]
    IMPROVED_PERFORMANCE_PROJECT: _ClassVar[ImprovedPerformance]
    IMPROVED_PERFORMANCE_USER_GRANT: _ClassVar[ImprovedPerformance]
    IMPROVED_PERFORMANCE_ORG_DOMAIN_VERIFIED: _ClassVar[ImprovedPerformance]
SOURCE_UNSPECIFIED: Source
SOURCE_SYSTEM: Source
SOURCE_INSTANCE: Source
SOURCE_ORGANIZATION: Source
SOURCE_PROJECT: Source
SOURCE_APP: Source
SOURCE_USER: Source
IMPROVED_PERFORMANCE_UNSPECIFIED: ImprovedPerformance
IMPROVED_PERFORMANCE_PROJECT_GRANT: ImprovedPerformance
IMPROVED_PERFORMANCE_PROJECT: ImprovedPerformance
IMPROVED_PERFORMANCE_USER_GRANT: ImprovedPerformance
IMPROVED_PERFORMANCE_ORG_DOMAIN_VERIFIED: ImprovedPerformance

class FeatureFlag(_message.Message):
    __slots__ = ("enabled", "source")
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    enabled: bool
    source: Source
    def __init__(self, enabled: bool = ..., source: _Optional[_Union[Source, str]] = ...) -> None: ...

class ImprovedPerformanceFeatureFlag(_message.Message):
    __slots__ = ("execution_paths", "source")
    EXECUTION_PATHS_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    execution_paths: _containers.RepeatedScalarFieldContainer[ImprovedPerformance]
    source: Source
    def __init__(self, execution_paths: _Optional[_Iterable[_Union[ImprovedPerformance, str]]] = ..., source: _Optional[_Union[Source, str]] = ...) -> None: ...

class LoginV2FeatureFlag(_message.Message):
    __slots__ = ("required", "base_uri", "source")
    REQUIRED_FIELD_NUMBER: _ClassVar[int]
    BASE_URI_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    required: bool
    base_uri: str
    source: Source
    def __init__(self, required: bool = ..., base_uri: _Optional[str] = ..., source: _Optional[_Union[Source, str]] = ...) -> None: ...

class LoginV2(_message.Message):
    __slots__ = ("required", "base_uri")
    REQUIRED_FIELD_NUMBER: _ClassVar[int]
    BASE_URI_FIELD_NUMBER: _ClassVar[int]
    required: bool
    base_uri: str
    def __init__(self, required: bool = ..., base_uri: _Optional[str] = ...) -> None: ...
