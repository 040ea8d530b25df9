from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class MilestoneType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MILESTONE_TYPE_UNSPECIFIED: _ClassVar[MilestoneType]
    MILESTONE_TYPE_INSTANCE_CREATED: _ClassVar[MilestoneType]
    MILESTONE_TYPE_AUTHENTICATION_SUCCEEDED_ON_INSTANCE: _ClassVar[MilestoneType]
    MILESTONE_TYPE_PROJECT_CREATED: _ClassVar[MilestoneType]
    MILESTONE_TYPE_APPLICATION_CREATED: _ClassVar[MilestoneType]
    MILESTONE_TYPE_AUTHENTICATION_SUCCEEDED_ON_APPLICATION: _ClassVar[MilestoneType]
    MILESTONE_TYPE_INSTANCE_DELETED: _ClassVar[MilestoneType]

class MilestoneFieldName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MILESTONE_FIELD_NAME_UNSPECIFIED: _ClassVar[MilestoneFieldName]
    MILESTONE_FIELD_NAME_TYPE: _ClassVar[MilestoneFieldName]
    MILESTONE_FIELD_NAME_REACHED_DATE: _ClassVar[MilestoneFieldName]
MILESTONE_TYPE_UNSPECIFIED: MilestoneType
MILESTONE_TYPE_INSTANCE_CREATED: MilestoneType
MILESTONE_TYPE_AUTHENTICATION_SUCCEEDED_ON_INSTANCE: MilestoneType
MILESTONE_TYPE_PROJECT_CREATED: MilestoneType
MILESTONE_TYPE_APPLICATION_CREATED: MilestoneType
MILESTONE_TYPE_AUTHENTICATION_SUCCEEDED_ON_APPLICATION: MilestoneType
MILESTONE_TYPE_INSTANCE_DELETED: MilestoneType
MILESTONE_FIELD_NAME_UNSPECIFIED: MilestoneFieldName
MILESTONE_FIELD_NAME_TYPE: MilestoneFieldName
MILESTONE_FIELD_NAME_REACHED_DATE: MilestoneFieldName

class Milestone(_message.Message):
    __slots__ = ("type", "reached_date")
    TYPE_FIELD_NUMBER: _ClassVar[int]
    REACHED_DATE_FIELD_NUMBER: _ClassVar[int]
    type: MilestoneType
    reached_date: _timestamp_pb2.Timestamp
    def __init__(self, type: _Optional[_Union[MilestoneType, str]] = ..., reached_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class MilestoneQuery(_message.Message):
    __slots__ = ("is_reached_query",)
    IS_REACHED_QUERY_FIELD_NUMBER: _ClassVar[int]
    is_reached_query: IsReachedQuery
    def __init__(self, is_reached_query: _Optional[_Union[IsReachedQuery, _Mapping]] = ...) -> None: ...

class IsReachedQuery(_message.Message):
    __slots__ = ("reached",)
    REACHED_FIELD_NUMBER: _ClassVar[int]
    reached: bool
    def __init__(self, reached: bool = ...) -> None: ...
