from zitadel.settings.v2 import settings_pb2 as _settings_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class LockoutSettings(_message.Message):
    __slots__ = ("max_password_attempts", "resource_owner_type", "max_otp_attempts")
    MAX_PASSWORD_ATTEMPTS_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_OWNER_TYPE_FIELD_NUMBER: _ClassVar[int]
    MAX_OTP_ATTEMPTS_FIELD_NUMBER: _ClassVar[int]
    max_password_attempts: int
    resource_owner_type: _settings_pb2.ResourceOwnerType
    max_otp_attempts: int
    def __init__(self, max_password_attempts: _Optional[int] = ..., resource_owner_type: _Optional[_Union[_settings_pb2.ResourceOwnerType, str]] = ..., max_otp_attempts: _Optional[int] = ...) -> None: ...
