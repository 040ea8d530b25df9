from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class LoginVersion(_message.Message):
    __slots__ = ("login_v1", "login_v2")
    LOGIN_V1_FIELD_NUMBER: _ClassVar[int]
    LOGIN_V2_FIELD_NUMBER: _ClassVar[int]
    login_v1: LoginV1
    login_v2: LoginV2
    def __init__(self, login_v1: _Optional[_Union[LoginV1, _Mapping]] = ..., login_v2: _Optional[_Union[LoginV2, _Mapping]] = ...) -> None: ...

class LoginV1(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class LoginV2(_message.Message):
    __slots__ = ("base_uri",)
    BASE_URI_FIELD_NUMBER: _ClassVar[int]
    base_uri: str
    def __init__(self, base_uri: _Optional[str] = ...) -> None: ...
