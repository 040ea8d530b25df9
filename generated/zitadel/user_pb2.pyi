from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel import object_pb2 as _object_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class UserState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    USER_STATE_UNSPECIFIED: _ClassVar[UserState]
    USER_STATE_ACTIVE: _ClassVar[UserState]
    USER_STATE_INACTIVE: _ClassVar[UserState]
    USER_STATE_DELETED: _ClassVar[UserState]
    USER_STATE_LOCKED: _ClassVar[UserState]
    USER_STATE_SUSPEND: _ClassVar[UserState]
    USER_STATE_INITIAL: _ClassVar[UserState]

class Gender(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    GENDER_UNSPECIFIED: _ClassVar[Gender]
    GENDER_FEMALE: _ClassVar[Gender]
    GENDER_MALE: _ClassVar[Gender]
    GENDER_DIVERSE: _ClassVar[Gender]

class AccessTokenType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ACCESS_TOKEN_TYPE_BEARER: _ClassVar[AccessTokenType]
    ACCESS_TOKEN_TYPE_JWT: _ClassVar[AccessTokenType]

class Type(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TYPE_UNSPECIFIED: _ClassVar[Type]
    TYPE_HUMAN: _ClassVar[Type]
    TYPE_MACHINE: _ClassVar[Type]

class UserFieldName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    USER_FIELD_NAME_UNSPECIFIED: _ClassVar[UserFieldName]
    USER_FIELD_NAME_USER_NAME: _ClassVar[UserFieldName]
    USER_FIELD_NAME_FIRST_NAME: _ClassVar[UserFieldName]
    USER_FIELD_NAME_LAST_NAME: _ClassVar[UserFieldName]
    USER_FIELD_NAME_NICK_NAME: _ClassVar[UserFieldName]
    USER_FIELD_NAME_DISPLAY_NAME: _ClassVar[UserFieldName]
    USER_FIELD_NAME_EMAIL: _ClassVar[UserFieldName]
    USER_FIELD_NAME_STATE: _ClassVar[UserFieldName]
    USER_FIELD_NAME_TYPE: _ClassVar[UserFieldName]
    USER_FIELD_NAME_CREATION_DATE: _ClassVar[UserFieldName]

class AuthFactorState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    AUTH_FACTOR_STATE_UNSPECIFIED: _ClassVar[AuthFactorState]
    AUTH_FACTOR_STATE_NOT_READY: _ClassVar[AuthFactorState]
    AUTH_FACTOR_STATE_READY: _ClassVar[AuthFactorState]
    AUTH_FACTOR_STATE_REMOVED: _ClassVar[AuthFactorState]

class SessionState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SESSION_STATE_UNSPECIFIED: _ClassVar[SessionState]
    SESSION_STATE_ACTIVE: _ClassVar[SessionState]
    SESSION_STATE_TERMINATED: _ClassVar[SessionState]

class UserGrantState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    USER_GRANT_STATE_UNSPECIFIED: _ClassVar[UserGrantState]
    USER_GRANT_STATE_ACTIVE: _ClassVar[UserGrantState]
    USER_GRANT_STATE_INACTIVE: _ClassVar[UserGrantState]
USER_STATE_UNSPECIFIED: UserState
USER_STATE_ACTIVE: UserState
USER_STATE_INACTIVE: UserState
USER_STATE_DELETED: UserState
USER_STATE_LOCKED: UserState
USER_STATE_SUSPEND: UserState
USER_STATE_INITIAL: UserState
GENDER_UNSPECIFIED: Gender
GENDER_FEMALE: Gender
GENDER_MALE: Gender
GENDER_DIVERSE: Gender
ACCESS_TOKEN_TYPE_BEARER: AccessTokenType
ACCESS_TOKEN_TYPE_JWT: AccessTokenType
TYPE_UNSPECIFIED: Type
TYPE_HUMAN: Type
TYPE_MACHINE: Type
USER_FIELD_NAME_UNSPECIFIED: UserFieldName
USER_FIELD_NAME_USER_NAME: UserFieldName
USER_FIELD_NAME_FIRST_NAME: UserFieldName
USER_FIELD_NAME_LAST_NAME: UserFieldName
USER_FIELD_NAME_NICK_NAME: UserFieldName
USER_FIELD_NAME_DISPLAY_NAME: UserFieldName
USER_FIELD_NAME_EMAIL: UserFieldName
USER_FIELD_NAME_STATE: UserFieldName
USER_FIELD_NAME_TYPE: UserFieldName
USER_FIELD_NAME_CREATION_DATE: UserFieldName
AUTH_FACTOR_STATE_UNSPECIFIED: AuthFactorState
AUTH_FACTOR_STATE_NOT_READY: AuthFactorState
AUTH_FACTOR_STATE_READY: AuthFactorState
AUTH_FACTOR_STATE_REMOVED: AuthFactorState
SESSION_STATE_UNSPECIFIED: SessionState
SESSION_STATE_ACTIVE: SessionState
SESSION_STATE_TERMINATED: SessionState
USER_GRANT_STATE_UNSPECIFIED: UserGrantState
USER_GRANT_STATE_ACTIVE: UserGrantState
USER_GRANT_STATE_INACTIVE: UserGrantState

class User(_message.Message):
    __slots__ = ("id", "details", "state", "user_name", "login_names", "preferred_login_name", "human", "machine")
    ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    USER_NAME_FIELD_NUMBER: _ClassVar[int]
    LOGIN_NAMES_FIELD_NUMBER: _ClassVar[int]
    PREFERRED_LOGIN_NAME_FIELD_NUMBER: _ClassVar[int]
    HUMAN_FIELD_NUMBER: _ClassVar[int]
    MACHINE_FIELD_NUMBER: _ClassVar[int]
    id: str
    details: _object_pb2.ObjectDetails
    state: UserState
    user_name: str
    login_names: _containers.RepeatedScalarFieldContainer[str]
    preferred_login_name: str
    human: Human
    machine: Machine
    def __init__(self, id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., state: _Optional[_Union[UserState, str]] = ..., user_name: _Optional[str] = ..., login_names: _Optional[_Iterable[str]] = ..., preferred_login_name: _Optional[str] = ..., human: _Optional[_Union[Human, _Mapping]] = ..., machine: _Optional[_Union[Machine, _Mapping]] = ...) -> None: ...

class Human(_message.Message):
    __slots__ = ("profile", "email", "phone", "password_changed")
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_CHANGED_FIELD_NUMBER: _ClassVar[int]
    profile: Profile
    email: Email
    phone: Phone
    password_changed: _timestamp_pb2.Timestamp
    def __init__(self, profile: _Optional[_Union[Profile, _Mapping]] = ..., email: _Optional[_Union[Email, _Mapping]] = ..., phone: _Optional[_Union[Phone, _Mapping]] = ..., password_changed: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class Machine(_message.Message):
    __slots__ = ("name", "description", "has_secret", "access_token_type")
    NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    HAS_SECRET_FIELD_NUMBER: _ClassVar[int]
    ACCESS_TOKEN_TYPE_FIELD_NUMBER: _ClassVar[int]
    name: str
    description: str
    has_secret: bool
    access_token_type: AccessTokenType
    def __init__(self, name: _Optional[str] = ..., description: _Optional[str] = ..., has_secret: bool = ..., access_token_type: _Optional[_Union[AccessTokenType, str]] = ...) -> None: ...

class Profile(_message.Message):
    __slots__ = ("first_name", "last_name", "nick_name", "display_name", "preferred_language", "gender", "avatar_url")
    FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
    LAST_NAME_FIELD_NUMBER: _ClassVar[int]
    NICK_NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    PREFERRED_LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    GENDER_FIELD_NUMBER: _ClassVar[int]
    AVATAR_URL_FIELD_NUMBER: _ClassVar[int]
    first_name: str
    last_name: str
    nick_name: str
    display_name: str
    preferred_language: str
    gender: Gender
    avatar_url: str
    def __init__(self, first_name: _Optional[str] = ..., last_name: _Optional[str] = ..., nick_name: _Optional[str] = ..., display_name: _Optional[str] = ..., preferred_language: _Optional[str] = ..., gender: _Optional[_Union[Gender, str]] = ..., avatar_url: _Optional[str] = ...) -> None: ...

class Email(_message.Message):
    __slots__ = ("email", "is_email_verified")
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    IS_EMAIL_VERIFIED_FIELD_NUMBER: _ClassVar[int]
    email: str
    is_email_verified: bool
    def __init__(self, email: _Optional[str] = ..., is_email_verified: bool = ...) -> None: ...

class Phone(_message.Message):
    __slots__ = ("phone", "is_phone_verified")
    PHONE_FIELD_NUMBER: _ClassVar[int]
    IS_PHONE_VERIFIED_FIELD_NUMBER: _ClassVar[int]
    phone: str
    is_phone_verified: bool
    def __init__(self, phone: _Optional[str] = ..., is_phone_verified: bool = ...) -> None: ...

class SearchQuery(_message.Message):
    __slots__ = ("user_name_query", "first_name_query", "last_name_query", "nick_name_query", "display_name_query", "email_query", "state_query", "type_query", "login_name_query", "in_user_ids_query", "or_query", "and_query", "not_query", "in_user_emails_query")
    USER_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    FIRST_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    LAST_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    NICK_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    EMAIL_QUERY_FIELD_NUMBER: _ClassVar[int]
    STATE_QUERY_FIELD_NUMBER: _ClassVar[int]
    TYPE_QUERY_FIELD_NUMBER: _ClassVar[int]
    LOGIN_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    IN_USER_IDS_QUERY_FIELD_NUMBER: _ClassVar[int]
    OR_QUERY_FIELD_NUMBER: _ClassVar[int]
    AND_QUERY_FIELD_NUMBER: _ClassVar[int]
    NOT_QUERY_FIELD_NUMBER: _ClassVar[int]
    IN_USER_EMAILS_QUERY_FIELD_NUMBER: _ClassVar[int]
    user_name_query: UserNameQuery
    first_name_query: FirstNameQuery
    last_name_query: LastNameQuery
    nick_name_query: NickNameQuery
    display_name_query: DisplayNameQuery
    email_query: EmailQuery
    state_query: StateQuery
    type_query: TypeQuery
    login_name_query: LoginNameQuery
    in_user_ids_query: InUserIDQuery
    or_query: OrQuery
    and_query: AndQuery
    not_query: NotQuery
    in_user_emails_query: InUserEmailsQuery
    def __init__(self, user_name_query: _Optional[_Union[UserNameQuery, _Mapping]] = ..., first_name_query: _Optional[_Union[FirstNameQuery, _Mapping]] = ..., last_name_query: _Optional[_Union[LastNameQuery, _Mapping]] = ..., nick_name_query: _Optional[_Union[NickNameQuery, _Mapping]] = ..., display_name_query: _Optional[_Union[DisplayNameQuery, _Mapping]] = ..., email_query: _Optional[_Union[EmailQuery, _Mapping]] = ..., state_query: _Optional[_Union[StateQuery, _Mapping]] = ..., type_query: _Optional[_Union[TypeQuery, _Mapping]] = ..., login_name_query: _Optional[_Union[LoginNameQuery, _Mapping]] = ..., in_user_ids_query: _Optional[_Union[InUserIDQuery, _Mapping]] = ..., or_query: _Optional[_Union[OrQuery, _Mapping]] = ..., and_query: _Optional[_Union[AndQuery, _Mapping]] = ..., not_query: _Optional[_Union[NotQuery, _Mapping]] = ..., in_user_emails_query: _Optional[_Union[InUserEmailsQuery, _Mapping]] = ...) -> None: ...

class OrQuery(_message.Message):
    __slots__ = ("queries",)
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    queries: _containers.RepeatedCompositeFieldContainer[SearchQuery]
    def __init__(self, queries: _Optional[_Iterable[_Union[SearchQuery, _Mapping]]] = ...) -> None: ...

class AndQuery(_message.Message):
    __slots__ = ("queries",)
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    queries: _containers.RepeatedCompositeFieldContainer[SearchQuery]
    def __init__(self, queries: _Optional[_Iterable[_Union[SearchQuery, _Mapping]]] = ...) -> None: ...

class NotQuery(_message.Message):
    __slots__ = ("query",)
    QUERY_FIELD_NUMBER: _ClassVar[int]
    query: SearchQuery
    def __init__(self, query: _Optional[_Union[SearchQuery, _Mapping]] = ...) -> None: ...

class InUserIDQuery(_message.Message):
    __slots__ = ("user_ids",)
    USER_IDS_FIELD_NUMBER: _ClassVar[int]
    user_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, user_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class InUserEmailsQuery(_message.Message):
    __slots__ = ("user_emails",)
    USER_EMAILS_FIELD_NUMBER: _ClassVar[int]
    user_emails: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, user_emails: _Optional[_Iterable[str]] = ...) -> None: ...

class UserNameQuery(_message.Message):
    __slots__ = ("user_name", "method")
    USER_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    user_name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, user_name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

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

class NickNameQuery(_message.Message):
    __slots__ = ("nick_name", "method")
    NICK_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    nick_name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, nick_name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class DisplayNameQuery(_message.Message):
    __slots__ = ("display_name", "method")
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    display_name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, display_name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class EmailQuery(_message.Message):
    __slots__ = ("email_address", "method")
    EMAIL_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    email_address: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, email_address: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class LoginNameQuery(_message.Message):
    __slots__ = ("login_name", "method")
    LOGIN_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    login_name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, login_name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class StateQuery(_message.Message):
    __slots__ = ("state",)
    STATE_FIELD_NUMBER: _ClassVar[int]
    state: UserState
    def __init__(self, state: _Optional[_Union[UserState, str]] = ...) -> None: ...

class TypeQuery(_message.Message):
    __slots__ = ("type",)
    TYPE_FIELD_NUMBER: _ClassVar[int]
    type: Type
    def __init__(self, type: _Optional[_Union[Type, str]] = ...) -> None: ...

class AuthFactor(_message.Message):
    __slots__ = ("state", "otp", "u2f", "otp_sms", "otp_email")
    STATE_FIELD_NUMBER: _ClassVar[int]
    OTP_FIELD_NUMBER: _ClassVar[int]
    U2F_FIELD_NUMBER: _ClassVar[int]
    OTP_SMS_FIELD_NUMBER: _ClassVar[int]
    OTP_EMAIL_FIELD_NUMBER: _ClassVar[int]
    state: AuthFactorState
    otp: AuthFactorOTP
    u2f: AuthFactorU2F
    otp_sms: AuthFactorOTPSMS
    otp_email: AuthFactorOTPEmail
    def __init__(self, state: _Optional[_Union[AuthFactorState, str]] = ..., otp: _Optional[_Union[AuthFactorOTP, _Mapping]] = ..., u2f: _Optional[_Union[AuthFactorU2F, _Mapping]] = ..., otp_sms: _Optional[_Union[AuthFactorOTPSMS, _Mapping]] = ..., otp_email: _Optional[_Union[AuthFactorOTPEmail, _Mapping]] = ...) -> None: ...

class AuthFactorOTP(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class AuthFactorOTPSMS(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class AuthFactorOTPEmail(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class AuthFactorU2F(_message.Message):
    __slots__ = ("id", "name")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class WebAuthNKey(_message.Message):
    __slots__ = ("public_key",)
    PUBLIC_KEY_FIELD_NUMBER: _ClassVar[int]
    public_key: bytes
    def __init__(self, public_key: _Optional[bytes] = ...) -> None: ...

class WebAuthNVerification(_message.Message):
    __slots__ = ("public_key_credential", "token_name")
    PUBLIC_KEY_CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    TOKEN_NAME_FIELD_NUMBER: _ClassVar[int]
    public_key_credential: bytes
    token_name: str
    def __init__(self, public_key_credential: _Optional[bytes] = ..., token_name: _Optional[str] = ...) -> None: ...

class WebAuthNToken(_message.Message):
    __slots__ = ("id", "state", "name")
    ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    id: str
    state: AuthFactorState
    name: str
    def __init__(self, id: _Optional[str] = ..., state: _Optional[_Union[AuthFactorState, str]] = ..., name: _Optional[str] = ...) -> None: ...

class Membership(_message.Message):
    __slots__ = ("user_id", "details", "roles", "display_name", "iam", "org_id", "project_id", "project_grant_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    IAM_FIELD_NUMBER: _ClassVar[int]
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    details: _object_pb2.ObjectDetails
    roles: _containers.RepeatedScalarFieldContainer[str]
    display_name: str
    iam: bool
    org_id: str
    project_id: str
    project_grant_id: str
    def __init__(self, user_id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., roles: _Optional[_Iterable[str]] = ..., display_name: _Optional[str] = ..., iam: bool = ..., org_id: _Optional[str] = ..., project_id: _Optional[str] = ..., project_grant_id: _Optional[str] = ...) -> None: ...

class MembershipQuery(_message.Message):
    __slots__ = ("org_query", "project_query", "project_grant_query", "iam_query")
    ORG_QUERY_FIELD_NUMBER: _ClassVar[int]
    PROJECT_QUERY_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANT_QUERY_FIELD_NUMBER: _ClassVar[int]
    IAM_QUERY_FIELD_NUMBER: _ClassVar[int]
    org_query: MembershipOrgQuery
    project_query: MembershipProjectQuery
    project_grant_query: MembershipProjectGrantQuery
    iam_query: MembershipIAMQuery
    def __init__(self, org_query: _Optional[_Union[MembershipOrgQuery, _Mapping]] = ..., project_query: _Optional[_Union[MembershipProjectQuery, _Mapping]] = ..., project_grant_query: _Optional[_Union[MembershipProjectGrantQuery, _Mapping]] = ..., iam_query: _Optional[_Union[MembershipIAMQuery, _Mapping]] = ...) -> None: ...

class MembershipOrgQuery(_message.Message):
    __slots__ = ("org_id",)
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    def __init__(self, org_id: _Optional[str] = ...) -> None: ...

class MembershipProjectQuery(_message.Message):
    __slots__ = ("project_id",)
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    def __init__(self, project_id: _Optional[str] = ...) -> None: ...

class MembershipProjectGrantQuery(_message.Message):
    __slots__ = ("project_grant_id",)
    PROJECT_GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    project_grant_id: str
    def __init__(self, project_grant_id: _Optional[str] = ...) -> None: ...

class MembershipIAMQuery(_message.Message):
    __slots__ = ("iam",)
    IAM_FIELD_NUMBER: _ClassVar[int]
    iam: bool
    def __init__(self, iam: bool = ...) -> None: ...

class Session(_message.Message):
    __slots__ = ("session_id", "agent_id", "auth_state", "user_id", "user_name", "login_name", "display_name", "details", "avatar_url")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    AUTH_STATE_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    USER_NAME_FIELD_NUMBER: _ClassVar[int]
    LOGIN_NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    AVATAR_URL_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    agent_id: str
    auth_state: SessionState
    user_id: str
    user_name: str
    login_name: str
    display_name: str
    details: _object_pb2.ObjectDetails
    avatar_url: str
    def __init__(self, session_id: _Optional[str] = ..., agent_id: _Optional[str] = ..., auth_state: _Optional[_Union[SessionState, str]] = ..., user_id: _Optional[str] = ..., user_name: _Optional[str] = ..., login_name: _Optional[str] = ..., display_name: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., avatar_url: _Optional[str] = ...) -> None: ...

class RefreshToken(_message.Message):
    __slots__ = ("id", "details", "client_id", "auth_time", "idle_expiration", "expiration", "scopes", "audience")
    ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    AUTH_TIME_FIELD_NUMBER: _ClassVar[int]
    IDLE_EXPIRATION_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    AUDIENCE_FIELD_NUMBER: _ClassVar[int]
    id: str
    details: _object_pb2.ObjectDetails
    client_id: str
    auth_time: _timestamp_pb2.Timestamp
    idle_expiration: _timestamp_pb2.Timestamp
    expiration: _timestamp_pb2.Timestamp
    scopes: _containers.RepeatedScalarFieldContainer[str]
    audience: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., client_id: _Optional[str] = ..., auth_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., idle_expiration: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., expiration: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., scopes: _Optional[_Iterable[str]] = ..., audience: _Optional[_Iterable[str]] = ...) -> None: ...

class PersonalAccessToken(_message.Message):
    __slots__ = ("id", "details", "expiration_date", "scopes")
    ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_DATE_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    id: str
    details: _object_pb2.ObjectDetails
    expiration_date: _timestamp_pb2.Timestamp
    scopes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., expiration_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., scopes: _Optional[_Iterable[str]] = ...) -> None: ...

class UserGrant(_message.Message):
    __slots__ = ("id", "details", "role_keys", "state", "user_id", "user_name", "first_name", "last_name", "email", "display_name", "org_id", "org_name", "org_domain", "project_id", "project_name", "project_grant_id", "avatar_url", "preferred_login_name", "user_type", "granted_org_id", "granted_org_name", "granted_org_domain")
    ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEYS_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    USER_NAME_FIELD_NUMBER: _ClassVar[int]
    FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
    LAST_NAME_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    ORG_NAME_FIELD_NUMBER: _ClassVar[int]
    ORG_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_NAME_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    AVATAR_URL_FIELD_NUMBER: _ClassVar[int]
    PREFERRED_LOGIN_NAME_FIELD_NUMBER: _ClassVar[int]
    USER_TYPE_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORG_ID_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORG_NAME_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORG_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    id: str
    details: _object_pb2.ObjectDetails
    role_keys: _containers.RepeatedScalarFieldContainer[str]
    state: UserGrantState
    user_id: str
    user_name: str
    first_name: str
    last_name: str
    email: str
    display_name: str
    org_id: str
    org_name: str
    org_domain: str
    project_id: str
    project_name: str
    project_grant_id: str
    avatar_url: str
    preferred_login_name: str
    user_type: Type
    granted_org_id: str
    granted_org_name: str
    granted_org_domain: str
    def __init__(self, id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., role_keys: _Optional[_Iterable[str]] = ..., state: _Optional[_Union[UserGrantState, str]] = ..., user_id: _Optional[str] = ..., user_name: _Optional[str] = ..., first_name: _Optional[str] = ..., last_name: _Optional[str] = ..., email: _Optional[str] = ..., display_name: _Optional[str] = ..., org_id: _Optional[str] = ..., org_name: _Optional[str] = ..., org_domain: _Optional[str] = ..., project_id: _Optional[str] = ..., project_name: _Optional[str] = ..., project_grant_id: _Optional[str] = ..., avatar_url: _Optional[str] = ..., preferred_login_name: _Optional[str] = ..., user_type: _Optional[_Union[Type, str]] = ..., granted_org_id: _Optional[str] = ..., granted_org_name: _Optional[str] = ..., granted_org_domain: _Optional[str] = ...) -> None: ...

class UserGrantQuery(_message.Message):
    __slots__ = ("project_id_query", "user_id_query", "with_granted_query", "role_key_query", "project_grant_id_query", "user_name_query", "first_name_query", "last_name_query", "email_query", "org_name_query", "org_domain_query", "project_name_query", "display_name_query", "user_type_query", "in_user_ids_query")
    PROJECT_ID_QUERY_FIELD_NUMBER: _ClassVar[int]
    USER_ID_QUERY_FIELD_NUMBER: _ClassVar[int]
    WITH_GRANTED_QUERY_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEY_QUERY_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANT_ID_QUERY_FIELD_NUMBER: _ClassVar[int]
    USER_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    FIRST_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    LAST_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    EMAIL_QUERY_FIELD_NUMBER: _ClassVar[int]
    ORG_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    ORG_DOMAIN_QUERY_FIELD_NUMBER: _ClassVar[int]
    PROJECT_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    USER_TYPE_QUERY_FIELD_NUMBER: _ClassVar[int]
    IN_USER_IDS_QUERY_FIELD_NUMBER: _ClassVar[int]
    project_id_query: UserGrantProjectIDQuery
    user_id_query: UserGrantUserIDQuery
    with_granted_query: UserGrantWithGrantedQuery
    role_key_query: UserGrantRoleKeyQuery
    project_grant_id_query: UserGrantProjectGrantIDQuery
    user_name_query: UserGrantUserNameQuery
    first_name_query: UserGrantFirstNameQuery
    last_name_query: UserGrantLastNameQuery
    email_query: UserGrantEmailQuery
    org_name_query: UserGrantOrgNameQuery
    org_domain_query: UserGrantOrgDomainQuery
    project_name_query: UserGrantProjectNameQuery
    display_name_query: UserGrantDisplayNameQuery
    user_type_query: UserGrantUserTypeQuery
    in_user_ids_query: UserGrantInUserIDsQuery
    def __init__(self, project_id_query: _Optional[_Union[UserGrantProjectIDQuery, _Mapping]] = ..., user_id_query: _Optional[_Union[UserGrantUserIDQuery, _Mapping]] = ..., with_granted_query: _Optional[_Union[UserGrantWithGrantedQuery, _Mapping]] = ..., role_key_query: _Optional[_Union[UserGrantRoleKeyQuery, _Mapping]] = ..., project_grant_id_query: _Optional[_Union[UserGrantProjectGrantIDQuery, _Mapping]] = ..., user_name_query: _Optional[_Union[UserGrantUserNameQuery, _Mapping]] = ..., first_name_query: _Optional[_Union[UserGrantFirstNameQuery, _Mapping]] = ..., last_name_query: _Optional[_Union[UserGrantLastNameQuery, _Mapping]] = ..., email_query: _Optional[_Union[UserGrantEmailQuery, _Mapping]] = ..., org_name_query: _Optional[_Union[UserGrantOrgNameQuery, _Mapping]] = ..., org_domain_query: _Optional[_Union[UserGrantOrgDomainQuery, _Mapping]] = ..., project_name_query: _Optional[_Union[UserGrantProjectNameQuery, _Mapping]] = ..., display_name_query: _Optional[_Union[UserGrantDisplayNameQuery, _Mapping]] = ..., user_type_query: _Optional[_Union[UserGrantUserTypeQuery, _Mapping]] = ..., in_user_ids_query: _Optional[_Union[UserGrantInUserIDsQuery, _Mapping]] = ...) -> None: ...

class UserGrantProjectIDQuery(_message.Message):
    __slots__ = ("project_id",)
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    def __init__(self, project_id: _Optional[str] = ...) -> None: ...

class UserGrantUserIDQuery(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class UserGrantInUserIDsQuery(_message.Message):
    __slots__ = ("in_user_ids",)
    IN_USER_IDS_FIELD_NUMBER: _ClassVar[int]
    in_user_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, in_user_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class UserGrantWithGrantedQuery(_message.Message):
    __slots__ = ("with_granted",)
    WITH_GRANTED_FIELD_NUMBER: _ClassVar[int]
    with_granted: bool
    def __init__(self, with_granted: bool = ...) -> None: ...

class UserGrantRoleKeyQuery(_message.Message):
    __slots__ = ("role_key", "method")
    ROLE_KEY_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    role_key: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, role_key: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class UserGrantProjectGrantIDQuery(_message.Message):
    __slots__ = ("project_grant_id",)
    PROJECT_GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    project_grant_id: str
    def __init__(self, project_grant_id: _Optional[str] = ...) -> None: ...

class UserGrantUserNameQuery(_message.Message):
    __slots__ = ("user_name", "method")
    USER_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    user_name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, user_name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class UserGrantFirstNameQuery(_message.Message):
    __slots__ = ("first_name", "method")
    FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    first_name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, first_name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class UserGrantLastNameQuery(_message.Message):
    __slots__ = ("last_name", "method")
    LAST_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    last_name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, last_name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class UserGrantEmailQuery(_message.Message):
    __slots__ = ("email", "method")
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    email: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, email: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class UserGrantOrgNameQuery(_message.Message):
    __slots__ = ("org_name", "method")
    ORG_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    org_name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, org_name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class UserGrantOrgDomainQuery(_message.Message):
    __slots__ = ("org_domain", "method")
    ORG_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    org_domain: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, org_domain: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class UserGrantProjectNameQuery(_message.Message):
    __slots__ = ("project_name", "method")
    PROJECT_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    project_name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, project_name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class UserGrantDisplayNameQuery(_message.Message):
    __slots__ = ("display_name", "method")
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    display_name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, display_name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class UserGrantUserTypeQuery(_message.Message):
    __slots__ = ("type",)
    TYPE_FIELD_NUMBER: _ClassVar[int]
    type: Type
    def __init__(self, type: _Optional[_Union[Type, str]] = ...) -> None: ...
