from google.protobuf import duration_pb2 as _duration_pb2
from zitadel import idp_pb2 as _idp_pb2
from zitadel import object_pb2 as _object_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ThemeMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    THEME_MODE_UNSPECIFIED: _ClassVar[ThemeMode]
    THEME_MODE_AUTO: _ClassVar[ThemeMode]
    THEME_MODE_DARK: _ClassVar[ThemeMode]
    THEME_MODE_LIGHT: _ClassVar[ThemeMode]

class SecondFactorType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SECOND_FACTOR_TYPE_UNSPECIFIED: _ClassVar[SecondFactorType]
    SECOND_FACTOR_TYPE_OTP: _ClassVar[SecondFactorType]
    SECOND_FACTOR_TYPE_U2F: _ClassVar[SecondFactorType]
    SECOND_FACTOR_TYPE_OTP_EMAIL: _ClassVar[SecondFactorType]
    SECOND_FACTOR_TYPE_OTP_SMS: _ClassVar[SecondFactorType]
    SECOND_FACTOR_TYPE_RECOVERY_CODES: _ClassVar[SecondFactorType]

class MultiFactorType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MULTI_FACTOR_TYPE_UNSPECIFIED: _ClassVar[MultiFactorType]
    MULTI_FACTOR_TYPE_U2F_WITH_VERIFICATION: _ClassVar[MultiFactorType]

class PasswordlessType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PASSWORDLESS_TYPE_NOT_ALLOWED: _ClassVar[PasswordlessType]
    PASSWORDLESS_TYPE_ALLOWED: _ClassVar[PasswordlessType]
THEME_MODE_UNSPECIFIED: ThemeMode
THEME_MODE_AUTO: ThemeMode
THEME_MODE_DARK: ThemeMode
THEME_MODE_LIGHT: ThemeMode
SECOND_FACTOR_TYPE_UNSPECIFIED: SecondFactorType
SECOND_FACTOR_TYPE_OTP: SecondFactorType
SECOND_FACTOR_TYPE_U2F: SecondFactorType
SECOND_FACTOR_TYPE_OTP_EMAIL: SecondFactorType
SECOND_FACTOR_TYPE_OTP_SMS: SecondFactorType
SECOND_FACTOR_TYPE_RECOVERY_CODES: SecondFactorType
MULTI_FACTOR_TYPE_UNSPECIFIED: MultiFactorType
MULTI_FACTOR_TYPE_U2F_WITH_VERIFICATION: MultiFactorType
PASSWORDLESS_TYPE_NOT_ALLOWED: PasswordlessType
PASSWORDLESS_TYPE_ALLOWED: PasswordlessType

class OrgIAMPolicy(_message.Message):
    __slots__ = ("details", "user_login_must_be_domain", "is_default")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    USER_LOGIN_MUST_BE_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    user_login_must_be_domain: bool
    is_default: bool
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., user_login_must_be_domain: bool = ..., is_default: bool = ...) -> None: ...

class DomainPolicy(_message.Message):
    __slots__ = ("details", "user_login_must_be_domain", "is_default", "validate_org_domains", "smtp_sender_address_matches_instance_domain")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    USER_LOGIN_MUST_BE_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ORG_DOMAINS_FIELD_NUMBER: _ClassVar[int]
    SMTP_SENDER_ADDRESS_MATCHES_INSTANCE_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    user_login_must_be_domain: bool
    is_default: bool
    validate_org_domains: bool
    smtp_sender_address_matches_instance_domain: bool
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., user_login_must_be_domain: bool = ..., is_default: bool = ..., validate_org_domains: bool = ..., smtp_sender_address_matches_instance_domain: bool = ...) -> None: ...

class LabelPolicy(_message.Message):
    __slots__ = ("details", "primary_color", "is_default", "hide_login_name_suffix", "warn_color", "background_color", "font_color", "primary_color_dark", "background_color_dark", "warn_color_dark", "font_color_dark", "disable_watermark", "logo_url", "icon_url", "logo_url_dark", "icon_url_dark", "font_url", "theme_mode")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    PRIMARY_COLOR_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    HIDE_LOGIN_NAME_SUFFIX_FIELD_NUMBER: _ClassVar[int]
    WARN_COLOR_FIELD_NUMBER: _ClassVar[int]
    BACKGROUND_COLOR_FIELD_NUMBER: _ClassVar[int]
    FONT_COLOR_FIELD_NUMBER: _ClassVar[int]
    PRIMARY_COLOR_DARK_FIELD_NUMBER: _ClassVar[int]
    BACKGROUND_COLOR_DARK_FIELD_NUMBER: _ClassVar[int]
    WARN_COLOR_DARK_FIELD_NUMBER: _ClassVar[int]
    FONT_COLOR_DARK_FIELD_NUMBER: _ClassVar[int]
    DISABLE_WATERMARK_FIELD_NUMBER: _ClassVar[int]
    LOGO_URL_FIELD_NUMBER: _ClassVar[int]
    ICON_URL_FIELD_NUMBER: _ClassVar[int]
    LOGO_URL_DARK_FIELD_NUMBER: _ClassVar[int]
    ICON_URL_DARK_FIELD_NUMBER: _ClassVar[int]
    FONT_URL_FIELD_NUMBER: _ClassVar[int]
    THEME_MODE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    primary_color: str
    is_default: bool
    hide_login_name_suffix: bool
    warn_color: str
    background_color: str
    font_color: str
    primary_color_dark: str
    background_color_dark: str
    warn_color_dark: str
    font_color_dark: str
    disable_watermark: bool
    logo_url: str
    icon_url: str
    logo_url_dark: str
    icon_url_dark: str
    font_url: str
    theme_mode: ThemeMode
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., primary_color: _Optional[str] = ..., is_default: bool = ..., hide_login_name_suffix: bool = ..., warn_color: _Optional[str] = ..., background_color: _Optional[str] = ..., font_color: _Optional[str] = ..., primary_color_dark: _Optional[str] = ..., background_color_dark: _Optional[str] = ..., warn_color_dark: _Optional[str] = ..., font_color_dark: _Optional[str] = ..., disable_watermark: bool = ..., logo_url: _Optional[str] = ..., icon_url: _Optional[str] = ..., logo_url_dark: _Optional[str] = ..., icon_url_dark: _Optional[str] = ..., font_url: _Optional[str] = ..., theme_mode: _Optional[_Union[ThemeMode, str]] = ...) -> None: ...

class LoginPolicy(_message.Message):
    __slots__ = ("details", "allow_username_password", "allow_register", "allow_external_idp", "force_mfa", "passwordless_type", "is_default", "hide_password_reset", "ignore_unknown_usernames", "default_redirect_uri", "password_check_lifetime", "external_login_check_lifetime", "mfa_init_skip_lifetime", "second_factor_check_lifetime", "multi_factor_check_lifetime", "second_factors", "multi_factors", "idps", "allow_domain_discovery", "disable_login_with_email", "disable_login_with_phone", "force_mfa_local_only")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ALLOW_USERNAME_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    ALLOW_REGISTER_FIELD_NUMBER: _ClassVar[int]
    ALLOW_EXTERNAL_IDP_FIELD_NUMBER: _ClassVar[int]
    FORCE_MFA_FIELD_NUMBER: _ClassVar[int]
    PASSWORDLESS_TYPE_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
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
    details: _object_pb2.ObjectDetails
    allow_username_password: bool
    allow_register: bool
    allow_external_idp: bool
    force_mfa: bool
    passwordless_type: PasswordlessType
    is_default: bool
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
    idps: _containers.RepeatedCompositeFieldContainer[_idp_pb2.IDPLoginPolicyLink]
    allow_domain_discovery: bool
    disable_login_with_email: bool
    disable_login_with_phone: bool
    force_mfa_local_only: bool
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., allow_username_password: bool = ..., allow_register: bool = ..., allow_external_idp: bool = ..., force_mfa: bool = ..., passwordless_type: _Optional[_Union[PasswordlessType, str]] = ..., is_default: bool = ..., hide_password_reset: bool = ..., ignore_unknown_usernames: bool = ..., default_redirect_uri: _Optional[str] = ..., password_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., external_login_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., mfa_init_skip_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., second_factor_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., multi_factor_check_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., second_factors: _Optional[_Iterable[_Union[SecondFactorType, str]]] = ..., multi_factors: _Optional[_Iterable[_Union[MultiFactorType, str]]] = ..., idps: _Optional[_Iterable[_Union[_idp_pb2.IDPLoginPolicyLink, _Mapping]]] = ..., allow_domain_discovery: bool = ..., disable_login_with_email: bool = ..., disable_login_with_phone: bool = ..., force_mfa_local_only: bool = ...) -> None: ...

class PasswordComplexityPolicy(_message.Message):
    __slots__ = ("details", "min_length", "has_uppercase", "has_lowercase", "has_number", "has_symbol", "is_default")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    MIN_LENGTH_FIELD_NUMBER: _ClassVar[int]
    HAS_UPPERCASE_FIELD_NUMBER: _ClassVar[int]
    HAS_LOWERCASE_FIELD_NUMBER: _ClassVar[int]
    HAS_NUMBER_FIELD_NUMBER: _ClassVar[int]
    HAS_SYMBOL_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    min_length: int
    has_uppercase: bool
    has_lowercase: bool
    has_number: bool
    has_symbol: bool
    is_default: bool
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., min_length: _Optional[int] = ..., has_uppercase: bool = ..., has_lowercase: bool = ..., has_number: bool = ..., has_symbol: bool = ..., is_default: bool = ...) -> None: ...

class PasswordAgePolicy(_message.Message):
    __slots__ = ("details", "max_age_days", "expire_warn_days", "is_default")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    MAX_AGE_DAYS_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_WARN_DAYS_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    max_age_days: int
    expire_warn_days: int
    is_default: bool
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., max_age_days: _Optional[int] = ..., expire_warn_days: _Optional[int] = ..., is_default: bool = ...) -> None: ...

class LockoutPolicy(_message.Message):
    __slots__ = ("details", "max_password_attempts", "max_otp_attempts", "is_default")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    MAX_PASSWORD_ATTEMPTS_FIELD_NUMBER: _ClassVar[int]
    MAX_OTP_ATTEMPTS_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    max_password_attempts: int
    max_otp_attempts: int
    is_default: bool
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., max_password_attempts: _Optional[int] = ..., max_otp_attempts: _Optional[int] = ..., is_default: bool = ...) -> None: ...

class PrivacyPolicy(_message.Message):
    __slots__ = ("details", "tos_link", "privacy_link", "is_default", "help_link", "support_email", "docs_link", "custom_link", "custom_link_text")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    TOS_LINK_FIELD_NUMBER: _ClassVar[int]
    PRIVACY_LINK_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    HELP_LINK_FIELD_NUMBER: _ClassVar[int]
    SUPPORT_EMAIL_FIELD_NUMBER: _ClassVar[int]
    DOCS_LINK_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_LINK_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_LINK_TEXT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    tos_link: str
    privacy_link: str
    is_default: bool
    help_link: str
    support_email: str
    docs_link: str
    custom_link: str
    custom_link_text: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., tos_link: _Optional[str] = ..., privacy_link: _Optional[str] = ..., is_default: bool = ..., help_link: _Optional[str] = ..., support_email: _Optional[str] = ..., docs_link: _Optional[str] = ..., custom_link: _Optional[str] = ..., custom_link_text: _Optional[str] = ...) -> None: ...

class NotificationPolicy(_message.Message):
    __slots__ = ("details", "is_default", "password_change")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_CHANGE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    is_default: bool
    password_change: bool
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., is_default: bool = ..., password_change: bool = ...) -> None: ...
