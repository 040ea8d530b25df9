from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class APIAuthMethodType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    API_AUTH_METHOD_TYPE_BASIC: _ClassVar[APIAuthMethodType]
    API_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT: _ClassVar[APIAuthMethodType]
API_AUTH_METHOD_TYPE_BASIC: APIAuthMethodType
API_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT: APIAuthMethodType

class APIConfiguration(_message.Message):
    __slots__ = ("client_id", "auth_method_type")
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    AUTH_METHOD_TYPE_FIELD_NUMBER: _ClassVar[int]
    client_id: str
    auth_method_type: APIAuthMethodType
    def __init__(self, client_id: _Optional[str] = ..., auth_method_type: _Optional[_Union[APIAuthMethodType, str]] = ...) -> None: ...
