from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel.application.v2 import api_pb2 as _api_pb2
from zitadel.application.v2 import application_pb2 as _application_pb2
from zitadel.application.v2 import login_pb2 as _login_pb2
from zitadel.application.v2 import oidc_pb2 as _oidc_pb2
from zitadel.filter.v2 import filter_pb2 as _filter_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CreateApplicationRequest(_message.Message):
    __slots__ = ("project_id", "application_id", "name", "oidc_configuration", "saml_configuration", "api_configuration")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    OIDC_CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    SAML_CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    API_CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    application_id: str
    name: str
    oidc_configuration: CreateOIDCApplicationRequest
    saml_configuration: CreateSAMLApplicationRequest
    api_configuration: CreateAPIApplicationRequest
    def __init__(self, project_id: _Optional[str] = ..., application_id: _Optional[str] = ..., name: _Optional[str] = ..., oidc_configuration: _Optional[_Union[CreateOIDCApplicationRequest, _Mapping]] = ..., saml_configuration: _Optional[_Union[CreateSAMLApplicationRequest, _Mapping]] = ..., api_configuration: _Optional[_Union[CreateAPIApplicationRequest, _Mapping]] = ...) -> None: ...

class CreateApplicationResponse(_message.Message):
    __slots__ = ("application_id", "creation_date", "oidc_configuration", "saml_configuration", "api_configuration")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    OIDC_CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    SAML_CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    API_CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    creation_date: _timestamp_pb2.Timestamp
    oidc_configuration: CreateOIDCApplicationResponse
    saml_configuration: CreateSAMLApplicationResponse
    api_configuration: CreateAPIApplicationResponse
    def __init__(self, application_id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., oidc_configuration: _Optional[_Union[CreateOIDCApplicationResponse, _Mapping]] = ..., saml_configuration: _Optional[_Union[CreateSAMLApplicationResponse, _Mapping]] = ..., api_configuration: _Optional[_Union[CreateAPIApplicationResponse, _Mapping]] = ...) -> None: ...

class CreateOIDCApplicationRequest(_message.Message):
    __slots__ = ("redirect_uris", "response_types", "grant_types", "application_type", "auth_method_type", "post_logout_redirect_uris", "version", "development_mode", "access_token_type", "access_token_role_assertion", "id_token_role_assertion", "id_token_userinfo_assertion", "clock_skew", "additional_origins", "skip_native_app_success_page", "back_channel_logout_uri", "login_version")
    REDIRECT_URIS_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_TYPES_FIELD_NUMBER: _ClassVar[int]
    GRANT_TYPES_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_TYPE_FIELD_NUMBER: _ClassVar[int]
    AUTH_METHOD_TYPE_FIELD_NUMBER: _ClassVar[int]
    POST_LOGOUT_REDIRECT_URIS_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    DEVELOPMENT_MODE_FIELD_NUMBER: _ClassVar[int]
    ACCESS_TOKEN_TYPE_FIELD_NUMBER: _ClassVar[int]
    ACCESS_TOKEN_ROLE_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    ID_TOKEN_ROLE_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    ID_TOKEN_USERINFO_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    CLOCK_SKEW_FIELD_NUMBER: _ClassVar[int]
    ADDITIONAL_ORIGINS_FIELD_NUMBER: _ClassVar[int]
    SKIP_NATIVE_APP_SUCCESS_PAGE_FIELD_NUMBER: _ClassVar[int]
    BACK_CHANNEL_LOGOUT_URI_FIELD_NUMBER: _ClassVar[int]
    LOGIN_VERSION_FIELD_NUMBER: _ClassVar[int]
    redirect_uris: _containers.RepeatedScalarFieldContainer[str]
    response_types: _containers.RepeatedScalarFieldContainer[_oidc_pb2.OIDCResponseType]
    grant_types: _containers.RepeatedScalarFieldContainer[_oidc_pb2.OIDCGrantType]
    application_type: _oidc_pb2.OIDCApplicationType
    auth_method_type: _oidc_pb2.OIDCAuthMethodType
    post_logout_redirect_uris: _containers.RepeatedScalarFieldContainer[str]
    version: _oidc_pb2.OIDCVersion
    development_mode: bool
    access_token_type: _oidc_pb2.OIDCTokenType
    access_token_role_assertion: bool
    id_token_role_assertion: bool
    id_token_userinfo_assertion: bool
    clock_skew: _duration_pb2.Duration
    additional_origins: _containers.RepeatedScalarFieldContainer[str]
    skip_native_app_success_page: bool
    back_channel_logout_uri: str
    login_version: _login_pb2.LoginVersion
    def __init__(self, redirect_uris: _Optional[_Iterable[str]] = ..., response_types: _Optional[_Iterable[_Union[_oidc_pb2.OIDCResponseType, str]]] = ..., grant_types: _Optional[_Iterable[_Union[_oidc_pb2.OIDCGrantType, str]]] = ..., application_type: _Optional[_Union[_oidc_pb2.OIDCApplicationType, str]] = ..., auth_method_type: _Optional[_Union[_oidc_pb2.OIDCAuthMethodType, str]] = ..., post_logout_redirect_uris: _Optional[_Iterable[str]] = ..., version: _Optional[_Union[_oidc_pb2.OIDCVersion, str]] = ..., development_mode: bool = ..., access_token_type: _Optional[_Union[_oidc_pb2.OIDCTokenType, str]] = ..., access_token_role_assertion: bool = ..., id_token_role_assertion: bool = ..., id_token_userinfo_assertion: bool = ..., clock_skew: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., additional_origins: _Optional[_Iterable[str]] = ..., skip_native_app_success_page: bool = ..., back_channel_logout_uri: _Optional[str] = ..., login_version: _Optional[_Union[_login_pb2.LoginVersion, _Mapping]] = ...) -> None: ...

class CreateOIDCApplicationResponse(_message.Message):
    __slots__ = ("client_id", "client_secret", "non_compliant", "compliance_problems")
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    NON_COMPLIANT_FIELD_NUMBER: _ClassVar[int]
    COMPLIANCE_PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    client_id: str
    client_secret: str
    non_compliant: bool
    compliance_problems: _containers.RepeatedCompositeFieldContainer[_oidc_pb2.OIDCLocalizedMessage]
    def __init__(self, client_id: _Optional[str] = ..., client_secret: _Optional[str] = ..., non_compliant: bool = ..., compliance_problems: _Optional[_Iterable[_Union[_oidc_pb2.OIDCLocalizedMessage, _Mapping]]] = ...) -> None: ...

class CreateSAMLApplicationRequest(_message.Message):
    __slots__ = ("metadata_xml", "metadata_url", "login_version")
    METADATA_XML_FIELD_NUMBER: _ClassVar[int]
    METADATA_URL_FIELD_NUMBER: _ClassVar[int]
    LOGIN_VERSION_FIELD_NUMBER: _ClassVar[int]
    metadata_xml: bytes
    metadata_url: str
    login_version: _login_pb2.LoginVersion
    def __init__(self, metadata_xml: _Optional[bytes] = ..., metadata_url: _Optional[str] = ..., login_version: _Optional[_Union[_login_pb2.LoginVersion, _Mapping]] = ...) -> None: ...

class CreateSAMLApplicationResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class CreateAPIApplicationRequest(_message.Message):
    __slots__ = ("auth_method_type",)
    AUTH_METHOD_TYPE_FIELD_NUMBER: _ClassVar[int]
    auth_method_type: _api_pb2.APIAuthMethodType
    def __init__(self, auth_method_type: _Optional[_Union[_api_pb2.APIAuthMethodType, str]] = ...) -> None: ...

class CreateAPIApplicationResponse(_message.Message):
    __slots__ = ("client_id", "client_secret")
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    client_id: str
    client_secret: str
    def __init__(self, client_id: _Optional[str] = ..., client_secret: _Optional[str] = ...) -> None: ...

class UpdateApplicationRequest(_message.Message):
    __slots__ = ("application_id", "project_id", "name", "saml_configuration", "oidc_configuration", "api_configuration")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SAML_CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    OIDC_CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    API_CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    project_id: str
    name: str
    saml_configuration: UpdateSAMLApplicationConfigurationRequest
    oidc_configuration: UpdateOIDCApplicationConfigurationRequest
    api_configuration: UpdateAPIApplicationConfigurationRequest
    def __init__(self, application_id: _Optional[str] = ..., project_id: _Optional[str] = ..., name: _Optional[str] = ..., saml_configuration: _Optional[_Union[UpdateSAMLApplicationConfigurationRequest, _Mapping]] = ..., oidc_configuration: _Optional[_Union[UpdateOIDCApplicationConfigurationRequest, _Mapping]] = ..., api_configuration: _Optional[_Union[UpdateAPIApplicationConfigurationRequest, _Mapping]] = ...) -> None: ...

class UpdateApplicationResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class UpdateSAMLApplicationConfigurationRequest(_message.Message):
    __slots__ = ("metadata_xml", "metadata_url", "login_version")
    METADATA_XML_FIELD_NUMBER: _ClassVar[int]
    METADATA_URL_FIELD_NUMBER: _ClassVar[int]
    LOGIN_VERSION_FIELD_NUMBER: _ClassVar[int]
    metadata_xml: bytes
    metadata_url: str
    login_version: _login_pb2.LoginVersion
    def __init__(self, metadata_xml: _Optional[bytes] = ..., metadata_url: _Optional[str] = ..., login_version: _Optional[_Union[_login_pb2.LoginVersion, _Mapping]] = ...) -> None: ...

class UpdateOIDCApplicationConfigurationRequest(_message.Message):
    __slots__ = ("redirect_uris", "response_types", "grant_types", "application_type", "auth_method_type", "post_logout_redirect_uris", "version", "development_mode", "access_token_type", "access_token_role_assertion", "id_token_role_assertion", "id_token_userinfo_assertion", "clock_skew", "additional_origins", "skip_native_app_success_page", "back_channel_logout_uri", "login_version")
    REDIRECT_URIS_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_TYPES_FIELD_NUMBER: _ClassVar[int]
    GRANT_TYPES_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_TYPE_FIELD_NUMBER: _ClassVar[int]
    AUTH_METHOD_TYPE_FIELD_NUMBER: _ClassVar[int]
    POST_LOGOUT_REDIRECT_URIS_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    DEVELOPMENT_MODE_FIELD_NUMBER: _ClassVar[int]
    ACCESS_TOKEN_TYPE_FIELD_NUMBER: _ClassVar[int]
    ACCESS_TOKEN_ROLE_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    ID_TOKEN_ROLE_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    ID_TOKEN_USERINFO_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    CLOCK_SKEW_FIELD_NUMBER: _ClassVar[int]
    ADDITIONAL_ORIGINS_FIELD_NUMBER: _ClassVar[int]
    SKIP_NATIVE_APP_SUCCESS_PAGE_FIELD_NUMBER: _ClassVar[int]
    BACK_CHANNEL_LOGOUT_URI_FIELD_NUMBER: _ClassVar[int]
    LOGIN_VERSION_FIELD_NUMBER: _ClassVar[int]
    redirect_uris: _containers.RepeatedScalarFieldContainer[str]
    response_types: _containers.RepeatedScalarFieldContainer[_oidc_pb2.OIDCResponseType]
    grant_types: _containers.RepeatedScalarFieldContainer[_oidc_pb2.OIDCGrantType]
    application_type: _oidc_pb2.OIDCApplicationType
    auth_method_type: _oidc_pb2.OIDCAuthMethodType
    post_logout_redirect_uris: _containers.RepeatedScalarFieldContainer[str]
    version: _oidc_pb2.OIDCVersion
    development_mode: bool
    access_token_type: _oidc_pb2.OIDCTokenType
    access_token_role_assertion: bool
    id_token_role_assertion: bool
    id_token_userinfo_assertion: bool
    clock_skew: _duration_pb2.Duration
    additional_origins: _containers.RepeatedScalarFieldContainer[str]
    skip_native_app_success_page: bool
    back_channel_logout_uri: str
    login_version: _login_pb2.LoginVersion
    def __init__(self, redirect_uris: _Optional[_Iterable[str]] = ..., response_types: _Optional[_Iterable[_Union[_oidc_pb2.OIDCResponseType, str]]] = ..., grant_types: _Optional[_Iterable[_Union[_oidc_pb2.OIDCGrantType, str]]] = ..., application_type: _Optional[_Union[_oidc_pb2.OIDCApplicationType, str]] = ..., auth_method_type: _Optional[_Union[_oidc_pb2.OIDCAuthMethodType, str]] = ..., post_logout_redirect_uris: _Optional[_Iterable[str]] = ..., version: _Optional[_Union[_oidc_pb2.OIDCVersion, str]] = ..., development_mode: bool = ..., access_token_type: _Optional[_Union[_oidc_pb2.OIDCTokenType, str]] = ..., access_token_role_assertion: bool = ..., id_token_role_assertion: bool = ..., id_token_userinfo_assertion: bool = ..., clock_skew: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., additional_origins: _Optional[_Iterable[str]] = ..., skip_native_app_success_page: bool = ..., back_channel_logout_uri: _Optional[str] = ..., login_version: _Optional[_Union[_login_pb2.LoginVersion, _Mapping]] = ...) -> None: ...

class UpdateAPIApplicationConfigurationRequest(_message.Message):
    __slots__ = ("auth_method_type",)
    AUTH_METHOD_TYPE_FIELD_NUMBER: _ClassVar[int]
    auth_method_type: _api_pb2.APIAuthMethodType
    def __init__(self, auth_method_type: _Optional[_Union[_api_pb2.APIAuthMethodType, str]] = ...) -> None: ...

class GetApplicationRequest(_message.Message):
    __slots__ = ("application_id",)
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    def __init__(self, application_id: _Optional[str] = ...) -> None: ...

class GetApplicationResponse(_message.Message):
    __slots__ = ("application",)
    APPLICATION_FIELD_NUMBER: _ClassVar[int]
    application: _application_pb2.Application
    def __init__(self, application: _Optional[_Union[_application_pb2.Application, _Mapping]] = ...) -> None: ...

class DeleteApplicationRequest(_message.Message):
    __slots__ = ("application_id", "project_id")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    project_id: str
    def __init__(self, application_id: _Optional[str] = ..., project_id: _Optional[str] = ...) -> None: ...

class DeleteApplicationResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class DeactivateApplicationRequest(_message.Message):
    __slots__ = ("application_id", "project_id")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    project_id: str
    def __init__(self, application_id: _Optional[str] = ..., project_id: _Optional[str] = ...) -> None: ...

class DeactivateApplicationResponse(_message.Message):
    __slots__ = ("deactivation_date",)
    DEACTIVATION_DATE_FIELD_NUMBER: _ClassVar[int]
    deactivation_date: _timestamp_pb2.Timestamp
    def __init__(self, deactivation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ReactivateApplicationRequest(_message.Message):
    __slots__ = ("application_id", "project_id")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    project_id: str
    def __init__(self, application_id: _Optional[str] = ..., project_id: _Optional[str] = ...) -> None: ...

class ReactivateApplicationResponse(_message.Message):
    __slots__ = ("reactivation_date",)
    REACTIVATION_DATE_FIELD_NUMBER: _ClassVar[int]
    reactivation_date: _timestamp_pb2.Timestamp
    def __init__(self, reactivation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class GenerateClientSecretRequest(_message.Message):
    __slots__ = ("application_id", "project_id")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    project_id: str
    def __init__(self, application_id: _Optional[str] = ..., project_id: _Optional[str] = ...) -> None: ...

class GenerateClientSecretResponse(_message.Message):
    __slots__ = ("client_secret", "creation_date")
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    client_secret: str
    creation_date: _timestamp_pb2.Timestamp
    def __init__(self, client_secret: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListApplicationsRequest(_message.Message):
    __slots__ = ("pagination", "sorting_column", "filters")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationRequest
    sorting_column: _application_pb2.ApplicationSorting
    filters: _containers.RepeatedCompositeFieldContainer[_application_pb2.ApplicationSearchFilter]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., sorting_column: _Optional[_Union[_application_pb2.ApplicationSorting, str]] = ..., filters: _Optional[_Iterable[_Union[_application_pb2.ApplicationSearchFilter, _Mapping]]] = ...) -> None: ...

class ListApplicationsResponse(_message.Message):
    __slots__ = ("applications", "pagination")
    APPLICATIONS_FIELD_NUMBER: _ClassVar[int]
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    applications: _containers.RepeatedCompositeFieldContainer[_application_pb2.Application]
    pagination: _filter_pb2.PaginationResponse
    def __init__(self, applications: _Optional[_Iterable[_Union[_application_pb2.Application, _Mapping]]] = ..., pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ...) -> None: ...

class CreateApplicationKeyRequest(_message.Message):
    __slots__ = ("application_id", "project_id", "expiration_date")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_DATE_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    project_id: str
    expiration_date: _timestamp_pb2.Timestamp
    def __init__(self, application_id: _Optional[str] = ..., project_id: _Optional[str] = ..., expiration_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class CreateApplicationKeyResponse(_message.Message):
    __slots__ = ("key_id", "creation_date", "key_details")
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    KEY_DETAILS_FIELD_NUMBER: _ClassVar[int]
    key_id: str
    creation_date: _timestamp_pb2.Timestamp
    key_details: bytes
    def __init__(self, key_id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., key_details: _Optional[bytes] = ...) -> None: ...

class DeleteApplicationKeyRequest(_message.Message):
    __slots__ = ("key_id", "application_id", "project_id")
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    key_id: str
    application_id: str
    project_id: str
    def __init__(self, key_id: _Optional[str] = ..., application_id: _Optional[str] = ..., project_id: _Optional[str] = ...) -> None: ...

class DeleteApplicationKeyResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class GetApplicationKeyRequest(_message.Message):
    __slots__ = ("key_id",)
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    key_id: str
    def __init__(self, key_id: _Optional[str] = ...) -> None: ...

class GetApplicationKeyResponse(_message.Message):
    __slots__ = ("key_id", "creation_date", "expiration_date")
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_DATE_FIELD_NUMBER: _ClassVar[int]
    key_id: str
    creation_date: _timestamp_pb2.Timestamp
    expiration_date: _timestamp_pb2.Timestamp
    def __init__(self, key_id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., expiration_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListApplicationKeysRequest(_message.Message):
    __slots__ = ("pagination", "sorting_column", "filters")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationRequest
    sorting_column: _application_pb2.ApplicationKeysSorting
    filters: _containers.RepeatedCompositeFieldContainer[_application_pb2.ApplicationKeySearchFilter]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., sorting_column: _Optional[_Union[_application_pb2.ApplicationKeysSorting, str]] = ..., filters: _Optional[_Iterable[_Union[_application_pb2.ApplicationKeySearchFilter, _Mapping]]] = ...) -> None: ...

class ListApplicationKeysResponse(_message.Message):
    __slots__ = ("keys", "pagination")
    KEYS_FIELD_NUMBER: _ClassVar[int]
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    keys: _containers.RepeatedCompositeFieldContainer[_application_pb2.ApplicationKey]
    pagination: _filter_pb2.PaginationResponse
    def __init__(self, keys: _Optional[_Iterable[_Union[_application_pb2.ApplicationKey, _Mapping]]] = ..., pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ...) -> None: ...
