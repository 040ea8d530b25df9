from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel.filter.v2 import filter_pb2 as _filter_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ProjectGrantState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PROJECT_GRANT_STATE_UNSPECIFIED: _ClassVar[ProjectGrantState]
    PROJECT_GRANT_STATE_ACTIVE: _ClassVar[ProjectGrantState]
    PROJECT_GRANT_STATE_INACTIVE: _ClassVar[ProjectGrantState]

class ProjectState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PROJECT_STATE_UNSPECIFIED: _ClassVar[ProjectState]
    PROJECT_STATE_ACTIVE: _ClassVar[ProjectState]
    PROJECT_STATE_INACTIVE: _ClassVar[ProjectState]

class GrantedProjectState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    GRANTED_PROJECT_STATE_UNSPECIFIED: _ClassVar[GrantedProjectState]
    GRANTED_PROJECT_STATE_ACTIVE: _ClassVar[GrantedProjectState]
    GRANTED_PROJECT_STATE_INACTIVE: _ClassVar[GrantedProjectState]

class PrivateLabelingSetting(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PRIVATE_LABELING_SETTING_UNSPECIFIED: _ClassVar[PrivateLabelingSetting]
    PRIVATE_LABELING_SETTING_ENFORCE_PROJECT_RESOURCE_OWNER_POLICY: _ClassVar[PrivateLabelingSetting]
    PRIVATE_LABELING_SETTING_ALLOW_LOGIN_USER_RESOURCE_OWNER_POLICY: _ClassVar[PrivateLabelingSetting]

class ProjectFieldName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PROJECT_FIELD_NAME_UNSPECIFIED: _ClassVar[ProjectFieldName]
    PROJECT_FIELD_NAME_ID: _ClassVar[ProjectFieldName]
    PROJECT_FIELD_NAME_CREATION_DATE: _ClassVar[ProjectFieldName]
    PROJECT_FIELD_NAME_CHANGE_DATE: _ClassVar[ProjectFieldName]
    PROJECT_FIELD_NAME_NAME: _ClassVar[ProjectFieldName]

class ProjectGrantFieldName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PROJECT_GRANT_FIELD_NAME_UNSPECIFIED: _ClassVar[ProjectGrantFieldName]
    PROJECT_GRANT_FIELD_NAME_PROJECT_ID: _ClassVar[ProjectGrantFieldName]
    PROJECT_GRANT_FIELD_NAME_CREATION_DATE: _ClassVar[ProjectGrantFieldName]
    PROJECT_GRANT_FIELD_NAME_CHANGE_DATE: _ClassVar[ProjectGrantFieldName]

class ProjectRoleFieldName(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PROJECT_ROLE_FIELD_NAME_UNSPECIFIED: _ClassVar[ProjectRoleFieldName]
    PROJECT_ROLE_FIELD_NAME_KEY: _ClassVar[ProjectRoleFieldName]
    PROJECT_ROLE_FIELD_NAME_CREATION_DATE: _ClassVar[ProjectRoleFieldName]
    PROJECT_ROLE_FIELD_NAME_CHANGE_DATE: _ClassVar[ProjectRoleFieldName]
PROJECT_GRANT_STATE_UNSPECIFIED: ProjectGrantState
PROJECT_GRANT_STATE_ACTIVE: ProjectGrantState
PROJECT_GRANT_STATE_INACTIVE: ProjectGrantState
PROJECT_STATE_UNSPECIFIED: ProjectState
PROJECT_STATE_ACTIVE: ProjectState
PROJECT_STATE_INACTIVE: ProjectState
GRANTED_PROJECT_STATE_UNSPECIFIED: GrantedProjectState
GRANTED_PROJECT_STATE_ACTIVE: GrantedProjectState
GRANTED_PROJECT_STATE_INACTIVE: GrantedProjectState
PRIVATE_LABELING_SETTING_UNSPECIFIED: PrivateLabelingSetting
PRIVATE_LABELING_SETTING_ENFORCE_PROJECT_RESOURCE_OWNER_POLICY: PrivateLabelingSetting
PRIVATE_LABELING_SETTING_ALLOW_LOGIN_USER_RESOURCE_OWNER_POLICY: PrivateLabelingSetting
PROJECT_FIELD_NAME_UNSPECIFIED: ProjectFieldName
PROJECT_FIELD_NAME_ID: ProjectFieldName
PROJECT_FIELD_NAME_CREATION_DATE: ProjectFieldName
PROJECT_FIELD_NAME_CHANGE_DATE: ProjectFieldName
PROJECT_FIELD_NAME_NAME: ProjectFieldName
PROJECT_GRANT_FIELD_NAME_UNSPECIFIED: ProjectGrantFieldName
PROJECT_GRANT_FIELD_NAME_PROJECT_ID: ProjectGrantFieldName
PROJECT_GRANT_FIELD_NAME_CREATION_DATE: ProjectGrantFieldName
PROJECT_GRANT_FIELD_NAME_CHANGE_DATE: ProjectGrantFieldName
PROJECT_ROLE_FIELD_NAME_UNSPECIFIED: ProjectRoleFieldName
PROJECT_ROLE_FIELD_NAME_KEY: ProjectRoleFieldName
PROJECT_ROLE_FIELD_NAME_CREATION_DATE: ProjectRoleFieldName
PROJECT_ROLE_FIELD_NAME_CHANGE_DATE: ProjectRoleFieldName

class ProjectGrant(_message.Message):
    __slots__ = ("organization_id", "creation_date", "change_date", "granted_organization_id", "granted_organization_name", "granted_role_keys", "project_id", "project_name", "state")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORGANIZATION_NAME_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ROLE_KEYS_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_NAME_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    creation_date: _timestamp_pb2.Timestamp
    change_date: _timestamp_pb2.Timestamp
    granted_organization_id: str
    granted_organization_name: str
    granted_role_keys: _containers.RepeatedScalarFieldContainer[str]
    project_id: str
    project_name: str
    state: ProjectGrantState
    def __init__(self, organization_id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., granted_organization_id: _Optional[str] = ..., granted_organization_name: _Optional[str] = ..., granted_role_keys: _Optional[_Iterable[str]] = ..., project_id: _Optional[str] = ..., project_name: _Optional[str] = ..., state: _Optional[_Union[ProjectGrantState, str]] = ...) -> None: ...

class Project(_message.Message):
    __slots__ = ("project_id", "organization_id", "creation_date", "change_date", "name", "state", "project_role_assertion", "authorization_required", "project_access_required", "private_labeling_setting", "granted_organization_id", "granted_organization_name", "granted_state")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ROLE_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    AUTHORIZATION_REQUIRED_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ACCESS_REQUIRED_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_LABELING_SETTING_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORGANIZATION_NAME_FIELD_NUMBER: _ClassVar[int]
    GRANTED_STATE_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    organization_id: str
    creation_date: _timestamp_pb2.Timestamp
    change_date: _timestamp_pb2.Timestamp
    name: str
    state: ProjectState
    project_role_assertion: bool
    authorization_required: bool
    project_access_required: bool
    private_labeling_setting: PrivateLabelingSetting
    granted_organization_id: str
    granted_organization_name: str
    granted_state: GrantedProjectState
    def __init__(self, project_id: _Optional[str] = ..., organization_id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., name: _Optional[str] = ..., state: _Optional[_Union[ProjectState, str]] = ..., project_role_assertion: bool = ..., authorization_required: bool = ..., project_access_required: bool = ..., private_labeling_setting: _Optional[_Union[PrivateLabelingSetting, str]] = ..., granted_organization_id: _Optional[str] = ..., granted_organization_name: _Optional[str] = ..., granted_state: _Optional[_Union[GrantedProjectState, str]] = ...) -> None: ...

class ProjectSearchFilter(_message.Message):
    __slots__ = ("project_name_filter", "in_project_ids_filter", "organization_id_filter")
    PROJECT_NAME_FILTER_FIELD_NUMBER: _ClassVar[int]
    IN_PROJECT_IDS_FILTER_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FILTER_FIELD_NUMBER: _ClassVar[int]
    project_name_filter: ProjectNameFilter
    in_project_ids_filter: _filter_pb2.InIDsFilter
    organization_id_filter: ProjectOrganizationIDFilter
    def __init__(self, project_name_filter: _Optional[_Union[ProjectNameFilter, _Mapping]] = ..., in_project_ids_filter: _Optional[_Union[_filter_pb2.InIDsFilter, _Mapping]] = ..., organization_id_filter: _Optional[_Union[ProjectOrganizationIDFilter, _Mapping]] = ...) -> None: ...

class ProjectNameFilter(_message.Message):
    __slots__ = ("project_name", "method")
    PROJECT_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    project_name: str
    method: _filter_pb2.TextFilterMethod
    def __init__(self, project_name: _Optional[str] = ..., method: _Optional[_Union[_filter_pb2.TextFilterMethod, str]] = ...) -> None: ...

class ProjectOrganizationIDFilter(_message.Message):
    __slots__ = ("organization_id", "type")
    class Type(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        TYPE_UNSPECIFIED: _ClassVar[ProjectOrganizationIDFilter.Type]
        OWNED: _ClassVar[ProjectOrganizationIDFilter.Type]
        GRANTED: _ClassVar[ProjectOrganizationIDFilter.Type]
        OWNED_OR_GRANTED: _ClassVar[ProjectOrganizationIDFilter.Type]
    TYPE_UNSPECIFIED: ProjectOrganizationIDFilter.Type
    OWNED: ProjectOrganizationIDFilter.Type
    GRANTED: ProjectOrganizationIDFilter.Type
    OWNED_OR_GRANTED: ProjectOrganizationIDFilter.Type
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    type: ProjectOrganizationIDFilter.Type
    def __init__(self, organization_id: _Optional[str] = ..., type: _Optional[_Union[ProjectOrganizationIDFilter.Type, str]] = ...) -> None: ...

class ProjectGrantSearchFilter(_message.Message):
    __slots__ = ("project_name_filter", "role_key_filter", "in_project_ids_filter", "organization_id_filter", "granted_organization_id_filter")
    PROJECT_NAME_FILTER_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEY_FILTER_FIELD_NUMBER: _ClassVar[int]
    IN_PROJECT_IDS_FILTER_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FILTER_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORGANIZATION_ID_FILTER_FIELD_NUMBER: _ClassVar[int]
    project_name_filter: ProjectNameFilter
    role_key_filter: ProjectRoleKeyFilter
    in_project_ids_filter: _filter_pb2.InIDsFilter
    organization_id_filter: _filter_pb2.IDFilter
    granted_organization_id_filter: _filter_pb2.IDFilter
    def __init__(self, project_name_filter: _Optional[_Union[ProjectNameFilter, _Mapping]] = ..., role_key_filter: _Optional[_Union[ProjectRoleKeyFilter, _Mapping]] = ..., in_project_ids_filter: _Optional[_Union[_filter_pb2.InIDsFilter, _Mapping]] = ..., organization_id_filter: _Optional[_Union[_filter_pb2.IDFilter, _Mapping]] = ..., granted_organization_id_filter: _Optional[_Union[_filter_pb2.IDFilter, _Mapping]] = ...) -> None: ...

class ProjectRole(_message.Message):
    __slots__ = ("project_id", "key", "creation_date", "change_date", "display_name", "group")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    key: str
    creation_date: _timestamp_pb2.Timestamp
    change_date: _timestamp_pb2.Timestamp
    display_name: str
    group: str
    def __init__(self, project_id: _Optional[str] = ..., key: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., display_name: _Optional[str] = ..., group: _Optional[str] = ...) -> None: ...

class ProjectRoleSearchFilter(_message.Message):
    __slots__ = ("role_key_filter", "display_name_filter")
    ROLE_KEY_FILTER_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FILTER_FIELD_NUMBER: _ClassVar[int]
    role_key_filter: ProjectRoleKeyFilter
    display_name_filter: ProjectRoleDisplayNameFilter
    def __init__(self, role_key_filter: _Optional[_Union[ProjectRoleKeyFilter, _Mapping]] = ..., display_name_filter: _Optional[_Union[ProjectRoleDisplayNameFilter, _Mapping]] = ...) -> None: ...

class ProjectRoleKeyFilter(_message.Message):
    __slots__ = ("key", "method")
    KEY_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    key: str
    method: _filter_pb2.TextFilterMethod
    def __init__(self, key: _Optional[str] = ..., method: _Optional[_Union[_filter_pb2.TextFilterMethod, str]] = ...) -> None: ...

class ProjectRoleDisplayNameFilter(_message.Message):
    __slots__ = ("display_name", "method")
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    display_name: str
    method: _filter_pb2.TextFilterMethod
    def __init__(self, display_name: _Optional[str] = ..., method: _Optional[_Union[_filter_pb2.TextFilterMethod, str]] = ...) -> None: ...
