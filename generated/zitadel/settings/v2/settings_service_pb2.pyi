from google.protobuf import struct_pb2 as _struct_pb2
from zitadel.object.v2 import object_pb2 as _object_pb2
from zitadel.settings.v2 import branding_settings_pb2 as _branding_settings_pb2
from zitadel.settings.v2 import domain_settings_pb2 as _domain_settings_pb2
from zitadel.settings.v2 import legal_settings_pb2 as _legal_settings_pb2
from zitadel.settings.v2 import lockout_settings_pb2 as _lockout_settings_pb2
from zitadel.settings.v2 import login_settings_pb2 as _login_settings_pb2
from zitadel.settings.v2 import password_settings_pb2 as _password_settings_pb2
from zitadel.settings.v2 import security_settings_pb2 as _security_settings_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetLoginSettingsRequest(_message.Message):
    __slots__ = ("ctx",)
    CTX_FIELD_NUMBER: _ClassVar[int]
    ctx: _object_pb2.RequestContext
    def __init__(self, ctx: _Optional[_Union[_object_pb2.RequestContext, _Mapping]] = ...) -> None: ...

class GetLoginSettingsResponse(_message.Message):
    __slots__ = ("details", "settings")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    settings: _login_settings_pb2.LoginSettings
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., settings: _Optional[_Union[_login_settings_pb2.LoginSettings, _Mapping]] = ...) -> None: ...

class GetPasswordComplexitySettingsRequest(_message.Message):
    __slots__ = ("ctx",)
    CTX_FIELD_NUMBER: _ClassVar[int]
    ctx: _object_pb2.RequestContext
    def __init__(self, ctx: _Optional[_Union[_object_pb2.RequestContext, _Mapping]] = ...) -> None: ...

class GetPasswordComplexitySettingsResponse(_message.Message):
    __slots__ = ("details", "settings")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    settings: _password_settings_pb2.PasswordComplexitySettings
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., settings: _Optional[_Union[_password_settings_pb2.PasswordComplexitySettings, _Mapping]] = ...) -> None: ...

class GetPasswordExpirySettingsRequest(_message.Message):
    __slots__ = ("ctx",)
    CTX_FIELD_NUMBER: _ClassVar[int]
    ctx: _object_pb2.RequestContext
    def __init__(self, ctx: _Optional[_Union[_object_pb2.RequestContext, _Mapping]] = ...) -> None: ...

class GetPasswordExpirySettingsResponse(_message.Message):
    __slots__ = ("details", "settings")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    settings: _password_settings_pb2.PasswordExpirySettings
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., settings: _Optional[_Union[_password_settings_pb2.PasswordExpirySettings, _Mapping]] = ...) -> None: ...

class GetBrandingSettingsRequest(_message.Message):
    __slots__ = ("ctx",)
    CTX_FIELD_NUMBER: _ClassVar[int]
    ctx: _object_pb2.RequestContext
    def __init__(self, ctx: _Optional[_Union[_object_pb2.RequestContext, _Mapping]] = ...) -> None: ...

class GetBrandingSettingsResponse(_message.Message):
    __slots__ = ("details", "settings")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    settings: _branding_settings_pb2.BrandingSettings
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., settings: _Optional[_Union[_branding_settings_pb2.BrandingSettings, _Mapping]] = ...) -> None: ...

class GetDomainSettingsRequest(_message.Message):
    __slots__ = ("ctx",)
    CTX_FIELD_NUMBER: _ClassVar[int]
    ctx: _object_pb2.RequestContext
    def __init__(self, ctx: _Optional[_Union[_object_pb2.RequestContext, _Mapping]] = ...) -> None: ...

class GetDomainSettingsResponse(_message.Message):
    __slots__ = ("details", "settings")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    settings: _domain_settings_pb2.DomainSettings
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., settings: _Optional[_Union[_domain_settings_pb2.DomainSettings, _Mapping]] = ...) -> None: ...

class GetLegalAndSupportSettingsRequest(_message.Message):
    __slots__ = ("ctx",)
    CTX_FIELD_NUMBER: _ClassVar[int]
    ctx: _object_pb2.RequestContext
    def __init__(self, ctx: _Optional[_Union[_object_pb2.RequestContext, _Mapping]] = ...) -> None: ...

class GetLegalAndSupportSettingsResponse(_message.Message):
    __slots__ = ("details", "settings")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    settings: _legal_settings_pb2.LegalAndSupportSettings
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., settings: _Optional[_Union[_legal_settings_pb2.LegalAndSupportSettings, _Mapping]] = ...) -> None: ...

class GetLockoutSettingsRequest(_message.Message):
    __slots__ = ("ctx",)
    CTX_FIELD_NUMBER: _ClassVar[int]
    ctx: _object_pb2.RequestContext
    def __init__(self, ctx: _Optional[_Union[_object_pb2.RequestContext, _Mapping]] = ...) -> None: ...

class GetLockoutSettingsResponse(_message.Message):
    __slots__ = ("details", "settings")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    settings: _lockout_settings_pb2.LockoutSettings
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., settings: _Optional[_Union[_lockout_settings_pb2.LockoutSettings, _Mapping]] = ...) -> None: ...

class GetActiveIdentityProvidersRequest(_message.Message):
    __slots__ = ("ctx", "creation_allowed", "linking_allowed", "auto_creation", "auto_linking")
    CTX_FIELD_NUMBER: _ClassVar[int]
    CREATION_ALLOWED_FIELD_NUMBER: _ClassVar[int]
    LINKING_ALLOWED_FIELD_NUMBER: _ClassVar[int]
    AUTO_CREATION_FIELD_NUMBER: _ClassVar[int]
    AUTO_LINKING_FIELD_NUMBER: _ClassVar[int]
    ctx: _object_pb2.RequestContext
    creation_allowed: bool
    linking_allowed: bool
    auto_creation: bool
    auto_linking: bool
    def __init__(self, ctx: _Optional[_Union[_object_pb2.RequestContext, _Mapping]] = ..., creation_allowed: bool = ..., linking_allowed: bool = ..., auto_creation: bool = ..., auto_linking: bool = ...) -> None: ...

class GetActiveIdentityProvidersResponse(_message.Message):
    __slots__ = ("details", "identity_providers")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    IDENTITY_PROVIDERS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    identity_providers: _containers.RepeatedCompositeFieldContainer[_login_settings_pb2.IdentityProvider]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., identity_providers: _Optional[_Iterable[_Union[_login_settings_pb2.IdentityProvider, _Mapping]]] = ...) -> None: ...

class GetGeneralSettingsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetGeneralSettingsResponse(_message.Message):
    __slots__ = ("default_org_id", "default_language", "supported_languages", "default_organization_id", "allowed_languages")
    DEFAULT_ORG_ID_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    SUPPORTED_LANGUAGES_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_LANGUAGES_FIELD_NUMBER: _ClassVar[int]
    default_org_id: str
    default_language: str
    supported_languages: _containers.RepeatedScalarFieldContainer[str]
    default_organization_id: str
    allowed_languages: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, default_org_id: _Optional[str] = ..., default_language: _Optional[str] = ..., supported_languages: _Optional[_Iterable[str]] = ..., default_organization_id: _Optional[str] = ..., allowed_languages: _Optional[_Iterable[str]] = ...) -> None: ...

class GetSecuritySettingsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetSecuritySettingsResponse(_message.Message):
    __slots__ = ("details", "settings")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    settings: _security_settings_pb2.SecuritySettings
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., settings: _Optional[_Union[_security_settings_pb2.SecuritySettings, _Mapping]] = ...) -> None: ...

class SetSecuritySettingsRequest(_message.Message):
    __slots__ = ("embedded_iframe", "enable_impersonation")
    EMBEDDED_IFRAME_FIELD_NUMBER: _ClassVar[int]
    ENABLE_IMPERSONATION_FIELD_NUMBER: _ClassVar[int]
    embedded_iframe: _security_settings_pb2.EmbeddedIframeSettings
    enable_impersonation: bool
    def __init__(self, embedded_iframe: _Optional[_Union[_security_settings_pb2.EmbeddedIframeSettings, _Mapping]] = ..., enable_impersonation: bool = ...) -> None: ...

class SetSecuritySettingsResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class GetHostedLoginTranslationRequest(_message.Message):
    __slots__ = ("system", "instance", "organization_id", "locale", "ignore_inheritance")
    SYSTEM_FIELD_NUMBER: _ClassVar[int]
    INSTANCE_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    LOCALE_FIELD_NUMBER: _ClassVar[int]
    IGNORE_INHERITANCE_FIELD_NUMBER: _ClassVar[int]
    system: bool
    instance: bool
    organization_id: str
    locale: str
    ignore_inheritance: bool
    def __init__(self, system: bool = ..., instance: bool = ..., organization_id: _Optional[str] = ..., locale: _Optional[str] = ..., ignore_inheritance: bool = ...) -> None: ...

class GetHostedLoginTranslationResponse(_message.Message):
    __slots__ = ("etag", "translations")
    ETAG_FIELD_NUMBER: _ClassVar[int]
    TRANSLATIONS_FIELD_NUMBER: _ClassVar[int]
    etag: str
    translations: _struct_pb2.Struct
    def __init__(self, etag: _Optional[str] = ..., translations: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ...) -> None: ...

class SetHostedLoginTranslationRequest(_message.Message):
    __slots__ = ("instance", "organization_id", "locale", "translations")
    INSTANCE_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    LOCALE_FIELD_NUMBER: _ClassVar[int]
    TRANSLATIONS_FIELD_NUMBER: _ClassVar[int]
    instance: bool
    organization_id: str
    locale: str
    translations: _struct_pb2.Struct
    def __init__(self, instance: bool = ..., organization_id: _Optional[str] = ..., locale: _Optional[str] = ..., translations: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ...) -> None: ...

class SetHostedLoginTranslationResponse(_message.Message):
    __slots__ = ("etag",)
    ETAG_FIELD_NUMBER: _ClassVar[int]
    etag: str
    def __init__(self, etag: _Optional[str] = ...) -> None: ...
