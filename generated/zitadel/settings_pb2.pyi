from google.protobuf import duration_pb2 as _duration_pb2
from zitadel import object_pb2 as _object_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SMTPConfigState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SMTP_CONFIG_STATE_UNSPECIFIED: _ClassVar[SMTPConfigState]
    SMTP_CONFIG_ACTIVE: _ClassVar[SMTPConfigState]
    SMTP_CONFIG_INACTIVE: _ClassVar[SMTPConfigState]

class SecretGeneratorType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SECRET_GENERATOR_TYPE_UNSPECIFIED: _ClassVar[SecretGeneratorType]
    SECRET_GENERATOR_TYPE_INIT_CODE: _ClassVar[SecretGeneratorType]
    SECRET_GENERATOR_TYPE_VERIFY_EMAIL_CODE: _ClassVar[SecretGeneratorType]
    SECRET_GENERATOR_TYPE_VERIFY_PHONE_CODE: _ClassVar[SecretGeneratorType]
    SECRET_GENERATOR_TYPE_PASSWORD_RESET_CODE: _ClassVar[SecretGeneratorType]
    SECRET_GENERATOR_TYPE_PASSWORDLESS_INIT_CODE: _ClassVar[SecretGeneratorType]
    SECRET_GENERATOR_TYPE_APP_SECRET: _ClassVar[SecretGeneratorType]
    SECRET_GENERATOR_TYPE_OTP_SMS: _ClassVar[SecretGeneratorType]
    SECRET_GENERATOR_TYPE_OTP_EMAIL: _ClassVar[SecretGeneratorType]

class EmailProviderState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    EMAIL_PROVIDER_STATE_UNSPECIFIED: _ClassVar[EmailProviderState]
    EMAIL_PROVIDER_ACTIVE: _ClassVar[EmailProviderState]
    EMAIL_PROVIDER_INACTIVE: _ClassVar[EmailProviderState]

class SMSProviderConfigState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SMS_PROVIDER_CONFIG_STATE_UNSPECIFIED: _ClassVar[SMSProviderConfigState]
    SMS_PROVIDER_CONFIG_ACTIVE: _ClassVar[SMSProviderConfigState]
    SMS_PROVIDER_CONFIG_INACTIVE: _ClassVar[SMSProviderConfigState]
SMTP_CONFIG_STATE_UNSPECIFIED: SMTPConfigState
SMTP_CONFIG_ACTIVE: SMTPConfigState
SMTP_CONFIG_INACTIVE: SMTPConfigState
SECRET_GENERATOR_TYPE_UNSPECIFIED: SecretGeneratorType
SECRET_GENERATOR_TYPE_INIT_CODE: SecretGeneratorType
SECRET_GENERATOR_TYPE_VERIFY_EMAIL_CODE: SecretGeneratorType
SECRET_GENERATOR_TYPE_VERIFY_PHONE_CODE: SecretGeneratorType
SECRET_GENERATOR_TYPE_PASSWORD_RESET_CODE: SecretGeneratorType
SECRET_GENERATOR_TYPE_PASSWORDLESS_INIT_CODE: SecretGeneratorType
SECRET_GENERATOR_TYPE_APP_SECRET: SecretGeneratorType
SECRET_GENERATOR_TYPE_OTP_SMS: SecretGeneratorType
SECRET_GENERATOR_TYPE_OTP_EMAIL: SecretGeneratorType
EMAIL_PROVIDER_STATE_UNSPECIFIED: EmailProviderState
EMAIL_PROVIDER_ACTIVE: EmailProviderState
EMAIL_PROVIDER_INACTIVE: EmailProviderState
SMS_PROVIDER_CONFIG_STATE_UNSPECIFIED: SMSProviderConfigState
SMS_PROVIDER_CONFIG_ACTIVE: SMSProviderConfigState
SMS_PROVIDER_CONFIG_INACTIVE: SMSProviderConfigState

class SecretGenerator(_message.Message):
    __slots__ = ("generator_type", "details", "length", "expiry", "include_lower_letters", "include_upper_letters", "include_digits", "include_symbols")
    GENERATOR_TYPE_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    LENGTH_FIELD_NUMBER: _ClassVar[int]
    EXPIRY_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_LOWER_LETTERS_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_UPPER_LETTERS_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_DIGITS_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_SYMBOLS_FIELD_NUMBER: _ClassVar[int]
    generator_type: SecretGeneratorType
    details: _object_pb2.ObjectDetails
    length: int
    expiry: _duration_pb2.Duration
    include_lower_letters: bool
    include_upper_letters: bool
    include_digits: bool
    include_symbols: bool
    def __init__(self, generator_type: _Optional[_Union[SecretGeneratorType, str]] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., length: _Optional[int] = ..., expiry: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., include_lower_letters: bool = ..., include_upper_letters: bool = ..., include_digits: bool = ..., include_symbols: bool = ...) -> None: ...

class SecretGeneratorQuery(_message.Message):
    __slots__ = ("type_query",)
    TYPE_QUERY_FIELD_NUMBER: _ClassVar[int]
    type_query: SecretGeneratorTypeQuery
    def __init__(self, type_query: _Optional[_Union[SecretGeneratorTypeQuery, _Mapping]] = ...) -> None: ...

class SecretGeneratorTypeQuery(_message.Message):
    __slots__ = ("generator_type",)
    GENERATOR_TYPE_FIELD_NUMBER: _ClassVar[int]
    generator_type: SecretGeneratorType
    def __init__(self, generator_type: _Optional[_Union[SecretGeneratorType, str]] = ...) -> None: ...

class SMTPConfig(_message.Message):
    __slots__ = ("details", "sender_address", "sender_name", "tls", "host", "user", "reply_to_address", "state", "description", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SENDER_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SENDER_NAME_FIELD_NUMBER: _ClassVar[int]
    TLS_FIELD_NUMBER: _ClassVar[int]
    HOST_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    REPLY_TO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    sender_address: str
    sender_name: str
    tls: bool
    host: str
    user: str
    reply_to_address: str
    state: SMTPConfigState
    description: str
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., sender_address: _Optional[str] = ..., sender_name: _Optional[str] = ..., tls: bool = ..., host: _Optional[str] = ..., user: _Optional[str] = ..., reply_to_address: _Optional[str] = ..., state: _Optional[_Union[SMTPConfigState, str]] = ..., description: _Optional[str] = ..., id: _Optional[str] = ...) -> None: ...

class EmailProvider(_message.Message):
    __slots__ = ("details", "id", "state", "description", "smtp", "http")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    SMTP_FIELD_NUMBER: _ClassVar[int]
    HTTP_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    state: EmailProviderState
    description: str
    smtp: EmailProviderSMTP
    http: EmailProviderHTTP
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ..., state: _Optional[_Union[EmailProviderState, str]] = ..., description: _Optional[str] = ..., smtp: _Optional[_Union[EmailProviderSMTP, _Mapping]] = ..., http: _Optional[_Union[EmailProviderHTTP, _Mapping]] = ...) -> None: ...

class EmailProviderSMTP(_message.Message):
    __slots__ = ("sender_address", "sender_name", "tls", "host", "user", "reply_to_address", "none", "plain", "xoauth2")
    SENDER_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SENDER_NAME_FIELD_NUMBER: _ClassVar[int]
    TLS_FIELD_NUMBER: _ClassVar[int]
    HOST_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    REPLY_TO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NONE_FIELD_NUMBER: _ClassVar[int]
    PLAIN_FIELD_NUMBER: _ClassVar[int]
    XOAUTH2_FIELD_NUMBER: _ClassVar[int]
    sender_address: str
    sender_name: str
    tls: bool
    host: str
    user: str
    reply_to_address: str
    none: SMTPNoAuth
    plain: SMTPPlainAuth
    xoauth2: SMTPXOAuth2Auth
    def __init__(self, sender_address: _Optional[str] = ..., sender_name: _Optional[str] = ..., tls: bool = ..., host: _Optional[str] = ..., user: _Optional[str] = ..., reply_to_address: _Optional[str] = ..., none: _Optional[_Union[SMTPNoAuth, _Mapping]] = ..., plain: _Optional[_Union[SMTPPlainAuth, _Mapping]] = ..., xoauth2: _Optional[_Union[SMTPXOAuth2Auth, _Mapping]] = ...) -> None: ...

class SMTPNoAuth(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class SMTPPlainAuth(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class SMTPXOAuth2Auth(_message.Message):
    __slots__ = ("token_endpoint", "scopes", "client_credentials")
    class ClientCredentials(_message.Message):
        __slots__ = ("client_id",)
        CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
        client_id: str
        def __init__(self, client_id: _Optional[str] = ...) -> None: ...
    TOKEN_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    CLIENT_CREDENTIALS_FIELD_NUMBER: _ClassVar[int]
    token_endpoint: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    client_credentials: SMTPXOAuth2Auth.ClientCredentials
    def __init__(self, token_endpoint: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., client_credentials: _Optional[_Union[SMTPXOAuth2Auth.ClientCredentials, _Mapping]] = ...) -> None: ...

class EmailProviderHTTP(_message.Message):
    __slots__ = ("endpoint", "signing_key")
    ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    SIGNING_KEY_FIELD_NUMBER: _ClassVar[int]
    endpoint: str
    signing_key: str
    def __init__(self, endpoint: _Optional[str] = ..., signing_key: _Optional[str] = ...) -> None: ...

class SMSProvider(_message.Message):
    __slots__ = ("details", "id", "state", "description", "twilio", "http")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    TWILIO_FIELD_NUMBER: _ClassVar[int]
    HTTP_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    state: SMSProviderConfigState
    description: str
    twilio: TwilioConfig
    http: HTTPConfig
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ..., state: _Optional[_Union[SMSProviderConfigState, str]] = ..., description: _Optional[str] = ..., twilio: _Optional[_Union[TwilioConfig, _Mapping]] = ..., http: _Optional[_Union[HTTPConfig, _Mapping]] = ...) -> None: ...

class TwilioConfig(_message.Message):
    __slots__ = ("sid", "sender_number", "verify_service_sid")
    SID_FIELD_NUMBER: _ClassVar[int]
    SENDER_NUMBER_FIELD_NUMBER: _ClassVar[int]
    VERIFY_SERVICE_SID_FIELD_NUMBER: _ClassVar[int]
    sid: str
    sender_number: str
    verify_service_sid: str
    def __init__(self, sid: _Optional[str] = ..., sender_number: _Optional[str] = ..., verify_service_sid: _Optional[str] = ...) -> None: ...

class HTTPConfig(_message.Message):
    __slots__ = ("endpoint", "signing_key")
    ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    SIGNING_KEY_FIELD_NUMBER: _ClassVar[int]
    endpoint: str
    signing_key: str
    def __init__(self, endpoint: _Optional[str] = ..., signing_key: _Optional[str] = ...) -> None: ...

class DebugNotificationProvider(_message.Message):
    __slots__ = ("details", "compact")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    COMPACT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    compact: bool
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., compact: bool = ...) -> None: ...

class OIDCSettings(_message.Message):
    __slots__ = ("details", "access_token_lifetime", "id_token_lifetime", "refresh_token_idle_expiration", "refresh_token_expiration")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ACCESS_TOKEN_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    ID_TOKEN_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    REFRESH_TOKEN_IDLE_EXPIRATION_FIELD_NUMBER: _ClassVar[int]
    REFRESH_TOKEN_EXPIRATION_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    access_token_lifetime: _duration_pb2.Duration
    id_token_lifetime: _duration_pb2.Duration
    refresh_token_idle_expiration: _duration_pb2.Duration
    refresh_token_expiration: _duration_pb2.Duration
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., access_token_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., id_token_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., refresh_token_idle_expiration: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., refresh_token_expiration: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class SecurityPolicy(_message.Message):
    __slots__ = ("details", "enable_iframe_embedding", "allowed_origins", "enable_impersonation")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ENABLE_IFRAME_EMBEDDING_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_ORIGINS_FIELD_NUMBER: _ClassVar[int]
    ENABLE_IMPERSONATION_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    enable_iframe_embedding: bool
    allowed_origins: _containers.RepeatedScalarFieldContainer[str]
    enable_impersonation: bool
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., enable_iframe_embedding: bool = ..., allowed_origins: _Optional[_Iterable[str]] = ..., enable_impersonation: bool = ...) -> None: ...
