from zitadel.object.v2 import object_pb2 as _object_pb2
from zitadel.oidc.v2 import authorization_pb2 as _authorization_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetAuthRequestRequest(_message.Message):
    __slots__ = ("auth_request_id",)
    AUTH_REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    auth_request_id: str
    def __init__(self, auth_request_id: _Optional[str] = ...) -> None: ...

class GetAuthRequestResponse(_message.Message):
    __slots__ = ("auth_request",)
    AUTH_REQUEST_FIELD_NUMBER: _ClassVar[int]
    auth_request: _authorization_pb2.AuthRequest
    def __init__(self, auth_request: _Optional[_Union[_authorization_pb2.AuthRequest, _Mapping]] = ...) -> None: ...

class CreateCallbackRequest(_message.Message):
    __slots__ = ("auth_request_id", "session", "error")
    AUTH_REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    auth_request_id: str
    session: Session
    error: _authorization_pb2.AuthorizationError
    def __init__(self, auth_request_id: _Optional[str] = ..., session: _Optional[_Union[Session, _Mapping]] = ..., error: _Optional[_Union[_authorization_pb2.AuthorizationError, _Mapping]] = ...) -> None: ...

class Session(_message.Message):
    __slots__ = ("session_id", "session_token")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    SESSION_TOKEN_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    session_token: str
    def __init__(self, session_id: _Optional[str] = ..., session_token: _Optional[str] = ...) -> None: ...

class CreateCallbackResponse(_message.Message):
    __slots__ = ("details", "callback_url")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    CALLBACK_URL_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    callback_url: str
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., callback_url: _Optional[str] = ...) -> None: ...

class GetDeviceAuthorizationRequestRequest(_message.Message):
    __slots__ = ("user_code",)
    USER_CODE_FIELD_NUMBER: _ClassVar[int]
    user_code: str
    def __init__(self, user_code: _Optional[str] = ...) -> None: ...

class GetDeviceAuthorizationRequestResponse(_message.Message):
    __slots__ = ("device_authorization_request",)
    DEVICE_AUTHORIZATION_REQUEST_FIELD_NUMBER: _ClassVar[int]
    device_authorization_request: _authorization_pb2.DeviceAuthorizationRequest
    def __init__(self, device_authorization_request: _Optional[_Union[_authorization_pb2.DeviceAuthorizationRequest, _Mapping]] = ...) -> None: ...

class AuthorizeOrDenyDeviceAuthorizationRequest(_message.Message):
    __slots__ = ("device_authorization_id", "session", "deny")
    DEVICE_AUTHORIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    DENY_FIELD_NUMBER: _ClassVar[int]
    device_authorization_id: str
    session: Session
    deny: Deny
    def __init__(self, device_authorization_id: _Optional[str] = ..., session: _Optional[_Union[Session, _Mapping]] = ..., deny: _Optional[_Union[Deny, _Mapping]] = ...) -> None: ...

class Deny(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class AuthorizeOrDenyDeviceAuthorizationResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...
