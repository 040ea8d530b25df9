from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel.filter.v2 import filter_pb2 as _filter_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PersonalAccessTokenFieldName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PERSONAL_ACCESS_TOKEN_FIELD_NAME_UNSPECIFIED: _ClassVar[PersonalAccessTokenFieldName]
    PERSONAL_ACCESS_TOKEN_FIELD_NAME_CREATED_DATE: _ClassVar[PersonalAccessTokenFieldName]
    PERSONAL_ACCESS_TOKEN_FIELD_NAME_ID: _ClassVar[PersonalAccessTokenFieldName]
    PERSONAL_ACCESS_TOKEN_FIELD_NAME_USER_ID: _ClassVar[PersonalAccessTokenFieldName]
    PERSONAL_ACCESS_TOKEN_FIELD_NAME_ORGANIZATION_ID: _ClassVar[PersonalAccessTokenFieldName]
    PERSONAL_ACCESS_TOKEN_FIELD_NAME_EXPIRATION_DATE: _ClassVar[PersonalAccessTokenFieldName]
PERSONAL_ACCESS_TOKEN_FIELD_NAME_UNSPECIFIED: PersonalAccessTokenFieldName
PERSONAL_ACCESS_TOKEN_FIELD_NAME_CREATED_DATE: PersonalAccessTokenFieldName
PERSONAL_ACCESS_TOKEN_FIELD_NAME_ID: PersonalAccessTokenFieldName
PERSONAL_ACCESS_TOKEN_FIELD_NAME_USER_ID: PersonalAccessTokenFieldName
PERSONAL_ACCESS_TOKEN_FIELD_NAME_ORGANIZATION_ID: PersonalAccessTokenFieldName
PERSONAL_ACCESS_TOKEN_FIELD_NAME_EXPIRATION_DATE: PersonalAccessTokenFieldName

class PersonalAccessToken(_message.Message):
    __slots__ = ("creation_date", "change_date", "id", "user_id", "organization_id", "expiration_date")
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_DATE_FIELD_NUMBER: _ClassVar[int]
    creation_date: _timestamp_pb2.Timestamp
    change_date: _timestamp_pb2.Timestamp
    id: str
    user_id: str
    organization_id: str
    expiration_date: _timestamp_pb2.Timestamp
    def __init__(self, creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., id: _Optional[str] = ..., user_id: _Optional[str] = ..., organization_id: _Optional[str] = ..., expiration_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class PersonalAccessTokensSearchFilter(_message.Message):
    __slots__ = ("token_id_filter", "user_id_filter", "organization_id_filter", "created_date_filter", "expiration_date_filter")
    TOKEN_ID_FILTER_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FILTER_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FILTER_FIELD_NUMBER: _ClassVar[int]
    CREATED_DATE_FILTER_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_DATE_FILTER_FIELD_NUMBER: _ClassVar[int]
    token_id_filter: _filter_pb2.IDFilter
    user_id_filter: _filter_pb2.IDFilter
    organization_id_filter: _filter_pb2.IDFilter
    created_date_filter: _filter_pb2.TimestampFilter
    expiration_date_filter: _filter_pb2.TimestampFilter
    def __init__(self, token_id_filter: _Optional[_Union[_filter_pb2.IDFilter, _Mapping]] = ..., user_id_filter: _Optional[_Union[_filter_pb2.IDFilter, _Mapping]] = ..., organization_id_filter: _Optional[_Union[_filter_pb2.IDFilter, _Mapping]] = ..., created_date_filter: _Optional[_Union[_filter_pb2.TimestampFilter, _Mapping]] = ..., expiration_date_filter: _Optional[_Union[_filter_pb2.TimestampFilter, _Mapping]] = ...) -> None: ...
