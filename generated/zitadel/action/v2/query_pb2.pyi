from zitadel.action.v2 import execution_pb2 as _execution_pb2
from zitadel.filter.v2 import filter_pb2 as _filter_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class TargetFieldName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TARGET_FIELD_NAME_UNSPECIFIED: _ClassVar[TargetFieldName]
    TARGET_FIELD_NAME_ID: _ClassVar[TargetFieldName]
    TARGET_FIELD_NAME_CREATED_DATE: _ClassVar[TargetFieldName]
    TARGET_FIELD_NAME_CHANGED_DATE: _ClassVar[TargetFieldName]
    TARGET_FIELD_NAME_NAME: _ClassVar[TargetFieldName]
    TARGET_FIELD_NAME_TARGET_TYPE: _ClassVar[TargetFieldName]
    TARGET_FIELD_NAME_URL: _ClassVar[TargetFieldName]
    TARGET_FIELD_NAME_TIMEOUT: _ClassVar[TargetFieldName]
    TARGET_FIELD_NAME_INTERRUPT_ON_ERROR: _ClassVar[TargetFieldName]

class ExecutionType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    EXECUTION_TYPE_UNSPECIFIED: _ClassVar[ExecutionType]
    EXECUTION_TYPE_REQUEST: _ClassVar[ExecutionType]
    EXECUTION_TYPE_RESPONSE: _ClassVar[ExecutionType]
    EXECUTION_TYPE_EVENT: _ClassVar[ExecutionType]
    EXECUTION_TYPE_FUNCTION: _ClassVar[ExecutionType]

class ExecutionFieldName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    EXECUTION_FIELD_NAME_UNSPECIFIED: _ClassVar[ExecutionFieldName]
    EXECUTION_FIELD_NAME_ID: _ClassVar[ExecutionFieldName]
    EXECUTION_FIELD_NAME_CREATED_DATE: _ClassVar[ExecutionFieldName]
    EXECUTION_FIELD_NAME_CHANGED_DATE: _ClassVar[ExecutionFieldName]

class PublicKeyFieldName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PUBLIC_KEY_FIELD_NAME_UNSPECIFIED: _ClassVar[PublicKeyFieldName]
    PUBLIC_KEY_FIELD_NAME_CREATION_DATE: _ClassVar[PublicKeyFieldName]
    PUBLIC_KEY_FIELD_NAME_CHANGE_DATE: _ClassVar[PublicKeyFieldName]
    PUBLIC_KEY_FIELD_NAME_EXPIRATION_DATE: _ClassVar[PublicKeyFieldName]
TARGET_FIELD_NAME_UNSPECIFIED: TargetFieldName
TARGET_FIELD_NAME_ID: TargetFieldName
TARGET_FIELD_NAME_CREATED_DATE: TargetFieldName
TARGET_FIELD_NAME_CHANGED_DATE: TargetFieldName
TARGET_FIELD_NAME_NAME: TargetFieldName
TARGET_FIELD_NAME_TARGET_TYPE: TargetFieldName
TARGET_FIELD_NAME_URL: TargetFieldName
TARGET_FIELD_NAME_TIMEOUT: TargetFieldName
TARGET_FIELD_NAME_INTERRUPT_ON_ERROR: TargetFieldName
EXECUTION_TYPE_UNSPECIFIED: ExecutionType
EXECUTION_TYPE_REQUEST: ExecutionType
EXECUTION_TYPE_RESPONSE: ExecutionType
EXECUTION_TYPE_EVENT: ExecutionType
EXECUTION_TYPE_FUNCTION: ExecutionType
EXECUTION_FIELD_NAME_UNSPECIFIED: ExecutionFieldName
EXECUTION_FIELD_NAME_ID: ExecutionFieldName
EXECUTION_FIELD_NAME_CREATED_DATE: ExecutionFieldName
EXECUTION_FIELD_NAME_CHANGED_DATE: ExecutionFieldName
PUBLIC_KEY_FIELD_NAME_UNSPECIFIED: PublicKeyFieldName
PUBLIC_KEY_FIELD_NAME_CREATION_DATE: PublicKeyFieldName
PUBLIC_KEY_FIELD_NAME_CHANGE_DATE: PublicKeyFieldName
PUBLIC_KEY_FIELD_NAME_EXPIRATION_DATE: PublicKeyFieldName

class ExecutionSearchFilter(_message.Message):
    __slots__ = ("in_conditions_filter", "execution_type_filter", "target_filter")
    IN_CONDITIONS_FILTER_FIELD_NUMBER: _ClassVar[int]
    EXECUTION_TYPE_FILTER_FIELD_NUMBER: _ClassVar[int]
    TARGET_FILTER_FIELD_NUMBER: _ClassVar[int]
    in_conditions_filter: InConditionsFilter
    execution_type_filter: ExecutionTypeFilter
    target_filter: TargetFilter
    def __init__(self, in_conditions_filter: _Optional[_Union[InConditionsFilter, _Mapping]] = ..., execution_type_filter: _Optional[_Union[ExecutionTypeFilter, _Mapping]] = ..., target_filter: _Optional[_Union[TargetFilter, _Mapping]] = ...) -> None: ...

class InConditionsFilter(_message.Message):
    __slots__ = ("conditions",)
    CONDITIONS_FIELD_NUMBER: _ClassVar[int]
    conditions: _containers.RepeatedCompositeFieldContainer[_execution_pb2.Condition]
    def __init__(self, conditions: _Optional[_Iterable[_Union[_execution_pb2.Condition, _Mapping]]] = ...) -> None: ...

class ExecutionTypeFilter(_message.Message):
    __slots__ = ("execution_type",)
    EXECUTION_TYPE_FIELD_NUMBER: _ClassVar[int]
    execution_type: ExecutionType
    def __init__(self, execution_type: _Optional[_Union[ExecutionType, str]] = ...) -> None: ...

class TargetFilter(_message.Message):
    __slots__ = ("target_id",)
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    target_id: str
    def __init__(self, target_id: _Optional[str] = ...) -> None: ...

class TargetSearchFilter(_message.Message):
    __slots__ = ("target_name_filter", "in_target_ids_filter")
    TARGET_NAME_FILTER_FIELD_NUMBER: _ClassVar[int]
    IN_TARGET_IDS_FILTER_FIELD_NUMBER: _ClassVar[int]
    target_name_filter: TargetNameFilter
    in_target_ids_filter: InTargetIDsFilter
    def __init__(self, target_name_filter: _Optional[_Union[TargetNameFilter, _Mapping]] = ..., in_target_ids_filter: _Optional[_Union[InTargetIDsFilter, _Mapping]] = ...) -> None: ...

class TargetNameFilter(_message.Message):
    __slots__ = ("target_name", "method")
    TARGET_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    target_name: str
    method: _filter_pb2.TextFilterMethod
    def __init__(self, target_name: _Optional[str] = ..., method: _Optional[_Union[_filter_pb2.TextFilterMethod, str]] = ...) -> None: ...

class InTargetIDsFilter(_message.Message):
    __slots__ = ("target_ids",)
    TARGET_IDS_FIELD_NUMBER: _ClassVar[int]
    target_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, target_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class PublicKeySearchFilter(_message.Message):
    __slots__ = ("key_ids_filter", "active_filter", "expiration_date_filter")
    KEY_IDS_FILTER_FIELD_NUMBER: _ClassVar[int]
    ACTIVE_FILTER_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_DATE_FILTER_FIELD_NUMBER: _ClassVar[int]
    key_ids_filter: _filter_pb2.InIDsFilter
    active_filter: bool
    expiration_date_filter: _filter_pb2.TimestampFilter
    def __init__(self, key_ids_filter: _Optional[_Union[_filter_pb2.InIDsFilter, _Mapping]] = ..., active_filter: bool = ..., expiration_date_filter: _Optional[_Union[_filter_pb2.TimestampFilter, _Mapping]] = ...) -> None: ...
