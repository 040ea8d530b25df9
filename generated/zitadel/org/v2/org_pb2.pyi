from zitadel.object.v2 import object_pb2 as _object_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class OrganizationState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ORGANIZATION_STATE_UNSPECIFIED: _ClassVar[OrganizationState]
    ORGANIZATION_STATE_ACTIVE: _ClassVar[OrganizationState]
    ORGANIZATION_STATE_INACTIVE: _ClassVar[OrganizationState]
    ORGANIZATION_STATE_REMOVED: _ClassVar[OrganizationState]

class DomainValidationType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DOMAIN_VALIDATION_TYPE_UNSPECIFIED: _ClassVar[DomainValidationType]
    DOMAIN_VALIDATION_TYPE_HTTP: _ClassVar[DomainValidationType]
    DOMAIN_VALIDATION_TYPE_DNS: _ClassVar[DomainValidationType]
ORGANIZATION_STATE_UNSPECIFIED: OrganizationState
ORGANIZATION_STATE_ACTIVE: OrganizationState
ORGANIZATION_STATE_INACTIVE: OrganizationState
ORGANIZATION_STATE_REMOVED: OrganizationState
DOMAIN_VALIDATION_TYPE_UNSPECIFIED: DomainValidationType
DOMAIN_VALIDATION_TYPE_HTTP: DomainValidationType
DOMAIN_VALIDATION_TYPE_DNS: DomainValidationType

class Organization(_message.Message):
    __slots__ = ("id", "details", "state", "name", "primary_domain")
    ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    PRIMARY_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    id: str
    details: _object_pb2.Details
    state: OrganizationState
    name: str
    primary_domain: str
    def __init__(self, id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., state: _Optional[_Union[OrganizationState, str]] = ..., name: _Optional[str] = ..., primary_domain: _Optional[str] = ...) -> None: ...

class Domain(_message.Message):
    __slots__ = ("organization_id", "domain", "is_verified", "is_primary", "validation_type")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    IS_VERIFIED_FIELD_NUMBER: _ClassVar[int]
    IS_PRIMARY_FIELD_NUMBER: _ClassVar[int]
    VALIDATION_TYPE_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    domain: str
    is_verified: bool
    is_primary: bool
    validation_type: DomainValidationType
    def __init__(self, organization_id: _Optional[str] = ..., domain: _Optional[str] = ..., is_verified: bool = ..., is_primary: bool = ..., validation_type: _Optional[_Union[DomainValidationType, str]] = ...) -> None: ...
