from zitadel.settings.v2 import settings_pb2 as _settings_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class LegalAndSupportSettings(_message.Message):
    __slots__ = ("tos_link", "privacy_policy_link", "help_link", "support_email", "resource_owner_type", "docs_link", "custom_link", "custom_link_text")
    TOS_LINK_FIELD_NUMBER: _ClassVar[int]
    PRIVACY_POLICY_LINK_FIELD_NUMBER: _ClassVar[int]
    HELP_LINK_FIELD_NUMBER: _ClassVar[int]
    SUPPORT_EMAIL_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_OWNER_TYPE_FIELD_NUMBER: _ClassVar[int]
    DOCS_LINK_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_LINK_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_LINK_TEXT_FIELD_NUMBER: _ClassVar[int]
    tos_link: str
    privacy_policy_link: str
    help_link: str
    support_email: str
    resource_owner_type: _settings_pb2.ResourceOwnerType
    docs_link: str
    custom_link: str
    custom_link_text: str
    def __init__(self, tos_link: _Optional[str] = ..., privacy_policy_link: _Optional[str] = ..., help_link: _Optional[str] = ..., support_email: _Optional[str] = ..., resource_owner_type: _Optional[_Union[_settings_pb2.ResourceOwnerType, str]] = ..., docs_link: _Optional[str] = ..., custom_link: _Optional[str] = ..., custom_link_text: _Optional[str] = ...) -> None: ...
