from zitadel import object_pb2 as _object_pb2
from zitadel import user_pb2 as _user_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class MemberFieldColumnName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MEMBER_FIELD_NAME_UNSPECIFIED: _ClassVar[MemberFieldColumnName]
    MEMBER_FIELD_NAME_USER_ID: _ClassVar[MemberFieldColumnName]
    MEMBER_FIELD_NAME_CREATION_DATE: _ClassVar[MemberFieldColumnName]
    MEMBER_FIELD_NAME_CHANGE_DATE: _ClassVar[MemberFieldColumnName]
    MEMBER_FIELD_NAME_USER_RESOURCE_OWNER: _ClassVar[MemberFieldColumnName]
MEMBER_FIELD_NAME_UNSPECIFIED: MemberFieldColumnName
MEMBER_FIELD_NAME_USER_ID: MemberFieldColumnName
MEMBER_FIELD_NAME_CREATION_DATE: MemberFieldColumnName
MEMBER_FIELD_NAME_CHANGE_DATE: MemberFieldColumnName
MEMBER_FIELD_NAME_USER_RESOURCE_OWNER: MemberFieldColumnName

class Member(_message.Message):
    __slots__ = ("user_id", "details", "roles", "preferred_login_name", "email", "first_name", "last_name", "display_name", "avatar_url", "user_type", "user_resource_owner")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    PREFERRED_LOGIN_NAME_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
    LAST_NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    AVATAR_URL_FIELD_NUMBER: _ClassVar[int]
    USER_TYPE_FIELD_NUMBER: _ClassVar[int]
    USER_RESOURCE_OWNER_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    details: _object_pb2.ObjectDetails
    roles: _containers.RepeatedScalarFieldContainer[str]
    preferred_login_name: str
    email: str
    first_name: str
    last_name: str
    display_name: str
    avatar_url: str
    user_type: _user_pb2.Type
    user_resource_owner: str
    def __init__(self, user_id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., roles: _Optional[_Iterable[str]] = ..., preferred_login_name: _Optional[str] = ..., email: _Optional[str] = ..., first_name: _Optional[str] = ..., last_name: _Optional[str] = ..., display_name: _Optional[str] = ..., avatar_url: _Optional[str] = ..., user_type: _Optional[_Union[_user_pb2.Type, str]] = ..., user_resource_owner: _Optional[str] = ...) -> None: ...

class SearchQuery(_message.Message):
    __slots__ = ("first_name_query", "last_name_query", "email_query", "user_id_query")
    FIRST_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    LAST_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    EMAIL_QUERY_FIELD_NUMBER: _ClassVar[int]
    USER_ID_QUERY_FIELD_NUMBER: _ClassVar[int]
    first_name_query: FirstNameQuery
    last_name_query: LastNameQuery
    email_query: EmailQuery
    user_id_query: UserIDQuery
    def __init__(self, first_name_query: _Optional[_Union[FirstNameQuery, _Mapping]] = ..., last_name_query: _Optional[_Union[LastNameQuery, _Mapping]] = ..., email_query: _Optional[_Union[EmailQuery, _Mapping]] = ..., user_id_query: _Optional[_Union[UserIDQuery, _Mapping]] = ...) -> None: ...

class FirstNameQuery(_message.Message):
    __slots__ = ("first_name", "method")
    FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    first_name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, first_name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class LastNameQuery(_message.Message):
    __slots__ = ("last_name", "method")
    LAST_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    last_name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, last_name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class EmailQuery(_message.Message):
    __slots__ = ("email", "method")
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    email: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, email: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class UserIDQuery(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...
