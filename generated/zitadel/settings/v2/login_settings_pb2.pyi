from google.protobuf import duration_pb2 as _duration_pb2
from zitadel.idp.v2 import idp_pb2 as _idp_pb2
from zitadel.settings.v2 import settings_pb2 as _settings_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SecondFactorType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SECOND_FACTOR_TYPE_UNSPECIFIED: _ClassVar[SecondFactorType]
    SECOND_FACTOR_TYPE_OTP: _ClassVar[SecondFactorType]
    SECOND_FACTOR_TYPE_TOTP: _ClassVar[SecondFactorType]
    SECOND_FACTOR_TYPE_U2F: _ClassVar[SecondFactorType]
    SECOND_FACTOR_TYPE_OTP_EMAIL: _ClassVar[SecondFactorType]
    SECOND_FACTOR_TYPE_OTP_SMS: _ClassVar[SecondFactorType]
    SECOND_FACTOR_TYPE_RECOVERY_CODES: _ClassVar[SecondFactorType]

class MultiFactorType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MULTI_FACTOR_TYPE_UNSPECIFIED: _ClassVar[MultiFactorType]
    MULTI_FACTOR_TYPE_U2F_WITH_VERIFICATION: _ClassVar[MultiFactorType]

class PasskeysType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PASSKEYS_TYPE_NOT_ALLOWED: _ClassVar[PasskeysType]
    PASSKEYS_TYPE_ALLOWED: _ClassVar[PasskeysType]

class IdentityProviderType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    IDENTITY_PROVIDER_TYPE_UNSPECIFIED: _ClassVar[IdentityProviderType]
    IDENTITY_PROVIDER_TYPE_OIDC: _ClassVar[IdentityProviderType]
    IDENTITY_PROVIDER_TYPE_JWT: _ClassVar[IdentityProviderType]
    IDENTITY_PROVIDER_TYPE_LDAP: _ClassVar[IdentityProviderType]
    IDENTITY_PROVIDER_TYPE_OAUTH: _ClassVar[IdentityProviderType]
    IDENTITY_PROVIDER_TYPE_AZURE_AD: _ClassVar[IdentityProviderType]
    IDENTITY_PROVIDER_TYPE_GITHUB: _ClassVar[IdentityProviderType]
    IDENTITY_PROVIDER_TYPE_GITHUB_ES: _ClassVar[IdentityProviderType]
    IDENTITY_PROVIDER_TYPE_GITLAB: _ClassVar[IdentityProviderType]
    IDENTITY_PROVIDER_TYPE_GITLAB_SELF_HOSTED: _ClassVar[IdentityProviderType]
    IDENTITY_PROVIDER_TYPE_GOOGLE: _ClassVar[IdentityProviderType]
    IDENTITY_PROVIDER_TYPE_SAML: _ClassVar[IdentityProviderType]
    IDENTITY_PROVIDER_TYPE_APPLE: _ClassVar[IdentityProviderType]
SECOND_FACTOR_TYPE_UNSPECIFIED: SecondFactorType
SECOND_FACTOR_TYPE_OTP: SecondFactorType
SECOND_FACTOR_TYPE_TOTP: SecondFactorType
SECOND_FACTOR_TYPE_U2F: SecondFactorType
SECOND_FACTOR_TYPE_OTP_EMAIL: SecondFactorType
SECOND_FACTOR_TYPE_OTP_SMS: SecondFactorType
SECOND_FACTOR_TYPE_RECOVERY_CODES: SecondFactorType
MULTI_FACTOR_TYPE_UNSPECIFIED: MultiFactorType
MULTI_FACTOR_TYPE_U2F_WITH_VERIFICATION: MultiFactorType
PASSKEYS_TYPE_NOT_ALLOWED: PasskeysType
PASSKEYS_TYPE_ALLOWED: PasskeysType
IDENTITY_PROVIDER_TYPE_UNSPECIFIED: IdentityProviderType
IDENTITY_PROVIDER_TYPE_OIDC: IdentityProviderType
IDENTITY_PROVIDER_TYPE_JWT: IdentityProviderType
IDENTITY_PROVIDER_TYPE_LDAP: IdentityProviderType
IDENTITY_PROVIDER_TYPE_OAUTH: IdentityProviderType
IDENTITY_PROVIDER_TYPE_AZURE_AD: IdentityProviderType
IDENTITY_PROVIDER_TYPE_GITHUB: IdentityProviderType
IDENTITY_PROVIDER_TYPE_GITHUB_ES: IdentityProviderType
IDENTITY_PROVIDER_TYPE_GITLAB: IdentityProviderType
IDENTITY_PROVIDER_TYPE_GITLAB_SELF_HOSTED: IdentityProviderType
IDENTITY_PROVIDER_TYPE_GOOGLE: IdentityProviderType
IDENTITY_PROVIDER_TYPE_SAML: IdentityProviderType
IDENTITY_PROVIDER_TYPE_APPLE: IdentityProviderType

class LoginSettings(_message.Message):
    __slots__ = ("allow_username_password", "allow_local_authentication", "allow_register", "allow_external_idp", "force_mfa", "passkeys_type", "hide_password_reset", "ignore_unknown_usernames", "default_redirect_uri", "password_check_lifetime", "external_login_check_lifetime", "mfa_init_skip_lifetime", "second_factor_check_lifetime", "multi_factor_check_lifetime", "second_factors", "multi_factors", "allow_domain_discovery", "disable_login_with_email", "disable_login_with_phone", "resource_owner_type", "force_mfa_local_only")
    ALLOW_USERNAME_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    ALLOW_LOCAL_AUTHENTICATION_FIELD_NUMBER: _ClassVar[int]
    ALLOW_REGISTER_FIELD_NUMBER: _ClassVar[int]
    ALLOW_EXTERNAL_IDP_FIELD_NUMBER: _ClassVar[int]
    FORCE_MFA_FIELD_NUMBER: _ClassVar[int]
    PASSKEYS_TYPE_FIELD_NUMBER: _ClassVar[int]
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
    ALLOW_DOMAIN_DISCOVERY_FIELD_NUMBER: _ClassVar[int]
    DISABLE_LOGIN_WITH_EMAIL_FIELD_NUMBER: _ClassVar[int]
    DISABLE_LOGIN_WITH_PHONE_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_OWNER_TYPE_FIELD_NUMBER: _ClassVar[int]
    FORCE_MFA_LOCAL_ONLY_FIELD_NUMBER: _ClassVar[int]
    allow_username_password: bool
    allow_local_authentication: bool
    allow_register: bool
    allow_external_idp: bool
    force_mfa: bool
    passkeys_type: PasskeysType
    hide_password_reset: bool
    ignore_unknown_usernames: bool
    default_redirect_uri: str
    password_check_lifetime: _duration_pb2.Duration
    external_login_check_lifetime: _duration_pb2.Duration
    mfa_init_skip_lifetime: _duration_pb2.Duration
    second_factor_check_lifetime: _duration_pb2.Duration
    multi_factor_check_lifetime: _duration_pb2.Duration
    second_factors: _containers.RepeatedScalarFieldContainer[SecondFactorType]
    multi_factors: _containers.RepeatedScalarFieldContainer[MultiFactorType]
    allow_domain_discovery: bool
    disable_login_with_email: bool
    disable_login_with_phone: bool
    resource_owner_type: _settings_pb2.ResourceOwnerType
    force_mfa_local_only: bool
    def __init__(self, allow_username_password: bool = ..., allow_local_authentication: bool = ..., allow_register: bool = ..., allow_external_idp: bool = ..., force_mfa: bool = ..., passkeys_type: _Optional[_Union[PasskeysType, str]] = ..., hide_password_reset: bool = ..., ignore_unknown_usernames: bool = ..., default_redirect_uri: _Optional[str] = ..., password_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., external_login_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., mfa_init_skip_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., second_factor_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., multi_factor_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., second_factors: _Optional[_Iterable[_Union[SecondFactorType, str]]] = ..., multi_factors: _Optional[_Iterable[_Union[MultiFactorType, str]]] = ..., allow_domain_discovery: bool = ..., disable_login_with_email: bool = ..., disable_login_with_phone: bool = ..., resource_owner_type: _Optional[_Union[_settings_pb2.ResourceOwnerType, str]] = ..., force_mfa_local_only: bool = ...) -> None: ...

class IdentityProvider(_message.Message):
    __slots__ = ("id", "name", "type", "options")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    type: IdentityProviderType
    options: _idp_pb2.Options
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., type: _Optional[_Union[IdentityProviderType, str]] = ..., options: _Optional[_Union[_idp_pb2.Options, _Mapping]] = ...) -> None: ...
