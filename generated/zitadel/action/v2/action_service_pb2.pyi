from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel.action.v2 import execution_pb2 as _execution_pb2
from zitadel.action.v2 import query_pb2 as _query_pb2
from zitadel.action.v2 import target_pb2 as _target_pb2
from zitadel.filter.v2 import filter_pb2 as _filter_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CreateTargetRequest(_message.Message):
    __slots__ = ("name", "rest_webhook", "rest_call", "rest_async", "timeout", "endpoint", "payload_type")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REST_WEBHOOK_FIELD_NUMBER: _ClassVar[int]
    REST_CALL_FIELD_NUMBER: _ClassVar[int]
    REST_ASYNC_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    PAYLOAD_TYPE_FIELD_NUMBER: _ClassVar[int]
    name: str
    rest_webhook: _target_pb2.RESTWebhook
    rest_call: _target_pb2.RESTCall
    rest_async: _target_pb2.RESTAsync
    timeout: _duration_pb2.Duration
    endpoint: str
    payload_type: _target_pb2.PayloadType
    def __init__(self, name: _Optional[str] = ..., rest_webhook: _Optional[_Union[_target_pb2.RESTWebhook, _Mapping]] = ..., rest_call: _Optional[_Union[_target_pb2.RESTCall, _Mapping]] = ..., rest_async: _Optional[_Union[_target_pb2.RESTAsync, _Mapping]] = ..., timeout: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., endpoint: _Optional[str] = ..., payload_type: _Optional[_Union[_target_pb2.PayloadType, str]] = ...) -> None: ...

class CreateTargetResponse(_message.Message):
    __slots__ = ("id", "creation_date", "signing_key")
    ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    SIGNING_KEY_FIELD_NUMBER: _ClassVar[int]
    id: str
    creation_date: _timestamp_pb2.Timestamp
    signing_key: str
    def __init__(self, id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., signing_key: _Optional[str] = ...) -> None: ...

class UpdateTargetRequest(_message.Message):
    __slots__ = ("id", "name", "rest_webhook", "rest_call", "rest_async", "timeout", "endpoint", "expiration_signing_key", "payload_type")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    REST_WEBHOOK_FIELD_NUMBER: _ClassVar[int]
    REST_CALL_FIELD_NUMBER: _ClassVar[int]
    REST_ASYNC_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_SIGNING_KEY_FIELD_NUMBER: _ClassVar[int]
    PAYLOAD_TYPE_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    rest_webhook: _target_pb2.RESTWebhook
    rest_call: _target_pb2.RESTCall
    rest_async: _target_pb2.RESTAsync
    timeout: _duration_pb2.Duration
    endpoint: str
    expiration_signing_key: _duration_pb2.Duration
    payload_type: _target_pb2.PayloadType
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., rest_webhook: _Optional[_Union[_target_pb2.RESTWebhook, _Mapping]] = ..., rest_call: _Optional[_Union[_target_pb2.RESTCall, _Mapping]] = ..., rest_async: _Optional[_Union[_target_pb2.RESTAsync, _Mapping]] = ..., timeout: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., endpoint: _Optional[str] = ..., expiration_signing_key: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., payload_type: _Optional[_Union[_target_pb2.PayloadType, str]] = ...) -> None: ...

class UpdateTargetResponse(_message.Message):
    __slots__ = ("change_date", "signing_key")
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    SIGNING_KEY_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    signing_key: str
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., signing_key: _Optional[str] = ...) -> None: ...

class DeleteTargetRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class DeleteTargetResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class GetTargetRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class GetTargetResponse(_message.Message):
    __slots__ = ("target",)
    TARGET_FIELD_NUMBER: _ClassVar[int]
    target: _target_pb2.Target
    def __init__(self, target: _Optional[_Union[_target_pb2.Target, _Mapping]] = ...) -> None: ...

class ListTargetsRequest(_message.Message):
    __slots__ = ("pagination", "sorting_column", "filters")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationRequest
    sorting_column: _query_pb2.TargetFieldName
    filters: _containers.RepeatedCompositeFieldContainer[_query_pb2.TargetSearchFilter]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., sorting_column: _Optional[_Union[_query_pb2.TargetFieldName, str]] = ..., filters: _Optional[_Iterable[_Union[_query_pb2.TargetSearchFilter, _Mapping]]] = ...) -> None: ...

class ListTargetsResponse(_message.Message):
    __slots__ = ("pagination", "targets")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    TARGETS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationResponse
    targets: _containers.RepeatedCompositeFieldContainer[_target_pb2.Target]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ..., targets: _Optional[_Iterable[_Union[_target_pb2.Target, _Mapping]]] = ...) -> None: ...

class AddPublicKeyRequest(_message.Message):
    __slots__ = ("target_id", "public_key", "expiration_date")
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_KEY_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_DATE_FIELD_NUMBER: _ClassVar[int]
    target_id: str
    public_key: bytes
    expiration_date: _timestamp_pb2.Timestamp
    def __init__(self, target_id: _Optional[str] = ..., public_key: _Optional[bytes] = ..., expiration_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class AddPublicKeyResponse(_message.Message):
    __slots__ = ("key_id", "creation_date")
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    key_id: str
    creation_date: _timestamp_pb2.Timestamp
    def __init__(self, key_id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ActivatePublicKeyRequest(_message.Message):
    __slots__ = ("target_id", "key_id")
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    target_id: str
    key_id: str
    def __init__(self, target_id: _Optional[str] = ..., key_id: _Optional[str] = ...) -> None: ...

class ActivatePublicKeyResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class DeactivatePublicKeyRequest(_message.Message):
    __slots__ = ("target_id", "key_id")
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    target_id: str
    key_id: str
    def __init__(self, target_id: _Optional[str] = ..., key_id: _Optional[str] = ...) -> None: ...

class DeactivatePublicKeyResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class RemovePublicKeyRequest(_message.Message):
    __slots__ = ("target_id", "key_id")
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    target_id: str
    key_id: str
    def __init__(self, target_id: _Optional[str] = ..., key_id: _Optional[str] = ...) -> None: ...

class RemovePublicKeyResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListPublicKeysRequest(_message.Message):
    __slots__ = ("target_id", "pagination", "sorting_column", "filters")
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    target_id: str
    pagination: _filter_pb2.PaginationRequest
    sorting_column: _query_pb2.PublicKeyFieldName
    filters: _containers.RepeatedCompositeFieldContainer[_query_pb2.PublicKeySearchFilter]
    def __init__(self, target_id: _Optional[str] = ..., pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., sorting_column: _Optional[_Union[_query_pb2.PublicKeyFieldName, str]] = ..., filters: _Optional[_Iterable[_Union[_query_pb2.PublicKeySearchFilter, _Mapping]]] = ...) -> None: ...

class ListPublicKeysResponse(_message.Message):
    __slots__ = ("pagination", "public_keys")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_KEYS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationResponse
    public_keys: _containers.RepeatedCompositeFieldContainer[_target_pb2.PublicKey]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ..., public_keys: _Optional[_Iterable[_Union[_target_pb2.PublicKey, _Mapping]]] = ...) -> None: ...

class SetExecutionRequest(_message.Message):
    __slots__ = ("condition", "targets")
    CONDITION_FIELD_NUMBER: _ClassVar[int]
    TARGETS_FIELD_NUMBER: _ClassVar[int]
    condition: _execution_pb2.Condition
    targets: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, condition: _Optional[_Union[_execution_pb2.Condition, _Mapping]] = ..., targets: _Optional[_Iterable[str]] = ...) -> None: ...

class SetExecutionResponse(_message.Message):
    __slots__ = ("set_date",)
    SET_DATE_FIELD_NUMBER: _ClassVar[int]
    set_date: _timestamp_pb2.Timestamp
    def __init__(self, set_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListExecutionsRequest(_message.Message):
    __slots__ = ("pagination", "sorting_column", "filters")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationRequest
    sorting_column: _query_pb2.ExecutionFieldName
    filters: _containers.RepeatedCompositeFieldContainer[_query_pb2.ExecutionSearchFilter]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., sorting_column: _Optional[_Union[_query_pb2.ExecutionFieldName, str]] = ..., filters: _Optional[_Iterable[_Union[_query_pb2.ExecutionSearchFilter, _Mapping]]] = ...) -> None: ...

class ListExecutionsResponse(_message.Message):
    __slots__ = ("pagination", "executions")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    EXECUTIONS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationResponse
    executions: _containers.RepeatedCompositeFieldContainer[_execution_pb2.Execution]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ..., executions: _Optional[_Iterable[_Union[_execution_pb2.Execution, _Mapping]]] = ...) -> None: ...

class ListExecutionFunctionsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListExecutionFunctionsResponse(_message.Message):
    __slots__ = ("functions",)
    FUNCTIONS_FIELD_NUMBER: _ClassVar[int]
    functions: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, functions: _Optional[_Iterable[str]] = ...) -> None: ...

class ListExecutionMethodsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListExecutionMethodsResponse(_message.Message):
    __slots__ = ("methods",)
    METHODS_FIELD_NUMBER: _ClassVar[int]
    methods: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, methods: _Optional[_Iterable[str]] = ...) -> None: ...

class ListExecutionServicesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListExecutionServicesResponse(_message.Message):
    __slots__ = ("services",)
    SERVICES_FIELD_NUMBER: _ClassVar[int]
    services: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, services: _Optional[_Iterable[str]] = ...) -> None: ...
