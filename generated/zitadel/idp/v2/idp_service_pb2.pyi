from zitadel.idp.v2 import idp_pb2 as _idp_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetIDPByIDRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class GetIDPByIDResponse(_message.Message):
    __slots__ = ("idp",)
    IDP_FIELD_NUMBER: _ClassVar[int]
    idp: _idp_pb2.IDP
    def __init__(self, idp: _Optional[_Union[_idp_pb2.IDP, _Mapping]] = ...) -> None: ...
