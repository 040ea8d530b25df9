from zitadel import object_pb2 as _object_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class OrgState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ORG_STATE_UNSPECIFIED: _ClassVar[OrgState]
    ORG_STATE_ACTIVE: _ClassVar[OrgState]
    ORG_STATE_INACTIVE: _ClassVar[OrgState]
    ORG_STATE_REMOVED: _ClassVar[OrgState]

class DomainValidationType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DOMAIN_VALIDATION_TYPE_UNSPECIFIED: _ClassVar[DomainValidationType]
    DOMAIN_VALIDATION_TYPE_HTTP: _ClassVar[DomainValidationType]
    DOMAIN_VALIDATION_TYPE_DNS: _ClassVar[DomainValidationType]

class OrgFieldName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ORG_FIELD_NAME_UNSPECIFIED: _ClassVar[OrgFieldName]
    ORG_FIELD_NAME_NAME: _ClassVar[OrgFieldName]
ORG_STATE_UNSPECIFIED: OrgState
ORG_STATE_ACTIVE: OrgState
ORG_STATE_INACTIVE: OrgState
ORG_STATE_REMOVED: OrgState
DOMAIN_VALIDATION_TYPE_UNSPECIFIED: DomainValidationType
DOMAIN_VALIDATION_TYPE_HTTP: DomainValidationType
DOMAIN_VALIDATION_TYPE_DNS: DomainValidationType
ORG_FIELD_NAME_UNSPECIFIED: OrgFieldName
ORG_FIELD_NAME_NAME: OrgFieldName

class Org(_message.Message):
    __slots__ = ("id", "details", "state", "name", "primary_domain")
    ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    PRIMARY_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    id: str
    details: _object_pb2.ObjectDetails
    state: OrgState
    name: str
    primary_domain: str
    def __init__(self, id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., state: _Optional[_Union[OrgState, str]] = ..., name: _Optional[str] = ..., primary_domain: _Optional[str] = ...) -> None: ...

class Domain(_message.Message):
    __slots__ = ("org_id", "details", "domain_name", "is_verified", "is_primary", "validation_type")
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_NAME_FIELD_NUMBER: _ClassVar[int]
    IS_VERIFIED_FIELD_NUMBER: _ClassVar[int]
    IS_PRIMARY_FIELD_NUMBER: _ClassVar[int]
    VALIDATION_TYPE_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    details: _object_pb2.ObjectDetails
    domain_name: str
    is_verified: bool
    is_primary: bool
    validation_type: DomainValidationType
    def __init__(self, org_id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., domain_name: _Optional[str] = ..., is_verified: bool = ..., is_primary: bool = ..., validation_type: _Optional[_Union[DomainValidationType, str]] = ...) -> None: ...

class OrgQuery(_message.Message):
    __slots__ = ("name_query", "domain_query", "state_query", "id_query")
    NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_QUERY_FIELD_NUMBER: _ClassVar[int]
    STATE_QUERY_FIELD_NUMBER: _ClassVar[int]
    ID_QUERY_FIELD_NUMBER: _ClassVar[int]
    name_query: OrgNameQuery
    domain_query: OrgDomainQuery
    state_query: OrgStateQuery
    id_query: OrgIDQuery
    def __init__(self, name_query: _Optional[_Union[OrgNameQuery, _Mapping]] = ..., domain_query: _Optional[_Union[OrgDomainQuery, _Mapping]] = ..., state_query: _Optional[_Union[OrgStateQuery, _Mapping]] = ..., id_query: _Optional[_Union[OrgIDQuery, _Mapping]] = ...) -> None: ...

class OrgNameQuery(_message.Message):
    __slots__ = ("name", "method")
    NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class OrgDomainQuery(_message.Message):
    __slots__ = ("domain", "method")
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    domain: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, domain: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class OrgStateQuery(_message.Message):
    __slots__ = ("state",)
    STATE_FIELD_NUMBER: _ClassVar[int]
    state: OrgState
    def __init__(self, state: _Optional[_Union[OrgState, str]] = ...) -> None: ...

class OrgIDQuery(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class DomainSearchQuery(_message.Message):
    __slots__ = ("domain_name_query",)
    DOMAIN_NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    domain_name_query: DomainNameQuery
    def __init__(self, domain_name_query: _Optional[_Union[DomainNameQuery, _Mapping]] = ...) -> None: ...

class DomainNameQuery(_message.Message):
    __slots__ = ("name", "method")
    NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...
