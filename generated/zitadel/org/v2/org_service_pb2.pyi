from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel.filter.v2 import filter_pb2 as _filter_pb2
from zitadel.metadata.v2 import metadata_pb2 as _metadata_pb2
from zitadel.object.v2 import object_pb2 as _object_pb2
from zitadel.org.v2 import org_pb2 as _org_pb2
from zitadel.org.v2 import query_pb2 as _query_pb2
from zitadel.user.v2 import user_service_pb2 as _user_service_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AddOrganizationRequest(_message.Message):
    __slots__ = ("name", "admins", "organization_id", "org_id")
    class Admin(_message.Message):
        __slots__ = ("user_id", "human", "roles")
        USER_ID_FIELD_NUMBER: _ClassVar[int]
        HUMAN_FIELD_NUMBER: _ClassVar[int]
        ROLES_FIELD_NUMBER: _ClassVar[int]
        user_id: str
        human: _user_service_pb2.AddHumanUserRequest
        roles: _containers.RepeatedScalarFieldContainer[str]
        def __init__(self, user_id: _Optional[str] = ..., human: _Optional[_Union[_user_service_pb2.AddHumanUserRequest, _Mapping]] = ..., roles: _Optional[_Iterable[str]] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    ADMINS_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    name: str
    admins: _containers.RepeatedCompositeFieldContainer[AddOrganizationRequest.Admin]
    organization_id: str
    org_id: str
    def __init__(self, name: _Optional[str] = ..., admins: _Optional[_Iterable[_Union[AddOrganizationRequest.Admin, _Mapping]]] = ..., organization_id: _Optional[str] = ..., org_id: _Optional[str] = ...) -> None: ...

class AddOrganizationResponse(_message.Message):
    __slots__ = ("details", "organization_id", "created_admins")
    class CreatedAdmin(_message.Message):
        __slots__ = ("user_id", "email_code", "phone_code")
        USER_ID_FIELD_NUMBER: _ClassVar[int]
        EMAIL_CODE_FIELD_NUMBER: _ClassVar[int]
        PHONE_CODE_FIELD_NUMBER: _ClassVar[int]
        user_id: str
        email_code: str
        phone_code: str
        def __init__(self, user_id: _Optional[str] = ..., email_code: _Optional[str] = ..., phone_code: _Optional[str] = ...) -> None: ...
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    CREATED_ADMINS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    organization_id: str
    created_admins: _containers.RepeatedCompositeFieldContainer[AddOrganizationResponse.CreatedAdmin]
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., organization_id: _Optional[str] = ..., created_admins: _Optional[_Iterable[_Union[AddOrganizationResponse.CreatedAdmin, _Mapping]]] = ...) -> None: ...

class UpdateOrganizationRequest(_message.Message):
    __slots__ = ("organization_id", "name")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    name: str
    def __init__(self, organization_id: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class UpdateOrganizationResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListOrganizationsRequest(_message.Message):
    __slots__ = ("query", "sorting_column", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    sorting_column: _query_pb2.OrganizationFieldName
    queries: _containers.RepeatedCompositeFieldContainer[_query_pb2.SearchQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., sorting_column: _Optional[_Union[_query_pb2.OrganizationFieldName, str]] = ..., queries: _Optional[_Iterable[_Union[_query_pb2.SearchQuery, _Mapping]]] = ...) -> None: ...

class ListOrganizationsResponse(_message.Message):
    __slots__ = ("details", "sorting_column", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    sorting_column: _query_pb2.OrganizationFieldName
    result: _containers.RepeatedCompositeFieldContainer[_org_pb2.Organization]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., sorting_column: _Optional[_Union[_query_pb2.OrganizationFieldName, str]] = ..., result: _Optional[_Iterable[_Union[_org_pb2.Organization, _Mapping]]] = ...) -> None: ...

class DeleteOrganizationRequest(_message.Message):
    __slots__ = ("organization_id",)
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    def __init__(self, organization_id: _Optional[str] = ...) -> None: ...

class DeleteOrganizationResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class DeactivateOrganizationRequest(_message.Message):
    __slots__ = ("organization_id",)
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    def __init__(self, organization_id: _Optional[str] = ...) -> None: ...

class DeactivateOrganizationResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ActivateOrganizationRequest(_message.Message):
    __slots__ = ("organization_id",)
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    def __init__(self, organization_id: _Optional[str] = ...) -> None: ...

class ActivateOrganizationResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class AddOrganizationDomainRequest(_message.Message):
    __slots__ = ("organization_id", "domain")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    domain: str
    def __init__(self, organization_id: _Optional[str] = ..., domain: _Optional[str] = ...) -> None: ...

class AddOrganizationDomainResponse(_message.Message):
    __slots__ = ("creation_date",)
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    creation_date: _timestamp_pb2.Timestamp
    def __init__(self, creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListOrganizationDomainsRequest(_message.Message):
    __slots__ = ("organization_id", "pagination", "filters", "sorting_column")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    pagination: _filter_pb2.PaginationRequest
    filters: _containers.RepeatedCompositeFieldContainer[_query_pb2.DomainSearchFilter]
    sorting_column: _query_pb2.DomainFieldName
    def __init__(self, organization_id: _Optional[str] = ..., pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., filters: _Optional[_Iterable[_Union[_query_pb2.DomainSearchFilter, _Mapping]]] = ..., sorting_column: _Optional[_Union[_query_pb2.DomainFieldName, str]] = ...) -> None: ...

class ListOrganizationDomainsResponse(_message.Message):
    __slots__ = ("pagination", "domains")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    DOMAINS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationResponse
    domains: _containers.RepeatedCompositeFieldContainer[_org_pb2.Domain]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ..., domains: _Optional[_Iterable[_Union[_org_pb2.Domain, _Mapping]]] = ...) -> None: ...

class DeleteOrganizationDomainRequest(_message.Message):
    __slots__ = ("organization_id", "domain")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    domain: str
    def __init__(self, organization_id: _Optional[str] = ..., domain: _Optional[str] = ...) -> None: ...

class DeleteOrganizationDomainResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class GenerateOrganizationDomainValidationRequest(_message.Message):
    __slots__ = ("organization_id", "domain", "type")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    domain: str
    type: _org_pb2.DomainValidationType
    def __init__(self, organization_id: _Optional[str] = ..., domain: _Optional[str] = ..., type: _Optional[_Union[_org_pb2.DomainValidationType, str]] = ...) -> None: ...

class GenerateOrganizationDomainValidationResponse(_message.Message):
    __slots__ = ("token", "url")
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    URL_FIELD_NUMBER: _ClassVar[int]
    token: str
    url: str
    def __init__(self, token: _Optional[str] = ..., url: _Optional[str] = ...) -> None: ...

class VerifyOrganizationDomainRequest(_message.Message):
    __slots__ = ("organization_id", "domain")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    domain: str
    def __init__(self, organization_id: _Optional[str] = ..., domain: _Optional[str] = ...) -> None: ...

class VerifyOrganizationDomainResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class Metadata(_message.Message):
    __slots__ = ("key", "value")
    KEY_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    key: str
    value: bytes
    def __init__(self, key: _Optional[str] = ..., value: _Optional[bytes] = ...) -> None: ...

class SetOrganizationMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "metadata")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    metadata: _containers.RepeatedCompositeFieldContainer[Metadata]
    def __init__(self, organization_id: _Optional[str] = ..., metadata: _Optional[_Iterable[_Union[Metadata, _Mapping]]] = ...) -> None: ...

class SetOrganizationMetadataResponse(_message.Message):
    __slots__ = ("set_date",)
    SET_DATE_FIELD_NUMBER: _ClassVar[int]
    set_date: _timestamp_pb2.Timestamp
    def __init__(self, set_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListOrganizationMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "pagination", "filters")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    pagination: _filter_pb2.PaginationRequest
    filters: _containers.RepeatedCompositeFieldContainer[_metadata_pb2.MetadataSearchFilter]
    def __init__(self, organization_id: _Optional[str] = ..., pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., filters: _Optional[_Iterable[_Union[_metadata_pb2.MetadataSearchFilter, _Mapping]]] = ...) -> None: ...

class ListOrganizationMetadataResponse(_message.Message):
    __slots__ = ("pagination", "metadata")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationResponse
    metadata: _containers.RepeatedCompositeFieldContainer[_metadata_pb2.Metadata]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ..., metadata: _Optional[_Iterable[_Union[_metadata_pb2.Metadata, _Mapping]]] = ...) -> None: ...

class DeleteOrganizationMetadataRequest(_message.Message):
    __slots__ = ("organization_id", "keys")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    KEYS_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    keys: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, organization_id: _Optional[str] = ..., keys: _Optional[_Iterable[str]] = ...) -> None: ...

class DeleteOrganizationMetadataResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
