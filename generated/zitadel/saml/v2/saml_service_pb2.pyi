from zitadel.object.v2 import object_pb2 as _object_pb2
from zitadel.saml.v2 import authorization_pb2 as _authorization_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetSAMLRequestRequest(_message.Message):
    __slots__ = ("saml_request_id",)
    SAML_REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    saml_request_id: str
    def __init__(self, saml_request_id: _Optional[str] = ...) -> None: ...

class GetSAMLRequestResponse(_message.Message):
    __slots__ = ("saml_request",)
    SAML_REQUEST_FIELD_NUMBER: _ClassVar[int]
    saml_request: _authorization_pb2.SAMLRequest
    def __init__(self, saml_request: _Optional[_Union[_authorization_pb2.SAMLRequest, _Mapping]] = ...) -> None: ...

class CreateResponseRequest(_message.Message):
    __slots__ = ("saml_request_id", "session", "error")
    SAML_REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    saml_request_id: str
    session: Session
    error: _authorization_pb2.AuthorizationError
    def __init__(self, saml_request_id: _Optional[str] = ..., session: _Optional[_Union[Session, _Mapping]] = ..., error: _Optional[_Union[_authorization_pb2.AuthorizationError, _Mapping]] = ...) -> None: ...

class Session(_message.Message):
    __slots__ = ("session_id", "session_token")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    SESSION_TOKEN_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    session_token: str
    def __init__(self, session_id: _Optional[str] = ..., session_token: _Optional[str] = ...) -> None: ...

class CreateResponseResponse(_message.Message):
    __slots__ = ("details", "url", "redirect", "post")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    URL_FIELD_NUMBER: _ClassVar[int]
    REDIRECT_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    url: str
    redirect: RedirectResponse
    post: PostResponse
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., url: _Optional[str] = ..., redirect: _Optional[_Union[RedirectResponse, _Mapping]] = ..., post: _Optional[_Union[PostResponse, _Mapping]] = ...) -> None: ...

class RedirectResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class PostResponse(_message.Message):
    __slots__ = ("relay_state", "saml_response")
    RELAY_STATE_FIELD_NUMBER: _ClassVar[int]
    SAML_RESPONSE_FIELD_NUMBER: _ClassVar[int]
    relay_state: str
    saml_response: str
    def __init__(self, relay_state: _Optional[str] = ..., saml_response: _Optional[str] = ...) -> None: ...
