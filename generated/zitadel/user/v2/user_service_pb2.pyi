from google.protobuf import struct_pb2 as _struct_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel.filter.v2 import filter_pb2 as _filter_pb2
from zitadel.metadata.v2 import metadata_pb2 as _metadata_pb2
from zitadel.object.v2 import object_pb2 as _object_pb2
from zitadel.user.v2 import auth_pb2 as _auth_pb2
from zitadel.user.v2 import email_pb2 as _email_pb2
from zitadel.user.v2 import idp_pb2 as _idp_pb2
from zitadel.user.v2 import key_pb2 as _key_pb2
from zitadel.user.v2 import password_pb2 as _password_pb2
from zitadel.user.v2 import pat_pb2 as _pat_pb2
from zitadel.user.v2 import phone_pb2 as _phone_pb2
from zitadel.user.v2 import query_pb2 as _query_pb2
from zitadel.user.v2 import user_pb2 as _user_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AuthenticationMethodType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    AUTHENTICATION_METHOD_TYPE_UNSPECIFIED: _ClassVar[AuthenticationMethodType]
    AUTHENTICATION_METHOD_TYPE_PASSWORD: _ClassVar[AuthenticationMethodType]
    AUTHENTICATION_METHOD_TYPE_PASSKEY: _ClassVar[AuthenticationMethodType]
    AUTHENTICATION_METHOD_TYPE_IDP: _ClassVar[AuthenticationMethodType]
    AUTHENTICATION_METHOD_TYPE_TOTP: _ClassVar[AuthenticationMethodType]
    AUTHENTICATION_METHOD_TYPE_U2F: _ClassVar[AuthenticationMethodType]
    AUTHENTICATION_METHOD_TYPE_OTP_SMS: _ClassVar[AuthenticationMethodType]
    AUTHENTICATION_METHOD_TYPE_OTP_EMAIL: _ClassVar[AuthenticationMethodType]
    AUTHENTICATION_METHOD_TYPE_RECOVERY_CODE: _ClassVar[AuthenticationMethodType]

class AuthFactors(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OTP: _ClassVar[AuthFactors]
    OTP_SMS: _ClassVar[AuthFactors]
    OTP_EMAIL: _ClassVar[AuthFactors]
    U2F: _ClassVar[AuthFactors]
AUTHENTICATION_METHOD_TYPE_UNSPECIFIED: AuthenticationMethodType
AUTHENTICATION_METHOD_TYPE_PASSWORD: AuthenticationMethodType
AUTHENTICATION_METHOD_TYPE_PASSKEY: AuthenticationMethodType
AUTHENTICATION_METHOD_TYPE_IDP: AuthenticationMethodType
AUTHENTICATION_METHOD_TYPE_TOTP: AuthenticationMethodType
AUTHENTICATION_METHOD_TYPE_U2F: AuthenticationMethodType
AUTHENTICATION_METHOD_TYPE_OTP_SMS: AuthenticationMethodType
AUTHENTICATION_METHOD_TYPE_OTP_EMAIL: AuthenticationMethodType
AUTHENTICATION_METHOD_TYPE_RECOVERY_CODE: AuthenticationMethodType
OTP: AuthFactors
OTP_SMS: AuthFactors
OTP_EMAIL: AuthFactors
U2F: AuthFactors

class AddHumanUserRequest(_message.Message):
    __slots__ = ("user_id", "username", "organization", "profile", "email", "phone", "metadata", "password", "hashed_password", "idp_links", "totp_secret")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    USERNAME_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    HASHED_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    IDP_LINKS_FIELD_NUMBER: _ClassVar[int]
    TOTP_SECRET_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    username: str
    organization: _object_pb2.Organization
    profile: _user_pb2.SetHumanProfile
    email: _email_pb2.SetHumanEmail
    phone: _phone_pb2.SetHumanPhone
    metadata: _containers.RepeatedCompositeFieldContainer[_user_pb2.SetMetadataEntry]
    password: _password_pb2.Password
    hashed_password: _password_pb2.HashedPassword
    idp_links: _containers.RepeatedCompositeFieldContainer[_idp_pb2.IDPLink]
    totp_secret: str
    def __init__(self, user_id: _Optional[str] = ..., username: _Optional[str] = ..., organization: _Optional[_Union[_object_pb2.Organization, _Mapping]] = ..., profile: _Optional[_Union[_user_pb2.SetHumanProfile, _Mapping]] = ..., email: _Optional[_Union[_email_pb2.SetHumanEmail, _Mapping]] = ..., phone: _Optional[_Union[_phone_pb2.SetHumanPhone, _Mapping]] = ..., metadata: _Optional[_Iterable[_Union[_user_pb2.SetMetadataEntry, _Mapping]]] = ..., password: _Optional[_Union[_password_pb2.Password, _Mapping]] = ..., hashed_password: _Optional[_Union[_password_pb2.HashedPassword, _Mapping]] = ..., idp_links: _Optional[_Iterable[_Union[_idp_pb2.IDPLink, _Mapping]]] = ..., totp_secret: _Optional[str] = ...) -> None: ...

class AddHumanUserResponse(_message.Message):
    __slots__ = ("user_id", "details", "email_code", "phone_code")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    EMAIL_CODE_FIELD_NUMBER: _ClassVar[int]
    PHONE_CODE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    details: _object_pb2.Details
    email_code: str
    phone_code: str
    def __init__(self, user_id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., email_code: _Optional[str] = ..., phone_code: _Optional[str] = ...) -> None: ...

class CreateUserRequest(_message.Message):
    __slots__ = ("organization_id", "user_id", "username", "human", "machine", "metadata")
    class Human(_message.Message):
        __slots__ = ("profile", "email", "phone", "password", "hashed_password", "idp_links", "totp_secret", "metadata")
        PROFILE_FIELD_NUMBER: _ClassVar[int]
        EMAIL_FIELD_NUMBER: _ClassVar[int]
        PHONE_FIELD_NUMBER: _ClassVar[int]
        PASSWORD_FIELD_NUMBER: _ClassVar[int]
        HASHED_PASSWORD_FIELD_NUMBER: _ClassVar[int]
        IDP_LINKS_FIELD_NUMBER: _ClassVar[int]
        TOTP_SECRET_FIELD_NUMBER: _ClassVar[int]
        METADATA_FIELD_NUMBER: _ClassVar[int]
        profile: _user_pb2.SetHumanProfile
        email: _email_pb2.SetHumanEmail
        phone: _phone_pb2.SetHumanPhone
        password: _password_pb2.Password
        hashed_password: _password_pb2.HashedPassword
        idp_links: _containers.RepeatedCompositeFieldContainer[_idp_pb2.IDPLink]
        totp_secret: str
        metadata: _containers.RepeatedCompositeFieldContainer[Metadata]
        def __init__(self, profile: _Optional[_Union[_user_pb2.SetHumanProfile, _Mapping]] = ..., email: _Optional[_Union[_email_pb2.SetHumanEmail, _Mapping]] = ..., phone: _Optional[_Union[_phone_pb2.SetHumanPhone, _Mapping]] = ..., password: _Optional[_Union[_password_pb2.Password, _Mapping]] = ..., hashed_password: _Optional[_Union[_password_pb2.HashedPassword, _Mapping]] = ..., idp_links: _Optional[_Iterable[_Union[_idp_pb2.IDPLink, _Mapping]]] = ..., totp_secret: _Optional[str] = ..., metadata: _Optional[_Iterable[_Union[Metadata, _Mapping]]] = ...) -> None: ...
    class Machine(_message.Message):
        __slots__ = ("name", "description", "access_token_type")
        NAME_FIELD_NUMBER: _ClassVar[int]
        DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
        ACCESS_TOKEN_TYPE_FIELD_NUMBER: _ClassVar[int]
        name: str
        description: str
        access_token_type: _user_pb2.AccessTokenType
        def __init__(self, name: _Optional[str] = ..., description: _Optional[str] = ..., access_token_type: _Optional[_Union[_user_pb2.AccessTokenType, str]] = ...) -> None: ...
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    USERNAME_FIELD_NUMBER: _ClassVar[int]
    HUMAN_FIELD_NUMBER: _ClassVar[int]
    MACHINE_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    user_id: str
    username: str
    human: CreateUserRequest.Human
    machine: CreateUserRequest.Machine
    metadata: _containers.RepeatedCompositeFieldContainer[Metadata]
    def __init__(self, organization_id: _Optional[str] = ..., user_id: _Optional[str] = ..., username: _Optional[str] = ..., human: _Optional[_Union[CreateUserRequest.Human, _Mapping]] = ..., machine: _Optional[_Union[CreateUserRequest.Machine, _Mapping]] = ..., metadata: _Optional[_Iterable[_Union[Metadata, _Mapping]]] = ...) -> None: ...

class CreateUserResponse(_message.Message):
    __slots__ = ("id", "creation_date", "email_code", "phone_code")
    ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    EMAIL_CODE_FIELD_NUMBER: _ClassVar[int]
    PHONE_CODE_FIELD_NUMBER: _ClassVar[int]
    id: str
    creation_date: _timestamp_pb2.Timestamp
    email_code: str
    phone_code: str
    def __init__(self, id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., email_code: _Optional[str] = ..., phone_code: _Optional[str] = ...) -> None: ...

class GetUserByIDRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class GetUserByIDResponse(_message.Message):
    __slots__ = ("details", "user")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    user: _user_pb2.User
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., user: _Optional[_Union[_user_pb2.User, _Mapping]] = ...) -> None: ...

class ListUsersRequest(_message.Message):
    __slots__ = ("query", "sorting_column", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    sorting_column: _query_pb2.UserFieldName
    queries: _containers.RepeatedCompositeFieldContainer[_query_pb2.SearchQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., sorting_column: _Optional[_Union[_query_pb2.UserFieldName, str]] = ..., queries: _Optional[_Iterable[_Union[_query_pb2.SearchQuery, _Mapping]]] = ...) -> None: ...

class ListUsersResponse(_message.Message):
    __slots__ = ("details", "sorting_column", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    sorting_column: _query_pb2.UserFieldName
    result: _containers.RepeatedCompositeFieldContainer[_user_pb2.User]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., sorting_column: _Optional[_Union[_query_pb2.UserFieldName, str]] = ..., result: _Optional[_Iterable[_Union[_user_pb2.User, _Mapping]]] = ...) -> None: ...

class SetEmailRequest(_message.Message):
    __slots__ = ("user_id", "email", "send_code", "return_code", "is_verified")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    SEND_CODE_FIELD_NUMBER: _ClassVar[int]
    RETURN_CODE_FIELD_NUMBER: _ClassVar[int]
    IS_VERIFIED_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    email: str
    send_code: _email_pb2.SendEmailVerificationCode
    return_code: _email_pb2.ReturnEmailVerificationCode
    is_verified: bool
    def __init__(self, user_id: _Optional[str] = ..., email: _Optional[str] = ..., send_code: _Optional[_Union[_email_pb2.SendEmailVerificationCode, _Mapping]] = ..., return_code: _Optional[_Union[_email_pb2.ReturnEmailVerificationCode, _Mapping]] = ..., is_verified: bool = ...) -> None: ...

class SetEmailResponse(_message.Message):
    __slots__ = ("details", "verification_code")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    VERIFICATION_CODE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    verification_code: str
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., verification_code: _Optional[str] = ...) -> None: ...

class ResendEmailCodeRequest(_message.Message):
    __slots__ = ("user_id", "send_code", "return_code")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    SEND_CODE_FIELD_NUMBER: _ClassVar[int]
    RETURN_CODE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    send_code: _email_pb2.SendEmailVerificationCode
    return_code: _email_pb2.ReturnEmailVerificationCode
    def __init__(self, user_id: _Optional[str] = ..., send_code: _Optional[_Union[_email_pb2.SendEmailVerificationCode, _Mapping]] = ..., return_code: _Optional[_Union[_email_pb2.ReturnEmailVerificationCode, _Mapping]] = ...) -> None: ...

class ResendEmailCodeResponse(_message.Message):
    __slots__ = ("details", "verification_code")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    VERIFICATION_CODE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    verification_code: str
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., verification_code: _Optional[str] = ...) -> None: ...

class SendEmailCodeRequest(_message.Message):
    __slots__ = ("user_id", "send_code", "return_code")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    SEND_CODE_FIELD_NUMBER: _ClassVar[int]
    RETURN_CODE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    send_code: _email_pb2.SendEmailVerificationCode
    return_code: _email_pb2.ReturnEmailVerificationCode
    def __init__(self, user_id: _Optional[str] = ..., send_code: _Optional[_Union[_email_pb2.SendEmailVerificationCode, _Mapping]] = ..., return_code: _Optional[_Union[_email_pb2.ReturnEmailVerificationCode, _Mapping]] = ...) -> None: ...

class SendEmailCodeResponse(_message.Message):
    __slots__ = ("details", "verification_code")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    VERIFICATION_CODE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    verification_code: str
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., verification_code: _Optional[str] = ...) -> None: ...

class VerifyEmailRequest(_message.Message):
    __slots__ = ("user_id", "verification_code")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    VERIFICATION_CODE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    verification_code: str
    def __init__(self, user_id: _Optional[str] = ..., verification_code: _Optional[str] = ...) -> None: ...

class VerifyEmailResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class SetPhoneRequest(_message.Message):
    __slots__ = ("user_id", "phone", "send_code", "return_code", "is_verified")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    SEND_CODE_FIELD_NUMBER: _ClassVar[int]
    RETURN_CODE_FIELD_NUMBER: _ClassVar[int]
    IS_VERIFIED_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    phone: str
    send_code: _phone_pb2.SendPhoneVerificationCode
    return_code: _phone_pb2.ReturnPhoneVerificationCode
    is_verified: bool
    def __init__(self, user_id: _Optional[str] = ..., phone: _Optional[str] = ..., send_code: _Optional[_Union[_phone_pb2.SendPhoneVerificationCode, _Mapping]] = ..., return_code: _Optional[_Union[_phone_pb2.ReturnPhoneVerificationCode, _Mapping]] = ..., is_verified: bool = ...) -> None: ...

class SetPhoneResponse(_message.Message):
    __slots__ = ("details", "verification_code")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    VERIFICATION_CODE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    verification_code: str
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., verification_code: _Optional[str] = ...) -> None: ...

class RemovePhoneRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class RemovePhoneResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class ResendPhoneCodeRequest(_message.Message):
    __slots__ = ("user_id", "send_code", "return_code")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    SEND_CODE_FIELD_NUMBER: _ClassVar[int]
    RETURN_CODE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    send_code: _phone_pb2.SendPhoneVerificationCode
    return_code: _phone_pb2.ReturnPhoneVerificationCode
    def __init__(self, user_id: _Optional[str] = ..., send_code: _Optional[_Union[_phone_pb2.SendPhoneVerificationCode, _Mapping]] = ..., return_code: _Optional[_Union[_phone_pb2.ReturnPhoneVerificationCode, _Mapping]] = ...) -> None: ...

class ResendPhoneCodeResponse(_message.Message):
    __slots__ = ("details", "verification_code")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    VERIFICATION_CODE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    verification_code: str
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., verification_code: _Optional[str] = ...) -> None: ...

class VerifyPhoneRequest(_message.Message):
    __slots__ = ("user_id", "verification_code")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    VERIFICATION_CODE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    verification_code: str
    def __init__(self, user_id: _Optional[str] = ..., verification_code: _Optional[str] = ...) -> None: ...

class VerifyPhoneResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class DeleteUserRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class DeleteUserResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class UpdateUserRequest(_message.Message):
    __slots__ = ("user_id", "username", "human", "machine", "metadata")
    class Human(_message.Message):
        __slots__ = ("profile", "email", "phone", "password")
        class Profile(_message.Message):
            __slots__ = ("given_name", "family_name", "nick_name", "display_name", "preferred_language", "gender")
            GIVEN_NAME_FIELD_NUMBER: _ClassVar[int]
            FAMILY_NAME_FIELD_NUMBER: _ClassVar[int]
            NICK_NAME_FIELD_NUMBER: _ClassVar[int]
            DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
            PREFERRED_LANGUAGE_FIELD_NUMBER: _ClassVar[int]
            GENDER_FIELD_NUMBER: _ClassVar[int]
            given_name: str
            family_name: str
            nick_name: str
            display_name: str
            preferred_language: str
            gender: _user_pb2.Gender
            def __init__(self, given_name: _Optional[str] = ..., family_name: _Optional[str] = ..., nick_name: _Optional[str] = ..., display_name: _Optional[str] = ..., preferred_language: _Optional[str] = ..., gender: _Optional[_Union[_user_pb2.Gender, str]] = ...) -> None: ...
        PROFILE_FIELD_NUMBER: _ClassVar[int]
        EMAIL_FIELD_NUMBER: _ClassVar[int]
        PHONE_FIELD_NUMBER: _ClassVar[int]
        PASSWORD_FIELD_NUMBER: _ClassVar[int]
        profile: UpdateUserRequest.Human.Profile
        email: _email_pb2.SetHumanEmail
        phone: _phone_pb2.SetHumanPhone
        password: _password_pb2.SetPassword
        def __init__(self, profile: _Optional[_Union[UpdateUserRequest.Human.Profile, _Mapping]] = ..., email: _Optional[_Union[_email_pb2.SetHumanEmail, _Mapping]] = ..., phone: _Optional[_Union[_phone_pb2.SetHumanPhone, _Mapping]] = ..., password: _Optional[_Union[_password_pb2.SetPassword, _Mapping]] = ...) -> None: ...
    class Machine(_message.Message):
        __slots__ = ("name", "description", "access_token_type")
        NAME_FIELD_NUMBER: _ClassVar[int]
        DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
        ACCESS_TOKEN_TYPE_FIELD_NUMBER: _ClassVar[int]
        name: str
        description: str
        access_token_type: _user_pb2.AccessTokenType
        def __init__(self, name: _Optional[str] = ..., description: _Optional[str] = ..., access_token_type: _Optional[_Union[_user_pb2.AccessTokenType, str]] = ...) -> None: ...
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    USERNAME_FIELD_NUMBER: _ClassVar[int]
    HUMAN_FIELD_NUMBER: _ClassVar[int]
    MACHINE_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    username: str
    human: UpdateUserRequest.Human
    machine: UpdateUserRequest.Machine
    metadata: _containers.RepeatedCompositeFieldContainer[Metadata]
    def __init__(self, user_id: _Optional[str] = ..., username: _Optional[str] = ..., human: _Optional[_Union[UpdateUserRequest.Human, _Mapping]] = ..., machine: _Optional[_Union[UpdateUserRequest.Machine, _Mapping]] = ..., metadata: _Optional[_Iterable[_Union[Metadata, _Mapping]]] = ...) -> None: ...

class UpdateUserResponse(_message.Message):
    __slots__ = ("change_date", "email_code", "phone_code")
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    EMAIL_CODE_FIELD_NUMBER: _ClassVar[int]
    PHONE_CODE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    email_code: str
    phone_code: str
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., email_code: _Optional[str] = ..., phone_code: _Optional[str] = ...) -> None: ...

class UpdateHumanUserRequest(_message.Message):
    __slots__ = ("user_id", "username", "profile", "email", "phone", "password")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    USERNAME_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    username: str
    profile: _user_pb2.SetHumanProfile
    email: _email_pb2.SetHumanEmail
    phone: _phone_pb2.SetHumanPhone
    password: _password_pb2.SetPassword
    def __init__(self, user_id: _Optional[str] = ..., username: _Optional[str] = ..., profile: _Optional[_Union[_user_pb2.SetHumanProfile, _Mapping]] = ..., email: _Optional[_Union[_email_pb2.SetHumanEmail, _Mapping]] = ..., phone: _Optional[_Union[_phone_pb2.SetHumanPhone, _Mapping]] = ..., password: _Optional[_Union[_password_pb2.SetPassword, _Mapping]] = ...) -> None: ...

class UpdateHumanUserResponse(_message.Message):
    __slots__ = ("details", "email_code", "phone_code")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    EMAIL_CODE_FIELD_NUMBER: _ClassVar[int]
    PHONE_CODE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    email_code: str
    phone_code: str
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., email_code: _Optional[str] = ..., phone_code: _Optional[str] = ...) -> None: ...

class DeactivateUserRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class DeactivateUserResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class ReactivateUserRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class ReactivateUserResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class LockUserRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class LockUserResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class UnlockUserRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class UnlockUserResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class RegisterPasskeyRequest(_message.Message):
    __slots__ = ("user_id", "code", "authenticator", "domain")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    AUTHENTICATOR_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    code: _auth_pb2.PasskeyRegistrationCode
    authenticator: _auth_pb2.PasskeyAuthenticator
    domain: str
    def __init__(self, user_id: _Optional[str] = ..., code: _Optional[_Union[_auth_pb2.PasskeyRegistrationCode, _Mapping]] = ..., authenticator: _Optional[_Union[_auth_pb2.PasskeyAuthenticator, str]] = ..., domain: _Optional[str] = ...) -> None: ...

class RegisterPasskeyResponse(_message.Message):
    __slots__ = ("details", "passkey_id", "public_key_credential_creation_options")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    PASSKEY_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_KEY_CREDENTIAL_CREATION_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    passkey_id: str
    public_key_credential_creation_options: _struct_pb2.Struct
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., passkey_id: _Optional[str] = ..., public_key_credential_creation_options: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ...) -> None: ...

class VerifyPasskeyRegistrationRequest(_message.Message):
    __slots__ = ("user_id", "passkey_id", "public_key_credential", "passkey_name")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PASSKEY_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_KEY_CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    PASSKEY_NAME_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    passkey_id: str
    public_key_credential: _struct_pb2.Struct
    passkey_name: str
    def __init__(self, user_id: _Optional[str] = ..., passkey_id: _Optional[str] = ..., public_key_credential: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., passkey_name: _Optional[str] = ...) -> None: ...

class VerifyPasskeyRegistrationResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class RegisterU2FRequest(_message.Message):
    __slots__ = ("user_id", "domain")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    domain: str
    def __init__(self, user_id: _Optional[str] = ..., domain: _Optional[str] = ...) -> None: ...

class RegisterU2FResponse(_message.Message):
    __slots__ = ("details", "u2f_id", "public_key_credential_creation_options")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    U2F_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_KEY_CREDENTIAL_CREATION_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    u2f_id: str
    public_key_credential_creation_options: _struct_pb2.Struct
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., u2f_id: _Optional[str] = ..., public_key_credential_creation_options: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ...) -> None: ...

class VerifyU2FRegistrationRequest(_message.Message):
    __slots__ = ("user_id", "u2f_id", "public_key_credential", "token_name")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    U2F_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_KEY_CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    TOKEN_NAME_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    u2f_id: str
    public_key_credential: _struct_pb2.Struct
    token_name: str
    def __init__(self, user_id: _Optional[str] = ..., u2f_id: _Optional[str] = ..., public_key_credential: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., token_name: _Optional[str] = ...) -> None: ...

class VerifyU2FRegistrationResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class RemoveU2FRequest(_message.Message):
    __slots__ = ("user_id", "u2f_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    U2F_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    u2f_id: str
    def __init__(self, user_id: _Optional[str] = ..., u2f_id: _Optional[str] = ...) -> None: ...

class RemoveU2FResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class RegisterTOTPRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class RegisterTOTPResponse(_message.Message):
    __slots__ = ("details", "uri", "secret")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    URI_FIELD_NUMBER: _ClassVar[int]
    SECRET_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    uri: str
    secret: str
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., uri: _Optional[str] = ..., secret: _Optional[str] = ...) -> None: ...

class VerifyTOTPRegistrationRequest(_message.Message):
    __slots__ = ("user_id", "code")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    code: str
    def __init__(self, user_id: _Optional[str] = ..., code: _Optional[str] = ...) -> None: ...

class VerifyTOTPRegistrationResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class RemoveTOTPRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class RemoveTOTPResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class GenerateRecoveryCodesRequest(_message.Message):
    __slots__ = ("user_id", "count")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    count: int
    def __init__(self, user_id: _Optional[str] = ..., count: _Optional[int] = ...) -> None: ...

class GenerateRecoveryCodesResponse(_message.Message):
    __slots__ = ("details", "recovery_codes")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RECOVERY_CODES_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    recovery_codes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., recovery_codes: _Optional[_Iterable[str]] = ...) -> None: ...

class RemoveRecoveryCodesRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class RemoveRecoveryCodesResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class AddOTPSMSRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class AddOTPSMSResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class RemoveOTPSMSRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class RemoveOTPSMSResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class AddOTPEmailRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class AddOTPEmailResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class RemoveOTPEmailRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class RemoveOTPEmailResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class CreatePasskeyRegistrationLinkRequest(_message.Message):
    __slots__ = ("user_id", "send_link", "return_code")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    SEND_LINK_FIELD_NUMBER: _ClassVar[int]
    RETURN_CODE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    send_link: _auth_pb2.SendPasskeyRegistrationLink
    return_code: _auth_pb2.ReturnPasskeyRegistrationCode
    def __init__(self, user_id: _Optional[str] = ..., send_link: _Optional[_Union[_auth_pb2.SendPasskeyRegistrationLink, _Mapping]] = ..., return_code: _Optional[_Union[_auth_pb2.ReturnPasskeyRegistrationCode, _Mapping]] = ...) -> None: ...

class CreatePasskeyRegistrationLinkResponse(_message.Message):
    __slots__ = ("details", "code")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    code: _auth_pb2.PasskeyRegistrationCode
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., code: _Optional[_Union[_auth_pb2.PasskeyRegistrationCode, _Mapping]] = ...) -> None: ...

class ListPasskeysRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class ListPasskeysResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_user_pb2.Passkey]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_user_pb2.Passkey, _Mapping]]] = ...) -> None: ...

class RemovePasskeyRequest(_message.Message):
    __slots__ = ("user_id", "passkey_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PASSKEY_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    passkey_id: str
    def __init__(self, user_id: _Optional[str] = ..., passkey_id: _Optional[str] = ...) -> None: ...

class RemovePasskeyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class StartIdentityProviderIntentRequest(_message.Message):
    __slots__ = ("idp_id", "urls", "ldap")
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    URLS_FIELD_NUMBER: _ClassVar[int]
    LDAP_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    urls: _idp_pb2.RedirectURLs
    ldap: _idp_pb2.LDAPCredentials
    def __init__(self, idp_id: _Optional[str] = ..., urls: _Optional[_Union[_idp_pb2.RedirectURLs, _Mapping]] = ..., ldap: _Optional[_Union[_idp_pb2.LDAPCredentials, _Mapping]] = ...) -> None: ...

class StartIdentityProviderIntentResponse(_message.Message):
    __slots__ = ("details", "auth_url", "idp_intent", "post_form", "form_data")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    AUTH_URL_FIELD_NUMBER: _ClassVar[int]
    IDP_INTENT_FIELD_NUMBER: _ClassVar[int]
    POST_FORM_FIELD_NUMBER: _ClassVar[int]
    FORM_DATA_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    auth_url: str
    idp_intent: _idp_pb2.IDPIntent
    post_form: bytes
    form_data: _idp_pb2.FormData
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., auth_url: _Optional[str] = ..., idp_intent: _Optional[_Union[_idp_pb2.IDPIntent, _Mapping]] = ..., post_form: _Optional[bytes] = ..., form_data: _Optional[_Union[_idp_pb2.FormData, _Mapping]] = ...) -> None: ...

class RetrieveIdentityProviderIntentRequest(_message.Message):
    __slots__ = ("idp_intent_id", "idp_intent_token")
    IDP_INTENT_ID_FIELD_NUMBER: _ClassVar[int]
    IDP_INTENT_TOKEN_FIELD_NUMBER: _ClassVar[int]
    idp_intent_id: str
    idp_intent_token: str
    def __init__(self, idp_intent_id: _Optional[str] = ..., idp_intent_token: _Optional[str] = ...) -> None: ...

class RetrieveIdentityProviderIntentResponse(_message.Message):
    __slots__ = ("details", "idp_information", "user_id", "add_human_user", "update_human_user", "create_user", "update_user")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    IDP_INFORMATION_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    ADD_HUMAN_USER_FIELD_NUMBER: _ClassVar[int]
    UPDATE_HUMAN_USER_FIELD_NUMBER: _ClassVar[int]
    CREATE_USER_FIELD_NUMBER: _ClassVar[int]
    UPDATE_USER_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    idp_information: _idp_pb2.IDPInformation
    user_id: str
    add_human_user: AddHumanUserRequest
    update_human_user: UpdateHumanUserRequest
    create_user: CreateUserRequest
    update_user: UpdateUserRequest
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., idp_information: _Optional[_Union[_idp_pb2.IDPInformation, _Mapping]] = ..., user_id: _Optional[str] = ..., add_human_user: _Optional[_Union[AddHumanUserRequest, _Mapping]] = ..., update_human_user: _Optional[_Union[UpdateHumanUserRequest, _Mapping]] = ..., create_user: _Optional[_Union[CreateUserRequest, _Mapping]] = ..., update_user: _Optional[_Union[UpdateUserRequest, _Mapping]] = ...) -> None: ...

class AddIDPLinkRequest(_message.Message):
    __slots__ = ("user_id", "idp_link")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    IDP_LINK_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    idp_link: _idp_pb2.IDPLink
    def __init__(self, user_id: _Optional[str] = ..., idp_link: _Optional[_Union[_idp_pb2.IDPLink, _Mapping]] = ...) -> None: ...

class AddIDPLinkResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class ListIDPLinksRequest(_message.Message):
    __slots__ = ("user_id", "query")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    query: _object_pb2.ListQuery
    def __init__(self, user_id: _Optional[str] = ..., query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ...) -> None: ...

class ListIDPLinksResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_idp_pb2.IDPLink]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_idp_pb2.IDPLink, _Mapping]]] = ...) -> None: ...

class RemoveIDPLinkRequest(_message.Message):
    __slots__ = ("user_id", "idp_id", "linked_user_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    LINKED_USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    idp_id: str
    linked_user_id: str
    def __init__(self, user_id: _Optional[str] = ..., idp_id: _Optional[str] = ..., linked_user_id: _Optional[str] = ...) -> None: ...

class RemoveIDPLinkResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class PasswordResetRequest(_message.Message):
    __slots__ = ("user_id", "send_link", "return_code")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    SEND_LINK_FIELD_NUMBER: _ClassVar[int]
    RETURN_CODE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    send_link: _password_pb2.SendPasswordResetLink
    return_code: _password_pb2.ReturnPasswordResetCode
    def __init__(self, user_id: _Optional[str] = ..., send_link: _Optional[_Union[_password_pb2.SendPasswordResetLink, _Mapping]] = ..., return_code: _Optional[_Union[_password_pb2.ReturnPasswordResetCode, _Mapping]] = ...) -> None: ...

class PasswordResetResponse(_message.Message):
    __slots__ = ("details", "verification_code")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    VERIFICATION_CODE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    verification_code: str
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., verification_code: _Optional[str] = ...) -> None: ...

class SetPasswordRequest(_message.Message):
    __slots__ = ("user_id", "new_password", "current_password", "verification_code")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    NEW_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    CURRENT_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    VERIFICATION_CODE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    new_password: _password_pb2.Password
    current_password: str
    verification_code: str
    def __init__(self, user_id: _Optional[str] = ..., new_password: _Optional[_Union[_password_pb2.Password, _Mapping]] = ..., current_password: _Optional[str] = ..., verification_code: _Optional[str] = ...) -> None: ...

class SetPasswordResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class ListAuthenticationMethodTypesRequest(_message.Message):
    __slots__ = ("user_id", "domain_query")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_QUERY_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    domain_query: DomainQuery
    def __init__(self, user_id: _Optional[str] = ..., domain_query: _Optional[_Union[DomainQuery, _Mapping]] = ...) -> None: ...

class DomainQuery(_message.Message):
    __slots__ = ("include_without_domain", "domain")
    INCLUDE_WITHOUT_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    include_without_domain: bool
    domain: str
    def __init__(self, include_without_domain: bool = ..., domain: _Optional[str] = ...) -> None: ...

class ListAuthenticationMethodTypesResponse(_message.Message):
    __slots__ = ("details", "auth_method_types")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    AUTH_METHOD_TYPES_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    auth_method_types: _containers.RepeatedScalarFieldContainer[AuthenticationMethodType]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., auth_method_types: _Optional[_Iterable[_Union[AuthenticationMethodType, str]]] = ...) -> None: ...

class ListAuthenticationFactorsRequest(_message.Message):
    __slots__ = ("user_id", "auth_factors", "states")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    AUTH_FACTORS_FIELD_NUMBER: _ClassVar[int]
    STATES_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    auth_factors: _containers.RepeatedScalarFieldContainer[AuthFactors]
    states: _containers.RepeatedScalarFieldContainer[_user_pb2.AuthFactorState]
    def __init__(self, user_id: _Optional[str] = ..., auth_factors: _Optional[_Iterable[_Union[AuthFactors, str]]] = ..., states: _Optional[_Iterable[_Union[_user_pb2.AuthFactorState, str]]] = ...) -> None: ...

class ListAuthenticationFactorsResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[_user_pb2.AuthFactor]
    def __init__(self, result: _Optional[_Iterable[_Union[_user_pb2.AuthFactor, _Mapping]]] = ...) -> None: ...

class CreateInviteCodeRequest(_message.Message):
    __slots__ = ("user_id", "send_code", "return_code")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    SEND_CODE_FIELD_NUMBER: _ClassVar[int]
    RETURN_CODE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    send_code: _user_pb2.SendInviteCode
    return_code: _user_pb2.ReturnInviteCode
    def __init__(self, user_id: _Optional[str] = ..., send_code: _Optional[_Union[_user_pb2.SendInviteCode, _Mapping]] = ..., return_code: _Optional[_Union[_user_pb2.ReturnInviteCode, _Mapping]] = ...) -> None: ...

class CreateInviteCodeResponse(_message.Message):
    __slots__ = ("details", "invite_code")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    INVITE_CODE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    invite_code: str
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., invite_code: _Optional[str] = ...) -> None: ...

class ResendInviteCodeRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class ResendInviteCodeResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class VerifyInviteCodeRequest(_message.Message):
    __slots__ = ("user_id", "verification_code")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    VERIFICATION_CODE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    verification_code: str
    def __init__(self, user_id: _Optional[str] = ..., verification_code: _Optional[str] = ...) -> None: ...

class VerifyInviteCodeResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class HumanMFAInitSkippedRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class HumanMFAInitSkippedResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class AddSecretRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class AddSecretResponse(_message.Message):
    __slots__ = ("creation_date", "client_secret")
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    creation_date: _timestamp_pb2.Timestamp
    client_secret: str
    def __init__(self, creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., client_secret: _Optional[str] = ...) -> None: ...

class RemoveSecretRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class RemoveSecretResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class AddKeyRequest(_message.Message):
    __slots__ = ("user_id", "expiration_date", "public_key")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_DATE_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_KEY_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    expiration_date: _timestamp_pb2.Timestamp
    public_key: bytes
    def __init__(self, user_id: _Optional[str] = ..., expiration_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., public_key: _Optional[bytes] = ...) -> None: ...

class AddKeyResponse(_message.Message):
    __slots__ = ("creation_date", "key_id", "key_content")
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_CONTENT_FIELD_NUMBER: _ClassVar[int]
    creation_date: _timestamp_pb2.Timestamp
    key_id: str
    key_content: bytes
    def __init__(self, creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., key_id: _Optional[str] = ..., key_content: _Optional[bytes] = ...) -> None: ...

class RemoveKeyRequest(_message.Message):
    __slots__ = ("user_id", "key_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    key_id: str
    def __init__(self, user_id: _Optional[str] = ..., key_id: _Optional[str] = ...) -> None: ...

class RemoveKeyResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListKeysRequest(_message.Message):
    __slots__ = ("pagination", "sorting_column", "filters")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationRequest
    sorting_column: _key_pb2.KeyFieldName
    filters: _containers.RepeatedCompositeFieldContainer[_key_pb2.KeysSearchFilter]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., sorting_column: _Optional[_Union[_key_pb2.KeyFieldName, str]] = ..., filters: _Optional[_Iterable[_Union[_key_pb2.KeysSearchFilter, _Mapping]]] = ...) -> None: ...

class ListKeysResponse(_message.Message):
    __slots__ = ("pagination", "result")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationResponse
    result: _containers.RepeatedCompositeFieldContainer[_key_pb2.Key]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_key_pb2.Key, _Mapping]]] = ...) -> None: ...

class AddPersonalAccessTokenRequest(_message.Message):
    __slots__ = ("user_id", "expiration_date")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_DATE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    expiration_date: _timestamp_pb2.Timestamp
    def __init__(self, user_id: _Optional[str] = ..., expiration_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class AddPersonalAccessTokenResponse(_message.Message):
    __slots__ = ("creation_date", "token_id", "token")
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    TOKEN_ID_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    creation_date: _timestamp_pb2.Timestamp
    token_id: str
    token: str
    def __init__(self, creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., token_id: _Optional[str] = ..., token: _Optional[str] = ...) -> None: ...

class RemovePersonalAccessTokenRequest(_message.Message):
    __slots__ = ("user_id", "token_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    TOKEN_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    token_id: str
    def __init__(self, user_id: _Optional[str] = ..., token_id: _Optional[str] = ...) -> None: ...

class RemovePersonalAccessTokenResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListPersonalAccessTokensRequest(_message.Message):
    __slots__ = ("pagination", "sorting_column", "filters")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationRequest
    sorting_column: _pat_pb2.PersonalAccessTokenFieldName
    filters: _containers.RepeatedCompositeFieldContainer[_pat_pb2.PersonalAccessTokensSearchFilter]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., sorting_column: _Optional[_Union[_pat_pb2.PersonalAccessTokenFieldName, str]] = ..., filters: _Optional[_Iterable[_Union[_pat_pb2.PersonalAccessTokensSearchFilter, _Mapping]]] = ...) -> None: ...

class ListPersonalAccessTokensResponse(_message.Message):
    __slots__ = ("pagination", "result")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationResponse
    result: _containers.RepeatedCompositeFieldContainer[_pat_pb2.PersonalAccessToken]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_pat_pb2.PersonalAccessToken, _Mapping]]] = ...) -> None: ...

class Metadata(_message.Message):
    __slots__ = ("key", "value")
    KEY_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    key: str
    value: bytes
    def __init__(self, key: _Optional[str] = ..., value: _Optional[bytes] = ...) -> None: ...

class SetUserMetadataRequest(_message.Message):
    __slots__ = ("user_id", "metadata")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    metadata: _containers.RepeatedCompositeFieldContainer[Metadata]
    def __init__(self, user_id: _Optional[str] = ..., metadata: _Optional[_Iterable[_Union[Metadata, _Mapping]]] = ...) -> None: ...

class SetUserMetadataResponse(_message.Message):
    __slots__ = ("set_date",)
    SET_DATE_FIELD_NUMBER: _ClassVar[int]
    set_date: _timestamp_pb2.Timestamp
    def __init__(self, set_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListUserMetadataRequest(_message.Message):
    __slots__ = ("user_id", "pagination", "filters")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    pagination: _filter_pb2.PaginationRequest
    filters: _containers.RepeatedCompositeFieldContainer[_metadata_pb2.MetadataSearchFilter]
    def __init__(self, user_id: _Optional[str] = ..., pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., filters: _Optional[_Iterable[_Union[_metadata_pb2.MetadataSearchFilter, _Mapping]]] = ...) -> None: ...

class ListUserMetadataResponse(_message.Message):
    __slots__ = ("pagination", "metadata")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationResponse
    metadata: _containers.RepeatedCompositeFieldContainer[_metadata_pb2.Metadata]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ..., metadata: _Optional[_Iterable[_Union[_metadata_pb2.Metadata, _Mapping]]] = ...) -> None: ...

class DeleteUserMetadataRequest(_message.Message):
    __slots__ = ("user_id", "keys")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    KEYS_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    keys: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, user_id: _Optional[str] = ..., keys: _Optional[_Iterable[str]] = ...) -> None: ...

class DeleteUserMetadataResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
