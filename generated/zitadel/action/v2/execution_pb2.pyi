from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Execution(_message.Message):
    __slots__ = ("condition", "creation_date", "change_date", "targets")
    CONDITION_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    TARGETS_FIELD_NUMBER: _ClassVar[int]
    condition: Condition
    creation_date: _timestamp_pb2.Timestamp
    change_date: _timestamp_pb2.Timestamp
    targets: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, condition: _Optional[_Union[Condition, _Mapping]] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., targets: _Optional[_Iterable[str]] = ...) -> None: ...

class Condition(_message.Message):
    __slots__ = ("request", "response", "function", "event")
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_FIELD_NUMBER: _ClassVar[int]
    FUNCTION_FIELD_NUMBER: _ClassVar[int]
    EVENT_FIELD_NUMBER: _ClassVar[int]
    request: RequestExecution
    response: ResponseExecution
    function: FunctionExecution
    event: EventExecution
    def __init__(self, request: _Optional[_Union[RequestExecution, _Mapping]] = ..., response: _Optional[_Union[ResponseExecution, _Mapping]] = ..., function: _Optional[_Union[FunctionExecution, _Mapping]] = ..., event: _Optional[_Union[EventExecution, _Mapping]] = ...) -> None: ...

class RequestExecution(_message.Message):
    __slots__ = ("method", "service", "all")
    METHOD_FIELD_NUMBER: _ClassVar[int]
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    ALL_FIELD_NUMBER: _ClassVar[int]
    method: str
    service: str
    all: bool
    def __init__(self, method: _Optional[str] = ..., service: _Optional[str] = ..., all: bool = ...) -> None: ...

class ResponseExecution(_message.Message):
    __slots__ = ("method", "service", "all")
    METHOD_FIELD_NUMBER: _ClassVar[int]
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    ALL_FIELD_NUMBER: _ClassVar[int]
    method: str
    service: str
    all: bool
    def __init__(self, method: _Optional[str] = ..., service: _Optional[str] = ..., all: bool = ...) -> None: ...

class FunctionExecution(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class EventExecution(_message.Message):
    __slots__ = ("event", "group", "all")
    EVENT_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    ALL_FIELD_NUMBER: _ClassVar[int]
    event: str
    group: str
    all: bool
    def __init__(self, event: _Optional[str] = ..., group: _Optional[str] = ..., all: bool = ...) -> None: ...
