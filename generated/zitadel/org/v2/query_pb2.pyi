from zitadel.object.v2 import object_pb2 as _object_pb2
from zitadel.org.v2 import org_pb2 as _org_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class OrganizationFieldName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ORGANIZATION_FIELD_NAME_UNSPECIFIED: _ClassVar[OrganizationFieldName]
    ORGANIZATION_FIELD_NAME_NAME: _ClassVar[OrganizationFieldName]
    ORGANIZATION_FIELD_NAME_CREATION_DATE: _ClassVar[OrganizationFieldName]

class DomainFieldName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DOMAIN_FIELD_NAME_UNSPECIFIED: _ClassVar[DomainFieldName]
    DOMAIN_FIELD_NAME_NAME: _ClassVar[DomainFieldName]
    DOMAIN_FIELD_NAME_CREATION_DATE: _ClassVar[DomainFieldName]
ORGANIZATION_FIELD_NAME_UNSPECIFIED: OrganizationFieldName
ORGANIZATION_FIELD_NAME_NAME: OrganizationFieldName
ORGANIZATION_FIELD_NAME_CREATION_DATE: OrganizationFieldName
DOMAIN_FIELD_NAME_UNSPECIFIED: DomainFieldName
DOMAIN_FIELD_NAME_NAME: DomainFieldName
DOMAIN_FIELD_NAME_CREATION_DATE: DomainFieldName

class SearchQuery(_message.Message):
    __slots__ = ("name_query", "domain_query", "state_query", "id_query", "default_query")
    NAME_QUERY_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_QUERY_FIELD_NUMBER: _ClassVar[int]
    STATE_QUERY_FIELD_NUMBER: _ClassVar[int]
    ID_QUERY_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_QUERY_FIELD_NUMBER: _ClassVar[int]
    name_query: OrganizationNameQuery
    domain_query: OrganizationDomainQuery
    state_query: OrganizationStateQuery
    id_query: OrganizationIDQuery
    default_query: DefaultOrganizationQuery
    def __init__(self, name_query: _Optional[_Union[OrganizationNameQuery, _Mapping]] = ..., domain_query: _Optional[_Union[OrganizationDomainQuery, _Mapping]] = ..., state_query: _Optional[_Union[OrganizationStateQuery, _Mapping]] = ..., id_query: _Optional[_Union[OrganizationIDQuery, _Mapping]] = ..., default_query: _Optional[_Union[DefaultOrganizationQuery, _Mapping]] = ...) -> None: ...

class OrganizationNameQuery(_message.Message):
    __slots__ = ("name", "method")
    NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    name: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, name: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class OrganizationDomainQuery(_message.Message):
    __slots__ = ("domain", "method")
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    domain: str
    method: _object_pb2.TextQueryMethod
    def __init__(self, domain: _Optional[str] = ..., method: _Optional[_Union[_object_pb2.TextQueryMethod, str]] = ...) -> None: ...

class OrganizationStateQuery(_message.Message):
    __slots__ = ("state",)
    STATE_FIELD_NUMBER: _ClassVar[int]
    state: _org_pb2.OrganizationState
    def __init__(self, state: _Optional[_Union[_org_pb2.OrganizationState, str]] = ...) -> None: ...

class OrganizationIDQuery(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class DefaultOrganizationQuery(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class DomainSearchFilter(_message.Message):
    __slots__ = ("domain_filter",)
    DOMAIN_FILTER_FIELD_NUMBER: _ClassVar[int]
    domain_filter: OrganizationDomainQuery
    def __init__(self, domain_filter: _Optional[_Union[OrganizationDomainQuery, _Mapping]] = ...) -> None: ...
