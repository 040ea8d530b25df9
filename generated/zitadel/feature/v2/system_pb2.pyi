from zitadel.feature.v2 import feature_pb2 as _feature_pb2
from zitadel.object.v2 import object_pb2 as _object_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SetSystemFeaturesRequest(_message.Message):
    __slots__ = ("login_default_org", "user_schema", "oidc_token_exchange", "improved_performance", "oidc_single_v1_session_termination", "enable_back_channel_logout", "login_v2", "permission_check_v2")
    LOGIN_DEFAULT_ORG_FIELD_NUMBER: _ClassVar[int]
    USER_SCHEMA_FIELD_NUMBER: _ClassVar[int]
    OIDC_TOKEN_EXCHANGE_FIELD_NUMBER: _ClassVar[int]
    IMPROVED_PERFORMANCE_FIELD_NUMBER: _ClassVar[int]
    OIDC_SINGLE_V1_SESSION_TERMINATION_FIELD_NUMBER: _ClassVar[int]
    ENABLE_BACK_CHANNEL_LOGOUT_FIELD_NUMBER: _ClassVar[int]
    LOGIN_V2_FIELD_NUMBER: _ClassVar[int]
    PERMISSION_CHECK_V2_FIELD_NUMBER: _ClassVar[int]
    login_default_org: bool
    user_schema: bool
    oidc_token_exchange: bool
    improved_performance: _containers.RepeatedScalarFieldContainer[_feature_pb2.ImprovedPerformance]
    oidc_single_v1_session_termination: bool
    enable_back_channel_logout: bool
    login_v2: _feature_pb2.LoginV2
    permission_check_v2: bool
    def __init__(self, login_default_org: bool = ..., user_schema: bool = ..., oidc_token_exchange: bool = ..., improved_performance: _Optional[_Iterable[_Union[_feature_pb2.ImprovedPerformance, str]]] = ..., oidc_single_v1_session_termination: bool = ..., enable_back_channel_logout: bool = ..., login_v2: _Optional[_Union[_feature_pb2.LoginV2, _Mapping]] = ..., permission_check_v2: bool = ...) -> None: ...

class SetSystemFeaturesResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class ResetSystemFeaturesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ResetSystemFeaturesResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ...) -> None: ...

class GetSystemFeaturesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetSystemFeaturesResponse(_message.Message):
    __slots__ = ("details", "login_default_org", "user_schema", "oidc_token_exchange", "improved_performance", "oidc_single_v1_session_termination", "enable_back_channel_logout", "login_v2", "permission_check_v2")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    LOGIN_DEFAULT_ORG_FIELD_NUMBER: _ClassVar[int]
    USER_SCHEMA_FIELD_NUMBER: _ClassVar[int]
    OIDC_TOKEN_EXCHANGE_FIELD_NUMBER: _ClassVar[int]
    IMPROVED_PERFORMANCE_FIELD_NUMBER: _ClassVar[int]
    OIDC_SINGLE_V1_SESSION_TERMINATION_FIELD_NUMBER: _ClassVar[int]
    ENABLE_BACK_CHANNEL_LOGOUT_FIELD_NUMBER: _ClassVar[int]
    LOGIN_V2_FIELD_NUMBER: _ClassVar[int]
    PERMISSION_CHECK_V2_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.Details
    login_default_org: _feature_pb2.FeatureFlag
    user_schema: _feature_pb2.FeatureFlag
    oidc_token_exchange: _feature_pb2.FeatureFlag
    improved_performance: _feature_pb2.ImprovedPerformanceFeatureFlag
    oidc_single_v1_session_termination: _feature_pb2.FeatureFlag
    enable_back_channel_logout: _feature_pb2.FeatureFlag
    login_v2: _feature_pb2.LoginV2FeatureFlag
    permission_check_v2: _feature_pb2.FeatureFlag
    def __init__(self, details: _Optional[_Union[_object_pb2.Details, _Mapping]] = ..., login_default_org: _Optional[_Union[_feature_pb2.FeatureFlag, _Mapping]] = ..., user_schema: _Optional[_Union[_feature_pb2.FeatureFlag, _Mapping]] = ..., oidc_token_exchange: _Optional[_Union[_feature_pb2.FeatureFlag, _Mapping]] = ..., improved_performance: _Optional[_Union[_feature_pb2.ImprovedPerformanceFeatureFlag, _Mapping]] = ..., oidc_single_v1_session_termination: _Optional[_Union[_feature_pb2.FeatureFlag, _Mapping]] = ..., enable_back_channel_logout: _Optional[_Union[_feature_pb2.FeatureFlag, _Mapping]] = ..., login_v2: _Optional[_Union[_feature_pb2.LoginV2FeatureFlag, _Mapping]] = ..., permission_check_v2: _Optional[_Union[_feature_pb2.FeatureFlag, _Mapping]] = ...) -> None: ...
