from zitadel import object_pb2 as _object_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Metadata(_message.Message):
    __slots__ = ("details", "key", "value")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    key: str
    value: bytes
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., key: _Optional[str] = ..., value: _Optional[bytes] = ...) -> None: ...

class MetadataQuery(_message.Message):
    __slots__ = ("key_query",)
    KEY_QUERY_FIELD_NUMBER: _ClassVar[int]
    key_query: MetadataKeyQuery
    def __init__(self, key_query: _Optional[_Union[MetadataKeyQuery, _Mapping]] = ...) -> None: ...

class MetadataKeyQuery(_message.Message):
    __slots__ = ("key", "method")
    KEY_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    key: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, key: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...
