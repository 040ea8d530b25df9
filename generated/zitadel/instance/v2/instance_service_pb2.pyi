from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel.filter.v2 import filter_pb2 as _filter_pb2
from zitadel.instance.v2 import instance_pb2 as _instance_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DeleteInstanceRequest(_message.Message):
    __slots__ = ("instance_id",)
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    def __init__(self, instance_id: _Optional[str] = ...) -> None: ...

class DeleteInstanceResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class GetInstanceRequest(_message.Message):
    __slots__ = ("instance_id",)
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    def __init__(self, instance_id: _Optional[str] = ...) -> None: ...

class GetInstanceResponse(_message.Message):
    __slots__ = ("instance",)
    INSTANCE_FIELD_NUMBER: _ClassVar[int]
    instance: _instance_pb2.Instance
    def __init__(self, instance: _Optional[_Union[_instance_pb2.Instance, _Mapping]] = ...) -> None: ...

class UpdateInstanceRequest(_message.Message):
    __slots__ = ("instance_id", "instance_name")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    INSTANCE_NAME_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    instance_name: str
    def __init__(self, instance_id: _Optional[str] = ..., instance_name: _Optional[str] = ...) -> None: ...

class UpdateInstanceResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListInstancesRequest(_message.Message):
    __slots__ = ("pagination", "sorting_column", "filters")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationRequest
    sorting_column: _instance_pb2.FieldName
    filters: _containers.RepeatedCompositeFieldContainer[_instance_pb2.Filter]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., sorting_column: _Optional[_Union[_instance_pb2.FieldName, str]] = ..., filters: _Optional[_Iterable[_Union[_instance_pb2.Filter, _Mapping]]] = ...) -> None: ...

class ListInstancesResponse(_message.Message):
    __slots__ = ("instances", "pagination")
    INSTANCES_FIELD_NUMBER: _ClassVar[int]
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    instances: _containers.RepeatedCompositeFieldContainer[_instance_pb2.Instance]
    pagination: _filter_pb2.PaginationResponse
    def __init__(self, instances: _Optional[_Iterable[_Union[_instance_pb2.Instance, _Mapping]]] = ..., pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ...) -> None: ...

class AddCustomDomainRequest(_message.Message):
    __slots__ = ("instance_id", "custom_domain")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    custom_domain: str
    def __init__(self, instance_id: _Optional[str] = ..., custom_domain: _Optional[str] = ...) -> None: ...

class AddCustomDomainResponse(_message.Message):
    __slots__ = ("creation_date",)
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    creation_date: _timestamp_pb2.Timestamp
    def __init__(self, creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class RemoveCustomDomainRequest(_message.Message):
    __slots__ = ("instance_id", "custom_domain")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    custom_domain: str
    def __init__(self, instance_id: _Optional[str] = ..., custom_domain: _Optional[str] = ...) -> None: ...

class RemoveCustomDomainResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListCustomDomainsRequest(_message.Message):
    __slots__ = ("instance_id", "pagination", "sorting_column", "filters")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    pagination: _filter_pb2.PaginationRequest
    sorting_column: _instance_pb2.DomainFieldName
    filters: _containers.RepeatedCompositeFieldContainer[_instance_pb2.CustomDomainFilter]
    def __init__(self, instance_id: _Optional[str] = ..., pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., sorting_column: _Optional[_Union[_instance_pb2.DomainFieldName, str]] = ..., filters: _Optional[_Iterable[_Union[_instance_pb2.CustomDomainFilter, _Mapping]]] = ...) -> None: ...

class ListCustomDomainsResponse(_message.Message):
    __slots__ = ("domains", "pagination")
    DOMAINS_FIELD_NUMBER: _ClassVar[int]
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    domains: _containers.RepeatedCompositeFieldContainer[_instance_pb2.CustomDomain]
    pagination: _filter_pb2.PaginationResponse
    def __init__(self, domains: _Optional[_Iterable[_Union[_instance_pb2.CustomDomain, _Mapping]]] = ..., pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ...) -> None: ...

class AddTrustedDomainRequest(_message.Message):
    __slots__ = ("instance_id", "trusted_domain")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    TRUSTED_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    trusted_domain: str
    def __init__(self, instance_id: _Optional[str] = ..., trusted_domain: _Optional[str] = ...) -> None: ...

class AddTrustedDomainResponse(_message.Message):
    __slots__ = ("creation_date",)
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    creation_date: _timestamp_pb2.Timestamp
    def __init__(self, creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class RemoveTrustedDomainRequest(_message.Message):
    __slots__ = ("instance_id", "trusted_domain")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    TRUSTED_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    trusted_domain: str
    def __init__(self, instance_id: _Optional[str] = ..., trusted_domain: _Optional[str] = ...) -> None: ...

class RemoveTrustedDomainResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListTrustedDomainsRequest(_message.Message):
    __slots__ = ("instance_id", "pagination", "sorting_column", "filters")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    pagination: _filter_pb2.PaginationRequest
    sorting_column: _instance_pb2.TrustedDomainFieldName
    filters: _containers.RepeatedCompositeFieldContainer[_instance_pb2.TrustedDomainFilter]
    def __init__(self, instance_id: _Optional[str] = ..., pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., sorting_column: _Optional[_Union[_instance_pb2.TrustedDomainFieldName, str]] = ..., filters: _Optional[_Iterable[_Union[_instance_pb2.TrustedDomainFilter, _Mapping]]] = ...) -> None: ...

class ListTrustedDomainsResponse(_message.Message):
    __slots__ = ("trusted_domain", "pagination")
    TRUSTED_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    trusted_domain: _containers.RepeatedCompositeFieldContainer[_instance_pb2.TrustedDomain]
    pagination: _filter_pb2.PaginationResponse
    def __init__(self, trusted_domain: _Optional[_Iterable[_Union[_instance_pb2.TrustedDomain, _Mapping]]] = ..., pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ...) -> None: ...
