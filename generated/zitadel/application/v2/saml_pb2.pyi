from zitadel.application.v2 import login_pb2 as _login_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SAMLConfiguration(_message.Message):
    __slots__ = ("metadata_xml", "metadata_url", "login_version")
    METADATA_XML_FIELD_NUMBER: _ClassVar[int]
    METADATA_URL_FIELD_NUMBER: _ClassVar[int]
    LOGIN_VERSION_FIELD_NUMBER: _ClassVar[int]
    metadata_xml: bytes
    metadata_url: str
    login_version: _login_pb2.LoginVersion
    def __init__(self, metadata_xml: _Optional[bytes] = ..., metadata_url: _Optional[str] = ..., login_version: _Optional[_Union[_login_pb2.LoginVersion, _Mapping]] = ...) -> None: ...
