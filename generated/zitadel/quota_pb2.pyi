from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class Unit(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    UNIT_UNIMPLEMENTED: _ClassVar[Unit]
    UNIT_REQUESTS_ALL_AUTHENTICATED: _ClassVar[Unit]
    UNIT_ACTIONS_ALL_RUN_SECONDS: _ClassVar[Unit]
UNIT_UNIMPLEMENTED: Unit
UNIT_REQUESTS_ALL_AUTHENTICATED: Unit
UNIT_ACTIONS_ALL_RUN_SECONDS: Unit

class Notification(_message.Message):
    __slots__ = ("percent", "repeat", "call_url")
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    REPEAT_FIELD_NUMBER: _ClassVar[int]
    CALL_URL_FIELD_NUMBER: _ClassVar[int]
    percent: int
    repeat: bool
    call_url: str
    def __init__(self, percent: _Optional[int] = ..., repeat: bool = ..., call_url: _Optional[str] = ...) -> None: ...
