from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel import auth_n_key_pb2 as _auth_n_key_pb2
from zitadel import feature_pb2 as _feature_pb2
from zitadel import instance_pb2 as _instance_pb2
from zitadel import member_pb2 as _member_pb2
from zitadel import object_pb2 as _object_pb2
from zitadel import quota_pb2 as _quota_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class HealthzRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class HealthzResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListInstancesRequest(_message.Message):
    __slots__ = ("query", "sorting_column", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    sorting_column: _instance_pb2.FieldName
    queries: _containers.RepeatedCompositeFieldContainer[_instance_pb2.Query]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., sorting_column: _Optional[_Union[_instance_pb2.FieldName, str]] = ..., queries: _Optional[_Iterable[_Union[_instance_pb2.Query, _Mapping]]] = ...) -> None: ...

class ListInstancesResponse(_message.Message):
    __slots__ = ("details", "sorting_column", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    sorting_column: _instance_pb2.FieldName
    result: _containers.RepeatedCompositeFieldContainer[_instance_pb2.Instance]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., sorting_column: _Optional[_Union[_instance_pb2.FieldName, str]] = ..., result: _Optional[_Iterable[_Union[_instance_pb2.Instance, _Mapping]]] = ...) -> None: ...

class GetInstanceRequest(_message.Message):
    __slots__ = ("instance_id",)
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    def __init__(self, instance_id: _Optional[str] = ...) -> None: ...

class GetInstanceResponse(_message.Message):
    __slots__ = ("instance",)
    INSTANCE_FIELD_NUMBER: _ClassVar[int]
    instance: _instance_pb2.InstanceDetail
    def __init__(self, instance: _Optional[_Union[_instance_pb2.InstanceDetail, _Mapping]] = ...) -> None: ...

class AddInstanceRequest(_message.Message):
    __slots__ = ("instance_name", "first_org_name", "custom_domain", "owner_user_name", "owner_email", "owner_profile", "owner_password", "default_language")
    class Profile(_message.Message):
        __slots__ = ("first_name", "last_name", "preferred_language")
        FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
        LAST_NAME_FIELD_NUMBER: _ClassVar[int]
        PREFERRED_LANGUAGE_FIELD_NUMBER: _ClassVar[int]
        first_name: str
        last_name: str
        preferred_language: str
        def __init__(self, first_name: _Optional[str] = ..., last_name: _Optional[str] = ..., preferred_language: _Optional[str] = ...) -> None: ...
    class Email(_message.Message):
        __slots__ = ("email", "is_email_verified")
        EMAIL_FIELD_NUMBER: _ClassVar[int]
        IS_EMAIL_VERIFIED_FIELD_NUMBER: _ClassVar[int]
        email: str
        is_email_verified: bool
        def __init__(self, email: _Optional[str] = ..., is_email_verified: bool = ...) -> None: ...
    class Password(_message.Message):
        __slots__ = ("password", "password_change_required")
        PASSWORD_FIELD_NUMBER: _ClassVar[int]
        PASSWORD_CHANGE_REQUIRED_FIELD_NUMBER: _ClassVar[int]
        password: str
        password_change_required: bool
        def __init__(self, password: _Optional[str] = ..., password_change_required: bool = ...) -> None: ...
    INSTANCE_NAME_FIELD_NUMBER: _ClassVar[int]
    FIRST_ORG_NAME_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    OWNER_USER_NAME_FIELD_NUMBER: _ClassVar[int]
    OWNER_EMAIL_FIELD_NUMBER: _ClassVar[int]
    OWNER_PROFILE_FIELD_NUMBER: _ClassVar[int]
    OWNER_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    instance_name: str
    first_org_name: str
    custom_domain: str
    owner_user_name: str
    owner_email: AddInstanceRequest.Email
    owner_profile: AddInstanceRequest.Profile
    owner_password: AddInstanceRequest.Password
    default_language: str
    def __init__(self, instance_name: _Optional[str] = ..., first_org_name: _Optional[str] = ..., custom_domain: _Optional[str] = ..., owner_user_name: _Optional[str] = ..., owner_email: _Optional[_Union[AddInstanceRequest.Email, _Mapping]] = ..., owner_profile: _Optional[_Union[AddInstanceRequest.Profile, _Mapping]] = ..., owner_password: _Optional[_Union[AddInstanceRequest.Password, _Mapping]] = ..., default_language: _Optional[str] = ...) -> None: ...

class AddInstanceResponse(_message.Message):
    __slots__ = ("instance_id", "details")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    details: _object_pb2.ObjectDetails
    def __init__(self, instance_id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class CreateInstanceRequest(_message.Message):
    __slots__ = ("instance_name", "first_org_name", "custom_domain", "human", "machine", "default_language")
    class Profile(_message.Message):
        __slots__ = ("first_name", "last_name", "preferred_language")
        FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
        LAST_NAME_FIELD_NUMBER: _ClassVar[int]
        PREFERRED_LANGUAGE_FIELD_NUMBER: _ClassVar[int]
        first_name: str
        last_name: str
        preferred_language: str
        def __init__(self, first_name: _Optional[str] = ..., last_name: _Optional[str] = ..., preferred_language: _Optional[str] = ...) -> None: ...
    class Email(_message.Message):
        __slots__ = ("email", "is_email_verified")
        EMAIL_FIELD_NUMBER: _ClassVar[int]
        IS_EMAIL_VERIFIED_FIELD_NUMBER: _ClassVar[int]
        email: str
        is_email_verified: bool
        def __init__(self, email: _Optional[str] = ..., is_email_verified: bool = ...) -> None: ...
    class Password(_message.Message):
        __slots__ = ("password", "password_change_required")
        PASSWORD_FIELD_NUMBER: _ClassVar[int]
        PASSWORD_CHANGE_REQUIRED_FIELD_NUMBER: _ClassVar[int]
        password: str
        password_change_required: bool
        def __init__(self, password: _Optional[str] = ..., password_change_required: bool = ...) -> None: ...
    class Human(_message.Message):
        __slots__ = ("user_name", "email", "profile", "password")
        USER_NAME_FIELD_NUMBER: _ClassVar[int]
        EMAIL_FIELD_NUMBER: _ClassVar[int]
        PROFILE_FIELD_NUMBER: _ClassVar[int]
        PASSWORD_FIELD_NUMBER: _ClassVar[int]
        user_name: str
        email: CreateInstanceRequest.Email
        profile: CreateInstanceRequest.Profile
        password: CreateInstanceRequest.Password
        def __init__(self, user_name: _Optional[str] = ..., email: _Optional[_Union[CreateInstanceRequest.Email, _Mapping]] = ..., profile: _Optional[_Union[CreateInstanceRequest.Profile, _Mapping]] = ..., password: _Optional[_Union[CreateInstanceRequest.Password, _Mapping]] = ...) -> None: ...
    class PersonalAccessToken(_message.Message):
        __slots__ = ("expiration_date",)
        EXPIRATION_DATE_FIELD_NUMBER: _ClassVar[int]
        expiration_date: _timestamp_pb2.Timestamp
        def __init__(self, expiration_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
    class MachineKey(_message.Message):
        __slots__ = ("type", "expiration_date")
        TYPE_FIELD_NUMBER: _ClassVar[int]
        EXPIRATION_DATE_FIELD_NUMBER: _ClassVar[int]
        type: _auth_n_key_pb2.KeyType
        expiration_date: _timestamp_pb2.Timestamp
        def __init__(self, type: _Optional[_Union[_auth_n_key_pb2.KeyType, str]] = ..., expiration_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
    class Machine(_message.Message):
        __slots__ = ("user_name", "name", "personal_access_token", "machine_key")
        USER_NAME_FIELD_NUMBER: _ClassVar[int]
        NAME_FIELD_NUMBER: _ClassVar[int]
        PERSONAL_ACCESS_TOKEN_FIELD_NUMBER: _ClassVar[int]
        MACHINE_KEY_FIELD_NUMBER: _ClassVar[int]
        user_name: str
        name: str
        personal_access_token: CreateInstanceRequest.PersonalAccessToken
        machine_key: CreateInstanceRequest.MachineKey
        def __init__(self, user_name: _Optional[str] = ..., name: _Optional[str] = ..., personal_access_token: _Optional[_Union[CreateInstanceRequest.PersonalAccessToken, _Mapping]] = ..., machine_key: _Optional[_Union[CreateInstanceRequest.MachineKey, _Mapping]] = ...) -> None: ...
    INSTANCE_NAME_FIELD_NUMBER: _ClassVar[int]
    FIRST_ORG_NAME_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    HUMAN_FIELD_NUMBER: _ClassVar[int]
    MACHINE_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    instance_name: str
    first_org_name: str
    custom_domain: str
    human: CreateInstanceRequest.Human
    machine: CreateInstanceRequest.Machine
    default_language: str
    def __init__(self, instance_name: _Optional[str] = ..., first_org_name: _Optional[str] = ..., custom_domain: _Optional[str] = ..., human: _Optional[_Union[CreateInstanceRequest.Human, _Mapping]] = ..., machine: _Optional[_Union[CreateInstanceRequest.Machine, _Mapping]] = ..., default_language: _Optional[str] = ...) -> None: ...

class CreateInstanceResponse(_message.Message):
    __slots__ = ("instance_id", "details", "pat", "machine_key")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    PAT_FIELD_NUMBER: _ClassVar[int]
    MACHINE_KEY_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    details: _object_pb2.ObjectDetails
    pat: str
    machine_key: bytes
    def __init__(self, instance_id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., pat: _Optional[str] = ..., machine_key: _Optional[bytes] = ...) -> None: ...

class UpdateInstanceRequest(_message.Message):
    __slots__ = ("instance_id", "instance_name")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    INSTANCE_NAME_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    instance_name: str
    def __init__(self, instance_id: _Optional[str] = ..., instance_name: _Optional[str] = ...) -> None: ...

class UpdateInstanceResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveInstanceRequest(_message.Message):
    __slots__ = ("instance_id",)
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    def __init__(self, instance_id: _Optional[str] = ...) -> None: ...

class RemoveInstanceResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListIAMMembersRequest(_message.Message):
    __slots__ = ("query", "instance_id", "queries", "sorting_column")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    instance_id: str
    queries: _containers.RepeatedCompositeFieldContainer[_member_pb2.SearchQuery]
    sorting_column: _member_pb2.MemberFieldColumnName
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., instance_id: _Optional[str] = ..., queries: _Optional[_Iterable[_Union[_member_pb2.SearchQuery, _Mapping]]] = ..., sorting_column: _Optional[_Union[_member_pb2.MemberFieldColumnName, str]] = ...) -> None: ...

class ListIAMMembersResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_member_pb2.Member]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_member_pb2.Member, _Mapping]]] = ...) -> None: ...

class GetUsageRequest(_message.Message):
    __slots__ = ("instance_id",)
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    def __init__(self, instance_id: _Optional[str] = ...) -> None: ...

class AddQuotaRequest(_message.Message):
    __slots__ = ("instance_id", "unit", "reset_interval", "amount", "limit", "notifications")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    FROM_FIELD_NUMBER: _ClassVar[int]
    RESET_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    NOTIFICATIONS_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    unit: _quota_pb2.Unit
    reset_interval: _duration_pb2.Duration
    amount: int
    limit: bool
    notifications: _containers.RepeatedCompositeFieldContainer[_quota_pb2.Notification]
    def __init__(self, instance_id: _Optional[str] = ..., unit: _Optional[_Union[_quota_pb2.Unit, str]] = ..., reset_interval: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., amount: _Optional[int] = ..., limit: bool = ..., notifications: _Optional[_Iterable[_Union[_quota_pb2.Notification, _Mapping]]] = ..., **kwargs) -> None: ...

class AddQuotaResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class SetQuotaRequest(_message.Message):
    __slots__ = ("instance_id", "unit", "reset_interval", "amount", "limit", "notifications")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    FROM_FIELD_NUMBER: _ClassVar[int]
    RESET_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    NOTIFICATIONS_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    unit: _quota_pb2.Unit
    reset_interval: _duration_pb2.Duration
    amount: int
    limit: bool
    notifications: _containers.RepeatedCompositeFieldContainer[_quota_pb2.Notification]
    def __init__(self, instance_id: _Optional[str] = ..., unit: _Optional[_Union[_quota_pb2.Unit, str]] = ..., reset_interval: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., amount: _Optional[int] = ..., limit: bool = ..., notifications: _Optional[_Iterable[_Union[_quota_pb2.Notification, _Mapping]]] = ..., **kwargs) -> None: ...

class SetQuotaResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveQuotaRequest(_message.Message):
    __slots__ = ("instance_id", "unit")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    unit: _quota_pb2.Unit
    def __init__(self, instance_id: _Optional[str] = ..., unit: _Optional[_Union[_quota_pb2.Unit, str]] = ...) -> None: ...

class RemoveQuotaResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class SetLimitsRequest(_message.Message):
    __slots__ = ("instance_id", "audit_log_retention", "block")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    AUDIT_LOG_RETENTION_FIELD_NUMBER: _ClassVar[int]
    BLOCK_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    audit_log_retention: _duration_pb2.Duration
    block: bool
    def __init__(self, instance_id: _Optional[str] = ..., audit_log_retention: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., block: bool = ...) -> None: ...

class SetLimitsResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class BulkSetLimitsRequest(_message.Message):
    __slots__ = ("limits",)
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    limits: _containers.RepeatedCompositeFieldContainer[SetLimitsRequest]
    def __init__(self, limits: _Optional[_Iterable[_Union[SetLimitsRequest, _Mapping]]] = ...) -> None: ...

class BulkSetLimitsResponse(_message.Message):
    __slots__ = ("details", "target_details")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    TARGET_DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    target_details: _containers.RepeatedCompositeFieldContainer[_object_pb2.ObjectDetails]
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., target_details: _Optional[_Iterable[_Union[_object_pb2.ObjectDetails, _Mapping]]] = ...) -> None: ...

class ResetLimitsRequest(_message.Message):
    __slots__ = ("instance_id",)
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    def __init__(self, instance_id: _Optional[str] = ...) -> None: ...

class ResetLimitsResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ExistsDomainRequest(_message.Message):
    __slots__ = ("domain",)
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    domain: str
    def __init__(self, domain: _Optional[str] = ...) -> None: ...

class ExistsDomainResponse(_message.Message):
    __slots__ = ("exists",)
    EXISTS_FIELD_NUMBER: _ClassVar[int]
    exists: bool
    def __init__(self, exists: bool = ...) -> None: ...

class ListDomainsRequest(_message.Message):
    __slots__ = ("instance_id", "query", "sorting_column", "queries")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    query: _object_pb2.ListQuery
    sorting_column: _instance_pb2.DomainFieldName
    queries: _containers.RepeatedCompositeFieldContainer[_instance_pb2.DomainSearchQuery]
    def __init__(self, instance_id: _Optional[str] = ..., query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., sorting_column: _Optional[_Union[_instance_pb2.DomainFieldName, str]] = ..., queries: _Optional[_Iterable[_Union[_instance_pb2.DomainSearchQuery, _Mapping]]] = ...) -> None: ...

class ListDomainsResponse(_message.Message):
    __slots__ = ("details", "sorting_column", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    sorting_column: _instance_pb2.DomainFieldName
    result: _containers.RepeatedCompositeFieldContainer[_instance_pb2.Domain]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., sorting_column: _Optional[_Union[_instance_pb2.DomainFieldName, str]] = ..., result: _Optional[_Iterable[_Union[_instance_pb2.Domain, _Mapping]]] = ...) -> None: ...

class AddDomainRequest(_message.Message):
    __slots__ = ("instance_id", "domain")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    domain: str
    def __init__(self, instance_id: _Optional[str] = ..., domain: _Optional[str] = ...) -> None: ...

class AddDomainResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveDomainRequest(_message.Message):
    __slots__ = ("instance_id", "domain")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    domain: str
    def __init__(self, instance_id: _Optional[str] = ..., domain: _Optional[str] = ...) -> None: ...

class RemoveDomainResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class SetPrimaryDomainRequest(_message.Message):
    __slots__ = ("instance_id", "domain")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    domain: str
    def __init__(self, instance_id: _Optional[str] = ..., domain: _Optional[str] = ...) -> None: ...

class SetPrimaryDomainResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ChangeSubscriptionRequest(_message.Message):
    __slots__ = ("domain", "subscription_name", "request_limit", "action_mins_limit")
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    SUBSCRIPTION_NAME_FIELD_NUMBER: _ClassVar[int]
    REQUEST_LIMIT_FIELD_NUMBER: _ClassVar[int]
    ACTION_MINS_LIMIT_FIELD_NUMBER: _ClassVar[int]
    domain: str
    subscription_name: str
    request_limit: int
    action_mins_limit: int
    def __init__(self, domain: _Optional[str] = ..., subscription_name: _Optional[str] = ..., request_limit: _Optional[int] = ..., action_mins_limit: _Optional[int] = ...) -> None: ...

class ChangeSubscriptionResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListViewsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListViewsResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[View]
    def __init__(self, result: _Optional[_Iterable[_Union[View, _Mapping]]] = ...) -> None: ...

class ClearViewRequest(_message.Message):
    __slots__ = ("database", "view_name")
    DATABASE_FIELD_NUMBER: _ClassVar[int]
    VIEW_NAME_FIELD_NUMBER: _ClassVar[int]
    database: str
    view_name: str
    def __init__(self, database: _Optional[str] = ..., view_name: _Optional[str] = ...) -> None: ...

class ClearViewResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListFailedEventsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListFailedEventsResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[FailedEvent]
    def __init__(self, result: _Optional[_Iterable[_Union[FailedEvent, _Mapping]]] = ...) -> None: ...

class RemoveFailedEventRequest(_message.Message):
    __slots__ = ("database", "view_name", "failed_sequence", "instance_id")
    DATABASE_FIELD_NUMBER: _ClassVar[int]
    VIEW_NAME_FIELD_NUMBER: _ClassVar[int]
    FAILED_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    database: str
    view_name: str
    failed_sequence: int
    instance_id: str
    def __init__(self, database: _Optional[str] = ..., view_name: _Optional[str] = ..., failed_sequence: _Optional[int] = ..., instance_id: _Optional[str] = ...) -> None: ...

class RemoveFailedEventResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class View(_message.Message):
    __slots__ = ("database", "view_name", "processed_sequence", "event_timestamp", "last_successful_spooler_run", "instance")
    DATABASE_FIELD_NUMBER: _ClassVar[int]
    VIEW_NAME_FIELD_NUMBER: _ClassVar[int]
    PROCESSED_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    EVENT_TIMESTAMP_FIELD_NUMBER: _ClassVar[int]
    LAST_SUCCESSFUL_SPOOLER_RUN_FIELD_NUMBER: _ClassVar[int]
    INSTANCE_FIELD_NUMBER: _ClassVar[int]
    database: str
    view_name: str
    processed_sequence: int
    event_timestamp: _timestamp_pb2.Timestamp
    last_successful_spooler_run: _timestamp_pb2.Timestamp
    instance: str
    def __init__(self, database: _Optional[str] = ..., view_name: _Optional[str] = ..., processed_sequence: _Optional[int] = ..., event_timestamp: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., last_successful_spooler_run: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., instance: _Optional[str] = ...) -> None: ...

class FailedEvent(_message.Message):
    __slots__ = ("database", "view_name", "failed_sequence", "failure_count", "error_message", "last_failed")
    DATABASE_FIELD_NUMBER: _ClassVar[int]
    VIEW_NAME_FIELD_NUMBER: _ClassVar[int]
    FAILED_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    FAILURE_COUNT_FIELD_NUMBER: _ClassVar[int]
    ERROR_MESSAGE_FIELD_NUMBER: _ClassVar[int]
    LAST_FAILED_FIELD_NUMBER: _ClassVar[int]
    database: str
    view_name: str
    failed_sequence: int
    failure_count: int
    error_message: str
    last_failed: _timestamp_pb2.Timestamp
    def __init__(self, database: _Optional[str] = ..., view_name: _Optional[str] = ..., failed_sequence: _Optional[int] = ..., failure_count: _Optional[int] = ..., error_message: _Optional[str] = ..., last_failed: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class SetInstanceFeatureRequest(_message.Message):
    __slots__ = ("instance_id", "feature_id", "bool")
    INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    FEATURE_ID_FIELD_NUMBER: _ClassVar[int]
    BOOL_FIELD_NUMBER: _ClassVar[int]
    instance_id: str
    feature_id: _feature_pb2.InstanceFeature
    bool: bool
    def __init__(self, instance_id: _Optional[str] = ..., feature_id: _Optional[_Union[_feature_pb2.InstanceFeature, str]] = ..., bool: bool = ...) -> None: ...

class SetInstanceFeatureResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...
