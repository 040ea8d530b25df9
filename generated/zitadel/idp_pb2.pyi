from google.protobuf import duration_pb2 as _duration_pb2
from zitadel import object_pb2 as _object_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class IDPState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    IDP_STATE_UNSPECIFIED: _ClassVar[IDPState]
    IDP_STATE_ACTIVE: _ClassVar[IDPState]
    IDP_STATE_INACTIVE: _ClassVar[IDPState]

class IDPStylingType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STYLING_TYPE_UNSPECIFIED: _ClassVar[IDPStylingType]
    STYLING_TYPE_GOOGLE: _ClassVar[IDPStylingType]

class IDPType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    IDP_TYPE_UNSPECIFIED: _ClassVar[IDPType]
    IDP_TYPE_OIDC: _ClassVar[IDPType]
    IDP_TYPE_JWT: _ClassVar[IDPType]

class IDPOwnerType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    IDP_OWNER_TYPE_UNSPECIFIED: _ClassVar[IDPOwnerType]
    IDP_OWNER_TYPE_SYSTEM: _ClassVar[IDPOwnerType]
    IDP_OWNER_TYPE_ORG: _ClassVar[IDPOwnerType]

class OIDCMappingField(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OIDC_MAPPING_FIELD_UNSPECIFIED: _ClassVar[OIDCMappingField]
    OIDC_MAPPING_FIELD_PREFERRED_USERNAME: _ClassVar[OIDCMappingField]
    OIDC_MAPPING_FIELD_EMAIL: _ClassVar[OIDCMappingField]

class IDPFieldName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    IDP_FIELD_NAME_UNSPECIFIED: _ClassVar[IDPFieldName]
    IDP_FIELD_NAME_NAME: _ClassVar[IDPFieldName]

class ProviderType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PROVIDER_TYPE_UNSPECIFIED: _ClassVar[ProviderType]
    PROVIDER_TYPE_OIDC: _ClassVar[ProviderType]
    PROVIDER_TYPE_JWT: _ClassVar[ProviderType]
    PROVIDER_TYPE_LDAP: _ClassVar[ProviderType]
    PROVIDER_TYPE_OAUTH: _ClassVar[ProviderType]
    PROVIDER_TYPE_AZURE_AD: _ClassVar[ProviderType]
    PROVIDER_TYPE_GITHUB: _ClassVar[ProviderType]
    PROVIDER_TYPE_GITHUB_ES: _ClassVar[ProviderType]
    PROVIDER_TYPE_GITLAB: _ClassVar[ProviderType]
    PROVIDER_TYPE_GITLAB_SELF_HOSTED: _ClassVar[ProviderType]
    PROVIDER_TYPE_GOOGLE: _ClassVar[ProviderType]
    PROVIDER_TYPE_APPLE: _ClassVar[ProviderType]
    PROVIDER_TYPE_SAML: _ClassVar[ProviderType]

class SAMLBinding(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SAML_BINDING_UNSPECIFIED: _ClassVar[SAMLBinding]
    SAML_BINDING_POST: _ClassVar[SAMLBinding]
    SAML_BINDING_REDIRECT: _ClassVar[SAMLBinding]
    SAML_BINDING_ARTIFACT: _ClassVar[SAMLBinding]

class SAMLSignatureAlgorithm(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SAML_SIGNATURE_UNSPECIFIED: _ClassVar[SAMLSignatureAlgorithm]
    SAML_SIGNATURE_RSA_SHA1: _ClassVar[SAMLSignatureAlgorithm]
    SAML_SIGNATURE_RSA_SHA256: _ClassVar[SAMLSignatureAlgorithm]
    SAML_SIGNATURE_RSA_SHA512: _ClassVar[SAMLSignatureAlgorithm]

class SAMLNameIDFormat(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SAML_NAME_ID_FORMAT_UNSPECIFIED: _ClassVar[SAMLNameIDFormat]
    SAML_NAME_ID_FORMAT_EMAIL_ADDRESS: _ClassVar[SAMLNameIDFormat]
    SAML_NAME_ID_FORMAT_PERSISTENT: _ClassVar[SAMLNameIDFormat]
    SAML_NAME_ID_FORMAT_TRANSIENT: _ClassVar[SAMLNameIDFormat]

class AutoLinkingOption(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    AUTO_LINKING_OPTION_UNSPECIFIED: _ClassVar[AutoLinkingOption]
    AUTO_LINKING_OPTION_USERNAME: _ClassVar[AutoLinkingOption]
    AUTO_LINKING_OPTION_EMAIL: _ClassVar[AutoLinkingOption]

class AzureADTenantType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    AZURE_AD_TENANT_TYPE_COMMON: _ClassVar[AzureADTenantType]
    AZURE_AD_TENANT_TYPE_ORGANISATIONS: _ClassVar[AzureADTenantType]
    AZURE_AD_TENANT_TYPE_CONSUMERS: _ClassVar[AzureADTenantType]
IDP_STATE_UNSPECIFIED: IDPState
IDP_STATE_ACTIVE: IDPState
IDP_STATE_INACTIVE: IDPState
STYLING_TYPE_UNSPECIFIED: IDPStylingType
STYLING_TYPE_GOOGLE: IDPStylingType
IDP_TYPE_UNSPECIFIED: IDPType
IDP_TYPE_OIDC: IDPType
IDP_TYPE_JWT: IDPType
IDP_OWNER_TYPE_UNSPECIFIED: IDPOwnerType
IDP_OWNER_TYPE_SYSTEM: IDPOwnerType
IDP_OWNER_TYPE_ORG: IDPOwnerType
OIDC_MAPPING_FIELD_UNSPECIFIED: OIDCMappingField
OIDC_MAPPING_FIELD_PREFERRED_USERNAME: OIDCMappingField
OIDC_MAPPING_FIELD_EMAIL: OIDCMappingField
IDP_FIELD_NAME_UNSPECIFIED: IDPFieldName
IDP_FIELD_NAME_NAME: IDPFieldName
PROVIDER_TYPE_UNSPECIFIED: ProviderType
PROVIDER_TYPE_OIDC: ProviderType
PROVIDER_TYPE_JWT: ProviderType
PROVIDER_TYPE_LDAP: ProviderType
PROVIDER_TYPE_OAUTH: ProviderType
PROVIDER_TYPE_AZURE_AD: ProviderType
PROVIDER_TYPE_GITHUB: ProviderType
PROVIDER_TYPE_GITHUB_ES: ProviderType
PROVIDER_TYPE_GITLAB: ProviderType
PROVIDER_TYPE_GITLAB_SELF_HOSTED: ProviderType
PROVIDER_TYPE_GOOGLE: ProviderType
PROVIDER_TYPE_APPLE: ProviderType
PROVIDER_TYPE_SAML: ProviderType
SAML_BINDING_UNSPECIFIED: SAMLBinding
SAML_BINDING_POST: SAMLBinding
SAML_BINDING_REDIRECT: SAMLBinding
SAML_BINDING_ARTIFACT: SAMLBinding
SAML_SIGNATURE_UNSPECIFIED: SAMLSignatureAlgorithm
SAML_SIGNATURE_RSA_SHA1: SAMLSignatureAlgorithm
SAML_SIGNATURE_RSA_SHA256: SAMLSignatureAlgorithm
SAML_SIGNATURE_RSA_SHA512: SAMLSignatureAlgorithm
SAML_NAME_ID_FORMAT_UNSPECIFIED: SAMLNameIDFormat
SAML_NAME_ID_FORMAT_EMAIL_ADDRESS: SAMLNameIDFormat
SAML_NAME_ID_FORMAT_PERSISTENT: SAMLNameIDFormat
SAML_NAME_ID_FORMAT_TRANSIENT: SAMLNameIDFormat
AUTO_LINKING_OPTION_UNSPECIFIED: AutoLinkingOption
AUTO_LINKING_OPTION_USERNAME: AutoLinkingOption
AUTO_LINKING_OPTION_EMAIL: AutoLinkingOption
AZURE_AD_TENANT_TYPE_COMMON: AzureADTenantType
AZURE_AD_TENANT_TYPE_ORGANISATIONS: AzureADTenantType
AZURE_AD_TENANT_TYPE_CONSUMERS: AzureADTenantType

class IDP(_message.Message):
    __slots__ = ("id", "details", "state", "name", "styling_type", "owner", "oidc_config", "jwt_config", "auto_register")
    ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    STYLING_TYPE_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    OIDC_CONFIG_FIELD_NUMBER: _ClassVar[int]
    JWT_CONFIG_FIELD_NUMBER: _ClassVar[int]
    AUTO_REGISTER_FIELD_NUMBER: _ClassVar[int]
    id: str
    details: _object_pb2.ObjectDetails
    state: IDPState
    name: str
    styling_type: IDPStylingType
    owner: IDPOwnerType
    oidc_config: OIDCConfig
    jwt_config: JWTConfig
    auto_register: bool
    def __init__(self, id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., state: _Optional[_Union[IDPState, str]] = ..., name: _Optional[str] = ..., styling_type: _Optional[_Union[IDPStylingType, str]] = ..., owner: _Optional[_Union[IDPOwnerType, str]] = ..., oidc_config: _Optional[_Union[OIDCConfig, _Mapping]] = ..., jwt_config: _Optional[_Union[JWTConfig, _Mapping]] = ..., auto_register: bool = ...) -> None: ...

class IDPUserLink(_message.Message):
    __slots__ = ("user_id", "idp_id", "idp_name", "provided_user_id", "provided_user_name", "idp_type")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    IDP_NAME_FIELD_NUMBER: _ClassVar[int]
    PROVIDED_USER_ID_FIELD_NUMBER: _ClassVar[int]
    PROVIDED_USER_NAME_FIELD_NUMBER: _ClassVar[int]
    IDP_TYPE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    idp_id: str
    idp_name: str
    provided_user_id: str
    provided_user_name: str
    idp_type: IDPType
    def __init__(self, user_id: _Optional[str] = ..., idp_id: _Optional[str] = ..., idp_name: _Optional[str] = ..., provided_user_id: _Optional[str] = ..., provided_user_name: _Optional[str] = ..., idp_type: _Optional[_Union[IDPType, str]] = ...) -> None: ...

class IDPLoginPolicyLink(_message.Message):
    __slots__ = ("idp_id", "idp_name", "idp_type")
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    IDP_NAME_FIELD_NUMBER: _ClassVar[int]
    IDP_TYPE_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    idp_name: str
    idp_type: IDPType
    def __init__(self, idp_id: _Optional[str] = ..., idp_name: _Optional[str] = ..., idp_type: _Optional[_Union[IDPType, str]] = ...) -> None: ...

class OIDCConfig(_message.Message):
    __slots__ = ("client_id", "issuer", "scopes", "display_name_mapping", "username_mapping")
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_MAPPING_FIELD_NUMBER: _ClassVar[int]
    USERNAME_MAPPING_FIELD_NUMBER: _ClassVar[int]
    client_id: str
    issuer: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    display_name_mapping: OIDCMappingField
    username_mapping: OIDCMappingField
    def __init__(self, client_id: _Optional[str] = ..., issuer: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., display_name_mapping: _Optional[_Union[OIDCMappingField, str]] = ..., username_mapping: _Optional[_Union[OIDCMappingField, str]] = ...) -> None: ...

class JWTConfig(_message.Message):
    __slots__ = ("jwt_endpoint", "issuer", "keys_endpoint", "header_name")
    JWT_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    KEYS_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    HEADER_NAME_FIELD_NUMBER: _ClassVar[int]
    jwt_endpoint: str
    issuer: str
    keys_endpoint: str
    header_name: str
    def __init__(self, jwt_endpoint: _Optional[str] = ..., issuer: _Optional[str] = ..., keys_endpoint: _Optional[str] = ..., header_name: _Optional[str] = ...) -> None: ...

class IDPIDQuery(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class IDPNameQuery(_message.Message):
    __slots__ = ("name", "method")
    NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class IDPOwnerTypeQuery(_message.Message):
    __slots__ = ("owner_type",)
    OWNER_TYPE_FIELD_NUMBER: _ClassVar[int]
    owner_type: IDPOwnerType
    def __init__(self, owner_type: _Optional[_Union[IDPOwnerType, str]] = ...) -> None: ...

class Provider(_message.Message):
    __slots__ = ("id", "details", "state", "name", "owner", "type", "config")
    ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    CONFIG_FIELD_NUMBER: _ClassVar[int]
    id: str
    details: _object_pb2.ObjectDetails
    state: IDPState
    name: str
    owner: IDPOwnerType
    type: ProviderType
    config: ProviderConfig
    def __init__(self, id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., state: _Optional[_Union[IDPState, str]] = ..., name: _Optional[str] = ..., owner: _Optional[_Union[IDPOwnerType, str]] = ..., type: _Optional[_Union[ProviderType, str]] = ..., config: _Optional[_Union[ProviderConfig, _Mapping]] = ...) -> None: ...

class ProviderConfig(_message.Message):
    __slots__ = ("options", "ldap", "google", "oauth", "oidc", "jwt", "github", "github_es", "gitlab", "gitlab_self_hosted", "azure_ad", "apple", "saml")
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    LDAP_FIELD_NUMBER: _ClassVar[int]
    GOOGLE_FIELD_NUMBER: _ClassVar[int]
    OAUTH_FIELD_NUMBER: _ClassVar[int]
    OIDC_FIELD_NUMBER: _ClassVar[int]
    JWT_FIELD_NUMBER: _ClassVar[int]
    GITHUB_FIELD_NUMBER: _ClassVar[int]
    GITHUB_ES_FIELD_NUMBER: _ClassVar[int]
    GITLAB_FIELD_NUMBER: _ClassVar[int]
    GITLAB_SELF_HOSTED_FIELD_NUMBER: _ClassVar[int]
    AZURE_AD_FIELD_NUMBER: _ClassVar[int]
    APPLE_FIELD_NUMBER: _ClassVar[int]
    SAML_FIELD_NUMBER: _ClassVar[int]
    options: Options
    ldap: LDAPConfig
    google: GoogleConfig
    oauth: OAuthConfig
    oidc: GenericOIDCConfig
    jwt: JWTConfig
    github: GitHubConfig
    github_es: GitHubEnterpriseServerConfig
    gitlab: GitLabConfig
    gitlab_self_hosted: GitLabSelfHostedConfig
    azure_ad: AzureADConfig
    apple: AppleConfig
    saml: SAMLConfig
    def __init__(self, options: _Optional[_Union[Options, _Mapping]] = ..., ldap: _Optional[_Union[LDAPConfig, _Mapping]] = ..., google: _Optional[_Union[GoogleConfig, _Mapping]] = ..., oauth: _Optional[_Union[OAuthConfig, _Mapping]] = ..., oidc: _Optional[_Union[GenericOIDCConfig, _Mapping]] = ..., jwt: _Optional[_Union[JWTConfig, _Mapping]] = ..., github: _Optional[_Union[GitHubConfig, _Mapping]] = ..., github_es: _Optional[_Union[GitHubEnterpriseServerConfig, _Mapping]] = ..., gitlab: _Optional[_Union[GitLabConfig, _Mapping]] = ..., gitlab_self_hosted: _Optional[_Union[GitLabSelfHostedConfig, _Mapping]] = ..., azure_ad: _Optional[_Union[AzureADConfig, _Mapping]] = ..., apple: _Optional[_Union[AppleConfig, _Mapping]] = ..., saml: _Optional[_Union[SAMLConfig, _Mapping]] = ...) -> None: ...

class OAuthConfig(_message.Message):
    __slots__ = ("client_id", "authorization_endpoint", "token_endpoint", "user_endpoint", "scopes", "id_attribute", "use_pkce")
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    AUTHORIZATION_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    TOKEN_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    USER_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    ID_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    USE_PKCE_FIELD_NUMBER: _ClassVar[int]
    client_id: str
    authorization_endpoint: str
    token_endpoint: str
    user_endpoint: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    id_attribute: str
    use_pkce: bool
    def __init__(self, client_id: _Optional[str] = ..., authorization_endpoint: _Optional[str] = ..., token_endpoint: _Optional[str] = ..., user_endpoint: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., id_attribute: _Optional[str] = ..., use_pkce: bool = ...) -> None: ...

class GenericOIDCConfig(_message.Message):
    __slots__ = ("issuer", "client_id", "scopes", "is_id_token_mapping", "use_pkce")
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    IS_ID_TOKEN_MAPPING_FIELD_NUMBER: _ClassVar[int]
    USE_PKCE_FIELD_NUMBER: _ClassVar[int]
    issuer: str
    client_id: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    is_id_token_mapping: bool
    use_pkce: bool
    def __init__(self, issuer: _Optional[str] = ..., client_id: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ..., is_id_token_mapping: bool = ..., use_pkce: bool = ...) -> None: ...

class GitHubConfig(_message.Message):
    __slots__ = ("client_id", "scopes")
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    client_id: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, client_id: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ...) -> None: ...

class GitHubEnterpriseServerConfig(_message.Message):
    __slots__ = ("client_id", "authorization_endpoint", "token_endpoint", "user_endpoint", "scopes")
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    AUTHORIZATION_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    TOKEN_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    USER_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    client_id: str
    authorization_endpoint: str
    token_endpoint: str
    user_endpoint: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, client_id: _Optional[str] = ..., authorization_endpoint: _Optional[str] = ..., token_endpoint: _Optional[str] = ..., user_endpoint: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ...) -> None: ...

class GoogleConfig(_message.Message):
    __slots__ = ("client_id", "scopes")
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    client_id: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, client_id: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ...) -> None: ...

class GitLabConfig(_message.Message):
    __slots__ = ("client_id", "scopes")
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    client_id: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, client_id: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ...) -> None: ...

class GitLabSelfHostedConfig(_message.Message):
    __slots__ = ("issuer", "client_id", "scopes")
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    issuer: str
    client_id: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, issuer: _Optional[str] = ..., client_id: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ...) -> None: ...

class LDAPConfig(_message.Message):
    __slots__ = ("servers", "start_tls", "base_dn", "bind_dn", "user_base", "user_object_classes", "user_filters", "timeout", "attributes", "root_ca")
    SERVERS_FIELD_NUMBER: _ClassVar[int]
    START_TLS_FIELD_NUMBER: _ClassVar[int]
    BASE_DN_FIELD_NUMBER: _ClassVar[int]
    BIND_DN_FIELD_NUMBER: _ClassVar[int]
    USER_BASE_FIELD_NUMBER: _ClassVar[int]
    USER_OBJECT_CLASSES_FIELD_NUMBER: _ClassVar[int]
    USER_FILTERS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    ATTRIBUTES_FIELD_NUMBER: _ClassVar[int]
    ROOT_CA_FIELD_NUMBER: _ClassVar[int]
    servers: _containers.RepeatedScalarFieldContainer[str]
    start_tls: bool
    base_dn: str
    bind_dn: str
    user_base: str
    user_object_classes: _containers.RepeatedScalarFieldContainer[str]
    user_filters: _containers.RepeatedScalarFieldContainer[str]
    timeout: _duration_pb2.Duration
    attributes: LDAPAttributes
    root_ca: bytes
    def __init__(self, servers: _Optional[_Iterable[str]] = ..., start_tls: bool = ..., base_dn: _Optional[str] = ..., bind_dn: _Optional[str] = ..., user_base: _Optional[str] = ..., user_object_classes: _Optional[_Iterable[str]] = ..., user_filters: _Optional[_Iterable[str]] = ..., timeout: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., attributes: _Optional[_Union[LDAPAttributes, _Mapping]] = ..., root_ca: _Optional[bytes] = ...) -> None: ...

class SAMLConfig(_message.Message):
    __slots__ = ("metadata_xml", "binding", "with_signed_request", "name_id_format", "transient_mapping_attribute_name", "federated_logout_enabled", "signature_algorithm")
    METADATA_XML_FIELD_NUMBER: _ClassVar[int]
    BINDING_FIELD_NUMBER: _ClassVar[int]
    WITH_SIGNED_REQUEST_FIELD_NUMBER: _ClassVar[int]
    NAME_ID_FORMAT_FIELD_NUMBER: _ClassVar[int]
    TRANSIENT_MAPPING_ATTRIBUTE_NAME_FIELD_NUMBER: _ClassVar[int]
    FEDERATED_LOGOUT_ENABLED_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_ALGORITHM_FIELD_NUMBER: _ClassVar[int]
    metadata_xml: bytes
    binding: SAMLBinding
    with_signed_request: bool
    name_id_format: SAMLNameIDFormat
    transient_mapping_attribute_name: str
    federated_logout_enabled: bool
    signature_algorithm: SAMLSignatureAlgorithm
    def __init__(self, metadata_xml: _Optional[bytes] = ..., binding: _Optional[_Union[SAMLBinding, str]] = ..., with_signed_request: bool = ..., name_id_format: _Optional[_Union[SAMLNameIDFormat, str]] = ..., transient_mapping_attribute_name: _Optional[str] = ..., federated_logout_enabled: bool = ..., signature_algorithm: _Optional[_Union[SAMLSignatureAlgorithm, str]] = ...) -> None: ...

class AzureADConfig(_message.Message):
    __slots__ = ("client_id", "tenant", "email_verified", "scopes")
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    TENANT_FIELD_NUMBER: _ClassVar[int]
    EMAIL_VERIFIED_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    client_id: str
    tenant: AzureADTenant
    email_verified: bool
    scopes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, client_id: _Optional[str] = ..., tenant: _Optional[_Union[AzureADTenant, _Mapping]] = ..., email_verified: bool = ..., scopes: _Optional[_Iterable[str]] = ...) -> None: ...

class Options(_message.Message):
    __slots__ = ("is_linking_allowed", "is_creation_allowed", "is_auto_creation", "is_auto_update", "auto_linking")
    IS_LINKING_ALLOWED_FIELD_NUMBER: _ClassVar[int]
    IS_CREATION_ALLOWED_FIELD_NUMBER: _ClassVar[int]
    IS_AUTO_CREATION_FIELD_NUMBER: _ClassVar[int]
    IS_AUTO_UPDATE_FIELD_NUMBER: _ClassVar[int]
    AUTO_LINKING_FIELD_NUMBER: _ClassVar[int]
    is_linking_allowed: bool
    is_creation_allowed: bool
    is_auto_creation: bool
    is_auto_update: bool
    auto_linking: AutoLinkingOption
    def __init__(self, is_linking_allowed: bool = ..., is_creation_allowed: bool = ..., is_auto_creation: bool = ..., is_auto_update: bool = ..., auto_linking: _Optional[_Union[AutoLinkingOption, str]] = ...) -> None: ...

class LDAPAttributes(_message.Message):
    __slots__ = ("id_attribute", "first_name_attribute", "last_name_attribute", "display_name_attribute", "nick_name_attribute", "preferred_username_attribute", "email_attribute", "email_verified_attribute", "phone_attribute", "phone_verified_attribute", "preferred_language_attribute", "avatar_url_attribute", "profile_attribute")
    ID_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    FIRST_NAME_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    LAST_NAME_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    NICK_NAME_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    PREFERRED_USERNAME_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    EMAIL_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    EMAIL_VERIFIED_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    PHONE_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    PHONE_VERIFIED_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    PREFERRED_LANGUAGE_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    AVATAR_URL_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    PROFILE_ATTRIBUTE_FIELD_NUMBER: _ClassVar[int]
    id_attribute: str
    first_name_attribute: str
    last_name_attribute: str
    display_name_attribute: str
    nick_name_attribute: str
    preferred_username_attribute: str
    email_attribute: str
    email_verified_attribute: str
    phone_attribute: str
    phone_verified_attribute: str
    preferred_language_attribute: str
    avatar_url_attribute: str
    profile_attribute: str
    def __init__(self, id_attribute: _Optional[str] = ..., first_name_attribute: _Optional[str] = ..., last_name_attribute: _Optional[str] = ..., display_name_attribute: _Optional[str] = ..., nick_name_attribute: _Optional[str] = ..., preferred_username_attribute: _Optional[str] = ..., email_attribute: _Optional[str] = ..., email_verified_attribute: _Optional[str] = ..., phone_attribute: _Optional[str] = ..., phone_verified_attribute: _Optional[str] = ..., preferred_language_attribute: _Optional[str] = ..., avatar_url_attribute: _Optional[str] = ..., profile_attribute: _Optional[str] = ...) -> None: ...

class AzureADTenant(_message.Message):
    __slots__ = ("tenant_type", "tenant_id")
    TENANT_TYPE_FIELD_NUMBER: _ClassVar[int]
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    tenant_type: AzureADTenantType
    tenant_id: str
    def __init__(self, tenant_type: _Optional[_Union[AzureADTenantType, str]] = ..., tenant_id: _Optional[str] = ...) -> None: ...

class AppleConfig(_message.Message):
    __slots__ = ("client_id", "team_id", "key_id", "scopes")
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    client_id: str
    team_id: str
    key_id: str
    scopes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, client_id: _Optional[str] = ..., team_id: _Optional[str] = ..., key_id: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ...) -> None: ...
