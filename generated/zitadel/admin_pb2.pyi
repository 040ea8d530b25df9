from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel import event_pb2 as _event_pb2
from zitadel import idp_pb2 as _idp_pb2
from zitadel import instance_pb2 as _instance_pb2
from zitadel import management_pb2 as _management_pb2
from zitadel import member_pb2 as _member_pb2
from zitadel.milestone.v1 import milestone_pb2 as _milestone_pb2
from zitadel import object_pb2 as _object_pb2
from zitadel import org_pb2 as _org_pb2
from zitadel import policy_pb2 as _policy_pb2
from zitadel import settings_pb2 as _settings_pb2
from zitadel import text_pb2 as _text_pb2
from zitadel import user_pb2 as _user_pb2
from zitadel import v1_pb2 as _v1_pb2
from google.protobuf.internal import containers as _containers
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

class GetSupportedLanguagesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetSupportedLanguagesResponse(_message.Message):
    __slots__ = ("languages",)
    LANGUAGES_FIELD_NUMBER: _ClassVar[int]
    languages: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, languages: _Optional[_Iterable[str]] = ...) -> None: ...

class GetAllowedLanguagesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetAllowedLanguagesResponse(_message.Message):
    __slots__ = ("languages",)
    LANGUAGES_FIELD_NUMBER: _ClassVar[int]
    languages: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, languages: _Optional[_Iterable[str]] = ...) -> None: ...

class SetDefaultLanguageRequest(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class SetDefaultLanguageResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetDefaultLanguageRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetDefaultLanguageResponse(_message.Message):
    __slots__ = ("language",)
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    language: str
    def __init__(self, language: _Optional[str] = ...) -> None: ...

class SetDefaultOrgRequest(_message.Message):
    __slots__ = ("org_id",)
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    def __init__(self, org_id: _Optional[str] = ...) -> None: ...

class SetDefaultOrgResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetDefaultOrgRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetDefaultOrgResponse(_message.Message):
    __slots__ = ("org",)
    ORG_FIELD_NUMBER: _ClassVar[int]
    org: _org_pb2.Org
    def __init__(self, org: _Optional[_Union[_org_pb2.Org, _Mapping]] = ...) -> None: ...

class GetMyInstanceRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetMyInstanceResponse(_message.Message):
    __slots__ = ("instance",)
    INSTANCE_FIELD_NUMBER: _ClassVar[int]
    instance: _instance_pb2.InstanceDetail
    def __init__(self, instance: _Optional[_Union[_instance_pb2.InstanceDetail, _Mapping]] = ...) -> None: ...

class ListInstanceDomainsRequest(_message.Message):
    __slots__ = ("query", "sorting_column", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    sorting_column: _instance_pb2.DomainFieldName
    queries: _containers.RepeatedCompositeFieldContainer[_instance_pb2.DomainSearchQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., sorting_column: _Optional[_Union[_instance_pb2.DomainFieldName, str]] = ..., queries: _Optional[_Iterable[_Union[_instance_pb2.DomainSearchQuery, _Mapping]]] = ...) -> None: ...

class ListInstanceDomainsResponse(_message.Message):
    __slots__ = ("details", "sorting_column", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    sorting_column: _instance_pb2.DomainFieldName
    result: _containers.RepeatedCompositeFieldContainer[_instance_pb2.Domain]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., sorting_column: _Optional[_Union[_instance_pb2.DomainFieldName, str]] = ..., result: _Optional[_Iterable[_Union[_instance_pb2.Domain, _Mapping]]] = ...) -> None: ...

class ListInstanceTrustedDomainsRequest(_message.Message):
    __slots__ = ("query", "sorting_column", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    sorting_column: _instance_pb2.DomainFieldName
    queries: _containers.RepeatedCompositeFieldContainer[_instance_pb2.TrustedDomainSearchQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., sorting_column: _Optional[_Union[_instance_pb2.DomainFieldName, str]] = ..., queries: _Optional[_Iterable[_Union[_instance_pb2.TrustedDomainSearchQuery, _Mapping]]] = ...) -> None: ...

class ListInstanceTrustedDomainsResponse(_message.Message):
    __slots__ = ("details", "sorting_column", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    sorting_column: _instance_pb2.DomainFieldName
    result: _containers.RepeatedCompositeFieldContainer[_instance_pb2.TrustedDomain]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., sorting_column: _Optional[_Union[_instance_pb2.DomainFieldName, str]] = ..., result: _Optional[_Iterable[_Union[_instance_pb2.TrustedDomain, _Mapping]]] = ...) -> None: ...

class AddInstanceTrustedDomainRequest(_message.Message):
    __slots__ = ("domain",)
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    domain: str
    def __init__(self, domain: _Optional[str] = ...) -> None: ...

class AddInstanceTrustedDomainResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveInstanceTrustedDomainRequest(_message.Message):
    __slots__ = ("domain",)
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    domain: str
    def __init__(self, domain: _Optional[str] = ...) -> None: ...

class RemoveInstanceTrustedDomainResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListSecretGeneratorsRequest(_message.Message):
    __slots__ = ("query", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_settings_pb2.SecretGeneratorQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_settings_pb2.SecretGeneratorQuery, _Mapping]]] = ...) -> None: ...

class ListSecretGeneratorsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_settings_pb2.SecretGenerator]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_settings_pb2.SecretGenerator, _Mapping]]] = ...) -> None: ...

class GetSecretGeneratorRequest(_message.Message):
    __slots__ = ("generator_type",)
    GENERATOR_TYPE_FIELD_NUMBER: _ClassVar[int]
    generator_type: _settings_pb2.SecretGeneratorType
    def __init__(self, generator_type: _Optional[_Union[_settings_pb2.SecretGeneratorType, str]] = ...) -> None: ...

class GetSecretGeneratorResponse(_message.Message):
    __slots__ = ("secret_generator",)
    SECRET_GENERATOR_FIELD_NUMBER: _ClassVar[int]
    secret_generator: _settings_pb2.SecretGenerator
    def __init__(self, secret_generator: _Optional[_Union[_settings_pb2.SecretGenerator, _Mapping]] = ...) -> None: ...

class UpdateSecretGeneratorRequest(_message.Message):
    __slots__ = ("generator_type", "length", "expiry", "include_lower_letters", "include_upper_letters", "include_digits", "include_symbols")
    GENERATOR_TYPE_FIELD_NUMBER: _ClassVar[int]
    LENGTH_FIELD_NUMBER: _ClassVar[int]
    EXPIRY_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_LOWER_LETTERS_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_UPPER_LETTERS_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_DIGITS_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_SYMBOLS_FIELD_NUMBER: _ClassVar[int]
    generator_type: _settings_pb2.SecretGeneratorType
    length: int
    expiry: _duration_pb2.Duration
    include_lower_letters: bool
    include_upper_letters: bool
    include_digits: bool
    include_symbols: bool
    def __init__(self, generator_type: _Optional[_Union[_settings_pb2.SecretGeneratorType, str]] = ..., length: _Optional[int] = ..., expiry: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., include_lower_letters: bool = ..., include_upper_letters: bool = ..., include_digits: bool = ..., include_symbols: bool = ...) -> None: ...

class UpdateSecretGeneratorResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetSMTPConfigRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetSMTPConfigResponse(_message.Message):
    __slots__ = ("smtp_config",)
    SMTP_CONFIG_FIELD_NUMBER: _ClassVar[int]
    smtp_config: _settings_pb2.SMTPConfig
    def __init__(self, smtp_config: _Optional[_Union[_settings_pb2.SMTPConfig, _Mapping]] = ...) -> None: ...

class GetSMTPConfigByIdRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class GetSMTPConfigByIdResponse(_message.Message):
    __slots__ = ("smtp_config",)
    SMTP_CONFIG_FIELD_NUMBER: _ClassVar[int]
    smtp_config: _settings_pb2.SMTPConfig
    def __init__(self, smtp_config: _Optional[_Union[_settings_pb2.SMTPConfig, _Mapping]] = ...) -> None: ...

class ListSMTPConfigsRequest(_message.Message):
    __slots__ = ("query",)
    QUERY_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ...) -> None: ...

class ListSMTPConfigsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_settings_pb2.SMTPConfig]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_settings_pb2.SMTPConfig, _Mapping]]] = ...) -> None: ...

class AddSMTPConfigRequest(_message.Message):
    __slots__ = ("sender_address", "sender_name", "tls", "host", "user", "password", "reply_to_address", "description")
    SENDER_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SENDER_NAME_FIELD_NUMBER: _ClassVar[int]
    TLS_FIELD_NUMBER: _ClassVar[int]
    HOST_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    REPLY_TO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    sender_address: str
    sender_name: str
    tls: bool
    host: str
    user: str
    password: str
    reply_to_address: str
    description: str
    def __init__(self, sender_address: _Optional[str] = ..., sender_name: _Optional[str] = ..., tls: bool = ..., host: _Optional[str] = ..., user: _Optional[str] = ..., password: _Optional[str] = ..., reply_to_address: _Optional[str] = ..., description: _Optional[str] = ...) -> None: ...

class AddSMTPConfigResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateSMTPConfigRequest(_message.Message):
    __slots__ = ("sender_address", "sender_name", "tls", "host", "user", "reply_to_address", "password", "description", "id")
    SENDER_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SENDER_NAME_FIELD_NUMBER: _ClassVar[int]
    TLS_FIELD_NUMBER: _ClassVar[int]
    HOST_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    REPLY_TO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    sender_address: str
    sender_name: str
    tls: bool
    host: str
    user: str
    reply_to_address: str
    password: str
    description: str
    id: str
    def __init__(self, sender_address: _Optional[str] = ..., sender_name: _Optional[str] = ..., tls: bool = ..., host: _Optional[str] = ..., user: _Optional[str] = ..., reply_to_address: _Optional[str] = ..., password: _Optional[str] = ..., description: _Optional[str] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateSMTPConfigResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateSMTPConfigPasswordRequest(_message.Message):
    __slots__ = ("password", "id")
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    password: str
    id: str
    def __init__(self, password: _Optional[str] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateSMTPConfigPasswordResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ActivateSMTPConfigRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class ActivateSMTPConfigResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class DeactivateSMTPConfigRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class DeactivateSMTPConfigResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveSMTPConfigRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class RemoveSMTPConfigResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class TestSMTPConfigByIdRequest(_message.Message):
    __slots__ = ("id", "receiver_address")
    ID_FIELD_NUMBER: _ClassVar[int]
    RECEIVER_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    id: str
    receiver_address: str
    def __init__(self, id: _Optional[str] = ..., receiver_address: _Optional[str] = ...) -> None: ...

class TestSMTPConfigByIdResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class TestSMTPConfigRequest(_message.Message):
    __slots__ = ("sender_address", "sender_name", "tls", "host", "user", "password", "receiver_address", "id")
    SENDER_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SENDER_NAME_FIELD_NUMBER: _ClassVar[int]
    TLS_FIELD_NUMBER: _ClassVar[int]
    HOST_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    RECEIVER_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    sender_address: str
    sender_name: str
    tls: bool
    host: str
    user: str
    password: str
    receiver_address: str
    id: str
    def __init__(self, sender_address: _Optional[str] = ..., sender_name: _Optional[str] = ..., tls: bool = ..., host: _Optional[str] = ..., user: _Optional[str] = ..., password: _Optional[str] = ..., receiver_address: _Optional[str] = ..., id: _Optional[str] = ...) -> None: ...

class TestSMTPConfigResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetEmailProviderRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetEmailProviderResponse(_message.Message):
    __slots__ = ("config",)
    CONFIG_FIELD_NUMBER: _ClassVar[int]
    config: _settings_pb2.EmailProvider
    def __init__(self, config: _Optional[_Union[_settings_pb2.EmailProvider, _Mapping]] = ...) -> None: ...

class GetEmailProviderByIdRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class GetEmailProviderByIdResponse(_message.Message):
    __slots__ = ("config",)
    CONFIG_FIELD_NUMBER: _ClassVar[int]
    config: _settings_pb2.EmailProvider
    def __init__(self, config: _Optional[_Union[_settings_pb2.EmailProvider, _Mapping]] = ...) -> None: ...

class ListEmailProvidersRequest(_message.Message):
    __slots__ = ("query",)
    QUERY_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ...) -> None: ...

class ListEmailProvidersResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_settings_pb2.EmailProvider]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_settings_pb2.EmailProvider, _Mapping]]] = ...) -> None: ...

class AddEmailProviderSMTPRequest(_message.Message):
    __slots__ = ("sender_address", "sender_name", "tls", "host", "user", "password", "reply_to_address", "description", "none", "plain", "xoauth2")
    SENDER_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SENDER_NAME_FIELD_NUMBER: _ClassVar[int]
    TLS_FIELD_NUMBER: _ClassVar[int]
    HOST_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    REPLY_TO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    NONE_FIELD_NUMBER: _ClassVar[int]
    PLAIN_FIELD_NUMBER: _ClassVar[int]
    XOAUTH2_FIELD_NUMBER: _ClassVar[int]
    sender_address: str
    sender_name: str
    tls: bool
    host: str
    user: str
    password: str
    reply_to_address: str
    description: str
    none: SMTPNoAuth
    plain: SMTPPlainAuth
    xoauth2: SMTPXOAuth2Auth
    def __init__(self, sender_address: _Optional[str] = ..., sender_name: _Optional[str] = ..., tls: bool = ..., host: _Optional[str] = ..., user: _Optional[str] = ..., password: _Optional[str] = ..., reply_to_address: _Optional[str] = ..., description: _Optional[str] = ..., none: _Optional[_Union[SMTPNoAuth, _Mapping]] = ..., plain: _Optional[_Union[SMTPPlainAuth, _Mapping]] = ..., xoauth2: _Optional[_Union[SMTPXOAuth2Auth, _Mapping]] = ...) -> None: ...

class SMTPNoAuth(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class SMTPPlainAuth(_message.Message):
    __slots__ = ("password",)
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    password: str
    def __init__(self, password: _Optional[str] = ...) -> None: ...

class SMTPXOAuth2Auth(_message.Message):
    __slots__ = ("token_endpoint", "scopes", "client_credentials")
    class ClientCredentials(_message.Message):
        __slots__ = ("client_id", "client_secret")
        CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
        CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
        client_id: str
        client_secret: str
        def __init__(self, client_id: _Optional[str] = ..., client_secret: _Optional[str] = ...) -> None: ...
    TOKEN_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    CLIENT_CREDENTIALS_FIELD_NUMBER: _ClassVar[int]
    token_endpoint: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    client_credentials: SMTPXOAuth2Auth.ClientCredentials
    def __init__(self, token_endpoint: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., client_credentials: _Optional[_Union[SMTPXOAuth2Auth.ClientCredentials, _Mapping]] = ...) -> None: ...

class AddEmailProviderSMTPResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateEmailProviderSMTPRequest(_message.Message):
    __slots__ = ("sender_address", "sender_name", "tls", "host", "user", "reply_to_address", "password", "description", "id", "none", "plain", "xoauth2")
    SENDER_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SENDER_NAME_FIELD_NUMBER: _ClassVar[int]
    TLS_FIELD_NUMBER: _ClassVar[int]
    HOST_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    REPLY_TO_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    NONE_FIELD_NUMBER: _ClassVar[int]
    PLAIN_FIELD_NUMBER: _ClassVar[int]
    XOAUTH2_FIELD_NUMBER: _ClassVar[int]
    sender_address: str
    sender_name: str
    tls: bool
    host: str
    user: str
    reply_to_address: str
    password: str
    description: str
    id: str
    none: SMTPNoAuth
    plain: SMTPPlainAuth
    xoauth2: SMTPXOAuth2Auth
    def __init__(self, sender_address: _Optional[str] = ..., sender_name: _Optional[str] = ..., tls: bool = ..., host: _Optional[str] = ..., user: _Optional[str] = ..., reply_to_address: _Optional[str] = ..., password: _Optional[str] = ..., description: _Optional[str] = ..., id: _Optional[str] = ..., none: _Optional[_Union[SMTPNoAuth, _Mapping]] = ..., plain: _Optional[_Union[SMTPPlainAuth, _Mapping]] = ..., xoauth2: _Optional[_Union[SMTPXOAuth2Auth, _Mapping]] = ...) -> None: ...

class UpdateEmailProviderSMTPResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateEmailProviderSMTPPasswordRequest(_message.Message):
    __slots__ = ("password", "id")
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    password: str
    id: str
    def __init__(self, password: _Optional[str] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateEmailProviderSMTPPasswordResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddEmailProviderHTTPRequest(_message.Message):
    __slots__ = ("endpoint", "description")
    ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    endpoint: str
    description: str
    def __init__(self, endpoint: _Optional[str] = ..., description: _Optional[str] = ...) -> None: ...

class AddEmailProviderHTTPResponse(_message.Message):
    __slots__ = ("details", "id", "signing_key")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    SIGNING_KEY_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    signing_key: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ..., signing_key: _Optional[str] = ...) -> None: ...

class UpdateEmailProviderHTTPRequest(_message.Message):
    __slots__ = ("id", "endpoint", "description", "expiration_signing_key")
    ID_FIELD_NUMBER: _ClassVar[int]
    ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_SIGNING_KEY_FIELD_NUMBER: _ClassVar[int]
    id: str
    endpoint: str
    description: str
    expiration_signing_key: _duration_pb2.Duration
    def __init__(self, id: _Optional[str] = ..., endpoint: _Optional[str] = ..., description: _Optional[str] = ..., expiration_signing_key: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class UpdateEmailProviderHTTPResponse(_message.Message):
    __slots__ = ("details", "signing_key")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SIGNING_KEY_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    signing_key: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., signing_key: _Optional[str] = ...) -> None: ...

class ActivateEmailProviderRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class ActivateEmailProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class DeactivateEmailProviderRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class DeactivateEmailProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveEmailProviderRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class RemoveEmailProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class TestEmailProviderSMTPByIdRequest(_message.Message):
    __slots__ = ("id", "receiver_address")
    ID_FIELD_NUMBER: _ClassVar[int]
    RECEIVER_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    id: str
    receiver_address: str
    def __init__(self, id: _Optional[str] = ..., receiver_address: _Optional[str] = ...) -> None: ...

class TestEmailProviderSMTPByIdResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class TestEmailProviderSMTPRequest(_message.Message):
    __slots__ = ("sender_address", "sender_name", "tls", "host", "user", "password", "receiver_address", "id", "none", "plain", "xoauth2")
    SENDER_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SENDER_NAME_FIELD_NUMBER: _ClassVar[int]
    TLS_FIELD_NUMBER: _ClassVar[int]
    HOST_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    RECEIVER_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    NONE_FIELD_NUMBER: _ClassVar[int]
    PLAIN_FIELD_NUMBER: _ClassVar[int]
    XOAUTH2_FIELD_NUMBER: _ClassVar[int]
    sender_address: str
    sender_name: str
    tls: bool
    host: str
    user: str
    password: str
    receiver_address: str
    id: str
    none: SMTPNoAuth
    plain: SMTPPlainAuth
    xoauth2: SMTPXOAuth2Auth
    def __init__(self, sender_address: _Optional[str] = ..., sender_name: _Optional[str] = ..., tls: bool = ..., host: _Optional[str] = ..., user: _Optional[str] = ..., password: _Optional[str] = ..., receiver_address: _Optional[str] = ..., id: _Optional[str] = ..., none: _Optional[_Union[SMTPNoAuth, _Mapping]] = ..., plain: _Optional[_Union[SMTPPlainAuth, _Mapping]] = ..., xoauth2: _Optional[_Union[SMTPXOAuth2Auth, _Mapping]] = ...) -> None: ...

class TestEmailProviderSMTPResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListSMSProvidersRequest(_message.Message):
    __slots__ = ("query",)
    QUERY_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ...) -> None: ...

class ListSMSProvidersResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_settings_pb2.SMSProvider]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_settings_pb2.SMSProvider, _Mapping]]] = ...) -> None: ...

class GetSMSProviderRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class GetSMSProviderResponse(_message.Message):
    __slots__ = ("config",)
    CONFIG_FIELD_NUMBER: _ClassVar[int]
    config: _settings_pb2.SMSProvider
    def __init__(self, config: _Optional[_Union[_settings_pb2.SMSProvider, _Mapping]] = ...) -> None: ...

class AddSMSProviderTwilioRequest(_message.Message):
    __slots__ = ("sid", "token", "sender_number", "description", "verify_service_sid")
    SID_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    SENDER_NUMBER_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    VERIFY_SERVICE_SID_FIELD_NUMBER: _ClassVar[int]
    sid: str
    token: str
    sender_number: str
    description: str
    verify_service_sid: str
    def __init__(self, sid: _Optional[str] = ..., token: _Optional[str] = ..., sender_number: _Optional[str] = ..., description: _Optional[str] = ..., verify_service_sid: _Optional[str] = ...) -> None: ...

class AddSMSProviderTwilioResponse(_message.Message):
    __slots__ = ("details", "id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class UpdateSMSProviderTwilioRequest(_message.Message):
    __slots__ = ("id", "sid", "sender_number", "description", "verify_service_sid")
    ID_FIELD_NUMBER: _ClassVar[int]
    SID_FIELD_NUMBER: _ClassVar[int]
    SENDER_NUMBER_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    VERIFY_SERVICE_SID_FIELD_NUMBER: _ClassVar[int]
    id: str
    sid: str
    sender_number: str
    description: str
    verify_service_sid: str
    def __init__(self, id: _Optional[str] = ..., sid: _Optional[str] = ..., sender_number: _Optional[str] = ..., description: _Optional[str] = ..., verify_service_sid: _Optional[str] = ...) -> None: ...

class UpdateSMSProviderTwilioResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateSMSProviderTwilioTokenRequest(_message.Message):
    __slots__ = ("id", "token")
    ID_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    id: str
    token: str
    def __init__(self, id: _Optional[str] = ..., token: _Optional[str] = ...) -> None: ...

class UpdateSMSProviderTwilioTokenResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddSMSProviderHTTPRequest(_message.Message):
    __slots__ = ("endpoint", "description")
    ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    endpoint: str
    description: str
    def __init__(self, endpoint: _Optional[str] = ..., description: _Optional[str] = ...) -> None: ...

class AddSMSProviderHTTPResponse(_message.Message):
    __slots__ = ("details", "id", "signing_key")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    SIGNING_KEY_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    id: str
    signing_key: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., id: _Optional[str] = ..., signing_key: _Optional[str] = ...) -> None: ...

class UpdateSMSProviderHTTPRequest(_message.Message):
    __slots__ = ("id", "endpoint", "description", "expiration_signing_key")
    ID_FIELD_NUMBER: _ClassVar[int]
    ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_SIGNING_KEY_FIELD_NUMBER: _ClassVar[int]
    id: str
    endpoint: str
    description: str
    expiration_signing_key: _duration_pb2.Duration
    def __init__(self, id: _Optional[str] = ..., endpoint: _Optional[str] = ..., description: _Optional[str] = ..., expiration_signing_key: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class UpdateSMSProviderHTTPResponse(_message.Message):
    __slots__ = ("details", "signing_key")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SIGNING_KEY_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    signing_key: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., signing_key: _Optional[str] = ...) -> None: ...

class ActivateSMSProviderRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class ActivateSMSProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class DeactivateSMSProviderRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class DeactivateSMSProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveSMSProviderRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class RemoveSMSProviderResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetFileSystemNotificationProviderRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetFileSystemNotificationProviderResponse(_message.Message):
    __slots__ = ("provider",)
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    provider: _settings_pb2.DebugNotificationProvider
    def __init__(self, provider: _Optional[_Union[_settings_pb2.DebugNotificationProvider, _Mapping]] = ...) -> None: ...

class GetLogNotificationProviderRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetLogNotificationProviderResponse(_message.Message):
    __slots__ = ("provider",)
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    provider: _settings_pb2.DebugNotificationProvider
    def __init__(self, provider: _Optional[_Union[_settings_pb2.DebugNotificationProvider, _Mapping]] = ...) -> None: ...

class GetOIDCSettingsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetOIDCSettingsResponse(_message.Message):
    __slots__ = ("settings",)
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    settings: _settings_pb2.OIDCSettings
    def __init__(self, settings: _Optional[_Union[_settings_pb2.OIDCSettings, _Mapping]] = ...) -> None: ...

class AddOIDCSettingsRequest(_message.Message):
    __slots__ = ("access_token_lifetime", "id_token_lifetime", "refresh_token_idle_expiration", "refresh_token_expiration")
    ACCESS_TOKEN_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    ID_TOKEN_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    REFRESH_TOKEN_IDLE_EXPIRATION_FIELD_NUMBER: _ClassVar[int]
    REFRESH_TOKEN_EXPIRATION_FIELD_NUMBER: _ClassVar[int]
    access_token_lifetime: _duration_pb2.Duration
    id_token_lifetime: _duration_pb2.Duration
    refresh_token_idle_expiration: _duration_pb2.Duration
    refresh_token_expiration: _duration_pb2.Duration
    def __init__(self, access_token_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., id_token_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., refresh_token_idle_expiration: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., refresh_token_expiration: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class AddOIDCSettingsResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateOIDCSettingsRequest(_message.Message):
    __slots__ = ("access_token_lifetime", "id_token_lifetime", "refresh_token_idle_expiration", "refresh_token_expiration")
    ACCESS_TOKEN_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    ID_TOKEN_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    REFRESH_TOKEN_IDLE_EXPIRATION_FIELD_NUMBER: _ClassVar[int]
    REFRESH_TOKEN_EXPIRATION_FIELD_NUMBER: _ClassVar[int]
    access_token_lifetime: _duration_pb2.Duration
    id_token_lifetime: _duration_pb2.Duration
    refresh_token_idle_expiration: _duration_pb2.Duration
    refresh_token_expiration: _duration_pb2.Duration
    def __init__(self, access_token_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., id_token_lifetime: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., refresh_token_idle_expiration: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., refresh_token_expiration: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class UpdateOIDCSettingsResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetSecurityPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetSecurityPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _settings_pb2.SecurityPolicy
    def __init__(self, policy: _Optional[_Union[_settings_pb2.SecurityPolicy, _Mapping]] = ...) -> None: ...

class SetSecurityPolicyRequest(_message.Message):
    __slots__ = ("enable_iframe_embedding", "allowed_origins", "enable_impersonation")
    ENABLE_IFRAME_EMBEDDING_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_ORIGINS_FIELD_NUMBER: _ClassVar[int]
    ENABLE_IMPERSONATION_FIELD_NUMBER: _ClassVar[int]
    enable_iframe_embedding: bool
    allowed_origins: _containers.RepeatedScalarFieldContainer[str]
    enable_impersonation: bool
    def __init__(self, enable_iframe_embedding: bool = ..., allowed_origins: _Optional[_Iterable[str]] = ..., enable_impersonation: bool = ...) -> None: ...

class SetSecurityPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class IsOrgUniqueRequest(_message.Message):
    __slots__ = ("name", "domain")
    NAME_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    name: str
    domain: str
    def __init__(self, name: _Optional[str] = ..., domain: _Optional[str] = ...) -> None: ...

class IsOrgUniqueResponse(_message.Message):
    __slots__ = ("is_unique",)
    IS_UNIQUE_FIELD_NUMBER: _ClassVar[int]
    is_unique: bool
    def __init__(self, is_unique: bool = ...) -> None: ...

class GetOrgByIDRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class GetOrgByIDResponse(_message.Message):
    __slots__ = ("org",)
    ORG_FIELD_NUMBER: _ClassVar[int]
    org: _org_pb2.Org
    def __init__(self, org: _Optional[_Union[_org_pb2.Org, _Mapping]] = ...) -> None: ...

class ListOrgsRequest(_message.Message):
    __slots__ = ("query", "sorting_column", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    sorting_column: _org_pb2.OrgFieldName
    queries: _containers.RepeatedCompositeFieldContainer[_org_pb2.OrgQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., sorting_column: _Optional[_Union[_org_pb2.OrgFieldName, str]] = ..., queries: _Optional[_Iterable[_Union[_org_pb2.OrgQuery, _Mapping]]] = ...) -> None: ...

class ListOrgsResponse(_message.Message):
    __slots__ = ("details", "sorting_column", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    sorting_column: _org_pb2.OrgFieldName
    result: _containers.RepeatedCompositeFieldContainer[_org_pb2.Org]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., sorting_column: _Optional[_Union[_org_pb2.OrgFieldName, str]] = ..., result: _Optional[_Iterable[_Union[_org_pb2.Org, _Mapping]]] = ...) -> None: ...

class SetUpOrgRequest(_message.Message):
    __slots__ = ("org", "human", "roles")
    class Org(_message.Message):
        __slots__ = ("name", "domain")
        NAME_FIELD_NUMBER: _ClassVar[int]
        DOMAIN_FIELD_NUMBER: _ClassVar[int]
        name: str
        domain: str
        def __init__(self, name: _Optional[str] = ..., domain: _Optional[str] = ...) -> None: ...
    class Human(_message.Message):
        __slots__ = ("user_name", "profile", "email", "phone", "password")
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
        PASSWORD_FIELD_NUMBER: _ClassVar[int]
        user_name: str
        profile: SetUpOrgRequest.Human.Profile
        email: SetUpOrgRequest.Human.Email
        phone: SetUpOrgRequest.Human.Phone
        password: str
        def __init__(self, user_name: _Optional[str] = ..., profile: _Optional[_Union[SetUpOrgRequest.Human.Profile, _Mapping]] = ..., email: _Optional[_Union[SetUpOrgRequest.Human.Email, _Mapping]] = ..., phone: _Optional[_Union[SetUpOrgRequest.Human.Phone, _Mapping]] = ..., password: _Optional[str] = ...) -> None: ...
    ORG_FIELD_NUMBER: _ClassVar[int]
    HUMAN_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    org: SetUpOrgRequest.Org
    human: SetUpOrgRequest.Human
    roles: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, org: _Optional[_Union[SetUpOrgRequest.Org, _Mapping]] = ..., human: _Optional[_Union[SetUpOrgRequest.Human, _Mapping]] = ..., roles: _Optional[_Iterable[str]] = ...) -> None: ...

class SetUpOrgResponse(_message.Message):
    __slots__ = ("details", "org_id", "user_id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    org_id: str
    user_id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., org_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class RemoveOrgRequest(_message.Message):
    __slots__ = ("org_id",)
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    def __init__(self, org_id: _Optional[str] = ...) -> None: ...

class RemoveOrgResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetIDPByIDRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class GetIDPByIDResponse(_message.Message):
    __slots__ = ("idp",)
    IDP_FIELD_NUMBER: _ClassVar[int]
    idp: _idp_pb2.IDP
    def __init__(self, idp: _Optional[_Union[_idp_pb2.IDP, _Mapping]] = ...) -> None: ...

class ListIDPsRequest(_message.Message):
    __slots__ = ("query", "sorting_column", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    sorting_column: _idp_pb2.IDPFieldName
    queries: _containers.RepeatedCompositeFieldContainer[IDPQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., sorting_column: _Optional[_Union[_idp_pb2.IDPFieldName, str]] = ..., queries: _Optional[_Iterable[_Union[IDPQuery, _Mapping]]] = ...) -> None: ...

class IDPQuery(_message.Message):
    __slots__ = ("idp_id_query", "idp_name_query")
    IDP_ID_QUERY_FIELD_NUMBER: _ClassVar[int]
    IDP_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    idp_id_query: _idp_pb2.IDPIDQuery
    idp_name_query: _idp_pb2.IDPNameQuery
    def __init__(self, idp_id_query: _Optional[_Union[_idp_pb2.IDPIDQuery, _Mapping]] = ..., idp_name_query: _Optional[_Union[_idp_pb2.IDPNameQuery, _Mapping]] = ...) -> None: ...

class ListIDPsResponse(_message.Message):
    __slots__ = ("details", "sorting_column", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    sorting_column: _idp_pb2.IDPFieldName
    result: _containers.RepeatedCompositeFieldContainer[_idp_pb2.IDP]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., sorting_column: _Optional[_Union[_idp_pb2.IDPFieldName, str]] = ..., result: _Optional[_Iterable[_Union[_idp_pb2.IDP, _Mapping]]] = ...) -> None: ...

class AddOIDCIDPRequest(_message.Message):
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

class AddOIDCIDPResponse(_message.Message):
    __slots__ = ("details", "idp_id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    idp_id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., idp_id: _Optional[str] = ...) -> None: ...

class AddJWTIDPRequest(_message.Message):
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

class AddJWTIDPResponse(_message.Message):
    __slots__ = ("details", "idp_id")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    idp_id: str
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., idp_id: _Optional[str] = ...) -> None: ...

class UpdateIDPRequest(_message.Message):
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

class UpdateIDPResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class DeactivateIDPRequest(_message.Message):
    __slots__ = ("idp_id",)
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    def __init__(self, idp_id: _Optional[str] = ...) -> None: ...

class DeactivateIDPResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ReactivateIDPRequest(_message.Message):
    __slots__ = ("idp_id",)
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    def __init__(self, idp_id: _Optional[str] = ...) -> None: ...

class ReactivateIDPResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveIDPRequest(_message.Message):
    __slots__ = ("idp_id",)
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    def __init__(self, idp_id: _Optional[str] = ...) -> None: ...

class RemoveIDPResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateIDPOIDCConfigRequest(_message.Message):
    __slots__ = ("idp_id", "issuer", "client_id", "client_secret", "scopes", "display_name_mapping", "username_mapping")
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_MAPPING_FIELD_NUMBER: _ClassVar[int]
    USERNAME_MAPPING_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    issuer: str
    client_id: str
    client_secret: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    display_name_mapping: _idp_pb2.OIDCMappingField
    username_mapping: _idp_pb2.OIDCMappingField
    def __init__(self, idp_id: _Optional[str] = ..., issuer: _Optional[str] = ..., client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., display_name_mapping: _Optional[_Union[_idp_pb2.OIDCMappingField, str]] = ..., username_mapping: _Optional[_Union[_idp_pb2.OIDCMappingField, str]] = ...) -> None: ...

class UpdateIDPOIDCConfigResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateIDPJWTConfigRequest(_message.Message):
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

class UpdateIDPJWTConfigResponse(_message.Message):
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
    __slots__ = ("idp_id_query", "idp_name_query")
    IDP_ID_QUERY_FIELD_NUMBER: _ClassVar[int]
    IDP_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    idp_id_query: _idp_pb2.IDPIDQuery
    idp_name_query: _idp_pb2.IDPNameQuery
    def __init__(self, idp_id_query: _Optional[_Union[_idp_pb2.IDPIDQuery, _Mapping]] = ..., idp_name_query: _Optional[_Union[_idp_pb2.IDPNameQuery, _Mapping]] = ...) -> None: ...

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

class GetOrgIAMPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetOrgIAMPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.OrgIAMPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.OrgIAMPolicy, _Mapping]] = ...) -> None: ...

class UpdateOrgIAMPolicyRequest(_message.Message):
    __slots__ = ("user_login_must_be_domain",)
    USER_LOGIN_MUST_BE_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    user_login_must_be_domain: bool
    def __init__(self, user_login_must_be_domain: bool = ...) -> None: ...

class UpdateOrgIAMPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetCustomOrgIAMPolicyRequest(_message.Message):
    __slots__ = ("org_id",)
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    def __init__(self, org_id: _Optional[str] = ...) -> None: ...

class GetCustomOrgIAMPolicyResponse(_message.Message):
    __slots__ = ("policy", "is_default")
    POLICY_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.OrgIAMPolicy
    is_default: bool
    def __init__(self, policy: _Optional[_Union[_policy_pb2.OrgIAMPolicy, _Mapping]] = ..., is_default: bool = ...) -> None: ...

class AddCustomOrgIAMPolicyRequest(_message.Message):
    __slots__ = ("org_id", "user_login_must_be_domain")
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    USER_LOGIN_MUST_BE_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    user_login_must_be_domain: bool
    def __init__(self, org_id: _Optional[str] = ..., user_login_must_be_domain: bool = ...) -> None: ...

class AddCustomOrgIAMPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateCustomOrgIAMPolicyRequest(_message.Message):
    __slots__ = ("org_id", "user_login_must_be_domain")
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    USER_LOGIN_MUST_BE_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    user_login_must_be_domain: bool
    def __init__(self, org_id: _Optional[str] = ..., user_login_must_be_domain: bool = ...) -> None: ...

class UpdateCustomOrgIAMPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetCustomOrgIAMPolicyToDefaultRequest(_message.Message):
    __slots__ = ("org_id",)
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    def __init__(self, org_id: _Optional[str] = ...) -> None: ...

class ResetCustomOrgIAMPolicyToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetDomainPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetDomainPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.DomainPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.DomainPolicy, _Mapping]] = ...) -> None: ...

class UpdateDomainPolicyRequest(_message.Message):
    __slots__ = ("user_login_must_be_domain", "validate_org_domains", "smtp_sender_address_matches_instance_domain")
    USER_LOGIN_MUST_BE_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ORG_DOMAINS_FIELD_NUMBER: _ClassVar[int]
    SMTP_SENDER_ADDRESS_MATCHES_INSTANCE_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    user_login_must_be_domain: bool
    validate_org_domains: bool
    smtp_sender_address_matches_instance_domain: bool
    def __init__(self, user_login_must_be_domain: bool = ..., validate_org_domains: bool = ..., smtp_sender_address_matches_instance_domain: bool = ...) -> None: ...

class UpdateDomainPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetCustomDomainPolicyRequest(_message.Message):
    __slots__ = ("org_id",)
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    def __init__(self, org_id: _Optional[str] = ...) -> None: ...

class GetCustomDomainPolicyResponse(_message.Message):
    __slots__ = ("policy", "is_default")
    POLICY_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.DomainPolicy
    is_default: bool
    def __init__(self, policy: _Optional[_Union[_policy_pb2.DomainPolicy, _Mapping]] = ..., is_default: bool = ...) -> None: ...

class AddCustomDomainPolicyRequest(_message.Message):
    __slots__ = ("org_id", "user_login_must_be_domain", "validate_org_domains", "smtp_sender_address_matches_instance_domain")
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    USER_LOGIN_MUST_BE_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ORG_DOMAINS_FIELD_NUMBER: _ClassVar[int]
    SMTP_SENDER_ADDRESS_MATCHES_INSTANCE_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    user_login_must_be_domain: bool
    validate_org_domains: bool
    smtp_sender_address_matches_instance_domain: bool
    def __init__(self, org_id: _Optional[str] = ..., user_login_must_be_domain: bool = ..., validate_org_domains: bool = ..., smtp_sender_address_matches_instance_domain: bool = ...) -> None: ...

class AddCustomDomainPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateCustomDomainPolicyRequest(_message.Message):
    __slots__ = ("org_id", "user_login_must_be_domain", "validate_org_domains", "smtp_sender_address_matches_instance_domain")
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    USER_LOGIN_MUST_BE_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ORG_DOMAINS_FIELD_NUMBER: _ClassVar[int]
    SMTP_SENDER_ADDRESS_MATCHES_INSTANCE_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    user_login_must_be_domain: bool
    validate_org_domains: bool
    smtp_sender_address_matches_instance_domain: bool
    def __init__(self, org_id: _Optional[str] = ..., user_login_must_be_domain: bool = ..., validate_org_domains: bool = ..., smtp_sender_address_matches_instance_domain: bool = ...) -> None: ...

class UpdateCustomDomainPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResetCustomDomainPolicyToDefaultRequest(_message.Message):
    __slots__ = ("org_id",)
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    def __init__(self, org_id: _Optional[str] = ...) -> None: ...

class ResetCustomDomainPolicyToDefaultResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetLabelPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetLabelPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.LabelPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.LabelPolicy, _Mapping]] = ...) -> None: ...

class GetPreviewLabelPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetPreviewLabelPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.LabelPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.LabelPolicy, _Mapping]] = ...) -> None: ...

class UpdateLabelPolicyRequest(_message.Message):
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

class UpdateLabelPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ActivateLabelPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ActivateLabelPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveLabelPolicyLogoRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveLabelPolicyLogoResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveLabelPolicyLogoDarkRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveLabelPolicyLogoDarkResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveLabelPolicyIconRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveLabelPolicyIconResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveLabelPolicyIconDarkRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveLabelPolicyIconDarkResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveLabelPolicyFontRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveLabelPolicyFontResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetLoginPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetLoginPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.LoginPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.LoginPolicy, _Mapping]] = ...) -> None: ...

class UpdateLoginPolicyRequest(_message.Message):
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

class UpdateLoginPolicyResponse(_message.Message):
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
    __slots__ = ("idp_id",)
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    def __init__(self, idp_id: _Optional[str] = ...) -> None: ...

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
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.PasswordComplexityPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.PasswordComplexityPolicy, _Mapping]] = ...) -> None: ...

class UpdatePasswordComplexityPolicyRequest(_message.Message):
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

class UpdatePasswordComplexityPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetPasswordAgePolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetPasswordAgePolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.PasswordAgePolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.PasswordAgePolicy, _Mapping]] = ...) -> None: ...

class UpdatePasswordAgePolicyRequest(_message.Message):
    __slots__ = ("max_age_days", "expire_warn_days")
    MAX_AGE_DAYS_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_WARN_DAYS_FIELD_NUMBER: _ClassVar[int]
    max_age_days: int
    expire_warn_days: int
    def __init__(self, max_age_days: _Optional[int] = ..., expire_warn_days: _Optional[int] = ...) -> None: ...

class UpdatePasswordAgePolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetLockoutPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetLockoutPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.LockoutPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.LockoutPolicy, _Mapping]] = ...) -> None: ...

class UpdateLockoutPolicyRequest(_message.Message):
    __slots__ = ("max_password_attempts", "max_otp_attempts")
    MAX_PASSWORD_ATTEMPTS_FIELD_NUMBER: _ClassVar[int]
    MAX_OTP_ATTEMPTS_FIELD_NUMBER: _ClassVar[int]
    max_password_attempts: int
    max_otp_attempts: int
    def __init__(self, max_password_attempts: _Optional[int] = ..., max_otp_attempts: _Optional[int] = ...) -> None: ...

class UpdateLockoutPolicyResponse(_message.Message):
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

class UpdatePrivacyPolicyRequest(_message.Message):
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

class UpdatePrivacyPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddNotificationPolicyRequest(_message.Message):
    __slots__ = ("password_change",)
    PASSWORD_CHANGE_FIELD_NUMBER: _ClassVar[int]
    password_change: bool
    def __init__(self, password_change: bool = ...) -> None: ...

class AddNotificationPolicyResponse(_message.Message):
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

class UpdateNotificationPolicyRequest(_message.Message):
    __slots__ = ("password_change",)
    PASSWORD_CHANGE_FIELD_NUMBER: _ClassVar[int]
    password_change: bool
    def __init__(self, password_change: bool = ...) -> None: ...

class UpdateNotificationPolicyResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

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

class SetDefaultInitMessageTextRequest(_message.Message):
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

class SetDefaultInitMessageTextResponse(_message.Message):
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

class SetDefaultPasswordResetMessageTextRequest(_message.Message):
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

class SetDefaultPasswordResetMessageTextResponse(_message.Message):
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

class SetDefaultVerifyEmailMessageTextRequest(_message.Message):
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

class SetDefaultVerifyEmailMessageTextResponse(_message.Message):
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

class SetDefaultVerifyPhoneMessageTextRequest(_message.Message):
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

class SetDefaultVerifyPhoneMessageTextResponse(_message.Message):
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

class SetDefaultVerifySMSOTPMessageTextRequest(_message.Message):
    __slots__ = ("language", "text")
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    language: str
    text: str
    def __init__(self, language: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class SetDefaultVerifySMSOTPMessageTextResponse(_message.Message):
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

class SetDefaultVerifyEmailOTPMessageTextRequest(_message.Message):
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

class SetDefaultVerifyEmailOTPMessageTextResponse(_message.Message):
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

class SetDefaultDomainClaimedMessageTextRequest(_message.Message):
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

class SetDefaultDomainClaimedMessageTextResponse(_message.Message):
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

class SetDefaultPasswordChangeMessageTextRequest(_message.Message):
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

class SetDefaultPasswordChangeMessageTextResponse(_message.Message):
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

class SetDefaultInviteUserMessageTextRequest(_message.Message):
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

class SetDefaultInviteUserMessageTextResponse(_message.Message):
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

class SetDefaultPasswordlessRegistrationMessageTextRequest(_message.Message):
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

class SetDefaultPasswordlessRegistrationMessageTextResponse(_message.Message):
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

class AddIAMMemberRequest(_message.Message):
    __slots__ = ("user_id", "roles")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    roles: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, user_id: _Optional[str] = ..., roles: _Optional[_Iterable[str]] = ...) -> None: ...

class AddIAMMemberResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class UpdateIAMMemberRequest(_message.Message):
    __slots__ = ("user_id", "roles")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    roles: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, user_id: _Optional[str] = ..., roles: _Optional[_Iterable[str]] = ...) -> None: ...

class UpdateIAMMemberResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveIAMMemberRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class RemoveIAMMemberResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListIAMMemberRolesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListIAMMemberRolesResponse(_message.Message):
    __slots__ = ("details", "roles")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    roles: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., roles: _Optional[_Iterable[str]] = ...) -> None: ...

class ListIAMMembersRequest(_message.Message):
    __slots__ = ("query", "queries", "sorting_column")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_member_pb2.SearchQuery]
    sorting_column: _member_pb2.MemberFieldColumnName
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_member_pb2.SearchQuery, _Mapping]]] = ..., sorting_column: _Optional[_Union[_member_pb2.MemberFieldColumnName, str]] = ...) -> None: ...

class ListIAMMembersResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_member_pb2.Member]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_member_pb2.Member, _Mapping]]] = ...) -> None: ...

class ListViewsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListViewsResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[View]
    def __init__(self, result: _Optional[_Iterable[_Union[View, _Mapping]]] = ...) -> None: ...

class ListFailedEventsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListFailedEventsResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[FailedEvent]
    def __init__(self, result: _Optional[_Iterable[_Union[FailedEvent, _Mapping]]] = ...) -> None: ...

class RemoveFailedEventRequest(_message.Message):
    __slots__ = ("database", "view_name", "failed_sequence")
    DATABASE_FIELD_NUMBER: _ClassVar[int]
    VIEW_NAME_FIELD_NUMBER: _ClassVar[int]
    FAILED_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    database: str
    view_name: str
    failed_sequence: int
    def __init__(self, database: _Optional[str] = ..., view_name: _Optional[str] = ..., failed_sequence: _Optional[int] = ...) -> None: ...

class RemoveFailedEventResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class View(_message.Message):
    __slots__ = ("database", "view_name", "processed_sequence", "event_timestamp", "last_successful_spooler_run")
    DATABASE_FIELD_NUMBER: _ClassVar[int]
    VIEW_NAME_FIELD_NUMBER: _ClassVar[int]
    PROCESSED_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    EVENT_TIMESTAMP_FIELD_NUMBER: _ClassVar[int]
    LAST_SUCCESSFUL_SPOOLER_RUN_FIELD_NUMBER: _ClassVar[int]
    database: str
    view_name: str
    processed_sequence: int
    event_timestamp: _timestamp_pb2.Timestamp
    last_successful_spooler_run: _timestamp_pb2.Timestamp
    def __init__(self, database: _Optional[str] = ..., view_name: _Optional[str] = ..., processed_sequence: _Optional[int] = ..., event_timestamp: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., last_successful_spooler_run: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class FailedEvent(_message.Message):
    __slots__ = ("database", "view_name", "failed_sequence", "failure_count", "error_message", "last_failed")
    DATABASE_FIELD_NUMBER: _ClassVar[int]
    VIEW_NAME_FIELD_NUMBER: _ClassVar[int]
    FAILED_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    FAILURE_COUNT_FIELD_NUMBER: _ClassVar[int]
    ERROR_MESSAGE_FIELD_NUMBER: _ClassVar[int]
    LAST_FAILED_FIELD_NUMBER: _ClassVar[int]
    database: str
    view_name: str
    failed_sequence: int
    failure_count: int
    error_message: str
    last_failed: _timestamp_pb2.Timestamp
    def __init__(self, database: _Optional[str] = ..., view_name: _Optional[str] = ..., failed_sequence: _Optional[int] = ..., failure_count: _Optional[int] = ..., error_message: _Optional[str] = ..., last_failed: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ImportDataRequest(_message.Message):
    __slots__ = ("data_orgs", "data_orgsv1", "data_orgs_local", "data_orgsv1_local", "data_orgs_s3", "data_orgsv1_s3", "data_orgs_gcs", "data_orgsv1_gcs", "timeout")
    class LocalInput(_message.Message):
        __slots__ = ("path",)
        PATH_FIELD_NUMBER: _ClassVar[int]
        path: str
        def __init__(self, path: _Optional[str] = ...) -> None: ...
    class S3Input(_message.Message):
        __slots__ = ("path", "endpoint", "access_key_id", "secret_access_key", "ssl", "bucket")
        PATH_FIELD_NUMBER: _ClassVar[int]
        ENDPOINT_FIELD_NUMBER: _ClassVar[int]
        ACCESS_KEY_ID_FIELD_NUMBER: _ClassVar[int]
        SECRET_ACCESS_KEY_FIELD_NUMBER: _ClassVar[int]
        SSL_FIELD_NUMBER: _ClassVar[int]
        BUCKET_FIELD_NUMBER: _ClassVar[int]
        path: str
        endpoint: str
        access_key_id: str
        secret_access_key: str
        ssl: bool
        bucket: str
        def __init__(self, path: _Optional[str] = ..., endpoint: _Optional[str] = ..., access_key_id: _Optional[str] = ..., secret_access_key: _Optional[str] = ..., ssl: bool = ..., bucket: _Optional[str] = ...) -> None: ...
    class GCSInput(_message.Message):
        __slots__ = ("bucket", "serviceaccount_json", "path")
        BUCKET_FIELD_NUMBER: _ClassVar[int]
        SERVICEACCOUNT_JSON_FIELD_NUMBER: _ClassVar[int]
        PATH_FIELD_NUMBER: _ClassVar[int]
        bucket: str
        serviceaccount_json: str
        path: str
        def __init__(self, bucket: _Optional[str] = ..., serviceaccount_json: _Optional[str] = ..., path: _Optional[str] = ...) -> None: ...
    DATA_ORGS_FIELD_NUMBER: _ClassVar[int]
    DATA_ORGSV1_FIELD_NUMBER: _ClassVar[int]
    DATA_ORGS_LOCAL_FIELD_NUMBER: _ClassVar[int]
    DATA_ORGSV1_LOCAL_FIELD_NUMBER: _ClassVar[int]
    DATA_ORGS_S3_FIELD_NUMBER: _ClassVar[int]
    DATA_ORGSV1_S3_FIELD_NUMBER: _ClassVar[int]
    DATA_ORGS_GCS_FIELD_NUMBER: _ClassVar[int]
    DATA_ORGSV1_GCS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    data_orgs: ImportDataOrg
    data_orgsv1: _v1_pb2.ImportDataOrg
    data_orgs_local: ImportDataRequest.LocalInput
    data_orgsv1_local: ImportDataRequest.LocalInput
    data_orgs_s3: ImportDataRequest.S3Input
    data_orgsv1_s3: ImportDataRequest.S3Input
    data_orgs_gcs: ImportDataRequest.GCSInput
    data_orgsv1_gcs: ImportDataRequest.GCSInput
    timeout: str
    def __init__(self, data_orgs: _Optional[_Union[ImportDataOrg, _Mapping]] = ..., data_orgsv1: _Optional[_Union[_v1_pb2.ImportDataOrg, _Mapping]] = ..., data_orgs_local: _Optional[_Union[ImportDataRequest.LocalInput, _Mapping]] = ..., data_orgsv1_local: _Optional[_Union[ImportDataRequest.LocalInput, _Mapping]] = ..., data_orgs_s3: _Optional[_Union[ImportDataRequest.S3Input, _Mapping]] = ..., data_orgsv1_s3: _Optional[_Union[ImportDataRequest.S3Input, _Mapping]] = ..., data_orgs_gcs: _Optional[_Union[ImportDataRequest.GCSInput, _Mapping]] = ..., data_orgsv1_gcs: _Optional[_Union[ImportDataRequest.GCSInput, _Mapping]] = ..., timeout: _Optional[str] = ...) -> None: ...

class ImportDataOrg(_message.Message):
    __slots__ = ("orgs",)
    ORGS_FIELD_NUMBER: _ClassVar[int]
    orgs: _containers.RepeatedCompositeFieldContainer[DataOrg]
    def __init__(self, orgs: _Optional[_Iterable[_Union[DataOrg, _Mapping]]] = ...) -> None: ...

class DataOrg(_message.Message):
    __slots__ = ("org_id", "org", "domain_policy", "label_policy", "lockout_policy", "login_policy", "password_complexity_policy", "privacy_policy", "projects", "project_roles", "api_apps", "oidc_apps", "human_users", "machine_users", "trigger_actions", "actions", "project_grants", "user_grants", "org_members", "project_members", "project_grant_members", "user_metadata", "login_texts", "init_messages", "password_reset_messages", "verify_email_messages", "verify_phone_messages", "domain_claimed_messages", "passwordless_registration_messages", "oidc_idps", "jwt_idps", "user_links", "domains", "app_keys", "machine_keys", "verify_sms_otp_messages", "verify_email_otp_messages", "invite_user_messages", "org_state")
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_POLICY_FIELD_NUMBER: _ClassVar[int]
    LABEL_POLICY_FIELD_NUMBER: _ClassVar[int]
    LOCKOUT_POLICY_FIELD_NUMBER: _ClassVar[int]
    LOGIN_POLICY_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_COMPLEXITY_POLICY_FIELD_NUMBER: _ClassVar[int]
    PRIVACY_POLICY_FIELD_NUMBER: _ClassVar[int]
    PROJECTS_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ROLES_FIELD_NUMBER: _ClassVar[int]
    API_APPS_FIELD_NUMBER: _ClassVar[int]
    OIDC_APPS_FIELD_NUMBER: _ClassVar[int]
    HUMAN_USERS_FIELD_NUMBER: _ClassVar[int]
    MACHINE_USERS_FIELD_NUMBER: _ClassVar[int]
    TRIGGER_ACTIONS_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANTS_FIELD_NUMBER: _ClassVar[int]
    USER_GRANTS_FIELD_NUMBER: _ClassVar[int]
    ORG_MEMBERS_FIELD_NUMBER: _ClassVar[int]
    PROJECT_MEMBERS_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANT_MEMBERS_FIELD_NUMBER: _ClassVar[int]
    USER_METADATA_FIELD_NUMBER: _ClassVar[int]
    LOGIN_TEXTS_FIELD_NUMBER: _ClassVar[int]
    INIT_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_RESET_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    VERIFY_EMAIL_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    VERIFY_PHONE_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_CLAIMED_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    PASSWORDLESS_REGISTRATION_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    OIDC_IDPS_FIELD_NUMBER: _ClassVar[int]
    JWT_IDPS_FIELD_NUMBER: _ClassVar[int]
    USER_LINKS_FIELD_NUMBER: _ClassVar[int]
    DOMAINS_FIELD_NUMBER: _ClassVar[int]
    APP_KEYS_FIELD_NUMBER: _ClassVar[int]
    MACHINE_KEYS_FIELD_NUMBER: _ClassVar[int]
    VERIFY_SMS_OTP_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    VERIFY_EMAIL_OTP_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    INVITE_USER_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    ORG_STATE_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    org: _management_pb2.AddOrgRequest
    domain_policy: AddCustomDomainPolicyRequest
    label_policy: _management_pb2.AddCustomLabelPolicyRequest
    lockout_policy: _management_pb2.AddCustomLockoutPolicyRequest
    login_policy: _management_pb2.AddCustomLoginPolicyRequest
    password_complexity_policy: _management_pb2.AddCustomPasswordComplexityPolicyRequest
    privacy_policy: _management_pb2.AddCustomPrivacyPolicyRequest
    projects: _containers.RepeatedCompositeFieldContainer[_v1_pb2.DataProject]
    project_roles: _containers.RepeatedCompositeFieldContainer[_management_pb2.AddProjectRoleRequest]
    api_apps: _containers.RepeatedCompositeFieldContainer[_v1_pb2.DataAPIApplication]
    oidc_apps: _containers.RepeatedCompositeFieldContainer[_v1_pb2.DataOIDCApplication]
    human_users: _containers.RepeatedCompositeFieldContainer[_v1_pb2.DataHumanUser]
    machine_users: _containers.RepeatedCompositeFieldContainer[_v1_pb2.DataMachineUser]
    trigger_actions: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetTriggerActionsRequest]
    actions: _containers.RepeatedCompositeFieldContainer[_v1_pb2.DataAction]
    project_grants: _containers.RepeatedCompositeFieldContainer[_v1_pb2.DataProjectGrant]
    user_grants: _containers.RepeatedCompositeFieldContainer[_management_pb2.AddUserGrantRequest]
    org_members: _containers.RepeatedCompositeFieldContainer[_management_pb2.AddOrgMemberRequest]
    project_members: _containers.RepeatedCompositeFieldContainer[_management_pb2.AddProjectMemberRequest]
    project_grant_members: _containers.RepeatedCompositeFieldContainer[_management_pb2.AddProjectGrantMemberRequest]
    user_metadata: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetUserMetadataRequest]
    login_texts: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomLoginTextsRequest]
    init_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomInitMessageTextRequest]
    password_reset_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomPasswordResetMessageTextRequest]
    verify_email_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomVerifyEmailMessageTextRequest]
    verify_phone_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomVerifyPhoneMessageTextRequest]
    domain_claimed_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomDomainClaimedMessageTextRequest]
    passwordless_registration_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomPasswordlessRegistrationMessageTextRequest]
    oidc_idps: _containers.RepeatedCompositeFieldContainer[_v1_pb2.DataOIDCIDP]
    jwt_idps: _containers.RepeatedCompositeFieldContainer[_v1_pb2.DataJWTIDP]
    user_links: _containers.RepeatedCompositeFieldContainer[_idp_pb2.IDPUserLink]
    domains: _containers.RepeatedCompositeFieldContainer[_org_pb2.Domain]
    app_keys: _containers.RepeatedCompositeFieldContainer[_v1_pb2.DataAppKey]
    machine_keys: _containers.RepeatedCompositeFieldContainer[_v1_pb2.DataMachineKey]
    verify_sms_otp_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomVerifySMSOTPMessageTextRequest]
    verify_email_otp_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomVerifyEmailOTPMessageTextRequest]
    invite_user_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomInviteUserMessageTextRequest]
    org_state: _org_pb2.OrgState
    def __init__(self, org_id: _Optional[str] = ..., org: _Optional[_Union[_management_pb2.AddOrgRequest, _Mapping]] = ..., domain_policy: _Optional[_Union[AddCustomDomainPolicyRequest, _Mapping]] = ..., label_policy: _Optional[_Union[_management_pb2.AddCustomLabelPolicyRequest, _Mapping]] = ..., lockout_policy: _Optional[_Union[_management_pb2.AddCustomLockoutPolicyRequest, _Mapping]] = ..., login_policy: _Optional[_Union[_management_pb2.AddCustomLoginPolicyRequest, _Mapping]] = ..., password_complexity_policy: _Optional[_Union[_management_pb2.AddCustomPasswordComplexityPolicyRequest, _Mapping]] = ..., privacy_policy: _Optional[_Union[_management_pb2.AddCustomPrivacyPolicyRequest, _Mapping]] = ..., projects: _Optional[_Iterable[_Union[_v1_pb2.DataProject, _Mapping]]] = ..., project_roles: _Optional[_Iterable[_Union[_management_pb2.AddProjectRoleRequest, _Mapping]]] = ..., api_apps: _Optional[_Iterable[_Union[_v1_pb2.DataAPIApplication, _Mapping]]] = ..., oidc_apps: _Optional[_Iterable[_Union[_v1_pb2.DataOIDCApplication, _Mapping]]] = ..., human_users: _Optional[_Iterable[_Union[_v1_pb2.DataHumanUser, _Mapping]]] = ..., machine_users: _Optional[_Iterable[_Union[_v1_pb2.DataMachineUser, _Mapping]]] = ..., trigger_actions: _Optional[_Iterable[_Union[_management_pb2.SetTriggerActionsRequest, _Mapping]]] = ..., actions: _Optional[_Iterable[_Union[_v1_pb2.DataAction, _Mapping]]] = ..., project_grants: _Optional[_Iterable[_Union[_v1_pb2.DataProjectGrant, _Mapping]]] = ..., user_grants: _Optional[_Iterable[_Union[_management_pb2.AddUserGrantRequest, _Mapping]]] = ..., org_members: _Optional[_Iterable[_Union[_management_pb2.AddOrgMemberRequest, _Mapping]]] = ..., project_members: _Optional[_Iterable[_Union[_management_pb2.AddProjectMemberRequest, _Mapping]]] = ..., project_grant_members: _Optional[_Iterable[_Union[_management_pb2.AddProjectGrantMemberRequest, _Mapping]]] = ..., user_metadata: _Optional[_Iterable[_Union[_management_pb2.SetUserMetadataRequest, _Mapping]]] = ..., login_texts: _Optional[_Iterable[_Union[_management_pb2.SetCustomLoginTextsRequest, _Mapping]]] = ..., init_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomInitMessageTextRequest, _Mapping]]] = ..., password_reset_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomPasswordResetMessageTextRequest, _Mapping]]] = ..., verify_email_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomVerifyEmailMessageTextRequest, _Mapping]]] = ..., verify_phone_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomVerifyPhoneMessageTextRequest, _Mapping]]] = ..., domain_claimed_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomDomainClaimedMessageTextRequest, _Mapping]]] = ..., passwordless_registration_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomPasswordlessRegistrationMessageTextRequest, _Mapping]]] = ..., oidc_idps: _Optional[_Iterable[_Union[_v1_pb2.DataOIDCIDP, _Mapping]]] = ..., jwt_idps: _Optional[_Iterable[_Union[_v1_pb2.DataJWTIDP, _Mapping]]] = ..., user_links: _Optional[_Iterable[_Union[_idp_pb2.IDPUserLink, _Mapping]]] = ..., domains: _Optional[_Iterable[_Union[_org_pb2.Domain, _Mapping]]] = ..., app_keys: _Optional[_Iterable[_Union[_v1_pb2.DataAppKey, _Mapping]]] = ..., machine_keys: _Optional[_Iterable[_Union[_v1_pb2.DataMachineKey, _Mapping]]] = ..., verify_sms_otp_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomVerifySMSOTPMessageTextRequest, _Mapping]]] = ..., verify_email_otp_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomVerifyEmailOTPMessageTextRequest, _Mapping]]] = ..., invite_user_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomInviteUserMessageTextRequest, _Mapping]]] = ..., org_state: _Optional[_Union[_org_pb2.OrgState, str]] = ...) -> None: ...

class ImportDataResponse(_message.Message):
    __slots__ = ("errors", "success")
    ERRORS_FIELD_NUMBER: _ClassVar[int]
    SUCCESS_FIELD_NUMBER: _ClassVar[int]
    errors: _containers.RepeatedCompositeFieldContainer[ImportDataError]
    success: ImportDataSuccess
    def __init__(self, errors: _Optional[_Iterable[_Union[ImportDataError, _Mapping]]] = ..., success: _Optional[_Union[ImportDataSuccess, _Mapping]] = ...) -> None: ...

class ImportDataError(_message.Message):
    __slots__ = ("type", "id", "message")
    TYPE_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    type: str
    id: str
    message: str
    def __init__(self, type: _Optional[str] = ..., id: _Optional[str] = ..., message: _Optional[str] = ...) -> None: ...

class ImportDataSuccess(_message.Message):
    __slots__ = ("orgs",)
    ORGS_FIELD_NUMBER: _ClassVar[int]
    orgs: _containers.RepeatedCompositeFieldContainer[ImportDataSuccessOrg]
    def __init__(self, orgs: _Optional[_Iterable[_Union[ImportDataSuccessOrg, _Mapping]]] = ...) -> None: ...

class ImportDataSuccessOrg(_message.Message):
    __slots__ = ("org_id", "project_ids", "project_roles", "oidc_app_ids", "api_app_ids", "human_user_ids", "machine_user_ids", "action_ids", "trigger_actions", "project_grants", "user_grants", "org_members", "project_members", "project_grant_members", "oidc_ipds", "jwt_idps", "idp_links", "user_links", "user_metadata", "domains", "app_keys", "machine_keys")
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_IDS_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ROLES_FIELD_NUMBER: _ClassVar[int]
    OIDC_APP_IDS_FIELD_NUMBER: _ClassVar[int]
    API_APP_IDS_FIELD_NUMBER: _ClassVar[int]
    HUMAN_USER_IDS_FIELD_NUMBER: _ClassVar[int]
    MACHINE_USER_IDS_FIELD_NUMBER: _ClassVar[int]
    ACTION_IDS_FIELD_NUMBER: _ClassVar[int]
    TRIGGER_ACTIONS_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANTS_FIELD_NUMBER: _ClassVar[int]
    USER_GRANTS_FIELD_NUMBER: _ClassVar[int]
    ORG_MEMBERS_FIELD_NUMBER: _ClassVar[int]
    PROJECT_MEMBERS_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANT_MEMBERS_FIELD_NUMBER: _ClassVar[int]
    OIDC_IPDS_FIELD_NUMBER: _ClassVar[int]
    JWT_IDPS_FIELD_NUMBER: _ClassVar[int]
    IDP_LINKS_FIELD_NUMBER: _ClassVar[int]
    USER_LINKS_FIELD_NUMBER: _ClassVar[int]
    USER_METADATA_FIELD_NUMBER: _ClassVar[int]
    DOMAINS_FIELD_NUMBER: _ClassVar[int]
    APP_KEYS_FIELD_NUMBER: _ClassVar[int]
    MACHINE_KEYS_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    project_ids: _containers.RepeatedScalarFieldContainer[str]
    project_roles: _containers.RepeatedScalarFieldContainer[str]
    oidc_app_ids: _containers.RepeatedScalarFieldContainer[str]
    api_app_ids: _containers.RepeatedScalarFieldContainer[str]
    human_user_ids: _containers.RepeatedScalarFieldContainer[str]
    machine_user_ids: _containers.RepeatedScalarFieldContainer[str]
    action_ids: _containers.RepeatedScalarFieldContainer[str]
    trigger_actions: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetTriggerActionsRequest]
    project_grants: _containers.RepeatedCompositeFieldContainer[ImportDataSuccessProjectGrant]
    user_grants: _containers.RepeatedCompositeFieldContainer[ImportDataSuccessUserGrant]
    org_members: _containers.RepeatedScalarFieldContainer[str]
    project_members: _containers.RepeatedCompositeFieldContainer[ImportDataSuccessProjectMember]
    project_grant_members: _containers.RepeatedCompositeFieldContainer[ImportDataSuccessProjectGrantMember]
    oidc_ipds: _containers.RepeatedScalarFieldContainer[str]
    jwt_idps: _containers.RepeatedScalarFieldContainer[str]
    idp_links: _containers.RepeatedScalarFieldContainer[str]
    user_links: _containers.RepeatedCompositeFieldContainer[ImportDataSuccessUserLinks]
    user_metadata: _containers.RepeatedCompositeFieldContainer[ImportDataSuccessUserMetadata]
    domains: _containers.RepeatedScalarFieldContainer[str]
    app_keys: _containers.RepeatedScalarFieldContainer[str]
    machine_keys: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, org_id: _Optional[str] = ..., project_ids: _Optional[_Iterable[str]] = ..., project_roles: _Optional[_Iterable[str]] = ..., oidc_app_ids: _Optional[_Iterable[str]] = ..., api_app_ids: _Optional[_Iterable[str]] = ..., human_user_ids: _Optional[_Iterable[str]] = ..., machine_user_ids: _Optional[_Iterable[str]] = ..., action_ids: _Optional[_Iterable[str]] = ..., trigger_actions: _Optional[_Iterable[_Union[_management_pb2.SetTriggerActionsRequest, _Mapping]]] = ..., project_grants: _Optional[_Iterable[_Union[ImportDataSuccessProjectGrant, _Mapping]]] = ..., user_grants: _Optional[_Iterable[_Union[ImportDataSuccessUserGrant, _Mapping]]] = ..., org_members: _Optional[_Iterable[str]] = ..., project_members: _Optional[_Iterable[_Union[ImportDataSuccessProjectMember, _Mapping]]] = ..., project_grant_members: _Optional[_Iterable[_Union[ImportDataSuccessProjectGrantMember, _Mapping]]] = ..., oidc_ipds: _Optional[_Iterable[str]] = ..., jwt_idps: _Optional[_Iterable[str]] = ..., idp_links: _Optional[_Iterable[str]] = ..., user_links: _Optional[_Iterable[_Union[ImportDataSuccessUserLinks, _Mapping]]] = ..., user_metadata: _Optional[_Iterable[_Union[ImportDataSuccessUserMetadata, _Mapping]]] = ..., domains: _Optional[_Iterable[str]] = ..., app_keys: _Optional[_Iterable[str]] = ..., machine_keys: _Optional[_Iterable[str]] = ...) -> None: ...

class ImportDataSuccessProjectGrant(_message.Message):
    __slots__ = ("grant_id", "project_id", "org_id")
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    grant_id: str
    project_id: str
    org_id: str
    def __init__(self, grant_id: _Optional[str] = ..., project_id: _Optional[str] = ..., org_id: _Optional[str] = ...) -> None: ...

class ImportDataSuccessUserGrant(_message.Message):
    __slots__ = ("project_id", "user_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    user_id: str
    def __init__(self, project_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class ImportDataSuccessProjectMember(_message.Message):
    __slots__ = ("project_id", "user_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    user_id: str
    def __init__(self, project_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class ImportDataSuccessProjectGrantMember(_message.Message):
    __slots__ = ("project_id", "grant_id", "user_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    grant_id: str
    user_id: str
    def __init__(self, project_id: _Optional[str] = ..., grant_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class ImportDataSuccessUserLinks(_message.Message):
    __slots__ = ("user_id", "external_user_id", "display_name", "idp_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    EXTERNAL_USER_ID_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    external_user_id: str
    display_name: str
    idp_id: str
    def __init__(self, user_id: _Optional[str] = ..., external_user_id: _Optional[str] = ..., display_name: _Optional[str] = ..., idp_id: _Optional[str] = ...) -> None: ...

class ImportDataSuccessUserMetadata(_message.Message):
    __slots__ = ("user_id", "key")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    key: str
    def __init__(self, user_id: _Optional[str] = ..., key: _Optional[str] = ...) -> None: ...

class ExportDataRequest(_message.Message):
    __slots__ = ("org_ids", "excluded_org_ids", "with_passwords", "with_otp", "response_output", "local_output", "s3_output", "gcs_output", "timeout")
    class LocalOutput(_message.Message):
        __slots__ = ("path",)
        PATH_FIELD_NUMBER: _ClassVar[int]
        path: str
        def __init__(self, path: _Optional[str] = ...) -> None: ...
    class S3Output(_message.Message):
        __slots__ = ("path", "endpoint", "access_key_id", "secret_access_key", "ssl", "bucket")
        PATH_FIELD_NUMBER: _ClassVar[int]
        ENDPOINT_FIELD_NUMBER: _ClassVar[int]
        ACCESS_KEY_ID_FIELD_NUMBER: _ClassVar[int]
        SECRET_ACCESS_KEY_FIELD_NUMBER: _ClassVar[int]
        SSL_FIELD_NUMBER: _ClassVar[int]
        BUCKET_FIELD_NUMBER: _ClassVar[int]
        path: str
        endpoint: str
        access_key_id: str
        secret_access_key: str
        ssl: bool
        bucket: str
        def __init__(self, path: _Optional[str] = ..., endpoint: _Optional[str] = ..., access_key_id: _Optional[str] = ..., secret_access_key: _Optional[str] = ..., ssl: bool = ..., bucket: _Optional[str] = ...) -> None: ...
    class GCSOutput(_message.Message):
        __slots__ = ("bucket", "serviceaccount_json", "path")
        BUCKET_FIELD_NUMBER: _ClassVar[int]
        SERVICEACCOUNT_JSON_FIELD_NUMBER: _ClassVar[int]
        PATH_FIELD_NUMBER: _ClassVar[int]
        bucket: str
        serviceaccount_json: str
        path: str
        def __init__(self, bucket: _Optional[str] = ..., serviceaccount_json: _Optional[str] = ..., path: _Optional[str] = ...) -> None: ...
    ORG_IDS_FIELD_NUMBER: _ClassVar[int]
    EXCLUDED_ORG_IDS_FIELD_NUMBER: _ClassVar[int]
    WITH_PASSWORDS_FIELD_NUMBER: _ClassVar[int]
    WITH_OTP_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_OUTPUT_FIELD_NUMBER: _ClassVar[int]
    LOCAL_OUTPUT_FIELD_NUMBER: _ClassVar[int]
    S3_OUTPUT_FIELD_NUMBER: _ClassVar[int]
    GCS_OUTPUT_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    org_ids: _containers.RepeatedScalarFieldContainer[str]
    excluded_org_ids: _containers.RepeatedScalarFieldContainer[str]
    with_passwords: bool
    with_otp: bool
    response_output: bool
    local_output: ExportDataRequest.LocalOutput
    s3_output: ExportDataRequest.S3Output
    gcs_output: ExportDataRequest.GCSOutput
    timeout: str
    def __init__(self, org_ids: _Optional[_Iterable[str]] = ..., excluded_org_ids: _Optional[_Iterable[str]] = ..., with_passwords: bool = ..., with_otp: bool = ..., response_output: bool = ..., local_output: _Optional[_Union[ExportDataRequest.LocalOutput, _Mapping]] = ..., s3_output: _Optional[_Union[ExportDataRequest.S3Output, _Mapping]] = ..., gcs_output: _Optional[_Union[ExportDataRequest.GCSOutput, _Mapping]] = ..., timeout: _Optional[str] = ...) -> None: ...

class ExportDataResponse(_message.Message):
    __slots__ = ("orgs",)
    ORGS_FIELD_NUMBER: _ClassVar[int]
    orgs: _containers.RepeatedCompositeFieldContainer[DataOrg]
    def __init__(self, orgs: _Optional[_Iterable[_Union[DataOrg, _Mapping]]] = ...) -> None: ...

class ListEventsRequest(_message.Message):
    __slots__ = ("sequence", "limit", "asc", "editor_user_id", "event_types", "aggregate_id", "aggregate_types", "resource_owner", "creation_date", "range")
    class creation_date_range(_message.Message):
        __slots__ = ("since", "until")
        SINCE_FIELD_NUMBER: _ClassVar[int]
        UNTIL_FIELD_NUMBER: _ClassVar[int]
        since: _timestamp_pb2.Timestamp
        until: _timestamp_pb2.Timestamp
        def __init__(self, since: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., until: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    ASC_FIELD_NUMBER: _ClassVar[int]
    EDITOR_USER_ID_FIELD_NUMBER: _ClassVar[int]
    EVENT_TYPES_FIELD_NUMBER: _ClassVar[int]
    AGGREGATE_ID_FIELD_NUMBER: _ClassVar[int]
    AGGREGATE_TYPES_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_OWNER_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    RANGE_FIELD_NUMBER: _ClassVar[int]
    FROM_FIELD_NUMBER: _ClassVar[int]
    sequence: int
    limit: int
    asc: bool
    editor_user_id: str
    event_types: _containers.RepeatedScalarFieldContainer[str]
    aggregate_id: str
    aggregate_types: _containers.RepeatedScalarFieldContainer[str]
    resource_owner: str
    creation_date: _timestamp_pb2.Timestamp
    range: ListEventsRequest.creation_date_range
    def __init__(self, sequence: _Optional[int] = ..., limit: _Optional[int] = ..., asc: bool = ..., editor_user_id: _Optional[str] = ..., event_types: _Optional[_Iterable[str]] = ..., aggregate_id: _Optional[str] = ..., aggregate_types: _Optional[_Iterable[str]] = ..., resource_owner: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., range: _Optional[_Union[ListEventsRequest.creation_date_range, _Mapping]] = ..., **kwargs) -> None: ...

class ListEventsResponse(_message.Message):
    __slots__ = ("events",)
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    events: _containers.RepeatedCompositeFieldContainer[_event_pb2.Event]
    def __init__(self, events: _Optional[_Iterable[_Union[_event_pb2.Event, _Mapping]]] = ...) -> None: ...

class ListEventTypesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListEventTypesResponse(_message.Message):
    __slots__ = ("event_types",)
    EVENT_TYPES_FIELD_NUMBER: _ClassVar[int]
    event_types: _containers.RepeatedCompositeFieldContainer[_event_pb2.EventType]
    def __init__(self, event_types: _Optional[_Iterable[_Union[_event_pb2.EventType, _Mapping]]] = ...) -> None: ...

class ListAggregateTypesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListAggregateTypesResponse(_message.Message):
    __slots__ = ("aggregate_types",)
    AGGREGATE_TYPES_FIELD_NUMBER: _ClassVar[int]
    aggregate_types: _containers.RepeatedCompositeFieldContainer[_event_pb2.AggregateType]
    def __init__(self, aggregate_types: _Optional[_Iterable[_Union[_event_pb2.AggregateType, _Mapping]]] = ...) -> None: ...

class ActivateFeatureLoginDefaultOrgRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ActivateFeatureLoginDefaultOrgResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListMilestonesRequest(_message.Message):
    __slots__ = ("query", "sorting_column", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    sorting_column: _milestone_pb2.MilestoneFieldName
    queries: _containers.RepeatedCompositeFieldContainer[_milestone_pb2.MilestoneQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., sorting_column: _Optional[_Union[_milestone_pb2.MilestoneFieldName, str]] = ..., queries: _Optional[_Iterable[_Union[_milestone_pb2.MilestoneQuery, _Mapping]]] = ...) -> None: ...

class ListMilestonesResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_milestone_pb2.Milestone]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_milestone_pb2.Milestone, _Mapping]]] = ...) -> None: ...

class SetRestrictionsRequest(_message.Message):
    __slots__ = ("disallow_public_org_registration", "allowed_languages")
    DISALLOW_PUBLIC_ORG_REGISTRATION_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_LANGUAGES_FIELD_NUMBER: _ClassVar[int]
    disallow_public_org_registration: bool
    allowed_languages: SelectLanguages
    def __init__(self, disallow_public_org_registration: bool = ..., allowed_languages: _Optional[_Union[SelectLanguages, _Mapping]] = ...) -> None: ...

class SelectLanguages(_message.Message):
    __slots__ = ("list",)
    LIST_FIELD_NUMBER: _ClassVar[int]
    list: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, list: _Optional[_Iterable[str]] = ...) -> None: ...

class SetRestrictionsResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetRestrictionsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetRestrictionsResponse(_message.Message):
    __slots__ = ("details", "disallow_public_org_registration", "allowed_languages")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    DISALLOW_PUBLIC_ORG_REGISTRATION_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_LANGUAGES_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    disallow_public_org_registration: bool
    allowed_languages: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., disallow_public_org_registration: bool = ..., allowed_languages: _Optional[_Iterable[str]] = ...) -> None: ...
