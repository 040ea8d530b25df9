from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel import message_pb2 as _message_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Change(_message.Message):
    __slots__ = ("change_date", "event_type", "sequence", "editor_id", "editor_display_name", "resource_owner_id", "editor_preferred_login_name", "editor_avatar_url")
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    EVENT_TYPE_FIELD_NUMBER: _ClassVar[int]
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    EDITOR_ID_FIELD_NUMBER: _ClassVar[int]
    EDITOR_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_OWNER_ID_FIELD_NUMBER: _ClassVar[int]
    EDITOR_PREFERRED_LOGIN_NAME_FIELD_NUMBER: _ClassVar[int]
    EDITOR_AVATAR_URL_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    event_type: _message_pb2.LocalizedMessage
    sequence: int
    editor_id: str
    editor_display_name: str
    resource_owner_id: str
    editor_preferred_login_name: str
    editor_avatar_url: str
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., event_type: _Optional[_Union[_message_pb2.LocalizedMessage, _Mapping]] = ..., sequence: _Optional[int] = ..., editor_id: _Optional[str] = ..., editor_display_name: _Optional[str] = ..., resource_owner_id: _Optional[str] = ..., editor_preferred_login_name: _Optional[str] = ..., editor_avatar_url: _Optional[str] = ...) -> None: ...

class ChangeQuery(_message.Message):
    __slots__ = ("sequence", "limit", "asc")
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    ASC_FIELD_NUMBER: _ClassVar[int]
    sequence: int
    limit: int
    asc: bool
    def __init__(self, sequence: _Optional[int] = ..., limit: _Optional[int] = ..., asc: bool = ...) -> None: ...
