from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel import action_pb2 as _action_pb2
from zitadel import app_pb2 as _app_pb2
from zitadel import auth_n_key_pb2 as _auth_n_key_pb2
from zitadel import change_pb2 as _change_pb2
from zitadel import idp_pb2 as _idp_pb2
from zitadel import member_pb2 as _member_pb2
from zitadel import message_pb2 as _message_pb2
from zitadel import metadata_pb2 as _metadata_pb2
from zitadel import object_pb2 as _object_pb2
from zitadel import org_pb2 as _org_pb2
from zitadel import policy_pb2 as _policy_pb2
from zitadel import project_pb2 as _project_pb2
from zitadel import text_pb2 as _text_pb2
from zitadel import user_pb2 as _user_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class HealthzRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class HealthzResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetOIDCInformationRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetOIDCInformationResponse(_message.Message):
    __slots__ = ("issuer", "discovery_endpoint")
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    DISCOVERY_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    issuer: str
    discovery_endpoint: str
    def __init__(self, issuer: _Optional[str] = ..., discovery_endpoint: _Optional[str] = ...) -> None: ...

class GetIAMRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetIAMResponse(_message.Message):
    __slots__ = ("global_org_id", "iam_project_id", "default_org_id")
    GLOBAL_ORG_ID_FIELD_NUMBER: _ClassVar[int]
    IAM_PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_ORG_ID_FIELD_NUMBER: _ClassVar[int]
    global_org_id: str
    iam_project_id: str
    default_org_id: str
    def __init__(self, global_org_id: _Optional[str] = ..., iam_project_id: _Optional[str] = ..., default_org_id: _Optional[str] = ...) -> None: ...

class GetSupportedLanguagesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetSupportedLanguagesResponse(_message.Message):
    __slots__ = ("languages",)
    LANGUAGES_FIELD_NUMBER: _ClassVar[int]
    languages: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, languages: _Optional[_Iterable[str]] = ...) -> None: ...

class GetUserByIDRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class GetUserByIDResponse(_message.Message):
    __slots__ = ("user",)
    USER_FIELD_NUMBER: _ClassVar[int]
    user: _user_pb2.User
    def __init__(self, user: _Optional[_Union[_user_pb2.User, _Mapping]] = ...) -> None: ...

class GetUserByLoginNameGlobalRequest(_message.Message):
    __slots__ = ("login_name",)
    LOGIN_NAME_FIELD_NUMBER: _ClassVar[int]
    login_name: str
    def __init__(self, login_name: _Optional[str] = ...) -> None: ...

class GetUserByLoginNameGlobalResponse(_message.Message):
    __slots__ = ("user",)
    USER_FIELD_NUMBER: _ClassVar[int]
    user: _user_pb2.User
    def __init__(self, user: _Optional[_Union[_user_pb2.User, _Mapping]] = ...) -> None: ...

class ListUsersRequest(_message.Message):
    __slots__ = ("query", "sorting_column", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    sorting_column: _user_pb2.UserFieldName
    queries: _containers.RepeatedCompositeFieldContainer[_user_pb2.SearchQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., sorting_column: _Optional[_Union[_user_pb2.UserFieldName, str]] = ..., queries: _Optional[_Iterable[_Union[_user_pb2.SearchQuery, _Mapping]]] = ...) -> None: ...

class ListUsersResponse(_message.Message):
    __slots__ = ("details", "sorting_column", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    sorting_column: _user_pb2.UserFieldName
    result: _containers.RepeatedCompositeFieldContainer[_user_pb2.User]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., sorting_column: _Optional[_Union[_user_pb2.UserFieldName, str]] = ..., result: _Optional[_Iterable[_Union[_user_pb2.User, _Mapping]]] = ...) -> None: ...

class ListUserChangesRequest(_message.Message):
    __slots__ = ("query", "user_id")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    query: _change_pb2.ChangeQuery
    user_id: str
    def __init__(self, query: _Optional[_Union[_change_pb2.ChangeQuery, _Mapping]] = ..., user_id: _Optional[str] = ...) -> None: ...

class ListUserChangesResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[_change_pb2.Change]
    def __init__(self, result: _Optional[_Iterable[_Union[_change_pb2.Change, _Mapping]]] = ...) -> None: ...

class IsUserUniqueRequest(_message.Message):
    __slots__ = ("user_name", "email")
    USER_NAME_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    user_name: str
    email: str
    def __init__(self, user_name: _Optional[str] = ..., email: _Optional[str] = ...) -> None: ...

class IsUserUniqueResponse(_message.Message):
    __slots__ = ("is_unique",)
    IS_UNIQUE_FIELD_NUMBER: _ClassVar[int]
    is_unique: bool
    def __init__(self, is_unique: bool = ...) -> None: ...

class AddHumanUserRequest(_message.Message):
    __slots__ = ("user_name", "profile", "email", "phone", "initial_password")
    class Profile(_message.Message):
        __slots__ = ("first_name", "last_name", "nick_name", "display_name", "preferred_language", "gender")
        FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
        LAST_NAME_FIELD_NUMBER: _ClassVar[int]
        NICK_NAME_FIELD_NUMBER: _ClassVar[int]
        DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
        PREFERRED_LANGUAGE_FIELD_NUMBER: _ClassVar[int]
        GENDER_FIELD_NUMBER: _ClassVar[int]
        first_name: str
        last_name: str
        nick_name: str
        display_name: str
        preferred_language: str
        gender: _user_pb2.Gender
        def __init__(self, first_name: _Optional[str] = ..., last_name: _Optional[str] = ..., nick_name: _Optional[str] = ..., display_name: _Optional[str] = ..., preferred_language: _Optional[str] = ..., gender: _Optional[_Union[_user_pb2.Gender, str]] = ...) -> None: ...
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
    USER_NAME_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    INITIAL_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    user_name: str
    profile: AddHumanUserRequest.Profile
    email: AddHumanUserRequest.Email
    phone: AddHumanUserRequest.Phone
    initial_password: str
    def __init__(self, user_name: _Optional[str] = ..., profile: _Optional[_Union[AddHumanUserRequest.Profile, _Mapping]] = ..., email: _Optional[_Union[AddHumanUserRequest.Email, _Mapping]] = ..., phone: _Optional[_Union[AddHumanUserRequest.Phone, _Mapping]] = ..., initial_password: _Optional[str] = ...) -> None: ...

class AddHumanUserResponse(_message.Message):
    __slots__ = ("user_id", "details")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    details: _object_pb2.ObjectDetails
    def __init__(self, user_id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ImportHumanUserRequest(_message.Message):
    __slots__ = ("user_name", "profile", "email", "phone", "password", "hashed_password", "password_change_required", "request_passwordless_registration", "otp_code", "idps", "recovery_codes")
    class Profile(_message.Message):
        __slots__ = ("first_name", "last_name", "nick_name", "display_name", "preferred_language", "gender")
        FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
        LAST_NAME_FIELD_NUMBER: _ClassVar[int]
        NICK_NAME_FIELD_NUMBER: _ClassVar[int]
        DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
        PREFERRED_LANGUAGE_FIELD_NUMBER: _ClassVar[int]
        GENDER_FIELD_NUMBER: _ClassVar[int]
        first_name: str
        last_name: str
        nick_name: str
        display_name: str
        preferred_language: str
        gender: _user_pb2.Gender
        def __init__(self, first_name: _Optional[str] = ..., last_name: _Optional[str] = ..., nick_name: _Optional[str] = ..., display_name: _Optional[str] = ..., preferred_language: _Optional[str] = ..., gender: _Optional[_Union[_user_pb2.Gender, str]] = ...) -> None: ...
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
    class HashedPassword(_message.Message):
        __slots__ = ("value",)
        VALUE_FIELD_NUMBER: _ClassVar[int]
        value: str
        def __init__(self, value: _Optional[str] = ...) -> None: ...
    class IDP(_message.Message):
        __slots__ = ("config_id", "external_user_id", "display_name")
        CONFIG_ID_FIELD_NUMBER: _ClassVar[int]
        EXTERNAL_USER_ID_FIELD_NUMBER: _ClassVar[int]
        DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
        config_id: str
        external_user_id: str
        display_name: str
        def __init__(self, config_id: _Optional[str] = ..., external_user_id: _Optional[str] = ..., display_name: _Optional[str] = ...) -> None: ...
    class RecoveryCode(_message.Message):
        __slots__ = ("raw", "hash")
        RAW_FIELD_NUMBER: _ClassVar[int]
        HASH_FIELD_NUMBER: _ClassVar[int]
        raw: str
        hash: str
        def __init__(self, raw: _Optional[str] = ..., hash: _Optional[str] = ...) -> None: ...
    USER_NAME_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    HASHED_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_CHANGE_REQUIRED_FIELD_NUMBER: _ClassVar[int]
    REQUEST_PASSWORDLESS_REGISTRATION_FIELD_NUMBER: _ClassVar[int]
    OTP_CODE_FIELD_NUMBER: _ClassVar[int]
    IDPS_FIELD_NUMBER: _ClassVar[int]
    RECOVERY_CODES_FIELD_NUMBER: _ClassVar[int]
    user_name: str
    profile: ImportHumanUserRequest.Profile
    email: ImportHumanUserRequest.Email
    phone: ImportHumanUserRequest.Phone
    password: str
    hashed_password: ImportHumanUserRequest.HashedPassword
    password_change_required: bool
    request_passwordless_registration: bool
    otp_code: str
    idps: _containers.RepeatedCompositeFieldContainer[ImportHumanUserRequest.IDP]
    recovery_codes: _containers.RepeatedCompositeFieldContainer[ImportHumanUserRequest.RecoveryCode]
    def __init__(self, user_name: _Optional[str] = ..., profile: _Optional[_Union[ImportHumanUserRequest.Profile, _Mapping]] = ..., email: _Optional[_Union[ImportHumanUserRequest.Email, _Mapping]] = ..., phone: _Optional[_Union[ImportHumanUserRequest.Phone, _Mapping]] = ..., password: _Optional[str] = ..., hashed_password: _Optional[_Union[ImportHumanUserRequest.HashedPassword, _Mapping]] = ..., password_change_required: bool = ..., request_passwordless_registration: bool = ..., otp_code: _Optional[str] = ..., idps: _Optional[_Iterable[_Union[ImportHumanUserRequest.IDP, _Mapping]]] = ..., recovery_codes: _Optional[_Iterable[_Union[ImportHumanUserRequest.RecoveryCode, _Mapping]]] = ...) -> None: ...

class ImportHumanUserResponse(_message.Message):
    __slots__ = ("user_id", "details", "passwordless_registration")
    class PasswordlessRegistration(_message.Message):
        __slots__ = ("link", "lifetime", "expiration")
        LINK_FIELD_NUMBER: _ClassVar[int]
        LIFETIME_FIELD_NUMBER: _ClassVar[int]
        EXPIRATION_FIELD_NUMBER: _ClassVar[int]
        link: str
        lifetime: _duration_pb2.Duration
        expiration: _duration_pb2.Duration
        def __init__(self, link: _Optional[str] = ..., lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., expiration: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ...) -> None: ...
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    PASSWORDLESS_REGISTRATION_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    details: _object_pb2.ObjectDetails
    passwordless_registration: ImportHumanUserResponse.PasswordlessRegistration
    def __init__(self, user_id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., passwordless_registration: _Optional[_Union[ImportHumanUserResponse.PasswordlessRegistration, _Mapping]] = ...) -> None: ...

class AddMachineUserRequest(_message.Message):
    __slots__ = ("user_name", "name", "description", "access_token_type", "user_id")
    USER_NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    ACCESS_TOKEN_TYPE_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_name: str
    name: str
    description: str
    access_token_type: _user_pb2.AccessTokenType
    user_id: str
    def __init__(self, user_name: _Optional[str] = ..., name: _Optional[str] = ..., description: _Optional[str] = ..., access_token_type: _Optional[_Union[_user_pb2.AccessTokenType, str]] = ..., user_id: _Optional[str] = ...) -> None: ...

class AddMachineUserResponse(_message.Message):
    __slots__ = ("user_id", "details")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    details: _object_pb2.ObjectDetails
    def __init__(self, user_id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class DeactivateUserRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class DeactivateUserResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ReactivateUserRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class ReactivateUserResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class LockUserRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class LockUserResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UnlockUserRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class UnlockUserResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveUserRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class RemoveUserResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateUserNameRequest(_message.Message):
    __slots__ = ("user_id", "user_name")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    USER_NAME_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    user_name: str
    def __init__(self, user_id: _Optional[str] = ..., user_name: _Optional[str] = ...) -> None: ...

class UpdateUserNameResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListUserMetadataRequest(_message.Message):
    __slots__ = ("id", "query", "queries")
    ID_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    id: str
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_metadata_pb2.MetadataQuery]
    def __init__(self, id: _Optional[str] = ..., query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_metadata_pb2.MetadataQuery, _Mapping]]] = ...) -> None: ...

class ListUserMetadataResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_metadata_pb2.Metadata]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_metadata_pb2.Metadata, _Mapping]]] = ...) -> None: ...

class GetUserMetadataRequest(_message.Message):
    __slots__ = ("id", "key")
    ID_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    id: str
    key: str
    def __init__(self, id: _Optional[str] = ..., key: _Optional[str] = ...) -> None: ...

class GetUserMetadataResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: _metadata_pb2.Metadata
    def __init__(self, metadata: _Optional[_Union[_metadata_pb2.Metadata, _Mapping]] = ...) -> None: ...

class SetUserMetadataRequest(_message.Message):
    __slots__ = ("id", "key", "value")
    ID_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    id: str
    key: str
    value: bytes
    def __init__(self, id: _Optional[str] = ..., key: _Optional[str] = ..., value: _Optional[bytes] = ...) -> None: ...

class SetUserMetadataResponse(_message.Message):
    __slots__ = ("id", "details")
    ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    id: str
    details: _object_pb2.ObjectDetails
    def __init__(self, id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class BulkSetUserMetadataRequest(_message.Message):
    __slots__ = ("id", "metadata")
    class Metadata(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: bytes
        def __init__(self, key: _Optional[str] = ..., value: _Optional[bytes] = ...) -> None: ...
    ID_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    id: str
    metadata: _containers.RepeatedCompositeFieldContainer[BulkSetUserMetadataRequest.Metadata]
    def __init__(self, id: _Optional[str] = ..., metadata: _Optional[_Iterable[_Union[BulkSetUserMetadataRequest.Metadata, _Mapping]]] = ...) -> None: ...

class BulkSetUserMetadataResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveUserMetadataRequest(_message.Message):
    __slots__ = ("id", "key")
    ID_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    id: str
    key: str
    def __init__(self, id: _Optional[str] = ..., key: _Optional[str] = ...) -> None: ...

class RemoveUserMetadataResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class BulkRemoveUserMetadataRequest(_message.Message):
    __slots__ = ("id", "keys")
    ID_FIELD_NUMBER: _ClassVar[int]
    KEYS_FIELD_NUMBER: _ClassVar[int]
    id: str
    keys: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, id: _Optional[str] = ..., keys: _Optional[_Iterable[str]] = ...) -> None: ...

class BulkRemoveUserMetadataResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetHumanProfileRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class GetHumanProfileResponse(_message.Message):
    __slots__ = ("details", "profile")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    profile: _user_pb2.Profile
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., profile: _Optional[_Union[_user_pb2.Profile, _Mapping]] = ...) -> None: ...

class UpdateHumanProfileRequest(_message.Message):
    __slots__ = ("user_id", "first_name", "last_name", "nick_name", "display_name", "preferred_language", "gender")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
    LAST_NAME_FIELD_NUMBER: _ClassVar[int]
    NICK_NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    PREFERRED_LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    GENDER_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    first_name: str
    last_name: str
    nick_name: str
    display_name: str
    preferred_language: str
    gender: _user_pb2.Gender
    def __init__(self, user_id: _Optional[str] = ..., first_name: _Optional[str] = ..., last_name: _Optional[str] = ..., nick_name: _Optional[str] = ..., display_name: _Optional[str] = ..., preferred_language: _Optional[str] = ..., gender: _Optional[_Union[_user_pb2.Gender, str]] = ...) -> None: ...

class UpdateHumanProfileResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetHumanEmailRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class GetHumanEmailResponse(_message.Message):
    __slots__ = ("details", "email")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    email: _user_pb2.Email
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., email: _Optional[_Union[_user_pb2.Email, _Mapping]] = ...) -> None: ...

class UpdateHumanEmailRequest(_message.Message):
    __slots__ = ("user_id", "email", "is_email_verified")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    IS_EMAIL_VERIFIED_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    email: str
    is_email_verified: bool
    def __init__(self, user_id: _Optional[str] = ..., email: _Optional[str] = ..., is_email_verified: bool = ...) -> None: ...

class UpdateHumanEmailResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResendHumanInitializationRequest(_message.Message):
    __slots__ = ("user_id", "email")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    email: str
    def __init__(self, user_id: _Optional[str] = ..., email: _Optional[str] = ...) -> None: ...

class ResendHumanInitializationResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResendHumanEmailVerificationRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class ResendHumanEmailVerificationResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetHumanPhoneRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class GetHumanPhoneResponse(_message.Message):
    __slots__ = ("details", "phone")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    phone: _user_pb2.Phone
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., phone: _Optional[_Union[_user_pb2.Phone, _Mapping]] = ...) -> None: ...

class UpdateHumanPhoneRequest(_message.Message):
    __slots__ = ("user_id", "phone", "is_phone_verified")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    IS_PHONE_VERIFIED_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    phone: str
    is_phone_verified: bool
    def __init__(self, user_id: _Optional[str] = ..., phone: _Optional[str] = ..., is_phone_verified: bool = ...) -> None: ...

class UpdateHumanPhoneResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveHumanPhoneRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class RemoveHumanPhoneResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResendHumanPhoneVerificationRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class ResendHumanPhoneVerificationResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveHumanAvatarRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class RemoveHumanAvatarResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class SetHumanInitialPasswordRequest(_message.Message):
    __slots__ = ("user_id", "password")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    password: str
    def __init__(self, user_id: _Optional[str] = ..., password: _Optional[str] = ...) -> None: ...

class SetHumanInitialPasswordResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class SetHumanPasswordRequest(_message.Message):
    __slots__ = ("user_id", "password", "no_change_required")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    NO_CHANGE_REQUIRED_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    password: str
    no_change_required: bool
    def __init__(self, user_id: _Optional[str] = ..., password: _Optional[str] = ..., no_change_required: bool = ...) -> None: ...

class SetHumanPasswordResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class SendHumanResetPasswordNotificationRequest(_message.Message):
    __slots__ = ("user_id", "type")
    class Type(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        TYPE_EMAIL: _ClassVar[SendHumanResetPasswordNotificationRequest.Type]
        TYPE_SMS: _ClassVar[SendHumanResetPasswordNotificationRequest.Type]
    TYPE_EMAIL: SendHumanResetPasswordNotificationRequest.Type
    TYPE_SMS: SendHumanResetPasswordNotificationRequest.Type
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    type: SendHumanResetPasswordNotificationRequest.Type
    def __init__(self, user_id: _Optional[str] = ..., type: _Optional[_Union[SendHumanResetPasswordNotificationRequest.Type, str]] = ...) -> None: ...

class SendHumanResetPasswordNotificationResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListHumanAuthFactorsRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class ListHumanAuthFactorsResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[_user_pb2.AuthFactor]
    def __init__(self, result: _Optional[_Iterable[_Union[_user_pb2.AuthFactor, _Mapping]]] = ...) -> None: ...

class RemoveHumanAuthFactorOTPRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class RemoveHumanAuthFactorOTPResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveHumanAuthFactorU2FRequest(_message.Message):
    __slots__ = ("user_id", "token_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    TOKEN_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    token_id: str
    def __init__(self, user_id: _Optional[str] = ..., token_id: _Optional[str] = ...) -> None: ...

class RemoveHumanAuthFactorU2FResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveHumanAuthFactorOTPSMSRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class RemoveHumanAuthFactorOTPSMSResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveHumanAuthFactorOTPEmailRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class RemoveHumanAuthFactorOTPEmailResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListHumanPasswordlessRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class ListHumanPasswordlessResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[_user_pb2.WebAuthNToken]
    def __init__(self, result: _Optional[_Iterable[_Union[_user_pb2.WebAuthNToken, _Mapping]]] = ...) -> None: ...

class AddPasswordlessRegistrationRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class AddPasswordlessRegistrationResponse(_message.Message):
    __slots__ = ("details", "link", "expiration")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    LINK_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    link: str
    expiration: _duration_pb2.Duration
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., link: _Optional[str] = ..., expiration: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class SendPasswordlessRegistrationRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class SendPasswordlessRegistrationResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveHumanPasswordlessRequest(_message.Message):
    __slots__ = ("user_id", "token_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    TOKEN_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    token_id: str
    def __init__(self, user_id: _Optional[str] = ..., token_id: _Optional[str] = ...) -> None: ...

class RemoveHumanPasswordlessResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateMachineRequest(_message.Message):
    __slots__ = ("user_id", "description", "name", "access_token_type")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ACCESS_TOKEN_TYPE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    description: str
    name: str
    access_token_type: _user_pb2.AccessTokenType
    def __init__(self, user_id: _Optional[str] = ..., description: _Optional[str] = ..., name: _Optional[str] = ..., access_token_type: _Optional[_Union[_user_pb2.AccessTokenType, str]] = ...) -> None: ...

class UpdateMachineResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GenerateMachineSecretRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class GenerateMachineSecretResponse(_message.Message):
    __slots__ = ("client_id", "client_secret", "details")
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    client_id: str
    client_secret: str
    details: _object_pb2.ObjectDetails
    def __init__(self, client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveMachineSecretRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class RemoveMachineSecretResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetMachineKeyByIDsRequest(_message.Message):
    __slots__ = ("user_id", "key_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    key_id: str
    def __init__(self, user_id: _Optional[str] = ..., key_id: _Optional[str] = ...) -> None: ...

class GetMachineKeyByIDsResponse(_message.Message):
    __slots__ = ("key",)
    KEY_FIELD_NUMBER: _ClassVar[int]
    key: _auth_n_key_pb2.Key
    def __init__(self, key: _Optional[_Union[_auth_n_key_pb2.Key, _Mapping]] = ...) -> None: ...

class ListMachineKeysRequest(_message.Message):
    __slots__ = ("user_id", "query")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    query: _object_pb2.ListQuery
    def __init__(self, user_id: _Optional[str] = ..., query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ...) -> None: ...

class ListMachineKeysResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_auth_n_key_pb2.Key]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_auth_n_key_pb2.Key, _Mapping]]] = ...) -> None: ...

class AddMachineKeyRequest(_message.Message):
    __slots__ = ("user_id", "type", "expiration_date", "public_key")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_DATE_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_KEY_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    type: _auth_n_key_pb2.KeyType
    expiration_date: _timestamp_pb2.Timestamp
    public_key: bytes
    def __init__(self, user_id: _Optional[str] = ..., type: _Optional[_Union[_auth_n_key_pb2.KeyType, str]] = ..., expiration_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., public_key: _Optional[bytes] = ...) -> None: ...

class AddMachineKeyResponse(_message.Message):
    __slots__ = ("key_id", "key_details", "details")
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_DETAILS_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    key_id: str
    key_details: bytes
    details: _object_pb2.ObjectDetails
    def __init__(self, key_id: _Optional[str] = ..., key_details: _Optional[bytes] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveMachineKeyRequest(_message.Message):
    __slots__ = ("user_id", "key_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    key_id: str
    def __init__(self, user_id: _Optional[str] = ..., key_id: _Optional[str] = ...) -> None: ...

class RemoveMachineKeyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetPersonalAccessTokenByIDsRequest(_message.Message):
    __slots__ = ("user_id", "token_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    TOKEN_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    token_id: str
    def __init__(self, user_id: _Optional[str] = ..., token_id: _Optional[str] = ...) -> None: ...

class GetPersonalAccessTokenByIDsResponse(_message.Message):
    __slots__ = ("token",)
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    token: _user_pb2.PersonalAccessToken
    def __init__(self, token: _Optional[_Union[_user_pb2.PersonalAccessToken, _Mapping]] = ...) -> None: ...

class ListPersonalAccessTokensRequest(_message.Message):
    __slots__ = ("user_id", "query")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    query: _object_pb2.ListQuery
    def __init__(self, user_id: _Optional[str] = ..., query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ...) -> None: ...

class ListPersonalAccessTokensResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_user_pb2.PersonalAccessToken]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_user_pb2.PersonalAccessToken, _Mapping]]] = ...) -> None: ...

class AddPersonalAccessTokenRequest(_message.Message):
    __slots__ = ("user_id", "expiration_date")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_DATE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    expiration_date: _timestamp_pb2.Timestamp
    def __init__(self, user_id: _Optional[str] = ..., expiration_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class AddPersonalAccessTokenResponse(_message.Message):
    __slots__ = ("token_id", "token", "details")
    TOKEN_ID_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    token_id: str
    token: str
    details: _object_pb2.ObjectDetails
    def __init__(self, token_id: _Optional[str] = ..., token: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemovePersonalAccessTokenRequest(_message.Message):
    __slots__ = ("user_id", "token_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    TOKEN_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    token_id: str
    def __init__(self, user_id: _Optional[str] = ..., token_id: _Optional[str] = ...) -> None: ...

class RemovePersonalAccessTokenResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListHumanLinkedIDPsRequest(_message.Message):
    __slots__ = ("user_id", "query")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    query: _object_pb2.ListQuery
    def __init__(self, user_id: _Optional[str] = ..., query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ...) -> None: ...

class ListHumanLinkedIDPsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_idp_pb2.IDPUserLink]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_idp_pb2.IDPUserLink, _Mapping]]] = ...) -> None: ...

class RemoveHumanLinkedIDPRequest(_message.Message):
    __slots__ = ("user_id", "idp_id", "linked_user_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    LINKED_USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    idp_id: str
    linked_user_id: str
    def __init__(self, user_id: _Optional[str] = ..., idp_id: _Optional[str] = ..., linked_user_id: _Optional[str] = ...) -> None: ...

class RemoveHumanLinkedIDPResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListUserMembershipsRequest(_message.Message):
    __slots__ = ("user_id", "query", "queries")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_user_pb2.MembershipQuery]
    def __init__(self, user_id: _Optional[str] = ..., query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_user_pb2.MembershipQuery, _Mapping]]] = ...) -> None: ...

class ListUserMembershipsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_user_pb2.Membership]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_user_pb2.Membership, _Mapping]]] = ...) -> None: ...

class GetMyOrgRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetMyOrgResponse(_message.Message):
    __slots__ = ("org",)
    ORG_FIELD_NUMBER: _ClassVar[int]
    org: _org_pb2.Org
    def __init__(self, org: _Optional[_Union[_org_pb2.Org, _Mapping]] = ...) -> None: ...

class GetOrgByDomainGlobalRequest(_message.Message):
    __slots__ = ("domain",)
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    domain: str
    def __init__(self, domain: _Optional[str] = ...) -> None: ...

class ListOrgChangesRequest(_message.Message):
    __slots__ = ("query",)
    QUERY_FIELD_NUMBER: _ClassVar[int]
    query: _change_pb2.ChangeQuery
    def __init__(self, query: _Optional[_Union[_change_pb2.ChangeQuery, _Mapping]] = ...) -> None: ...

class ListOrgChangesResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[_change_pb2.Change]
    def __init__(self, result: _Optional[_Iterable[_Union[_change_pb2.Change, _Mapping]]] = ...) -> None: ...

class GetOrgByDomainGlobalResponse(_message.Message):
    __slots__ = ("org",)
    ORG_FIELD_NUMBER: _ClassVar[int]
    org: _org_pb2.Org
    def __init__(self, org: _Optional[_Union[_org_pb2.Org, _Mapping]] = ...) -> None: ...

class AddOrgRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class AddOrgResponse(_message.Message):
    __slots__ = ("id", "details")
    ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    id: str
    details: _object_pb2.ObjectDetails
    def __init__(self, id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateOrgRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class UpdateOrgResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class DeactivateOrgRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class DeactivateOrgResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ReactivateOrgRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ReactivateOrgResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveOrgRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveOrgResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListOrgDomainsRequest(_message.Message):
    __slots__ = ("query", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_org_pb2.DomainSearchQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_org_pb2.DomainSearchQuery, _Mapping]]] = ...) -> None: ...

class ListOrgDomainsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_org_pb2.Domain]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_org_pb2.Domain, _Mapping]]] = ...) -> None: ...

class AddOrgDomainRequest(_message.Message):
    __slots__ = ("domain",)
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    domain: str
    def __init__(self, domain: _Optional[str] = ...) -> None: ...

class AddOrgDomainResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveOrgDomainRequest(_message.Message):
    __slots__ = ("domain",)
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    domain: str
    def __init__(self, domain: _Optional[str] = ...) -> None: ...

class RemoveOrgDomainResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GenerateOrgDomainValidationRequest(_message.Message):
    __slots__ = ("domain", "type")
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    domain: str
    type: _org_pb2.DomainValidationType
    def __init__(self, domain: _Optional[str] = ..., type: _Optional[_Union[_org_pb2.DomainValidationType, str]] = ...) -> None: ...

class GenerateOrgDomainValidationResponse(_message.Message):
    __slots__ = ("token", "url")
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    URL_FIELD_NUMBER: _ClassVar[int]
    token: str
    url: str
    def __init__(self, token: _Optional[str] = ..., url: _Optional[str] = ...) -> None: ...

class ValidateOrgDomainRequest(_message.Message):
    __slots__ = ("domain",)
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    domain: str
    def __init__(self, domain: _Optional[str] = ...) -> None: ...

class ValidateOrgDomainResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class SetPrimaryOrgDomainRequest(_message.Message):
    __slots__ = ("domain",)
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    domain: str
    def __init__(self, domain: _Optional[str] = ...) -> None: ...

class SetPrimaryOrgDomainResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListOrgMemberRolesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListOrgMemberRolesResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, result: _Optional[_Iterable[str]] = ...) -> None: ...

class ListOrgMembersRequest(_message.Message):
    __slots__ = ("query", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_member_pb2.SearchQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_member_pb2.SearchQuery, _Mapping]]] = ...) -> None: ...

class ListOrgMembersResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_member_pb2.Member]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_member_pb2.Member, _Mapping]]] = ...) -> None: ...

class AddOrgMemberRequest(_message.Message):
    __slots__ = ("user_id", "roles")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    roles: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, user_id: _Optional[str] = ..., roles: _Optional[_Iterable[str]] = ...) -> None: ...

class AddOrgMemberResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateOrgMemberRequest(_message.Message):
    __slots__ = ("user_id", "roles")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    roles: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, user_id: _Optional[str] = ..., roles: _Optional[_Iterable[str]] = ...) -> None: ...

class UpdateOrgMemberResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveOrgMemberRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class RemoveOrgMemberResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListOrgMetadataRequest(_message.Message):
    __slots__ = ("query", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_metadata_pb2.MetadataQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_metadata_pb2.MetadataQuery, _Mapping]]] = ...) -> None: ...

class ListOrgMetadataResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_metadata_pb2.Metadata]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_metadata_pb2.Metadata, _Mapping]]] = ...) -> None: ...

class GetOrgMetadataRequest(_message.Message):
    __slots__ = ("key",)
    KEY_FIELD_NUMBER: _ClassVar[int]
    key: str
    def __init__(self, key: _Optional[str] = ...) -> None: ...

class GetOrgMetadataResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: _metadata_pb2.Metadata
    def __init__(self, metadata: _Optional[_Union[_metadata_pb2.Metadata, _Mapping]] = ...) -> None: ...

class SetOrgMetadataRequest(_message.Message):
    __slots__ = ("key", "value")
    KEY_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    key: str
    value: bytes
    def __init__(self, key: _Optional[str] = ..., value: _Optional[bytes] = ...) -> None: ...

class SetOrgMetadataResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class BulkSetOrgMetadataRequest(_message.Message):
    __slots__ = ("metadata",)
    class Metadata(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: bytes
        def __init__(self, key: _Optional[str] = ..., value: _Optional[bytes] = ...) -> None: ...
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: _containers.RepeatedCompositeFieldContainer[BulkSetOrgMetadataRequest.Metadata]
    def __init__(self, metadata: _Optional[_Iterable[_Union[BulkSetOrgMetadataRequest.Metadata, _Mapping]]] = ...) -> None: ...

class BulkSetOrgMetadataResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveOrgMetadataRequest(_message.Message):
    __slots__ = ("key",)
    KEY_FIELD_NUMBER: _ClassVar[int]
    key: str
    def __init__(self, key: _Optional[str] = ...) -> None: ...

class RemoveOrgMetadataResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class BulkRemoveOrgMetadataRequest(_message.Message):
    __slots__ = ("keys",)
    KEYS_FIELD_NUMBER: _ClassVar[int]
    keys: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, keys: _Optional[_Iterable[str]] = ...) -> None: ...

class BulkRemoveOrgMetadataResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetProjectByIDRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class GetProjectByIDResponse(_message.Message):
    __slots__ = ("project",)
    PROJECT_FIELD_NUMBER: _ClassVar[int]
    project: _project_pb2.Project
    def __init__(self, project: _Optional[_Union[_project_pb2.Project, _Mapping]] = ...) -> None: ...

class GetGrantedProjectByIDRequest(_message.Message):
    __slots__ = ("project_id", "grant_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    grant_id: str
    def __init__(self, project_id: _Optional[str] = ..., grant_id: _Optional[str] = ...) -> None: ...

class GetGrantedProjectByIDResponse(_message.Message):
    __slots__ = ("granted_project",)
    GRANTED_PROJECT_FIELD_NUMBER: _ClassVar[int]
    granted_project: _project_pb2.GrantedProject
    def __init__(self, granted_project: _Optional[_Union[_project_pb2.GrantedProject, _Mapping]] = ...) -> None: ...

class ListProjectsRequest(_message.Message):
    __slots__ = ("query", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_project_pb2.ProjectQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_project_pb2.ProjectQuery, _Mapping]]] = ...) -> None: ...

class ListProjectsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_project_pb2.Project]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_project_pb2.Project, _Mapping]]] = ...) -> None: ...

class ListGrantedProjectsRequest(_message.Message):
    __slots__ = ("query", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_project_pb2.ProjectQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_project_pb2.ProjectQuery, _Mapping]]] = ...) -> None: ...

class ListGrantedProjectsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_project_pb2.GrantedProject]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_project_pb2.GrantedProject, _Mapping]]] = ...) -> None: ...

class ListProjectChangesRequest(_message.Message):
    __slots__ = ("query", "project_id")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    query: _change_pb2.ChangeQuery
    project_id: str
    def __init__(self, query: _Optional[_Union[_change_pb2.ChangeQuery, _Mapping]] = ..., project_id: _Optional[str] = ...) -> None: ...

class ListProjectChangesResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[_change_pb2.Change]
    def __init__(self, result: _Optional[_Iterable[_Union[_change_pb2.Change, _Mapping]]] = ...) -> None: ...

class AddProjectRequest(_message.Message):
    __slots__ = ("name", "project_role_assertion", "project_role_check", "has_project_check", "private_labeling_setting", "admins")
    class Admin(_message.Message):
        __slots__ = ("user_id", "roles")
        USER_ID_FIELD_NUMBER: _ClassVar[int]
        ROLES_FIELD_NUMBER: _ClassVar[int]
        user_id: str
        roles: _containers.RepeatedScalarFieldContainer[str]
        def __init__(self, user_id: _Optional[str] = ..., roles: _Optional[_Iterable[str]] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ROLE_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ROLE_CHECK_FIELD_NUMBER: _ClassVar[int]
    HAS_PROJECT_CHECK_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_LABELING_SETTING_FIELD_NUMBER: _ClassVar[int]
    ADMINS_FIELD_NUMBER: _ClassVar[int]
    name: str
    project_role_assertion: bool
    project_role_check: bool
    has_project_check: bool
    private_labeling_setting: _project_pb2.PrivateLabelingSetting
    admins: _containers.RepeatedCompositeFieldContainer[AddProjectRequest.Admin]
    def __init__(self, name: _Optional[str] = ..., project_role_assertion: bool = ..., project_role_check: bool = ..., has_project_check: bool = ..., private_labeling_setting: _Optional[_Union[_project_pb2.PrivateLabelingSetting, str]] = ..., admins: _Optional[_Iterable[_Union[AddProjectRequest.Admin, _Mapping]]] = ...) -> None: ...

class AddProjectResponse(_message.Message):
    __slots__ = ("id", "details")
    ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    id: str
    details: _object_pb2.ObjectDetails
    def __init__(self, id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateProjectRequest(_message.Message):
    __slots__ = ("id", "name", "project_role_assertion", "project_role_check", "has_project_check", "private_labeling_setting")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ROLE_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ROLE_CHECK_FIELD_NUMBER: _ClassVar[int]
    HAS_PROJECT_CHECK_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_LABELING_SETTING_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    project_role_assertion: bool
    project_role_check: bool
    has_project_check: bool
    private_labeling_setting: _project_pb2.PrivateLabelingSetting
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., project_role_assertion: bool = ..., project_role_check: bool = ..., has_project_check: bool = ..., private_labeling_setting: _Optional[_Union[_project_pb2.PrivateLabelingSetting, str]] = ...) -> None: ...

class UpdateProjectResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class DeactivateProjectRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class DeactivateProjectResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ReactivateProjectRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class ReactivateProjectResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveProjectRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class RemoveProjectResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListProjectMemberRolesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListProjectMemberRolesResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class AddProjectRoleRequest(_message.Message):
    __slots__ = ("project_id", "role_key", "display_name", "group")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEY_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    role_key: str
    display_name: str
    group: str
    def __init__(self, project_id: _Optional[str] = ..., role_key: _Optional[str] = ..., display_name: _Optional[str] = ..., group: _Optional[str] = ...) -> None: ...

class AddProjectRoleResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class BulkAddProjectRolesRequest(_message.Message):
    __slots__ = ("project_id", "roles")
    class Role(_message.Message):
        __slots__ = ("key", "display_name", "group")
        KEY_FIELD_NUMBER: _ClassVar[int]
        DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
        GROUP_FIELD_NUMBER: _ClassVar[int]
        key: str
        display_name: str
        group: str
        def __init__(self, key: _Optional[str] = ..., display_name: _Optional[str] = ..., group: _Optional[str] = ...) -> None: ...
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    roles: _containers.RepeatedCompositeFieldContainer[BulkAddProjectRolesRequest.Role]
    def __init__(self, project_id: _Optional[str] = ..., roles: _Optional[_Iterable[_Union[BulkAddProjectRolesRequest.Role, _Mapping]]] = ...) -> None: ...

class BulkAddProjectRolesResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateProjectRoleRequest(_message.Message):
    __slots__ = ("project_id", "role_key", "display_name", "group")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEY_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    role_key: str
    display_name: str
    group: str
    def __init__(self, project_id: _Optional[str] = ..., role_key: _Optional[str] = ..., display_name: _Optional[str] = ..., group: _Optional[str] = ...) -> None: ...

class UpdateProjectRoleResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveProjectRoleRequest(_message.Message):
    __slots__ = ("project_id", "role_key")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEY_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    role_key: str
    def __init__(self, project_id: _Optional[str] = ..., role_key: _Optional[str] = ...) -> None: ...

class RemoveProjectRoleResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListProjectRolesRequest(_message.Message):
    __slots__ = ("project_id", "query", "queries")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_project_pb2.RoleQuery]
    def __init__(self, project_id: _Optional[str] = ..., query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_project_pb2.RoleQuery, _Mapping]]] = ...) -> None: ...

class ListProjectRolesResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_project_pb2.Role]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_project_pb2.Role, _Mapping]]] = ...) -> None: ...

class ListGrantedProjectRolesRequest(_message.Message):
    __slots__ = ("project_id", "grant_id", "query", "queries")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    grant_id: str
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_project_pb2.RoleQuery]
    def __init__(self, project_id: _Optional[str] = ..., grant_id: _Optional[str] = ..., query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_project_pb2.RoleQuery, _Mapping]]] = ...) -> None: ...

class ListGrantedProjectRolesResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_project_pb2.Role]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_project_pb2.Role, _Mapping]]] = ...) -> None: ...

class ListProjectMembersRequest(_message.Message):
    __slots__ = ("project_id", "query", "queries")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_member_pb2.SearchQuery]
    def __init__(self, project_id: _Optional[str] = ..., query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_member_pb2.SearchQuery, _Mapping]]] = ...) -> None: ...

class ListProjectMembersResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_member_pb2.Member]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_member_pb2.Member, _Mapping]]] = ...) -> None: ...

class AddProjectMemberRequest(_message.Message):
    __slots__ = ("project_id", "user_id", "roles")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    user_id: str
    roles: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, project_id: _Optional[str] = ..., user_id: _Optional[str] = ..., roles: _Optional[_Iterable[str]] = ...) -> None: ...

class AddProjectMemberResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateProjectMemberRequest(_message.Message):
    __slots__ = ("project_id", "user_id", "roles")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    user_id: str
    roles: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, project_id: _Optional[str] = ..., user_id: _Optional[str] = ..., roles: _Optional[_Iterable[str]] = ...) -> None: ...

class UpdateProjectMemberResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveProjectMemberRequest(_message.Message):
    __slots__ = ("project_id", "user_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    user_id: str
    def __init__(self, project_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class RemoveProjectMemberResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetAppByIDRequest(_message.Message):
    __slots__ = ("project_id", "app_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    app_id: str
    def __init__(self, project_id: _Optional[str] = ..., app_id: _Optional[str] = ...) -> None: ...

class GetAppByIDResponse(_message.Message):
    __slots__ = ("app",)
    APP_FIELD_NUMBER: _ClassVar[int]
    app: _app_pb2.App
    def __init__(self, app: _Optional[_Union[_app_pb2.App, _Mapping]] = ...) -> None: ...

class ListAppsRequest(_message.Message):
    __slots__ = ("project_id", "query", "queries")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_app_pb2.AppQuery]
    def __init__(self, project_id: _Optional[str] = ..., query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_app_pb2.AppQuery, _Mapping]]] = ...) -> None: ...

class ListAppsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_app_pb2.App]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_app_pb2.App, _Mapping]]] = ...) -> None: ...

class ListAppChangesRequest(_message.Message):
    __slots__ = ("query", "project_id", "app_id")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    query: _change_pb2.ChangeQuery
    project_id: str
    app_id: str
    def __init__(self, query: _Optional[_Union[_change_pb2.ChangeQuery, _Mapping]] = ..., project_id: _Optional[str] = ..., app_id: _Optional[str] = ...) -> None: ...

class ListAppChangesResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[_change_pb2.Change]
    def __init__(self, result: _Optional[_Iterable[_Union[_change_pb2.Change, _Mapping]]] = ...) -> None: ...

class AddOIDCAppRequest(_message.Message):
    __slots__ = ("project_id", "name", "redirect_uris", "response_types", "grant_types", "app_type", "auth_method_type", "post_logout_redirect_uris", "version", "dev_mode", "access_token_type", "access_token_role_assertion", "id_token_role_assertion", "id_token_userinfo_assertion", "clock_skew", "additional_origins", "skip_native_app_success_page", "back_channel_logout_uri", "login_version")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    REDIRECT_URIS_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_TYPES_FIELD_NUMBER: _ClassVar[int]
    GRANT_TYPES_FIELD_NUMBER: _ClassVar[int]
    APP_TYPE_FIELD_NUMBER: _ClassVar[int]
    AUTH_METHOD_TYPE_FIELD_NUMBER: _ClassVar[int]
    POST_LOGOUT_REDIRECT_URIS_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    DEV_MODE_FIELD_NUMBER: _ClassVar[int]
    ACCESS_TOKEN_TYPE_FIELD_NUMBER: _ClassVar[int]
    ACCESS_TOKEN_ROLE_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    ID_TOKEN_ROLE_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    ID_TOKEN_USERINFO_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    CLOCK_SKEW_FIELD_NUMBER: _ClassVar[int]
    ADDITIONAL_ORIGINS_FIELD_NUMBER: _ClassVar[int]
    SKIP_NATIVE_APP_SUCCESS_PAGE_FIELD_NUMBER: _ClassVar[int]
    BACK_CHANNEL_LOGOUT_URI_FIELD_NUMBER: _ClassVar[int]
    LOGIN_VERSION_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    name: str
    redirect_uris: _containers.RepeatedScalarFieldContainer[str]
    response_types: _containers.RepeatedScalarFieldContainer[_app_pb2.OIDCResponseType]
    grant_types: _containers.RepeatedScalarFieldContainer[_app_pb2.OIDCGrantType]
    app_type: _app_pb2.OIDCAppType
    auth_method_type: _app_pb2.OIDCAuthMethodType
    post_logout_redirect_uris: _containers.RepeatedScalarFieldContainer[str]
    version: _app_pb2.OIDCVersion
    dev_mode: bool
    access_token_type: _app_pb2.OIDCTokenType
    access_token_role_assertion: bool
    id_token_role_assertion: bool
    id_token_userinfo_assertion: bool
    clock_skew: _duration_pb2.Duration
    additional_origins: _containers.RepeatedScalarFieldContainer[str]
    skip_native_app_success_page: bool
    back_channel_logout_uri: str
    login_version: _app_pb2.LoginVersion
    def __init__(self, project_id: _Optional[str] = ..., name: _Optional[str] = ..., redirect_uris: _Optional[_Iterable[str]] = ..., response_types: _Optional[_Iterable[_Union[_app_pb2.OIDCResponseType, str]]] = ..., grant_types: _Optional[_Iterable[_Union[_app_pb2.OIDCGrantType, str]]] = ..., app_type: _Optional[_Union[_app_pb2.OIDCAppType, str]] = ..., auth_method_type: _Optional[_Union[_app_pb2.OIDCAuthMethodType, str]] = ..., post_logout_redirect_uris: _Optional[_Iterable[str]] = ..., version: _Optional[_Union[_app_pb2.OIDCVersion, str]] = ..., dev_mode: bool = ..., access_token_type: _Optional[_Union[_app_pb2.OIDCTokenType, str]] = ..., access_token_role_assertion: bool = ..., id_token_role_assertion: bool = ..., id_token_userinfo_assertion: bool = ..., clock_skew: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., additional_origins: _Optional[_Iterable[str]] = ..., skip_native_app_success_page: bool = ..., back_channel_logout_uri: _Optional[str] = ..., login_version: _Optional[_Union[_app_pb2.LoginVersion, _Mapping]] = ...) -> None: ...

class AddOIDCAppResponse(_message.Message):
    __slots__ = ("app_id", "details", "client_id", "client_secret", "none_compliant", "compliance_problems")
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    NONE_COMPLIANT_FIELD_NUMBER: _ClassVar[int]
    COMPLIANCE_PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    app_id: str
    details: _object_pb2.ObjectDetails
    client_id: str
    client_secret: str
    none_compliant: bool
    compliance_problems: _containers.RepeatedCompositeFieldContainer[_message_pb2.LocalizedMessage]
    def __init__(self, app_id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., none_compliant: bool = ..., compliance_problems: _Optional[_Iterable[_Union[_message_pb2.LocalizedMessage, _Mapping]]] = ...) -> None: ...

class AddSAMLAppRequest(_message.Message):
    __slots__ = ("project_id", "name", "metadata_xml", "metadata_url", "login_version")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    METADATA_XML_FIELD_NUMBER: _ClassVar[int]
    METADATA_URL_FIELD_NUMBER: _ClassVar[int]
    LOGIN_VERSION_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    name: str
    metadata_xml: bytes
    metadata_url: str
    login_version: _app_pb2.LoginVersion
    def __init__(self, project_id: _Optional[str] = ..., name: _Optional[str] = ..., metadata_xml: _Optional[bytes] = ..., metadata_url: _Optional[str] = ..., login_version: _Optional[_Union[_app_pb2.LoginVersion, _Mapping]] = ...) -> None: ...

class AddSAMLAppResponse(_message.Message):
    __slots__ = ("app_id", "details")
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    app_id: str
    details: _object_pb2.ObjectDetails
    def __init__(self, app_id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddAPIAppRequest(_message.Message):
    __slots__ = ("project_id", "name", "auth_method_type")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    AUTH_METHOD_TYPE_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    name: str
    auth_method_type: _app_pb2.APIAuthMethodType
    def __init__(self, project_id: _Optional[str] = ..., name: _Optional[str] = ..., auth_method_type: _Optional[_Union[_app_pb2.APIAuthMethodType, str]] = ...) -> None: ...

class AddAPIAppResponse(_message.Message):
    __slots__ = ("app_id", "details", "client_id", "client_secret")
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    app_id: str
    details: _object_pb2.ObjectDetails
    client_id: str
    client_secret: str
    def __init__(self, app_id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ...) -> None: ...

class UpdateAppRequest(_message.Message):
    __slots__ = ("project_id", "app_id", "name")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    app_id: str
    name: str
    def __init__(self, project_id: _Optional[str] = ..., app_id: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class UpdateAppResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateOIDCAppConfigRequest(_message.Message):
    __slots__ = ("project_id", "app_id", "redirect_uris", "response_types", "grant_types", "app_type", "auth_method_type", "post_logout_redirect_uris", "dev_mode", "access_token_type", "access_token_role_assertion", "id_token_role_assertion", "id_token_userinfo_assertion", "clock_skew", "additional_origins", "skip_native_app_success_page", "back_channel_logout_uri", "login_version")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    REDIRECT_URIS_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_TYPES_FIELD_NUMBER: _ClassVar[int]
    GRANT_TYPES_FIELD_NUMBER: _ClassVar[int]
    APP_TYPE_FIELD_NUMBER: _ClassVar[int]
    AUTH_METHOD_TYPE_FIELD_NUMBER: _ClassVar[int]
    POST_LOGOUT_REDIRECT_URIS_FIELD_NUMBER: _ClassVar[int]
    DEV_MODE_FIELD_NUMBER: _ClassVar[int]
    ACCESS_TOKEN_TYPE_FIELD_NUMBER: _ClassVar[int]
    ACCESS_TOKEN_ROLE_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    ID_TOKEN_ROLE_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    ID_TOKEN_USERINFO_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    CLOCK_SKEW_FIELD_NUMBER: _ClassVar[int]
    ADDITIONAL_ORIGINS_FIELD_NUMBER: _ClassVar[int]
    SKIP_NATIVE_APP_SUCCESS_PAGE_FIELD_NUMBER: _ClassVar[int]
    BACK_CHANNEL_LOGOUT_URI_FIELD_NUMBER: _ClassVar[int]
    LOGIN_VERSION_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    app_id: str
    redirect_uris: _containers.RepeatedScalarFieldContainer[str]
    response_types: _containers.RepeatedScalarFieldContainer[_app_pb2.OIDCResponseType]
    grant_types: _containers.RepeatedScalarFieldContainer[_app_pb2.OIDCGrantType]
    app_type: _app_pb2.OIDCAppType
    auth_method_type: _app_pb2.OIDCAuthMethodType
    post_logout_redirect_uris: _containers.RepeatedScalarFieldContainer[str]
    dev_mode: bool
    access_token_type: _app_pb2.OIDCTokenType
    access_token_role_assertion: bool
    id_token_role_assertion: bool
    id_token_userinfo_assertion: bool
    clock_skew: _duration_pb2.Duration
    additional_origins: _containers.RepeatedScalarFieldContainer[str]
    skip_native_app_success_page: bool
    back_channel_logout_uri: str
    login_version: _app_pb2.LoginVersion
    def __init__(self, project_id: _Optional[str] = ..., app_id: _Optional[str] = ..., redirect_uris: _Optional[_Iterable[str]] = ..., response_types: _Optional[_Iterable[_Union[_app_pb2.OIDCResponseType, str]]] = ..., grant_types: _Optional[_Iterable[_Union[_app_pb2.OIDCGrantType, str]]] = ..., app_type: _Optional[_Union[_app_pb2.OIDCAppType, str]] = ..., auth_method_type: _Optional[_Union[_app_pb2.OIDCAuthMethodType, str]] = ..., post_logout_redirect_uris: _Optional[_Iterable[str]] = ..., dev_mode: bool = ..., access_token_type: _Optional[_Union[_app_pb2.OIDCTokenType, str]] = ..., access_token_role_assertion: bool = ..., id_token_role_assertion: bool = ..., id_token_userinfo_assertion: bool = ..., clock_skew: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., additional_origins: _Optional[_Iterable[str]] = ..., skip_native_app_success_page: bool = ..., back_channel_logout_uri: _Optional[str] = ..., login_version: _Optional[_Union[_app_pb2.LoginVersion, _Mapping]] = ...) -> None: ...

class UpdateOIDCAppConfigResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateSAMLAppConfigRequest(_message.Message):
    __slots__ = ("project_id", "app_id", "metadata_xml", "metadata_url", "login_version")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    METADATA_XML_FIELD_NUMBER: _ClassVar[int]
    METADATA_URL_FIELD_NUMBER: _ClassVar[int]
    LOGIN_VERSION_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    app_id: str
    metadata_xml: bytes
    metadata_url: str
    login_version: _app_pb2.LoginVersion
    def __init__(self, project_id: _Optional[str] = ..., app_id: _Optional[str] = ..., metadata_xml: _Optional[bytes] = ..., metadata_url: _Optional[str] = ..., login_version: _Optional[_Union[_app_pb2.LoginVersion, _Mapping]] = ...) -> None: ...

class UpdateSAMLAppConfigResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateAPIAppConfigRequest(_message.Message):
    __slots__ = ("project_id", "app_id", "auth_method_type")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    AUTH_METHOD_TYPE_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    app_id: str
    auth_method_type: _app_pb2.APIAuthMethodType
    def __init__(self, project_id: _Optional[str] = ..., app_id: _Optional[str] = ..., auth_method_type: _Optional[_Union[_app_pb2.APIAuthMethodType, str]] = ...) -> None: ...

class UpdateAPIAppConfigResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class DeactivateAppRequest(_message.Message):
    __slots__ = ("project_id", "app_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    app_id: str
    def __init__(self, project_id: _Optional[str] = ..., app_id: _Optional[str] = ...) -> None: ...

class DeactivateAppResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ReactivateAppRequest(_message.Message):
    __slots__ = ("project_id", "app_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    app_id: str
    def __init__(self, project_id: _Optional[str] = ..., app_id: _Optional[str] = ...) -> None: ...

class ReactivateAppResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveAppRequest(_message.Message):
    __slots__ = ("project_id", "app_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    app_id: str
    def __init__(self, project_id: _Optional[str] = ..., app_id: _Optional[str] = ...) -> None: ...

class RemoveAppResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RegenerateOIDCClientSecretRequest(_message.Message):
    __slots__ = ("project_id", "app_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    app_id: str
    def __init__(self, project_id: _Optional[str] = ..., app_id: _Optional[str] = ...) -> None: ...

class RegenerateOIDCClientSecretResponse(_message.Message):
    __slots__ = ("client_secret", "details")
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    client_secret: str
    details: _object_pb2.ObjectDetails
    def __init__(self, client_secret: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RegenerateAPIClientSecretRequest(_message.Message):
    __slots__ = ("project_id", "app_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    app_id: str
    def __init__(self, project_id: _Optional[str] = ..., app_id: _Optional[str] = ...) -> None: ...

class RegenerateAPIClientSecretResponse(_message.Message):
    __slots__ = ("client_secret", "details")
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    client_secret: str
    details: _object_pb2.ObjectDetails
    def __init__(self, client_secret: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetAppKeyRequest(_message.Message):
    __slots__ = ("project_id", "app_id", "key_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    app_id: str
    key_id: str
    def __init__(self, project_id: _Optional[str] = ..., app_id: _Optional[str] = ..., key_id: _Optional[str] = ...) -> None: ...

class GetAppKeyResponse(_message.Message):
    __slots__ = ("key",)
    KEY_FIELD_NUMBER: _ClassVar[int]
    key: _auth_n_key_pb2.Key
    def __init__(self, key: _Optional[_Union[_auth_n_key_pb2.Key, _Mapping]] = ...) -> None: ...

class ListAppKeysRequest(_message.Message):
    __slots__ = ("query", "app_id", "project_id")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    app_id: str
    project_id: str
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., app_id: _Optional[str] = ..., project_id: _Optional[str] = ...) -> None: ...

class ListAppKeysResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_auth_n_key_pb2.Key]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_auth_n_key_pb2.Key, _Mapping]]] = ...) -> None: ...

class AddAppKeyRequest(_message.Message):
    __slots__ = ("project_id", "app_id", "type", "expiration_date")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_DATE_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    app_id: str
    type: _auth_n_key_pb2.KeyType
    expiration_date: _timestamp_pb2.Timestamp
    def __init__(self, project_id: _Optional[str] = ..., app_id: _Optional[str] = ..., type: _Optional[_Union[_auth_n_key_pb2.KeyType, str]] = ..., expiration_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class AddAppKeyResponse(_message.Message):
    __slots__ = ("id", "details", "key_details")
    ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    KEY_DETAILS_FIELD_NUMBER: _ClassVar[int]
    id: str
    details: _object_pb2.ObjectDetails
    key_details: bytes
    def __init__(self, id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., key_details: _Optional[bytes] = ...) -> None: ...

class RemoveAppKeyRequest(_message.Message):
    __slots__ = ("project_id", "app_id", "key_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    app_id: str
    key_id: str
    def __init__(self, project_id: _Optional[str] = ..., app_id: _Optional[str] = ..., key_id: _Optional[str] = ...) -> None: ...

class RemoveAppKeyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListProjectGrantChangesRequest(_message.Message):
    __slots__ = ("query", "project_id", "grant_id")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    query: _change_pb2.ChangeQuery
    project_id: str
    grant_id: str
    def __init__(self, query: _Optional[_Union[_change_pb2.ChangeQuery, _Mapping]] = ..., project_id: _Optional[str] = ..., grant_id: _Optional[str] = ...) -> None: ...

class ListProjectGrantChangesResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[_change_pb2.Change]
    def __init__(self, result: _Optional[_Iterable[_Union[_change_pb2.Change, _Mapping]]] = ...) -> None: ...

class GetProjectGrantByIDRequest(_message.Message):
    __slots__ = ("project_id", "grant_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    grant_id: str
    def __init__(self, project_id: _Optional[str] = ..., grant_id: _Optional[str] = ...) -> None: ...

class GetProjectGrantByIDResponse(_message.Message):
    __slots__ = ("project_grant",)
    PROJECT_GRANT_FIELD_NUMBER: _ClassVar[int]
    project_grant: _project_pb2.GrantedProject
    def __init__(self, project_grant: _Optional[_Union[_project_pb2.GrantedProject, _Mapping]] = ...) -> None: ...

class ListProjectGrantsRequest(_message.Message):
    __slots__ = ("project_id", "query", "queries")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_project_pb2.ProjectGrantQuery]
    def __init__(self, project_id: _Optional[str] = ..., query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_project_pb2.ProjectGrantQuery, _Mapping]]] = ...) -> None: ...

class ListProjectGrantsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_project_pb2.GrantedProject]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_project_pb2.GrantedProject, _Mapping]]] = ...) -> None: ...

class ListAllProjectGrantsRequest(_message.Message):
    __slots__ = ("query", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_project_pb2.AllProjectGrantQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_project_pb2.AllProjectGrantQuery, _Mapping]]] = ...) -> None: ...

class ListAllProjectGrantsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_project_pb2.GrantedProject]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_project_pb2.GrantedProject, _Mapping]]] = ...) -> None: ...

class AddProjectGrantRequest(_message.Message):
    __slots__ = ("project_id", "granted_org_id", "role_keys")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORG_ID_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEYS_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    granted_org_id: str
    role_keys: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, project_id: _Optional[str] = ..., granted_org_id: _Optional[str] = ..., role_keys: _Optional[_Iterable[str]] = ...) -> None: ...

class AddProjectGrantResponse(_message.Message):
    __slots__ = ("grant_id", "details")
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    grant_id: str
    details: _object_pb2.ObjectDetails
    def __init__(self, grant_id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateProjectGrantRequest(_message.Message):
    __slots__ = ("project_id", "grant_id", "role_keys")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEYS_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    grant_id: str
    role_keys: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, project_id: _Optional[str] = ..., grant_id: _Optional[str] = ..., role_keys: _Optional[_Iterable[str]] = ...) -> None: ...

class UpdateProjectGrantResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class DeactivateProjectGrantRequest(_message.Message):
    __slots__ = ("project_id", "grant_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    grant_id: str
    def __init__(self, project_id: _Optional[str] = ..., grant_id: _Optional[str] = ...) -> None: ...

class DeactivateProjectGrantResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ReactivateProjectGrantRequest(_message.Message):
    __slots__ = ("project_id", "grant_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    grant_id: str
    def __init__(self, project_id: _Optional[str] = ..., grant_id: _Optional[str] = ...) -> None: ...

class ReactivateProjectGrantResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveProjectGrantRequest(_message.Message):
    __slots__ = ("project_id", "grant_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    grant_id: str
    def __init__(self, project_id: _Optional[str] = ..., grant_id: _Optional[str] = ...) -> None: ...

class RemoveProjectGrantResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListProjectGrantMemberRolesRequest(_message.Message):
    __slots__ = ("query", "result")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class ListProjectGrantMemberRolesResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class ListProjectGrantMembersRequest(_message.Message):
    __slots__ = ("project_id", "grant_id", "query", "queries")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    grant_id: str
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_member_pb2.SearchQuery]
    def __init__(self, project_id: _Optional[str] = ..., grant_id: _Optional[str] = ..., query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_member_pb2.SearchQuery, _Mapping]]] = ...) -> None: ...

class ListProjectGrantMembersResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_member_pb2.Member]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_member_pb2.Member, _Mapping]]] = ...) -> None: ...

class AddProjectGrantMemberRequest(_message.Message):
    __slots__ = ("project_id", "grant_id", "user_id", "roles")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    grant_id: str
    user_id: str
    roles: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, project_id: _Optional[str] = ..., grant_id: _Optional[str] = ..., user_id: _Optional[str] = ..., roles: _Optional[_Iterable[str]] = ...) -> None: ...

class AddProjectGrantMemberResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateProjectGrantMemberRequest(_message.Message):
    __slots__ = ("project_id", "grant_id", "user_id", "roles")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    grant_id: str
    user_id: str
    roles: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, project_id: _Optional[str] = ..., grant_id: _Optional[str] = ..., user_id: _Optional[str] = ..., roles: _Optional[_Iterable[str]] = ...) -> None: ...

class UpdateProjectGrantMemberResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveProjectGrantMemberRequest(_message.Message):
    __slots__ = ("project_id", "grant_id", "user_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    grant_id: str
    user_id: str
    def __init__(self, project_id: _Optional[str] = ..., grant_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class RemoveProjectGrantMemberResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetUserGrantByIDRequest(_message.Message):
    __slots__ = ("user_id", "grant_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    grant_id: str
    def __init__(self, user_id: _Optional[str] = ..., grant_id: _Optional[str] = ...) -> None: ...

class GetUserGrantByIDResponse(_message.Message):
    __slots__ = ("user_grant",)
    USER_GRANT_FIELD_NUMBER: _ClassVar[int]
    user_grant: _user_pb2.UserGrant
    def __init__(self, user_grant: _Optional[_Union[_user_pb2.UserGrant, _Mapping]] = ...) -> None: ...

class ListUserGrantRequest(_message.Message):
    __slots__ = ("query", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_user_pb2.UserGrantQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_user_pb2.UserGrantQuery, _Mapping]]] = ...) -> None: ...

class ListUserGrantResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_user_pb2.UserGrant]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_user_pb2.UserGrant, _Mapping]]] = ...) -> None: ...

class AddUserGrantRequest(_message.Message):
    __slots__ = ("user_id", "project_id", "project_grant_id", "role_keys")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEYS_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    project_id: str
    project_grant_id: str
    role_keys: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, user_id: _Optional[str] = ..., project_id: _Optional[str] = ..., project_grant_id: _Optional[str] = ..., role_keys: _Optional[_Iterable[str]] = ...) -> None: ...

class AddUserGrantResponse(_message.Message):
    __slots__ = ("user_grant_id", "details")
    USER_GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    user_grant_id: str
    details: _object_pb2.ObjectDetails
    def __init__(self, user_grant_id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateUserGrantRequest(_message.Message):
    __slots__ = ("user_id", "grant_id", "role_keys")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEYS_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    grant_id: str
    role_keys: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, user_id: _Optional[str] = ..., grant_id: _Optional[str] = ..., role_keys: _Optional[_Iterable[str]] = ...) -> None: ...

class UpdateUserGrantResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class DeactivateUserGrantRequest(_message.Message):
    __slots__ = ("user_id", "grant_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    grant_id: str
    def __init__(self, user_id: _Optional[str] = ..., grant_id: _Optional[str] = ...) -> None: ...

class DeactivateUserGrantResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ReactivateUserGrantRequest(_message.Message):
    __slots__ = ("user_id", "grant_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    grant_id: str
    def __init__(self, user_id: _Optional[str] = ..., grant_id: _Optional[str] = ...) -> None: ...

class ReactivateUserGrantResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveUserGrantRequest(_message.Message):
    __slots__ = ("user_id", "grant_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    grant_id: str
    def __init__(self, user_id: _Optional[str] = ..., grant_id: _Optional[str] = ...) -> None: ...

class RemoveUserGrantResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class BulkRemoveUserGrantRequest(_message.Message):
    __slots__ = ("grant_id",)
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    grant_id: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, grant_id: _Optional[_Iterable[str]] = ...) -> None: ...

class BulkRemoveUserGrantResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetOrgIAMPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetOrgIAMPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.OrgIAMPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.OrgIAMPolicy, _Mapping]] = ...) -> None: ...

class GetDomainPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetDomainPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.DomainPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.DomainPolicy, _Mapping]] = ...) -> None: ...

class GetLoginPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetLoginPolicyResponse(_message.Message):
    __slots__ = ("policy", "is_default")
    POLICY_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.LoginPolicy
    is_default: bool
    def __init__(self, policy: _Optional[_Union[_policy_pb2.LoginPolicy, _Mapping]] = ..., is_default: bool = ...) -> None: ...

class GetDefaultLoginPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetDefaultLoginPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.LoginPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.LoginPolicy, _Mapping]] = ...) -> None: ...

class AddCustomLoginPolicyRequest(_message.Message):
    __slots__ = ("allow_username_password", "allow_register", "allow_external_idp", "force_mfa", "passwordless_type", "hide_password_reset", "ignore_unknown_usernames", "default_redirect_uri", "password_check_lifetime", "external_login_check_lifetime", "mfa_init_skip_lifetime", "second_factor_check_lifetime", "multi_factor_check_lifetime", "second_factors", "multi_factors", "idps", "allow_domain_discovery", "disable_login_with_email", "disable_login_with_phone", "force_mfa_local_only")
    class IDP(_message.Message):
        __slots__ = ("idp_id", "ownerType")
        IDP_ID_FIELD_NUMBER: _ClassVar[int]
        OWNERTYPE_FIELD_NUMBER: _ClassVar[int]
        idp_id: str
        ownerType: _idp_pb2.IDPOwnerType
        def __init__(self, idp_id: _Optional[str] = ..., ownerType: _Optional[_Union[_idp_pb2.IDPOwnerType, str]] = ...) -> None: ...
    ALLOW_USERNAME_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    ALLOW_REGISTER_FIELD_NUMBER: _ClassVar[int]
    ALLOW_EXTERNAL_IDP_FIELD_NUMBER: _ClassVar[int]
    FORCE_MFA_FIELD_NUMBER: _ClassVar[int]
    PASSWORDLESS_TYPE_FIELD_NUMBER: _ClassVar[int]
    HIDE_PASSWORD_RESET_FIELD_NUMBER: _ClassVar[int]
    IGNORE_UNKNOWN_USERNAMES_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_REDIRECT_URI_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_CHECK_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    EXTERNAL_LOGIN_CHECK_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    MFA_INIT_SKIP_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    SECOND_FACTOR_CHECK_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    MULTI_FACTOR_CHECK_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    SECOND_FACTORS_FIELD_NUMBER: _ClassVar[int]
    MULTI_FACTORS_FIELD_NUMBER: _ClassVar[int]
    IDPS_FIELD_NUMBER: _ClassVar[int]
    ALLOW_DOMAIN_DISCOVERY_FIELD_NUMBER: _ClassVar[int]
    DISABLE_LOGIN_WITH_EMAIL_FIELD_NUMBER: _ClassVar[int]
    DISABLE_LOGIN_WITH_PHONE_FIELD_NUMBER: _ClassVar[int]
    FORCE_MFA_LOCAL_ONLY_FIELD_NUMBER: _ClassVar[int]
    allow_username_password: bool
    allow_register: bool
    allow_external_idp: bool
    force_mfa: bool
    passwordless_type: _policy_pb2.PasswordlessType
    hide_password_reset: bool
    ignore_unknown_usernames: bool
    default_redirect_uri: str
    password_check_lifetime: _duration_pb2.Duration
    external_login_check_lifetime: _duration_pb2.Duration
    mfa_init_skip_lifetime: _duration_pb2.Duration
    second_factor_check_lifetime: _duration_pb2.Duration
    multi_factor_check_lifetime: _duration_pb2.Duration
    second_factors: _containers.RepeatedScalarFieldContainer[_policy_pb2.SecondFactorType]
    multi_factors: _containers.RepeatedScalarFieldContainer[_policy_pb2.MultiFactorType]
    idps: _containers.RepeatedCompositeFieldContainer[AddCustomLoginPolicyRequest.IDP]
    allow_domain_discovery: bool
    disable_login_with_email: bool
    disable_login_with_phone: bool
    force_mfa_local_only: bool
    def __init__(self, allow_username_password: bool = ..., allow_register: bool = ..., allow_external_idp: bool = ..., force_mfa: bool = ..., passwordless_type: _Optional[_Union[_policy_pb2.PasswordlessType, str]] = ..., hide_password_reset: bool = ..., ignore_unknown_usernames: bool = ..., default_redirect_uri: _Optional[str] = ..., password_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., external_login_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., mfa_init_skip_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., second_factor_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., multi_factor_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., second_factors: _Optional[_Iterable[_Union[_policy_pb2.SecondFactorType, str]]] = ..., multi_factors: _Optional[_Iterable[_Union[_policy_pb2.MultiFactorType, str]]] = ..., idps: _Optional[_Iterable[_Union[AddCustomLoginPolicyRequest.IDP, _Mapping]]] = ..., allow_domain_discovery: bool = ..., disable_login_with_email: bool = ..., disable_login_with_phone: bool = ..., force_mfa_local_only: bool = ...) -> None: ...

class AddCustomLoginPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateCustomLoginPolicyRequest(_message.Message):
    __slots__ = ("allow_username_password", "allow_register", "allow_external_idp", "force_mfa", "passwordless_type", "hide_password_reset", "ignore_unknown_usernames", "default_redirect_uri", "password_check_lifetime", "external_login_check_lifetime", "mfa_init_skip_lifetime", "second_factor_check_lifetime", "multi_factor_check_lifetime", "allow_domain_discovery", "disable_login_with_email", "disable_login_with_phone", "force_mfa_local_only")
    ALLOW_USERNAME_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    ALLOW_REGISTER_FIELD_NUMBER: _ClassVar[int]
    ALLOW_EXTERNAL_IDP_FIELD_NUMBER: _ClassVar[int]
    FORCE_MFA_FIELD_NUMBER: _ClassVar[int]
    PASSWORDLESS_TYPE_FIELD_NUMBER: _ClassVar[int]
    HIDE_PASSWORD_RESET_FIELD_NUMBER: _ClassVar[int]
    IGNORE_UNKNOWN_USERNAMES_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_REDIRECT_URI_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_CHECK_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    EXTERNAL_LOGIN_CHECK_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    MFA_INIT_SKIP_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    SECOND_FACTOR_CHECK_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    MULTI_FACTOR_CHECK_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    ALLOW_DOMAIN_DISCOVERY_FIELD_NUMBER: _ClassVar[int]
    DISABLE_LOGIN_WITH_EMAIL_FIELD_NUMBER: _ClassVar[int]
    DISABLE_LOGIN_WITH_PHONE_FIELD_NUMBER: _ClassVar[int]
    FORCE_MFA_LOCAL_ONLY_FIELD_NUMBER: _ClassVar[int]
    allow_username_password: bool
    allow_register: bool
    allow_external_idp: bool
    force_mfa: bool
    passwordless_type: _policy_pb2.PasswordlessType
    hide_password_reset: bool
    ignore_unknown_usernames: bool
    default_redirect_uri: str
    password_check_lifetime: _duration_pb2.Duration
    external_login_check_lifetime: _duration_pb2.Duration
    mfa_init_skip_lifetime: _duration_pb2.Duration
    second_factor_check_lifetime: _duration_pb2.Duration
    multi_factor_check_lifetime: _duration_pb2.Duration
    allow_domain_discovery: bool
    disable_login_with_email: bool
    disable_login_with_phone: bool
    force_mfa_local_only: bool
    def __init__(self, allow_username_password: bool = ..., allow_register: bool = ..., allow_external_idp: bool = ..., force_mfa: bool = ..., passwordless_type: _Optional[_Union[_policy_pb2.PasswordlessType, str]] = ..., hide_password_reset: bool = ..., ignore_unknown_usernames: bool = ..., default_redirect_uri: _Optional[str] = ..., password_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., external_login_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., mfa_init_skip_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., second_factor_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., multi_factor_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., allow_domain_discovery: bool = ..., disable_login_with_email: bool = ..., disable_login_with_phone: bool = ..., force_mfa_local_only: bool = ...) -> None: ...

class UpdateCustomLoginPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetLoginPolicyToDefaultRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ResetLoginPolicyToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListLoginPolicyIDPsRequest(_message.Message):
    __slots__ = ("query",)
    QUERY_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ...) -> None: ...

class ListLoginPolicyIDPsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_idp_pb2.IDPLoginPolicyLink]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_idp_pb2.IDPLoginPolicyLink, _Mapping]]] = ...) -> None: ...

class AddIDPToLoginPolicyRequest(_message.Message):
    __slots__ = ("idp_id", "ownerType")
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    OWNERTYPE_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    ownerType: _idp_pb2.IDPOwnerType
    def __init__(self, idp_id: _Optional[str] = ..., ownerType: _Optional[_Union[_idp_pb2.IDPOwnerType, str]] = ...) -> None: ...

class AddIDPToLoginPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveIDPFromLoginPolicyRequest(_message.Message):
    __slots__ = ("idp_id",)
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    def __init__(self, idp_id: _Optional[str] = ...) -> None: ...

class RemoveIDPFromLoginPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListLoginPolicySecondFactorsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListLoginPolicySecondFactorsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedScalarFieldContainer[_policy_pb2.SecondFactorType]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_policy_pb2.SecondFactorType, str]]] = ...) -> None: ...

class AddSecondFactorToLoginPolicyRequest(_message.Message):
    __slots__ = ("type",)
    TYPE_FIELD_NUMBER: _ClassVar[int]
    type: _policy_pb2.SecondFactorType
    def __init__(self, type: _Optional[_Union[_policy_pb2.SecondFactorType, str]] = ...) -> None: ...

class AddSecondFactorToLoginPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveSecondFactorFromLoginPolicyRequest(_message.Message):
    __slots__ = ("type",)
    TYPE_FIELD_NUMBER: _ClassVar[int]
    type: _policy_pb2.SecondFactorType
    def __init__(self, type: _Optional[_Union[_policy_pb2.SecondFactorType, str]] = ...) -> None: ...

class RemoveSecondFactorFromLoginPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListLoginPolicyMultiFactorsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListLoginPolicyMultiFactorsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedScalarFieldContainer[_policy_pb2.MultiFactorType]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_policy_pb2.MultiFactorType, str]]] = ...) -> None: ...

class AddMultiFactorToLoginPolicyRequest(_message.Message):
    __slots__ = ("type",)
    TYPE_FIELD_NUMBER: _ClassVar[int]
    type: _policy_pb2.MultiFactorType
    def __init__(self, type: _Optional[_Union[_policy_pb2.MultiFactorType, str]] = ...) -> None: ...

class AddMultiFactorToLoginPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveMultiFactorFromLoginPolicyRequest(_message.Message):
    __slots__ = ("type",)
    TYPE_FIELD_NUMBER: _ClassVar[int]
    type: _policy_pb2.MultiFactorType
    def __init__(self, type: _Optional[_Union[_policy_pb2.MultiFactorType, str]] = ...) -> None: ...

class RemoveMultiFactorFromLoginPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetPasswordComplexityPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetPasswordComplexityPolicyResponse(_message.Message):
    __slots__ = ("policy", "is_default")
    POLICY_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.PasswordComplexityPolicy
    is_default: bool
    def __init__(self, policy: _Optional[_Union[_policy_pb2.PasswordComplexityPolicy, _Mapping]] = ..., is_default: bool = ...) -> None: ...

class GetDefaultPasswordComplexityPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetDefaultPasswordComplexityPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.PasswordComplexityPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.PasswordComplexityPolicy, _Mapping]] = ...) -> None: ...

class AddCustomPasswordComplexityPolicyRequest(_message.Message):
    __slots__ = ("min_length", "has_uppercase", "has_lowercase", "has_number", "has_symbol")
    MIN_LENGTH_FIELD_NUMBER: _ClassVar[int]
    HAS_UPPERCASE_FIELD_NUMBER: _ClassVar[int]
    HAS_LOWERCASE_FIELD_NUMBER: _ClassVar[int]
    HAS_NUMBER_FIELD_NUMBER: _ClassVar[int]
    HAS_SYMBOL_FIELD_NUMBER: _ClassVar[int]
    min_length: int
    has_uppercase: bool
    has_lowercase: bool
    has_number: bool
    has_symbol: bool
    def __init__(self, min_length: _Optional[int] = ..., has_uppercase: bool = ..., has_lowercase: bool = ..., has_number: bool = ..., has_symbol: bool = ...) -> None: ...

class AddCustomPasswordComplexityPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateCustomPasswordComplexityPolicyRequest(_message.Message):
    __slots__ = ("min_length", "has_uppercase", "has_lowercase", "has_number", "has_symbol")
    MIN_LENGTH_FIELD_NUMBER: _ClassVar[int]
    HAS_UPPERCASE_FIELD_NUMBER: _ClassVar[int]
    HAS_LOWERCASE_FIELD_NUMBER: _ClassVar[int]
    HAS_NUMBER_FIELD_NUMBER: _ClassVar[int]
    HAS_SYMBOL_FIELD_NUMBER: _ClassVar[int]
    min_length: int
    has_uppercase: bool
    has_lowercase: bool
    has_number: bool
    has_symbol: bool
    def __init__(self, min_length: _Optional[int] = ..., has_uppercase: bool = ..., has_lowercase: bool = ..., has_number: bool = ..., has_symbol: bool = ...) -> None: ...

class UpdateCustomPasswordComplexityPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetPasswordComplexityPolicyToDefaultRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ResetPasswordComplexityPolicyToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetPasswordAgePolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetPasswordAgePolicyResponse(_message.Message):
    __slots__ = ("policy", "is_default")
    POLICY_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.PasswordAgePolicy
    is_default: bool
    def __init__(self, policy: _Optional[_Union[_policy_pb2.PasswordAgePolicy, _Mapping]] = ..., is_default: bool = ...) -> None: ...

class GetDefaultPasswordAgePolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetDefaultPasswordAgePolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.PasswordAgePolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.PasswordAgePolicy, _Mapping]] = ...) -> None: ...

class AddCustomPasswordAgePolicyRequest(_message.Message):
    __slots__ = ("max_age_days", "expire_warn_days")
    MAX_AGE_DAYS_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_WARN_DAYS_FIELD_NUMBER: _ClassVar[int]
    max_age_days: int
    expire_warn_days: int
    def __init__(self, max_age_days: _Optional[int] = ..., expire_warn_days: _Optional[int] = ...) -> None: ...

class AddCustomPasswordAgePolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateCustomPasswordAgePolicyRequest(_message.Message):
    __slots__ = ("max_age_days", "expire_warn_days")
    MAX_AGE_DAYS_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_WARN_DAYS_FIELD_NUMBER: _ClassVar[int]
    max_age_days: int
    expire_warn_days: int
    def __init__(self, max_age_days: _Optional[int] = ..., expire_warn_days: _Optional[int] = ...) -> None: ...

class UpdateCustomPasswordAgePolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetPasswordAgePolicyToDefaultRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ResetPasswordAgePolicyToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetLockoutPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetLockoutPolicyResponse(_message.Message):
    __slots__ = ("policy", "is_default")
    POLICY_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.LockoutPolicy
    is_default: bool
    def __init__(self, policy: _Optional[_Union[_policy_pb2.LockoutPolicy, _Mapping]] = ..., is_default: bool = ...) -> None: ...

class GetDefaultLockoutPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetDefaultLockoutPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.LockoutPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.LockoutPolicy, _Mapping]] = ...) -> None: ...

class AddCustomLockoutPolicyRequest(_message.Message):
    __slots__ = ("max_password_attempts", "max_otp_attempts")
    MAX_PASSWORD_ATTEMPTS_FIELD_NUMBER: _ClassVar[int]
    MAX_OTP_ATTEMPTS_FIELD_NUMBER: _ClassVar[int]
    max_password_attempts: int
    max_otp_attempts: int
    def __init__(self, max_password_attempts: _Optional[int] = ..., max_otp_attempts: _Optional[int] = ...) -> None: ...

class AddCustomLockoutPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateCustomLockoutPolicyRequest(_message.Message):
    __slots__ = ("max_password_attempts", "max_otp_attempts")
    MAX_PASSWORD_ATTEMPTS_FIELD_NUMBER: _ClassVar[int]
    MAX_OTP_ATTEMPTS_FIELD_NUMBER: _ClassVar[int]
    max_password_attempts: int
    max_otp_attempts: int
    def __init__(self, max_password_attempts: _Optional[int] = ..., max_otp_attempts: _Optional[int] = ...) -> None: ...

class UpdateCustomLockoutPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetLockoutPolicyToDefaultRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ResetLockoutPolicyToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetPrivacyPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetPrivacyPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.PrivacyPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.PrivacyPolicy, _Mapping]] = ...) -> None: ...

class GetDefaultPrivacyPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetDefaultPrivacyPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.PrivacyPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.PrivacyPolicy, _Mapping]] = ...) -> None: ...

class AddCustomPrivacyPolicyRequest(_message.Message):
    __slots__ = ("tos_link", "privacy_link", "help_link", "support_email", "docs_link", "custom_link", "custom_link_text")
    TOS_LINK_FIELD_NUMBER: _ClassVar[int]
    PRIVACY_LINK_FIELD_NUMBER: _ClassVar[int]
    HELP_LINK_FIELD_NUMBER: _ClassVar[int]
    SUPPORT_EMAIL_FIELD_NUMBER: _ClassVar[int]
    DOCS_LINK_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_LINK_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_LINK_TEXT_FIELD_NUMBER: _ClassVar[int]
    tos_link: str
    privacy_link: str
    help_link: str
    support_email: str
    docs_link: str
    custom_link: str
    custom_link_text: str
    def __init__(self, tos_link: _Optional[str] = ..., privacy_link: _Optional[str] = ..., help_link: _Optional[str] = ..., support_email: _Optional[str] = ..., docs_link: _Optional[str] = ..., custom_link: _Optional[str] = ..., custom_link_text: _Optional[str] = ...) -> None: ...

class AddCustomPrivacyPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateCustomPrivacyPolicyRequest(_message.Message):
    __slots__ = ("tos_link", "privacy_link", "help_link", "support_email", "docs_link", "custom_link", "custom_link_text")
    TOS_LINK_FIELD_NUMBER: _ClassVar[int]
    PRIVACY_LINK_FIELD_NUMBER: _ClassVar[int]
    HELP_LINK_FIELD_NUMBER: _ClassVar[int]
    SUPPORT_EMAIL_FIELD_NUMBER: _ClassVar[int]
    DOCS_LINK_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_LINK_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_LINK_TEXT_FIELD_NUMBER: _ClassVar[int]
    tos_link: str
    privacy_link: str
    help_link: str
    support_email: str
    docs_link: str
    custom_link: str
    custom_link_text: str
    def __init__(self, tos_link: _Optional[str] = ..., privacy_link: _Optional[str] = ..., help_link: _Optional[str] = ..., support_email: _Optional[str] = ..., docs_link: _Optional[str] = ..., custom_link: _Optional[str] = ..., custom_link_text: _Optional[str] = ...) -> None: ...

class UpdateCustomPrivacyPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetPrivacyPolicyToDefaultRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ResetPrivacyPolicyToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetNotificationPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetNotificationPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.NotificationPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.NotificationPolicy, _Mapping]] = ...) -> None: ...

class GetDefaultNotificationPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetDefaultNotificationPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.NotificationPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.NotificationPolicy, _Mapping]] = ...) -> None: ...

class AddCustomNotificationPolicyRequest(_message.Message):
    __slots__ = ("password_change",)
    PASSWORD_CHANGE_FIELD_NUMBER: _ClassVar[int]
    password_change: bool
    def __init__(self, password_change: bool = ...) -> None: ...

class AddCustomNotificationPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateCustomNotificationPolicyRequest(_message.Message):
    __slots__ = ("password_change",)
    PASSWORD_CHANGE_FIELD_NUMBER: _ClassVar[int]
    password_change: bool
    def __init__(self, password_change: bool = ...) -> None: ...

class UpdateCustomNotificationPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetNotificationPolicyToDefaultRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ResetNotificationPolicyToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetLabelPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetLabelPolicyResponse(_message.Message):
    __slots__ = ("policy", "is_default")
    POLICY_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.LabelPolicy
    is_default: bool
    def __init__(self, policy: _Optional[_Union[_policy_pb2.LabelPolicy, _Mapping]] = ..., is_default: bool = ...) -> None: ...

class GetPreviewLabelPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetPreviewLabelPolicyResponse(_message.Message):
    __slots__ = ("policy", "is_default")
    POLICY_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.LabelPolicy
    is_default: bool
    def __init__(self, policy: _Optional[_Union[_policy_pb2.LabelPolicy, _Mapping]] = ..., is_default: bool = ...) -> None: ...

class GetDefaultLabelPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetDefaultLabelPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.LabelPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.LabelPolicy, _Mapping]] = ...) -> None: ...

class AddCustomLabelPolicyRequest(_message.Message):
    __slots__ = ("primary_color", "hide_login_name_suffix", "warn_color", "background_color", "font_color", "primary_color_dark", "background_color_dark", "warn_color_dark", "font_color_dark", "disable_watermark", "theme_mode")
    PRIMARY_COLOR_FIELD_NUMBER: _ClassVar[int]
    HIDE_LOGIN_NAME_SUFFIX_FIELD_NUMBER: _ClassVar[int]
    WARN_COLOR_FIELD_NUMBER: _ClassVar[int]
    BACKGROUND_COLOR_FIELD_NUMBER: _ClassVar[int]
    FONT_COLOR_FIELD_NUMBER: _ClassVar[int]
    PRIMARY_COLOR_DARK_FIELD_NUMBER: _ClassVar[int]
    BACKGROUND_COLOR_DARK_FIELD_NUMBER: _ClassVar[int]
    WARN_COLOR_DARK_FIELD_NUMBER: _ClassVar[int]
    FONT_COLOR_DARK_FIELD_NUMBER: _ClassVar[int]
    DISABLE_WATERMARK_FIELD_NUMBER: _ClassVar[int]
    THEME_MODE_FIELD_NUMBER: _ClassVar[int]
    primary_color: str
    hide_login_name_suffix: bool
    warn_color: str
    background_color: str
    font_color: str
    primary_color_dark: str
    background_color_dark: str
    warn_color_dark: str
    font_color_dark: str
    disable_watermark: bool
    theme_mode: _policy_pb2.ThemeMode
    def __init__(self, primary_color: _Optional[str] = ..., hide_login_name_suffix: bool = ..., warn_color: _Optional[str] = ..., background_color: _Optional[str] = ..., font_color: _Optional[str] = ..., primary_color_dark: _Optional[str] = ..., background_color_dark: _Optional[str] = ..., warn_color_dark: _Optional[str] = ..., font_color_dark: _Optional[str] = ..., disable_watermark: bool = ..., theme_mode: _Optional[_Union[_policy_pb2.ThemeMode, str]] = ...) -> None: ...

class AddCustomLabelPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateCustomLabelPolicyRequest(_message.Message):
    __slots__ = ("primary_color", "hide_login_name_suffix", "warn_color", "background_color", "font_color", "primary_color_dark", "background_color_dark", "warn_color_dark", "font_color_dark", "disable_watermark", "theme_mode")
    PRIMARY_COLOR_FIELD_NUMBER: _ClassVar[int]
    HIDE_LOGIN_NAME_SUFFIX_FIELD_NUMBER: _ClassVar[int]
    WARN_COLOR_FIELD_NUMBER: _ClassVar[int]
    BACKGROUND_COLOR_FIELD_NUMBER: _ClassVar[int]
    FONT_COLOR_FIELD_NUMBER: _ClassVar[int]
    PRIMARY_COLOR_DARK_FIELD_NUMBER: _ClassVar[int]
    BACKGROUND_COLOR_DARK_FIELD_NUMBER: _ClassVar[int]
    WARN_COLOR_DARK_FIELD_NUMBER: _ClassVar[int]
    FONT_COLOR_DARK_FIELD_NUMBER: _ClassVar[int]
    DISABLE_WATERMARK_FIELD_NUMBER: _ClassVar[int]
    THEME_MODE_FIELD_NUMBER: _ClassVar[int]
    primary_color: str
    hide_login_name_suffix: bool
    warn_color: str
    background_color: str
    font_color: str
    primary_color_dark: str
    background_color_dark: str
    warn_color_dark: str
    font_color_dark: str
    disable_watermark: bool
    theme_mode: _policy_pb2.ThemeMode
    def __init__(self, primary_color: _Optional[str] = ..., hide_login_name_suffix: bool = ..., warn_color: _Optional[str] = ..., background_color: _Optional[str] = ..., font_color: _Optional[str] = ..., primary_color_dark: _Optional[str] = ..., background_color_dark: _Optional[str] = ..., warn_color_dark: _Optional[str] = ..., font_color_dark: _Optional[str] = ..., disable_watermark: bool = ..., theme_mode: _Optional[_Union[_policy_pb2.ThemeMode, str]] = ...) -> None: ...

class UpdateCustomLabelPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ActivateCustomLabelPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ActivateCustomLabelPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveCustomLabelPolicyLogoRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveCustomLabelPolicyLogoResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveCustomLabelPolicyLogoDarkRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveCustomLabelPolicyLogoDarkResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveCustomLabelPolicyIconRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveCustomLabelPolicyIconResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveCustomLabelPolicyIconDarkRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveCustomLabelPolicyIconDarkResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveCustomLabelPolicyFontRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveCustomLabelPolicyFontResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetLabelPolicyToDefaultRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ResetLabelPolicyToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetCustomInitMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetCustomInitMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class GetDefaultInitMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetDefaultInitMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class SetCustomInitMessageTextRequest(_message.Message):
    __slots__ = ("language", "title", "pre_header", "subject", "greeting", "text", "button_text", "footer_text")
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    PRE_HEADER_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    GREETING_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    FOOTER_TEXT_FIELD_NUMBER: _ClassVar[int]
    language: str
    title: str
    pre_header: str
    subject: str
    greeting: str
    text: str
    button_text: str
    footer_text: str
    def __init__(self, language: _Optional[str] = ..., title: _Optional[str] = ..., pre_header: _Optional[str] = ..., subject: _Optional[str] = ..., greeting: _Optional[str] = ..., text: _Optional[str] = ..., button_text: _Optional[str] = ..., footer_text: _Optional[str] = ...) -> None: ...

class SetCustomInitMessageTextResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetCustomInitMessageTextToDefaultRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class ResetCustomInitMessageTextToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetDefaultLoginTextsRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetDefaultLoginTextsResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.LoginCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.LoginCustomText, _Mapping]] = ...) -> None: ...

class GetCustomLoginTextsRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetCustomLoginTextsResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.LoginCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.LoginCustomText, _Mapping]] = ...) -> None: ...

class SetCustomLoginTextsRequest(_message.Message):
    __slots__ = ("language", "select_account_text", "login_text", "password_text", "username_change_text", "username_change_done_text", "init_password_text", "init_password_done_text", "email_verification_text", "email_verification_done_text", "initialize_user_text", "initialize_done_text", "init_mfa_prompt_text", "init_mfa_otp_text", "init_mfa_u2f_text", "init_mfa_done_text", "mfa_providers_text", "verify_mfa_otp_text", "verify_mfa_u2f_text", "passwordless_text", "password_change_text", "password_change_done_text", "password_reset_done_text", "registration_option_text", "registration_user_text", "registration_org_text", "linking_user_done_text", "external_user_not_found_text", "success_login_text", "logout_text", "footer_text", "passwordless_prompt_text", "passwordless_registration_text", "passwordless_registration_done_text", "external_registration_user_overview_text", "linking_user_prompt_text")
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    SELECT_ACCOUNT_TEXT_FIELD_NUMBER: _ClassVar[int]
    LOGIN_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_TEXT_FIELD_NUMBER: _ClassVar[int]
    USERNAME_CHANGE_TEXT_FIELD_NUMBER: _ClassVar[int]
    USERNAME_CHANGE_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    INIT_PASSWORD_TEXT_FIELD_NUMBER: _ClassVar[int]
    INIT_PASSWORD_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    EMAIL_VERIFICATION_TEXT_FIELD_NUMBER: _ClassVar[int]
    EMAIL_VERIFICATION_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    INITIALIZE_USER_TEXT_FIELD_NUMBER: _ClassVar[int]
    INITIALIZE_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    INIT_MFA_PROMPT_TEXT_FIELD_NUMBER: _ClassVar[int]
    INIT_MFA_OTP_TEXT_FIELD_NUMBER: _ClassVar[int]
    INIT_MFA_U2F_TEXT_FIELD_NUMBER: _ClassVar[int]
    INIT_MFA_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    MFA_PROVIDERS_TEXT_FIELD_NUMBER: _ClassVar[int]
    VERIFY_MFA_OTP_TEXT_FIELD_NUMBER: _ClassVar[int]
    VERIFY_MFA_U2F_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORDLESS_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_CHANGE_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_CHANGE_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_RESET_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    REGISTRATION_OPTION_TEXT_FIELD_NUMBER: _ClassVar[int]
    REGISTRATION_USER_TEXT_FIELD_NUMBER: _ClassVar[int]
    REGISTRATION_ORG_TEXT_FIELD_NUMBER: _ClassVar[int]
    LINKING_USER_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    EXTERNAL_USER_NOT_FOUND_TEXT_FIELD_NUMBER: _ClassVar[int]
    SUCCESS_LOGIN_TEXT_FIELD_NUMBER: _ClassVar[int]
    LOGOUT_TEXT_FIELD_NUMBER: _ClassVar[int]
    FOOTER_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORDLESS_PROMPT_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORDLESS_REGISTRATION_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORDLESS_REGISTRATION_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    EXTERNAL_REGISTRATION_USER_OVERVIEW_TEXT_FIELD_NUMBER: _ClassVar[int]
    LINKING_USER_PROMPT_TEXT_FIELD_NUMBER: _ClassVar[int]
    language: str
    select_account_text: _text_pb2.SelectAccountScreenText
    login_text: _text_pb2.LoginScreenText
    password_text: _text_pb2.PasswordScreenText
    username_change_text: _text_pb2.UsernameChangeScreenText
    username_change_done_text: _text_pb2.UsernameChangeDoneScreenText
    init_password_text: _text_pb2.InitPasswordScreenText
    init_password_done_text: _text_pb2.InitPasswordDoneScreenText
    email_verification_text: _text_pb2.EmailVerificationScreenText
    email_verification_done_text: _text_pb2.EmailVerificationDoneScreenText
    initialize_user_text: _text_pb2.InitializeUserScreenText
    initialize_done_text: _text_pb2.InitializeUserDoneScreenText
    init_mfa_prompt_text: _text_pb2.InitMFAPromptScreenText
    init_mfa_otp_text: _text_pb2.InitMFAOTPScreenText
    init_mfa_u2f_text: _text_pb2.InitMFAU2FScreenText
    init_mfa_done_text: _text_pb2.InitMFADoneScreenText
    mfa_providers_text: _text_pb2.MFAProvidersText
    verify_mfa_otp_text: _text_pb2.VerifyMFAOTPScreenText
    verify_mfa_u2f_text: _text_pb2.VerifyMFAU2FScreenText
    passwordless_text: _text_pb2.PasswordlessScreenText
    password_change_text: _text_pb2.PasswordChangeScreenText
    password_change_done_text: _text_pb2.PasswordChangeDoneScreenText
    password_reset_done_text: _text_pb2.PasswordResetDoneScreenText
    registration_option_text: _text_pb2.RegistrationOptionScreenText
    registration_user_text: _text_pb2.RegistrationUserScreenText
    registration_org_text: _text_pb2.RegistrationOrgScreenText
    linking_user_done_text: _text_pb2.LinkingUserDoneScreenText
    external_user_not_found_text: _text_pb2.ExternalUserNotFoundScreenText
    success_login_text: _text_pb2.SuccessLoginScreenText
    logout_text: _text_pb2.LogoutDoneScreenText
    footer_text: _text_pb2.FooterText
    passwordless_prompt_text: _text_pb2.PasswordlessPromptScreenText
    passwordless_registration_text: _text_pb2.PasswordlessRegistrationScreenText
    passwordless_registration_done_text: _text_pb2.PasswordlessRegistrationDoneScreenText
    external_registration_user_overview_text: _text_pb2.ExternalRegistrationUserOverviewScreenText
    linking_user_prompt_text: _text_pb2.LinkingUserPromptScreenText
    def __init__(self, language: _Optional[str] = ..., select_account_text: _Optional[_Union[_text_pb2.SelectAccountScreenText, _Mapping]] = ..., login_text: _Optional[_Union[_text_pb2.LoginScreenText, _Mapping]] = ..., password_text: _Optional[_Union[_text_pb2.PasswordScreenText, _Mapping]] = ..., username_change_text: _Optional[_Union[_text_pb2.UsernameChangeScreenText, _Mapping]] = ..., username_change_done_text: _Optional[_Union[_text_pb2.UsernameChangeDoneScreenText, _Mapping]] = ..., init_password_text: _Optional[_Union[_text_pb2.InitPasswordScreenText, _Mapping]] = ..., init_password_done_text: _Optional[_Union[_text_pb2.InitPasswordDoneScreenText, _Mapping]] = ..., email_verification_text: _Optional[_Union[_text_pb2.EmailVerificationScreenText, _Mapping]] = ..., email_verification_done_text: _Optional[_Union[_text_pb2.EmailVerificationDoneScreenText, _Mapping]] = ..., initialize_user_text: _Optional[_Union[_text_pb2.InitializeUserScreenText, _Mapping]] = ..., initialize_done_text: _Optional[_Union[_text_pb2.InitializeUserDoneScreenText, _Mapping]] = ..., init_mfa_prompt_text: _Optional[_Union[_text_pb2.InitMFAPromptScreenText, _Mapping]] = ..., init_mfa_otp_text: _Optional[_Union[_text_pb2.InitMFAOTPScreenText, _Mapping]] = ..., init_mfa_u2f_text: _Optional[_Union[_text_pb2.InitMFAU2FScreenText, _Mapping]] = ..., init_mfa_done_text: _Optional[_Union[_text_pb2.InitMFADoneScreenText, _Mapping]] = ..., mfa_providers_text: _Optional[_Union[_text_pb2.MFAProvidersText, _Mapping]] = ..., verify_mfa_otp_text: _Optional[_Union[_text_pb2.VerifyMFAOTPScreenText, _Mapping]] = ..., verify_mfa_u2f_text: _Optional[_Union[_text_pb2.VerifyMFAU2FScreenText, _Mapping]] = ..., passwordless_text: _Optional[_Union[_text_pb2.PasswordlessScreenText, _Mapping]] = ..., password_change_text: _Optional[_Union[_text_pb2.PasswordChangeScreenText, _Mapping]] = ..., password_change_done_text: _Optional[_Union[_text_pb2.PasswordChangeDoneScreenText, _Mapping]] = ..., password_reset_done_text: _Optional[_Union[_text_pb2.PasswordResetDoneScreenText, _Mapping]] = ..., registration_option_text: _Optional[_Union[_text_pb2.RegistrationOptionScreenText, _Mapping]] = ..., registration_user_text: _Optional[_Union[_text_pb2.RegistrationUserScreenText, _Mapping]] = ..., registration_org_text: _Optional[_Union[_text_pb2.RegistrationOrgScreenText, _Mapping]] = ..., linking_user_done_text: _Optional[_Union[_text_pb2.LinkingUserDoneScreenText, _Mapping]] = ..., external_user_not_found_text: _Optional[_Union[_text_pb2.ExternalUserNotFoundScreenText, _Mapping]] = ..., success_login_text: _Optional[_Union[_text_pb2.SuccessLoginScreenText, _Mapping]] = ..., logout_text: _Optional[_Union[_text_pb2.LogoutDoneScreenText, _Mapping]] = ..., footer_text: _Optional[_Union[_text_pb2.FooterText, _Mapping]] = ..., passwordless_prompt_text: _Optional[_Union[_text_pb2.PasswordlessPromptScreenText, _Mapping]] = ..., passwordless_registration_text: _Optional[_Union[_text_pb2.PasswordlessRegistrationScreenText, _Mapping]] = ..., passwordless_registration_done_text: _Optional[_Union[_text_pb2.PasswordlessRegistrationDoneScreenText, _Mapping]] = ..., external_registration_user_overview_text: _Optional[_Union[_text_pb2.ExternalRegistrationUserOverviewScreenText, _Mapping]] = ..., linking_user_prompt_text: _Optional[_Union[_text_pb2.LinkingUserPromptScreenText, _Mapping]] = ...) -> None: ...

class SetCustomLoginTextsResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetCustomLoginTextsToDefaultRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class ResetCustomLoginTextsToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetCustomPasswordResetMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetCustomPasswordResetMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class GetDefaultPasswordResetMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetDefaultPasswordResetMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class SetCustomPasswordResetMessageTextRequest(_message.Message):
    __slots__ = ("language", "title", "pre_header", "subject", "greeting", "text", "button_text", "footer_text")
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    PRE_HEADER_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    GREETING_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    FOOTER_TEXT_FIELD_NUMBER: _ClassVar[int]
    language: str
    title: str
    pre_header: str
    subject: str
    greeting: str
    text: str
    button_text: str
    footer_text: str
    def __init__(self, language: _Optional[str] = ..., title: _Optional[str] = ..., pre_header: _Optional[str] = ..., subject: _Optional[str] = ..., greeting: _Optional[str] = ..., text: _Optional[str] = ..., button_text: _Optional[str] = ..., footer_text: _Optional[str] = ...) -> None: ...

class SetCustomPasswordResetMessageTextResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetCustomPasswordResetMessageTextToDefaultRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class ResetCustomPasswordResetMessageTextToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetCustomVerifyEmailMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetCustomVerifyEmailMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class GetDefaultVerifyEmailMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetDefaultVerifyEmailMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class SetCustomVerifyEmailMessageTextRequest(_message.Message):
    __slots__ = ("language", "title", "pre_header", "subject", "greeting", "text", "button_text", "footer_text")
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    PRE_HEADER_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    GREETING_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    FOOTER_TEXT_FIELD_NUMBER: _ClassVar[int]
    language: str
    title: str
    pre_header: str
    subject: str
    greeting: str
    text: str
    button_text: str
    footer_text: str
    def __init__(self, language: _Optional[str] = ..., title: _Optional[str] = ..., pre_header: _Optional[str] = ..., subject: _Optional[str] = ..., greeting: _Optional[str] = ..., text: _Optional[str] = ..., button_text: _Optional[str] = ..., footer_text: _Optional[str] = ...) -> None: ...

class SetCustomVerifyEmailMessageTextResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetCustomVerifyEmailMessageTextToDefaultRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class ResetCustomVerifyEmailMessageTextToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetCustomVerifyPhoneMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetCustomVerifyPhoneMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class GetDefaultVerifyPhoneMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetDefaultVerifyPhoneMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class SetCustomVerifyPhoneMessageTextRequest(_message.Message):
    __slots__ = ("language", "title", "pre_header", "subject", "greeting", "text", "button_text", "footer_text")
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    PRE_HEADER_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    GREETING_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    FOOTER_TEXT_FIELD_NUMBER: _ClassVar[int]
    language: str
    title: str
    pre_header: str
    subject: str
    greeting: str
    text: str
    button_text: str
    footer_text: str
    def __init__(self, language: _Optional[str] = ..., title: _Optional[str] = ..., pre_header: _Optional[str] = ..., subject: _Optional[str] = ..., greeting: _Optional[str] = ..., text: _Optional[str] = ..., button_text: _Optional[str] = ..., footer_text: _Optional[str] = ...) -> None: ...

class SetCustomVerifyPhoneMessageTextResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetCustomVerifyPhoneMessageTextToDefaultRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class ResetCustomVerifyPhoneMessageTextToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetCustomVerifySMSOTPMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetCustomVerifySMSOTPMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class GetDefaultVerifySMSOTPMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetDefaultVerifySMSOTPMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class SetCustomVerifySMSOTPMessageTextRequest(_message.Message):
    __slots__ = ("language", "text")
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    language: str
    text: str
    def __init__(self, language: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class SetCustomVerifySMSOTPMessageTextResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetCustomVerifySMSOTPMessageTextToDefaultRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class ResetCustomVerifySMSOTPMessageTextToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetCustomVerifyEmailOTPMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetCustomVerifyEmailOTPMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class GetDefaultVerifyEmailOTPMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetDefaultVerifyEmailOTPMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class SetCustomVerifyEmailOTPMessageTextRequest(_message.Message):
    __slots__ = ("language", "title", "pre_header", "subject", "greeting", "text", "button_text", "footer_text")
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    PRE_HEADER_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    GREETING_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    FOOTER_TEXT_FIELD_NUMBER: _ClassVar[int]
    language: str
    title: str
    pre_header: str
    subject: str
    greeting: str
    text: str
    button_text: str
    footer_text: str
    def __init__(self, language: _Optional[str] = ..., title: _Optional[str] = ..., pre_header: _Optional[str] = ..., subject: _Optional[str] = ..., greeting: _Optional[str] = ..., text: _Optional[str] = ..., button_text: _Optional[str] = ..., footer_text: _Optional[str] = ...) -> None: ...

class SetCustomVerifyEmailOTPMessageTextResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetCustomVerifyEmailOTPMessageTextToDefaultRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class ResetCustomVerifyEmailOTPMessageTextToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetCustomDomainClaimedMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetCustomDomainClaimedMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class GetDefaultDomainClaimedMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetDefaultDomainClaimedMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class SetCustomDomainClaimedMessageTextRequest(_message.Message):
    __slots__ = ("language", "title", "pre_header", "subject", "greeting", "text", "button_text", "footer_text")
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    PRE_HEADER_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    GREETING_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    FOOTER_TEXT_FIELD_NUMBER: _ClassVar[int]
    language: str
    title: str
    pre_header: str
    subject: str
    greeting: str
    text: str
    button_text: str
    footer_text: str
    def __init__(self, language: _Optional[str] = ..., title: _Optional[str] = ..., pre_header: _Optional[str] = ..., subject: _Optional[str] = ..., greeting: _Optional[str] = ..., text: _Optional[str] = ..., button_text: _Optional[str] = ..., footer_text: _Optional[str] = ...) -> None: ...

class SetCustomDomainClaimedMessageTextResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetCustomDomainClaimedMessageTextToDefaultRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class ResetCustomDomainClaimedMessageTextToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetCustomPasswordlessRegistrationMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetCustomPasswordlessRegistrationMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class GetDefaultPasswordlessRegistrationMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetDefaultPasswordlessRegistrationMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class SetCustomPasswordlessRegistrationMessageTextRequest(_message.Message):
    __slots__ = ("language", "title", "pre_header", "subject", "greeting", "text", "button_text", "footer_text")
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    PRE_HEADER_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    GREETING_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    FOOTER_TEXT_FIELD_NUMBER: _ClassVar[int]
    language: str
    title: str
    pre_header: str
    subject: str
    greeting: str
    text: str
    button_text: str
    footer_text: str
    def __init__(self, language: _Optional[str] = ..., title: _Optional[str] = ..., pre_header: _Optional[str] = ..., subject: _Optional[str] = ..., greeting: _Optional[str] = ..., text: _Optional[str] = ..., button_text: _Optional[str] = ..., footer_text: _Optional[str] = ...) -> None: ...

class SetCustomPasswordlessRegistrationMessageTextResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetCustomPasswordlessRegistrationMessageTextToDefaultRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class ResetCustomPasswordlessRegistrationMessageTextToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetCustomPasswordChangeMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetCustomPasswordChangeMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class GetDefaultPasswordChangeMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetDefaultPasswordChangeMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class SetCustomPasswordChangeMessageTextRequest(_message.Message):
    __slots__ = ("language", "title", "pre_header", "subject", "greeting", "text", "button_text", "footer_text")
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    PRE_HEADER_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    GREETING_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    FOOTER_TEXT_FIELD_NUMBER: _ClassVar[int]
    language: str
    title: str
    pre_header: str
    subject: str
    greeting: str
    text: str
    button_text: str
    footer_text: str
    def __init__(self, language: _Optional[str] = ..., title: _Optional[str] = ..., pre_header: _Optional[str] = ..., subject: _Optional[str] = ..., greeting: _Optional[str] = ..., text: _Optional[str] = ..., button_text: _Optional[str] = ..., footer_text: _Optional[str] = ...) -> None: ...

class SetCustomPasswordChangeMessageTextResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetCustomPasswordChangeMessageTextToDefaultRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class ResetCustomPasswordChangeMessageTextToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetCustomInviteUserMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetCustomInviteUserMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class GetDefaultInviteUserMessageTextRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class GetDefaultInviteUserMessageTextResponse(_message.Message):
    __slots__ = ("custom_text",)
    CUSTOM_TEXT_FIELD_NUMBER: _ClassVar[int]
    custom_text: _text_pb2.MessageCustomText
    def __init__(self, custom_text: _Optional[_Union[_text_pb2.MessageCustomText, _Mapping]] = ...) -> None: ...

class SetCustomInviteUserMessageTextRequest(_message.Message):
    __slots__ = ("language", "title", "pre_header", "subject", "greeting", "text", "button_text", "footer_text")
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    PRE_HEADER_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    GREETING_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    FOOTER_TEXT_FIELD_NUMBER: _ClassVar[int]
    language: str
    title: str
    pre_header: str
    subject: str
    greeting: str
    text: str
    button_text: str
    footer_text: str
    def __init__(self, language: _Optional[str] = ..., title: _Optional[str] = ..., pre_header: _Optional[str] = ..., subject: _Optional[str] = ..., greeting: _Optional[str] = ..., text: _Optional[str] = ..., button_text: _Optional[str] = ..., footer_text: _Optional[str] = ...) -> None: ...

class SetCustomInviteUserMessageTextResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetCustomInviteUserMessageTextToDefaultRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class ResetCustomInviteUserMessageTextToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetOrgIDPByIDRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class GetOrgIDPByIDResponse(_message.Message):
    __slots__ = ("idp",)
    IDP_FIELD_NUMBER: _ClassVar[int]
    idp: _idp_pb2.IDP
    def __init__(self, idp: _Optional[_Union[_idp_pb2.IDP, _Mapping]] = ...) -> None: ...

class ListOrgIDPsRequest(_message.Message):
    __slots__ = ("query", "sorting_column", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    sorting_column: _idp_pb2.IDPFieldName
    queries: _containers.RepeatedCompositeFieldContainer[IDPQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., sorting_column: _Optional[_Union[_idp_pb2.IDPFieldName, str]] = ..., queries: _Optional[_Iterable[_Union[IDPQuery, _Mapping]]] = ...) -> None: ...

class IDPQuery(_message.Message):
    __slots__ = ("idp_id_query", "idp_name_query", "owner_type_query")
    IDP_ID_QUERY_FIELD_NUMBER: _ClassVar[int]
    IDP_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    OWNER_TYPE_QUERY_FIELD_NUMBER: _ClassVar[int]
    idp_id_query: _idp_pb2.IDPIDQuery
    idp_name_query: _idp_pb2.IDPNameQuery
    owner_type_query: _idp_pb2.IDPOwnerTypeQuery
    def __init__(self, idp_id_query: _Optional[_Union[_idp_pb2.IDPIDQuery, _Mapping]] = ..., idp_name_query: _Optional[_Union[_idp_pb2.IDPNameQuery, _Mapping]] = ..., owner_type_query: _Optional[_Union[_idp_pb2.IDPOwnerTypeQuery, _Mapping]] = ...) -> None: ...

class ListOrgIDPsResponse(_message.Message):
    __slots__ = ("details", "sorting_column", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    sorting_column: _idp_pb2.IDPFieldName
    result: _containers.RepeatedCompositeFieldContainer[_idp_pb2.IDP]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., sorting_column: _Optional[_Union[_idp_pb2.IDPFieldName, str]] = ..., result: _Optional[_Iterable[_Union[_idp_pb2.IDP, _Mapping]]] = ...) -> None: ...

class AddOrgOIDCIDPRequest(_message.Message):
    __slots__ = ("name", "styling_type", "client_id", "client_secret", "issuer", "scopes", "display_name_mapping", "username_mapping", "auto_register")
    NAME_FIELD_NUMBER: _ClassVar[int]
    STYLING_TYPE_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_MAPPING_FIELD_NUMBER: _ClassVar[int]
    USERNAME_MAPPING_FIELD_NUMBER: _ClassVar[int]
    AUTO_REGISTER_FIELD_NUMBER: _ClassVar[int]
    name: str
    styling_type: _idp_pb2.IDPStylingType
    client_id: str
    client_secret: str
    issuer: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    display_name_mapping: _idp_pb2.OIDCMappingField
    username_mapping: _idp_pb2.OIDCMappingField
    auto_register: bool
    def __init__(self, name: _Optional[str] = ..., styling_type: _Optional[_Union[_idp_pb2.IDPStylingType, str]] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., issuer: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., display_name_mapping: _Optional[_Union[_idp_pb2.OIDCMappingField, str]] = ..., username_mapping: _Optional[_Union[_idp_pb2.OIDCMappingField, str]] = ..., auto_register: bool = ...) -> None: ...

class AddOrgOIDCIDPResponse(_message.Message):
    __slots__ = ("details", "idp_id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    idp_id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., idp_id: _Optional[str] = ...) -> None: ...

class AddOrgJWTIDPRequest(_message.Message):
    __slots__ = ("name", "styling_type", "jwt_endpoint", "issuer", "keys_endpoint", "header_name", "auto_register")
    NAME_FIELD_NUMBER: _ClassVar[int]
    STYLING_TYPE_FIELD_NUMBER: _ClassVar[int]
    JWT_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    KEYS_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    HEADER_NAME_FIELD_NUMBER: _ClassVar[int]
    AUTO_REGISTER_FIELD_NUMBER: _ClassVar[int]
    name: str
    styling_type: _idp_pb2.IDPStylingType
    jwt_endpoint: str
    issuer: str
    keys_endpoint: str
    header_name: str
    auto_register: bool
    def __init__(self, name: _Optional[str] = ..., styling_type: _Optional[_Union[_idp_pb2.IDPStylingType, str]] = ..., jwt_endpoint: _Optional[str] = ..., issuer: _Optional[str] = ..., keys_endpoint: _Optional[str] = ..., header_name: _Optional[str] = ..., auto_register: bool = ...) -> None: ...

class AddOrgJWTIDPResponse(_message.Message):
    __slots__ = ("details", "idp_id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    idp_id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., idp_id: _Optional[str] = ...) -> None: ...

class DeactivateOrgIDPRequest(_message.Message):
    __slots__ = ("idp_id",)
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    def __init__(self, idp_id: _Optional[str] = ...) -> None: ...

class DeactivateOrgIDPResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ReactivateOrgIDPRequest(_message.Message):
    __slots__ = ("idp_id",)
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    def __init__(self, idp_id: _Optional[str] = ...) -> None: ...

class ReactivateOrgIDPResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveOrgIDPRequest(_message.Message):
    __slots__ = ("idp_id",)
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    def __init__(self, idp_id: _Optional[str] = ...) -> None: ...

class RemoveOrgIDPResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class UpdateOrgIDPRequest(_message.Message):
    __slots__ = ("idp_id", "name", "styling_type", "auto_register")
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    STYLING_TYPE_FIELD_NUMBER: _ClassVar[int]
    AUTO_REGISTER_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    name: str
    styling_type: _idp_pb2.IDPStylingType
    auto_register: bool
    def __init__(self, idp_id: _Optional[str] = ..., name: _Optional[str] = ..., styling_type: _Optional[_Union[_idp_pb2.IDPStylingType, str]] = ..., auto_register: bool = ...) -> None: ...

class UpdateOrgIDPResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateOrgIDPOIDCConfigRequest(_message.Message):
    __slots__ = ("idp_id", "client_id", "client_secret", "issuer", "scopes", "display_name_mapping", "username_mapping")
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_MAPPING_FIELD_NUMBER: _ClassVar[int]
    USERNAME_MAPPING_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    client_id: str
    client_secret: str
    issuer: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    display_name_mapping: _idp_pb2.OIDCMappingField
    username_mapping: _idp_pb2.OIDCMappingField
    def __init__(self, idp_id: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., issuer: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., display_name_mapping: _Optional[_Union[_idp_pb2.OIDCMappingField, str]] = ..., username_mapping: _Optional[_Union[_idp_pb2.OIDCMappingField, str]] = ...) -> None: ...

class UpdateOrgIDPOIDCConfigResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateOrgIDPJWTConfigRequest(_message.Message):
    __slots__ = ("idp_id", "jwt_endpoint", "issuer", "keys_endpoint", "header_name")
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    JWT_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    KEYS_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    HEADER_NAME_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    jwt_endpoint: str
    issuer: str
    keys_endpoint: str
    header_name: str
    def __init__(self, idp_id: _Optional[str] = ..., jwt_endpoint: _Optional[str] = ..., issuer: _Optional[str] = ..., keys_endpoint: _Optional[str] = ..., header_name: _Optional[str] = ...) -> None: ...

class UpdateOrgIDPJWTConfigResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListProvidersRequest(_message.Message):
    __slots__ = ("query", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[ProviderQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[ProviderQuery, _Mapping]]] = ...) -> None: ...

class ProviderQuery(_message.Message):
    __slots__ = ("idp_id_query", "idp_name_query", "owner_type_query")
    IDP_ID_QUERY_FIELD_NUMBER: _ClassVar[int]
    IDP_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    OWNER_TYPE_QUERY_FIELD_NUMBER: _ClassVar[int]
    idp_id_query: _idp_pb2.IDPIDQuery
    idp_name_query: _idp_pb2.IDPNameQuery
    owner_type_query: _idp_pb2.IDPOwnerTypeQuery
    def __init__(self, idp_id_query: _Optional[_Union[_idp_pb2.IDPIDQuery, _Mapping]] = ..., idp_name_query: _Optional[_Union[_idp_pb2.IDPNameQuery, _Mapping]] = ..., owner_type_query: _Optional[_Union[_idp_pb2.IDPOwnerTypeQuery, _Mapping]] = ...) -> None: ...

class ListProvidersResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_idp_pb2.Provider]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_idp_pb2.Provider, _Mapping]]] = ...) -> None: ...

class GetProviderByIDRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class GetProviderByIDResponse(_message.Message):
    __slots__ = ("idp",)
    IDP_FIELD_NUMBER: _ClassVar[int]
    idp: _idp_pb2.Provider
    def __init__(self, idp: _Optional[_Union[_idp_pb2.Provider, _Mapping]] = ...) -> None: ...

class AddGenericOAuthProviderRequest(_message.Message):
    __slots__ = ("name", "client_id", "client_secret", "authorization_endpoint", "token_endpoint", "user_endpoint", "scopes", "id_attribute", "provider_options", "use_pkce")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    AUTHORIZATION_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    TOKEN_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    USER_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    ID_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    USE_PKCE_FIELD_NUMBER: _ClassVar[int]
    name: str
    client_id: str
    client_secret: str
    authorization_endpoint: str
    token_endpoint: str
    user_endpoint: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    id_attribute: str
    provider_options: _idp_pb2.Options
    use_pkce: bool
    def __init__(self, name: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., authorization_endpoint: _Optional[str] = ..., token_endpoint: _Optional[str] = ..., user_endpoint: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., id_attribute: _Optional[str] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ..., use_pkce: bool = ...) -> None: ...

class AddGenericOAuthProviderResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateGenericOAuthProviderRequest(_message.Message):
    __slots__ = ("id", "name", "client_id", "client_secret", "authorization_endpoint", "token_endpoint", "user_endpoint", "scopes", "id_attribute", "provider_options", "use_pkce")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    AUTHORIZATION_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    TOKEN_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    USER_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    ID_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    USE_PKCE_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    client_id: str
    client_secret: str
    authorization_endpoint: str
    token_endpoint: str
    user_endpoint: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    id_attribute: str
    provider_options: _idp_pb2.Options
    use_pkce: bool
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., authorization_endpoint: _Optional[str] = ..., token_endpoint: _Optional[str] = ..., user_endpoint: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., id_attribute: _Optional[str] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ..., use_pkce: bool = ...) -> None: ...

class UpdateGenericOAuthProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddGenericOIDCProviderRequest(_message.Message):
    __slots__ = ("name", "issuer", "client_id", "client_secret", "scopes", "provider_options", "is_id_token_mapping", "use_pkce")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    IS_ID_TOKEN_MAPPING_FIELD_NUMBER: _ClassVar[int]
    USE_PKCE_FIELD_NUMBER: _ClassVar[int]
    name: str
    issuer: str
    client_id: str
    client_secret: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    is_id_token_mapping: bool
    use_pkce: bool
    def __init__(self, name: _Optional[str] = ..., issuer: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ..., is_id_token_mapping: bool = ..., use_pkce: bool = ...) -> None: ...

class AddGenericOIDCProviderResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateGenericOIDCProviderRequest(_message.Message):
    __slots__ = ("id", "name", "issuer", "client_id", "client_secret", "scopes", "provider_options", "is_id_token_mapping", "use_pkce")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    IS_ID_TOKEN_MAPPING_FIELD_NUMBER: _ClassVar[int]
    USE_PKCE_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    issuer: str
    client_id: str
    client_secret: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    is_id_token_mapping: bool
    use_pkce: bool
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., issuer: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ..., is_id_token_mapping: bool = ..., use_pkce: bool = ...) -> None: ...

class UpdateGenericOIDCProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class MigrateGenericOIDCProviderRequest(_message.Message):
    __slots__ = ("id", "azure", "google")
    ID_FIELD_NUMBER: _ClassVar[int]
    AZURE_FIELD_NUMBER: _ClassVar[int]
    GOOGLE_FIELD_NUMBER: _ClassVar[int]
    id: str
    azure: AddAzureADProviderRequest
    google: AddGoogleProviderRequest
    def __init__(self, id: _Optional[str] = ..., azure: _Optional[_Union[AddAzureADProviderRequest, _Mapping]] = ..., google: _Optional[_Union[AddGoogleProviderRequest, _Mapping]] = ...) -> None: ...

class MigrateGenericOIDCProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddJWTProviderRequest(_message.Message):
    __slots__ = ("name", "issuer", "jwt_endpoint", "keys_endpoint", "header_name", "provider_options")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    JWT_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    KEYS_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    HEADER_NAME_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    name: str
    issuer: str
    jwt_endpoint: str
    keys_endpoint: str
    header_name: str
    provider_options: _idp_pb2.Options
    def __init__(self, name: _Optional[str] = ..., issuer: _Optional[str] = ..., jwt_endpoint: _Optional[str] = ..., keys_endpoint: _Optional[str] = ..., header_name: _Optional[str] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class AddJWTProviderResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateJWTProviderRequest(_message.Message):
    __slots__ = ("id", "name", "issuer", "jwt_endpoint", "keys_endpoint", "header_name", "provider_options")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    JWT_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    KEYS_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    HEADER_NAME_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    issuer: str
    jwt_endpoint: str
    keys_endpoint: str
    header_name: str
    provider_options: _idp_pb2.Options
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., issuer: _Optional[str] = ..., jwt_endpoint: _Optional[str] = ..., keys_endpoint: _Optional[str] = ..., header_name: _Optional[str] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class UpdateJWTProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddAzureADProviderRequest(_message.Message):
    __slots__ = ("name", "client_id", "client_secret", "tenant", "email_verified", "scopes", "provider_options")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    TENANT_FIELD_NUMBER: _ClassVar[int]
    EMAIL_VERIFIED_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    name: str
    client_id: str
    client_secret: str
    tenant: _idp_pb2.AzureADTenant
    email_verified: bool
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    def __init__(self, name: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., tenant: _Optional[_Union[_idp_pb2.AzureADTenant, _Mapping]] = ..., email_verified: bool = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class AddAzureADProviderResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateAzureADProviderRequest(_message.Message):
    __slots__ = ("id", "name", "client_id", "client_secret", "tenant", "email_verified", "scopes", "provider_options")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    TENANT_FIELD_NUMBER: _ClassVar[int]
    EMAIL_VERIFIED_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    client_id: str
    client_secret: str
    tenant: _idp_pb2.AzureADTenant
    email_verified: bool
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., tenant: _Optional[_Union[_idp_pb2.AzureADTenant, _Mapping]] = ..., email_verified: bool = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class UpdateAzureADProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddGitHubProviderRequest(_message.Message):
    __slots__ = ("name", "client_id", "client_secret", "scopes", "provider_options")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    name: str
    client_id: str
    client_secret: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    def __init__(self, name: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class AddGitHubProviderResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateGitHubProviderRequest(_message.Message):
    __slots__ = ("id", "name", "client_id", "client_secret", "scopes", "provider_options")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    client_id: str
    client_secret: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class UpdateGitHubProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddGitHubEnterpriseServerProviderRequest(_message.Message):
    __slots__ = ("client_id", "name", "client_secret", "authorization_endpoint", "token_endpoint", "user_endpoint", "scopes", "provider_options")
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    AUTHORIZATION_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    TOKEN_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    USER_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    client_id: str
    name: str
    client_secret: str
    authorization_endpoint: str
    token_endpoint: str
    user_endpoint: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    def __init__(self, client_id: _Optional[str] = ..., name: _Optional[str] = ..., client_secret: _Optional[str] = ..., authorization_endpoint: _Optional[str] = ..., token_endpoint: _Optional[str] = ..., user_endpoint: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class AddGitHubEnterpriseServerProviderResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateGitHubEnterpriseServerProviderRequest(_message.Message):
    __slots__ = ("id", "name", "client_id", "client_secret", "authorization_endpoint", "token_endpoint", "user_endpoint", "scopes", "provider_options")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    AUTHORIZATION_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    TOKEN_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    USER_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    client_id: str
    client_secret: str
    authorization_endpoint: str
    token_endpoint: str
    user_endpoint: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., authorization_endpoint: _Optional[str] = ..., token_endpoint: _Optional[str] = ..., user_endpoint: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class UpdateGitHubEnterpriseServerProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddGitLabProviderRequest(_message.Message):
    __slots__ = ("name", "client_id", "client_secret", "scopes", "provider_options")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    name: str
    client_id: str
    client_secret: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    def __init__(self, name: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class AddGitLabProviderResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateGitLabProviderRequest(_message.Message):
    __slots__ = ("id", "name", "client_id", "client_secret", "scopes", "provider_options")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    client_id: str
    client_secret: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class UpdateGitLabProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddGitLabSelfHostedProviderRequest(_message.Message):
    __slots__ = ("issuer", "name", "client_id", "client_secret", "scopes", "provider_options")
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    issuer: str
    name: str
    client_id: str
    client_secret: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    def __init__(self, issuer: _Optional[str] = ..., name: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class AddGitLabSelfHostedProviderResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateGitLabSelfHostedProviderRequest(_message.Message):
    __slots__ = ("id", "issuer", "name", "client_id", "client_secret", "scopes", "provider_options")
    ID_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    id: str
    issuer: str
    name: str
    client_id: str
    client_secret: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    def __init__(self, id: _Optional[str] = ..., issuer: _Optional[str] = ..., name: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class UpdateGitLabSelfHostedProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddGoogleProviderRequest(_message.Message):
    __slots__ = ("name", "client_id", "client_secret", "scopes", "provider_options")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    name: str
    client_id: str
    client_secret: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    def __init__(self, name: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class AddGoogleProviderResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateGoogleProviderRequest(_message.Message):
    __slots__ = ("id", "name", "client_id", "client_secret", "scopes", "provider_options")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    client_id: str
    client_secret: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class UpdateGoogleProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddLDAPProviderRequest(_message.Message):
    __slots__ = ("name", "servers", "start_tls", "base_dn", "bind_dn", "bind_password", "user_base", "user_object_classes", "user_filters", "timeout", "attributes", "provider_options", "root_ca")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SERVERS_FIELD_NUMBER: _ClassVar[int]
    START_TLS_FIELD_NUMBER: _ClassVar[int]
    BASE_DN_FIELD_NUMBER: _ClassVar[int]
    BIND_DN_FIELD_NUMBER: _ClassVar[int]
    BIND_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    USER_BASE_FIELD_NUMBER: _ClassVar[int]
    USER_OBJECT_CLASSES_FIELD_NUMBER: _ClassVar[int]
    USER_FILTERS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    ATTRIBUTES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    ROOT_CA_FIELD_NUMBER: _ClassVar[int]
    name: str
    servers: _containers.RepeatedScalarFieldContainer[str]
    start_tls: bool
    base_dn: str
    bind_dn: str
    bind_password: str
    user_base: str
    user_object_classes: _containers.RepeatedScalarFieldContainer[str]
    user_filters: _containers.RepeatedScalarFieldContainer[str]
    timeout: _duration_pb2.Duration
    attributes: _idp_pb2.LDAPAttributes
    provider_options: _idp_pb2.Options
    root_ca: bytes
    def __init__(self, name: _Optional[str] = ..., servers: _Optional[_Iterable[str]] = ..., start_tls: bool = ..., base_dn: _Optional[str] = ..., bind_dn: _Optional[str] = ..., bind_password: _Optional[str] = ..., user_base: _Optional[str] = ..., user_object_classes: _Optional[_Iterable[str]] = ..., user_filters: _Optional[_Iterable[str]] = ..., timeout: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., attributes: _Optional[_Union[_idp_pb2.LDAPAttributes, _Mapping]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ..., root_ca: _Optional[bytes] = ...) -> None: ...

class AddLDAPProviderResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateLDAPProviderRequest(_message.Message):
    __slots__ = ("id", "name", "servers", "start_tls", "base_dn", "bind_dn", "bind_password", "user_base", "user_object_classes", "user_filters", "timeout", "attributes", "provider_options", "root_ca")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SERVERS_FIELD_NUMBER: _ClassVar[int]
    START_TLS_FIELD_NUMBER: _ClassVar[int]
    BASE_DN_FIELD_NUMBER: _ClassVar[int]
    BIND_DN_FIELD_NUMBER: _ClassVar[int]
    BIND_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    USER_BASE_FIELD_NUMBER: _ClassVar[int]
    USER_OBJECT_CLASSES_FIELD_NUMBER: _ClassVar[int]
    USER_FILTERS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    ATTRIBUTES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    ROOT_CA_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    servers: _containers.RepeatedScalarFieldContainer[str]
    start_tls: bool
    base_dn: str
    bind_dn: str
    bind_password: str
    user_base: str
    user_object_classes: _containers.RepeatedScalarFieldContainer[str]
    user_filters: _containers.RepeatedScalarFieldContainer[str]
    timeout: _duration_pb2.Duration
    attributes: _idp_pb2.LDAPAttributes
    provider_options: _idp_pb2.Options
    root_ca: bytes
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., servers: _Optional[_Iterable[str]] = ..., start_tls: bool = ..., base_dn: _Optional[str] = ..., bind_dn: _Optional[str] = ..., bind_password: _Optional[str] = ..., user_base: _Optional[str] = ..., user_object_classes: _Optional[_Iterable[str]] = ..., user_filters: _Optional[_Iterable[str]] = ..., timeout: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., attributes: _Optional[_Union[_idp_pb2.LDAPAttributes, _Mapping]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ..., root_ca: _Optional[bytes] = ...) -> None: ...

class UpdateLDAPProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddSAMLProviderRequest(_message.Message):
    __slots__ = ("name", "metadata_xml", "metadata_url", "binding", "with_signed_request", "provider_options", "name_id_format", "transient_mapping_attribute_name", "federated_logout_enabled", "signature_algorithm")
    NAME_FIELD_NUMBER: _ClassVar[int]
    METADATA_XML_FIELD_NUMBER: _ClassVar[int]
    METADATA_URL_FIELD_NUMBER: _ClassVar[int]
    BINDING_FIELD_NUMBER: _ClassVar[int]
    WITH_SIGNED_REQUEST_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    NAME_ID_FORMAT_FIELD_NUMBER: _ClassVar[int]
    TRANSIENT_MAPPING_ATTRIBUTE_NAME_FIELD_NUMBER: _ClassVar[int]
    FEDERATED_LOGOUT_ENABLED_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_ALGORITHM_FIELD_NUMBER: _ClassVar[int]
    name: str
    metadata_xml: bytes
    metadata_url: str
    binding: _idp_pb2.SAMLBinding
    with_signed_request: bool
    provider_options: _idp_pb2.Options
    name_id_format: _idp_pb2.SAMLNameIDFormat
    transient_mapping_attribute_name: str
    federated_logout_enabled: bool
    signature_algorithm: _idp_pb2.SAMLSignatureAlgorithm
    def __init__(self, name: _Optional[str] = ..., metadata_xml: _Optional[bytes] = ..., metadata_url: _Optional[str] = ..., binding: _Optional[_Union[_idp_pb2.SAMLBinding, str]] = ..., with_signed_request: bool = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ..., name_id_format: _Optional[_Union[_idp_pb2.SAMLNameIDFormat, str]] = ..., transient_mapping_attribute_name: _Optional[str] = ..., federated_logout_enabled: bool = ..., signature_algorithm: _Optional[_Union[_idp_pb2.SAMLSignatureAlgorithm, str]] = ...) -> None: ...

class AddSAMLProviderResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateSAMLProviderRequest(_message.Message):
    __slots__ = ("id", "name", "metadata_xml", "metadata_url", "binding", "with_signed_request", "provider_options", "name_id_format", "transient_mapping_attribute_name", "federated_logout_enabled", "signature_algorithm")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    METADATA_XML_FIELD_NUMBER: _ClassVar[int]
    METADATA_URL_FIELD_NUMBER: _ClassVar[int]
    BINDING_FIELD_NUMBER: _ClassVar[int]
    WITH_SIGNED_REQUEST_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    NAME_ID_FORMAT_FIELD_NUMBER: _ClassVar[int]
    TRANSIENT_MAPPING_ATTRIBUTE_NAME_FIELD_NUMBER: _ClassVar[int]
    FEDERATED_LOGOUT_ENABLED_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_ALGORITHM_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    metadata_xml: bytes
    metadata_url: str
    binding: _idp_pb2.SAMLBinding
    with_signed_request: bool
    provider_options: _idp_pb2.Options
    name_id_format: _idp_pb2.SAMLNameIDFormat
    transient_mapping_attribute_name: str
    federated_logout_enabled: bool
    signature_algorithm: _idp_pb2.SAMLSignatureAlgorithm
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., metadata_xml: _Optional[bytes] = ..., metadata_url: _Optional[str] = ..., binding: _Optional[_Union[_idp_pb2.SAMLBinding, str]] = ..., with_signed_request: bool = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ..., name_id_format: _Optional[_Union[_idp_pb2.SAMLNameIDFormat, str]] = ..., transient_mapping_attribute_name: _Optional[str] = ..., federated_logout_enabled: bool = ..., signature_algorithm: _Optional[_Union[_idp_pb2.SAMLSignatureAlgorithm, str]] = ...) -> None: ...

class UpdateSAMLProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RegenerateSAMLProviderCertificateRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class RegenerateSAMLProviderCertificateResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddAppleProviderRequest(_message.Message):
    __slots__ = ("name", "client_id", "team_id", "key_id", "private_key", "scopes", "provider_options")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_KEY_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    name: str
    client_id: str
    team_id: str
    key_id: str
    private_key: bytes
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    def __init__(self, name: _Optional[str] = ..., client_id: _Optional[str] = ..., team_id: _Optional[str] = ..., key_id: _Optional[str] = ..., private_key: _Optional[bytes] = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class AddAppleProviderResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateAppleProviderRequest(_message.Message):
    __slots__ = ("id", "name", "client_id", "team_id", "key_id", "private_key", "scopes", "provider_options")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_KEY_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    client_id: str
    team_id: str
    key_id: str
    private_key: bytes
    scopes: _containers.RepeatedScalarFieldContainer[str]
    provider_options: _idp_pb2.Options
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., client_id: _Optional[str] = ..., team_id: _Optional[str] = ..., key_id: _Optional[str] = ..., private_key: _Optional[bytes] = ..., scopes: _Optional[_Iterable[str]] = ..., provider_options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...

class UpdateAppleProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class DeleteProviderRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class DeleteProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListActionsRequest(_message.Message):
    __slots__ = ("query", "sorting_column", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    sorting_column: _action_pb2.ActionFieldName
    queries: _containers.RepeatedCompositeFieldContainer[ActionQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., sorting_column: _Optional[_Union[_action_pb2.ActionFieldName, str]] = ..., queries: _Optional[_Iterable[_Union[ActionQuery, _Mapping]]] = ...) -> None: ...

class ActionQuery(_message.Message):
    __slots__ = ("action_id_query", "action_name_query", "action_state_query")
    ACTION_ID_QUERY_FIELD_NUMBER: _ClassVar[int]
    ACTION_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    ACTION_STATE_QUERY_FIELD_NUMBER: _ClassVar[int]
    action_id_query: _action_pb2.ActionIDQuery
    action_name_query: _action_pb2.ActionNameQuery
    action_state_query: _action_pb2.ActionStateQuery
    def __init__(self, action_id_query: _Optional[_Union[_action_pb2.ActionIDQuery, _Mapping]] = ..., action_name_query: _Optional[_Union[_action_pb2.ActionNameQuery, _Mapping]] = ..., action_state_query: _Optional[_Union[_action_pb2.ActionStateQuery, _Mapping]] = ...) -> None: ...

class ListActionsResponse(_message.Message):
    __slots__ = ("details", "sorting_column", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    sorting_column: _action_pb2.ActionFieldName
    result: _containers.RepeatedCompositeFieldContainer[_action_pb2.Action]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., sorting_column: _Optional[_Union[_action_pb2.ActionFieldName, str]] = ..., result: _Optional[_Iterable[_Union[_action_pb2.Action, _Mapping]]] = ...) -> None: ...

class CreateActionRequest(_message.Message):
    __slots__ = ("name", "script", "timeout", "allowed_to_fail")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SCRIPT_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_TO_FAIL_FIELD_NUMBER: _ClassVar[int]
    name: str
    script: str
    timeout: _duration_pb2.Duration
    allowed_to_fail: bool
    def __init__(self, name: _Optional[str] = ..., script: _Optional[str] = ..., timeout: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., allowed_to_fail: bool = ...) -> None: ...

class CreateActionResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class GetActionRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class GetActionResponse(_message.Message):
    __slots__ = ("action",)
    ACTION_FIELD_NUMBER: _ClassVar[int]
    action: _action_pb2.Action
    def __init__(self, action: _Optional[_Union[_action_pb2.Action, _Mapping]] = ...) -> None: ...

class UpdateActionRequest(_message.Message):
    __slots__ = ("id", "name", "script", "timeout", "allowed_to_fail")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SCRIPT_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_TO_FAIL_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    script: str
    timeout: _duration_pb2.Duration
    allowed_to_fail: bool
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., script: _Optional[str] = ..., timeout: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., allowed_to_fail: bool = ...) -> None: ...

class UpdateActionResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class DeleteActionRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class DeleteActionResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListFlowTypesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListFlowTypesResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[_action_pb2.FlowType]
    def __init__(self, result: _Optional[_Iterable[_Union[_action_pb2.FlowType, _Mapping]]] = ...) -> None: ...

class ListFlowTriggerTypesRequest(_message.Message):
    __slots__ = ("type",)
    TYPE_FIELD_NUMBER: _ClassVar[int]
    type: str
    def __init__(self, type: _Optional[str] = ...) -> None: ...

class ListFlowTriggerTypesResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[_action_pb2.TriggerType]
    def __init__(self, result: _Optional[_Iterable[_Union[_action_pb2.TriggerType, _Mapping]]] = ...) -> None: ...

class DeactivateActionRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class DeactivateActionResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ReactivateActionRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class ReactivateActionResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetFlowRequest(_message.Message):
    __slots__ = ("type",)
    TYPE_FIELD_NUMBER: _ClassVar[int]
    type: str
    def __init__(self, type: _Optional[str] = ...) -> None: ...

class GetFlowResponse(_message.Message):
    __slots__ = ("flow",)
    FLOW_FIELD_NUMBER: _ClassVar[int]
    flow: _action_pb2.Flow
    def __init__(self, flow: _Optional[_Union[_action_pb2.Flow, _Mapping]] = ...) -> None: ...

class ClearFlowRequest(_message.Message):
    __slots__ = ("type",)
    TYPE_FIELD_NUMBER: _ClassVar[int]
    type: str
    def __init__(self, type: _Optional[str] = ...) -> None: ...

class ClearFlowResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class SetTriggerActionsRequest(_message.Message):
    __slots__ = ("flow_type", "trigger_type", "action_ids")
    FLOW_TYPE_FIELD_NUMBER: _ClassVar[int]
    TRIGGER_TYPE_FIELD_NUMBER: _ClassVar[int]
    ACTION_IDS_FIELD_NUMBER: _ClassVar[int]
    flow_type: str
    trigger_type: str
    action_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, flow_type: _Optional[str] = ..., trigger_type: _Optional[str] = ..., action_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class SetTriggerActionsResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...
