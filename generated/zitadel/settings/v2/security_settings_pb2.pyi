from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SecuritySettings(_message.Message):
    __slots__ = ("embedded_iframe", "enable_impersonation")
    EMBEDDED_IFRAME_FIELD_NUMBER: _ClassVar[int]
    ENABLE_IMPERSONATION_FIELD_NUMBER: _ClassVar[int]
    embedded_iframe: EmbeddedIframeSettings
    enable_impersonation: bool
    def __init__(self, embedded_iframe: _Optional[_Union[EmbeddedIframeSettings, _Mapping]] = ..., enable_impersonation: bool = ...) -> None: ...

class EmbeddedIframeSettings(_message.Message):
    __slots__ = ("enabled", "allowed_origins")
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_ORIGINS_FIELD_NUMBER: _ClassVar[int]
    enabled: bool
    allowed_origins: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, enabled: bool = ..., allowed_origins: _Optional[_Iterable[str]] = ...) -> None: ...
