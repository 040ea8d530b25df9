from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ErrorReason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ERROR_REASON_UNSPECIFIED: _ClassVar[ErrorReason]
    ERROR_REASON_VERSION_MISSMATCH: _ClassVar[ErrorReason]
    ERROR_REASON_AUTH_N_FAILED: _ClassVar[ErrorReason]
    ERROR_REASON_INVALID_ATTR_NAME_OR_VALUE: _ClassVar[ErrorReason]
    ERROR_REASON_INVALID_NAMEID_POLICY: _ClassVar[ErrorReason]
    ERROR_REASON_REQUEST_DENIED: _ClassVar[ErrorReason]
    ERROR_REASON_REQUEST_UNSUPPORTED: _ClassVar[ErrorReason]
    ERROR_REASON_UNSUPPORTED_BINDING: _ClassVar[ErrorReason]
ERROR_REASON_UNSPECIFIED: ErrorReason
ERROR_REASON_VERSION_MISSMATCH: ErrorReason
ERROR_REASON_AUTH_N_FAILED: ErrorReason
ERROR_REASON_INVALID_ATTR_NAME_OR_VALUE: ErrorReason
ERROR_REASON_INVALID_NAMEID_POLICY: ErrorReason
ERROR_REASON_REQUEST_DENIED: ErrorReason
ERROR_REASON_REQUEST_UNSUPPORTED: ErrorReason
ERROR_REASON_UNSUPPORTED_BINDING: ErrorReason

class SAMLRequest(_message.Message):
    __slots__ = ("id", "creation_date", "issuer", "assertion_consumer_service", "relay_state", "binding")
    ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    ASSERTION_CONSUMER_SERVICE_FIELD_NUMBER: _ClassVar[int]
    RELAY_STATE_FIELD_NUMBER: _ClassVar[int]
    BINDING_FIELD_NUMBER: _ClassVar[int]
    id: str
    creation_date: _timestamp_pb2.Timestamp
    issuer: str
    assertion_consumer_service: str
    relay_state: str
    binding: str
    def __init__(self, id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., issuer: _Optional[str] = ..., assertion_consumer_service: _Optional[str] = ..., relay_state: _Optional[str] = ..., binding: _Optional[str] = ...) -> None: ...

class AuthorizationError(_message.Message):
    __slots__ = ("error", "error_description")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    ERROR_DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    error: ErrorReason
    error_description: str
    def __init__(self, error: _Optional[_Union[ErrorReason, str]] = ..., error_description: _Optional[str] = ...) -> None: ...
