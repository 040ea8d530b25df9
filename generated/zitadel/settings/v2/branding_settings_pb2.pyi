from zitadel.settings.v2 import settings_pb2 as _settings_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ThemeMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    THEME_MODE_UNSPECIFIED: _ClassVar[ThemeMode]
    THEME_MODE_AUTO: _ClassVar[ThemeMode]
    THEME_MODE_LIGHT: _ClassVar[ThemeMode]
    THEME_MODE_DARK: _ClassVar[ThemeMode]
THEME_MODE_UNSPECIFIED: ThemeMode
THEME_MODE_AUTO: ThemeMode
THEME_MODE_LIGHT: ThemeMode
THEME_MODE_DARK: ThemeMode

class BrandingSettings(_message.Message):
    __slots__ = ("light_theme", "dark_theme", "font_url", "hide_login_name_suffix", "disable_watermark", "resource_owner_type", "theme_mode")
    LIGHT_THEME_FIELD_NUMBER: _ClassVar[int]
    DARK_THEME_FIELD_NUMBER: _ClassVar[int]
    FONT_URL_FIELD_NUMBER: _ClassVar[int]
    HIDE_LOGIN_NAME_SUFFIX_FIELD_NUMBER: _ClassVar[int]
    DISABLE_WATERMARK_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_OWNER_TYPE_FIELD_NUMBER: _ClassVar[int]
    THEME_MODE_FIELD_NUMBER: _ClassVar[int]
    light_theme: Theme
    dark_theme: Theme
    font_url: str
    hide_login_name_suffix: bool
    disable_watermark: bool
    resource_owner_type: _settings_pb2.ResourceOwnerType
    theme_mode: ThemeMode
    def __init__(self, light_theme: _Optional[_Union[Theme, _Mapping]] = ..., dark_theme: _Optional[_Union[Theme, _Mapping]] = ..., font_url: _Optional[str] = ..., hide_login_name_suffix: bool = ..., disable_watermark: bool = ..., resource_owner_type: _Optional[_Union[_settings_pb2.ResourceOwnerType, str]] = ..., theme_mode: _Optional[_Union[ThemeMode, str]] = ...) -> None: ...

class Theme(_message.Message):
    __slots__ = ("primary_color", "background_color", "warn_color", "font_color", "logo_url", "icon_url")
    PRIMARY_COLOR_FIELD_NUMBER: _ClassVar[int]
    BACKGROUND_COLOR_FIELD_NUMBER: _ClassVar[int]
    WARN_COLOR_FIELD_NUMBER: _ClassVar[int]
    FONT_COLOR_FIELD_NUMBER: _ClassVar[int]
    LOGO_URL_FIELD_NUMBER: _ClassVar[int]
    ICON_URL_FIELD_NUMBER: _ClassVar[int]
    primary_color: str
    background_color: str
    warn_color: str
    font_color: str
    logo_url: str
    icon_url: str
    def __init__(self, primary_color: _Optional[str] = ..., background_color: _Optional[str] = ..., warn_color: _Optional[str] = ..., font_color: _Optional[str] = ..., logo_url: _Optional[str] = ..., icon_url: _Optional[str] = ...) -> None: ...
