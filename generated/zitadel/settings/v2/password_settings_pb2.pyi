from zitadel.settings.v2 import settings_pb2 as _settings_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PasswordComplexitySettings(_message.Message):
    __slots__ = ("min_length", "requires_uppercase", "requires_lowercase", "requires_number", "requires_symbol", "resource_owner_type")
    MIN_LENGTH_FIELD_NUMBER: _ClassVar[int]
    REQUIRES_UPPERCASE_FIELD_NUMBER: _ClassVar[int]
    REQUIRES_LOWERCASE_FIELD_NUMBER: _ClassVar[int]
    REQUIRES_NUMBER_FIELD_NUMBER: _ClassVar[int]
    REQUIRES_SYMBOL_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_OWNER_TYPE_FIELD_NUMBER: _ClassVar[int]
    min_length: int
    requires_uppercase: bool
    requires_lowercase: bool
    requires_number: bool
    requires_symbol: bool
    resource_owner_type: _settings_pb2.ResourceOwnerType
    def __init__(self, min_length: _Optional[int] = ..., requires_uppercase: bool = ..., requires_lowercase: bool = ..., requires_number: bool = ..., requires_symbol: bool = ..., resource_owner_type: _Optional[_Union[_settings_pb2.ResourceOwnerType, str]] = ...) -> None: ...

class PasswordExpirySettings(_message.Message):
    __slots__ = ("max_age_days", "expire_warn_days", "resource_owner_type")
    MAX_AGE_DAYS_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_WARN_DAYS_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_OWNER_TYPE_FIELD_NUMBER: _ClassVar[int]
    max_age_days: int
    expire_warn_days: int
    resource_owner_type: _settings_pb2.ResourceOwnerType
    def __init__(self, max_age_days: _Optional[int] = ..., expire_warn_days: _Optional[int] = ..., resource_owner_type: _Optional[_Union[_settings_pb2.ResourceOwnerType, str]] = ...) -> None: ...
