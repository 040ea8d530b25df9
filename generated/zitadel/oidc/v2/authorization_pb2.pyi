from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Prompt(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PROMPT_UNSPECIFIED: _ClassVar[Prompt]
    PROMPT_NONE: _ClassVar[Prompt]
    PROMPT_LOGIN: _ClassVar[Prompt]
    PROMPT_CONSENT: _ClassVar[Prompt]
    PROMPT_SELECT_ACCOUNT: _ClassVar[Prompt]
    PROMPT_CREATE: _ClassVar[Prompt]

class ErrorReason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ERROR_REASON_UNSPECIFIED: _ClassVar[ErrorReason]
    ERROR_REASON_INVALID_REQUEST: _ClassVar[ErrorReason]
    ERROR_REASON_UNAUTHORIZED_CLIENT: _ClassVar[ErrorReason]
    ERROR_REASON_ACCESS_DENIED: _ClassVar[ErrorReason]
    ERROR_REASON_UNSUPPORTED_RESPONSE_TYPE: _ClassVar[ErrorReason]
    ERROR_REASON_INVALID_SCOPE: _ClassVar[ErrorReason]
    ERROR_REASON_SERVER_ERROR: _ClassVar[ErrorReason]
    ERROR_REASON_TEMPORARY_UNAVAILABLE: _ClassVar[ErrorReason]
    ERROR_REASON_INTERACTION_REQUIRED: _ClassVar[ErrorReason]
    ERROR_REASON_LOGIN_REQUIRED: _ClassVar[ErrorReason]
    ERROR_REASON_ACCOUNT_SELECTION_REQUIRED: _ClassVar[ErrorReason]
    ERROR_REASON_CONSENT_REQUIRED: _ClassVar[ErrorReason]
    ERROR_REASON_INVALID_REQUEST_URI: _ClassVar[ErrorReason]
    ERROR_REASON_INVALID_REQUEST_OBJECT: _ClassVar[ErrorReason]
    ERROR_REASON_REQUEST_NOT_SUPPORTED: _ClassVar[ErrorReason]
    ERROR_REASON_REQUEST_URI_NOT_SUPPORTED: _ClassVar[ErrorReason]
    ERROR_REASON_REGISTRATION_NOT_SUPPORTED: _ClassVar[ErrorReason]
PROMPT_UNSPECIFIED: Prompt
PROMPT_NONE: Prompt
PROMPT_LOGIN: Prompt
PROMPT_CONSENT: Prompt
PROMPT_SELECT_ACCOUNT: Prompt
PROMPT_CREATE: Prompt
ERROR_REASON_UNSPECIFIED: ErrorReason
ERROR_REASON_INVALID_REQUEST: ErrorReason
ERROR_REASON_UNAUTHORIZED_CLIENT: ErrorReason
ERROR_REASON_ACCESS_DENIED: ErrorReason
ERROR_REASON_UNSUPPORTED_RESPONSE_TYPE: ErrorReason
ERROR_REASON_INVALID_SCOPE: ErrorReason
ERROR_REASON_SERVER_ERROR: ErrorReason
ERROR_REASON_TEMPORARY_UNAVAILABLE: ErrorReason
ERROR_REASON_INTERACTION_REQUIRED: ErrorReason
ERROR_REASON_LOGIN_REQUIRED: ErrorReason
ERROR_REASON_ACCOUNT_SELECTION_REQUIRED: ErrorReason
ERROR_REASON_CONSENT_REQUIRED: ErrorReason
ERROR_REASON_INVALID_REQUEST_URI: ErrorReason
ERROR_REASON_INVALID_REQUEST_OBJECT: ErrorReason
ERROR_REASON_REQUEST_NOT_SUPPORTED: ErrorReason
ERROR_REASON_REQUEST_URI_NOT_SUPPORTED: ErrorReason
ERROR_REASON_REGISTRATION_NOT_SUPPORTED: ErrorReason

class AuthRequest(_message.Message):
    __slots__ = ("id", "creation_date", "client_id", "scope", "redirect_uri", "prompt", "ui_locales", "login_hint", "max_age", "hint_user_id")
    ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    REDIRECT_URI_FIELD_NUMBER: _ClassVar[int]
    PROMPT_FIELD_NUMBER: _ClassVar[int]
    UI_LOCALES_FIELD_NUMBER: _ClassVar[int]
    LOGIN_HINT_FIELD_NUMBER: _ClassVar[int]
    MAX_AGE_FIELD_NUMBER: _ClassVar[int]
    HINT_USER_ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    creation_date: _timestamp_pb2.Timestamp
    client_id: str
    scope: _containers.RepeatedScalarFieldContainer[str]
    redirect_uri: str
    prompt: _containers.RepeatedScalarFieldContainer[Prompt]
    ui_locales: _containers.RepeatedScalarFieldContainer[str]
    login_hint: str
    max_age: _duration_pb2.Duration
    hint_user_id: str
    def __init__(self, id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., client_id: _Optional[str] = ..., scope: _Optional[_Iterable[str]] = ..., redirect_uri: _Optional[str] = ..., prompt: _Optional[_Iterable[_Union[Prompt, str]]] = ..., ui_locales: _Optional[_Iterable[str]] = ..., login_hint: _Optional[str] = ..., max_age: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., hint_user_id: _Optional[str] = ...) -> None: ...

class AuthorizationError(_message.Message):
    __slots__ = ("error", "error_description", "error_uri")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    ERROR_DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    ERROR_URI_FIELD_NUMBER: _ClassVar[int]
    error: ErrorReason
    error_description: str
    error_uri: str
    def __init__(self, error: _Optional[_Union[ErrorReason, str]] = ..., error_description: _Optional[str] = ..., error_uri: _Optional[str] = ...) -> None: ...

class DeviceAuthorizationRequest(_message.Message):
    __slots__ = ("id", "client_id", "scope", "app_name", "project_name")
    ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    APP_NAME_FIELD_NUMBER: _ClassVar[int]
    PROJECT_NAME_FIELD_NUMBER: _ClassVar[int]
    id: str
    client_id: str
    scope: _containers.RepeatedScalarFieldContainer[str]
    app_name: str
    project_name: str
    def __init__(self, id: _Optional[str] = ..., client_id: _Optional[str] = ..., scope: _Optional[_Iterable[str]] = ..., app_name: _Optional[str] = ..., project_name: _Optional[str] = ...) -> None: ...
