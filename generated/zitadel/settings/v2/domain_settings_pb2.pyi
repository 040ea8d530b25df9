from zitadel.settings.v2 import settings_pb2 as _settings_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DomainSettings(_message.Message):
    __slots__ = ("login_name_includes_domain", "require_org_domain_verification", "smtp_sender_address_matches_instance_domain", "resource_owner_type")
    LOGIN_NAME_INCLUDES_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    REQUIRE_ORG_DOMAIN_VERIFICATION_FIELD_NUMBER: _ClassVar[int]
    SMTP_SENDER_ADDRESS_MATCHES_INSTANCE_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_OWNER_TYPE_FIELD_NUMBER: _ClassVar[int]
    login_name_includes_domain: bool
    require_org_domain_verification: bool
    smtp_sender_address_matches_instance_domain: bool
    resource_owner_type: _settings_pb2.ResourceOwnerType
    def __init__(self, login_name_includes_domain: bool = ..., require_org_domain_verification: bool = ..., smtp_sender_address_matches_instance_domain: bool = ..., resource_owner_type: _Optional[_Union[_settings_pb2.ResourceOwnerType, str]] = ...) -> None: ...
