from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel.filter.v2 import filter_pb2 as _filter_pb2
from zitadel.project.v2 import query_pb2 as _query_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CreateProjectRequest(_message.Message):
    __slots__ = ("organization_id", "project_id", "name", "project_role_assertion", "authorization_required", "project_access_required", "private_labeling_setting")
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ROLE_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    AUTHORIZATION_REQUIRED_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ACCESS_REQUIRED_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_LABELING_SETTING_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    project_id: str
    name: str
    project_role_assertion: bool
    authorization_required: bool
    project_access_required: bool
    private_labeling_setting: _query_pb2.PrivateLabelingSetting
    def __init__(self, organization_id: _Optional[str] = ..., project_id: _Optional[str] = ..., name: _Optional[str] = ..., project_role_assertion: bool = ..., authorization_required: bool = ..., project_access_required: bool = ..., private_labeling_setting: _Optional[_Union[_query_pb2.PrivateLabelingSetting, str]] = ...) -> None: ...

class CreateProjectResponse(_message.Message):
    __slots__ = ("project_id", "creation_date")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    creation_date: _timestamp_pb2.Timestamp
    def __init__(self, project_id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class UpdateProjectRequest(_message.Message):
    __slots__ = ("project_id", "name", "project_role_assertion", "authorization_required", "project_access_required", "private_labeling_setting")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ROLE_ASSERTION_FIELD_NUMBER: _ClassVar[int]
    AUTHORIZATION_REQUIRED_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ACCESS_REQUIRED_FIELD_NUMBER: _ClassVar[int]
    PRIVATE_LABELING_SETTING_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    name: str
    project_role_assertion: bool
    authorization_required: bool
    project_access_required: bool
    private_labeling_setting: _query_pb2.PrivateLabelingSetting
    def __init__(self, project_id: _Optional[str] = ..., name: _Optional[str] = ..., project_role_assertion: bool = ..., authorization_required: bool = ..., project_access_required: bool = ..., private_labeling_setting: _Optional[_Union[_query_pb2.PrivateLabelingSetting, str]] = ...) -> None: ...

class UpdateProjectResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class DeleteProjectRequest(_message.Message):
    __slots__ = ("project_id",)
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    def __init__(self, project_id: _Optional[str] = ...) -> None: ...

class DeleteProjectResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class GetProjectRequest(_message.Message):
    __slots__ = ("project_id",)
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    def __init__(self, project_id: _Optional[str] = ...) -> None: ...

class GetProjectResponse(_message.Message):
    __slots__ = ("project",)
    PROJECT_FIELD_NUMBER: _ClassVar[int]
    project: _query_pb2.Project
    def __init__(self, project: _Optional[_Union[_query_pb2.Project, _Mapping]] = ...) -> None: ...

class ListProjectsRequest(_message.Message):
    __slots__ = ("pagination", "sorting_column", "filters")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationRequest
    sorting_column: _query_pb2.ProjectFieldName
    filters: _containers.RepeatedCompositeFieldContainer[_query_pb2.ProjectSearchFilter]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., sorting_column: _Optional[_Union[_query_pb2.ProjectFieldName, str]] = ..., filters: _Optional[_Iterable[_Union[_query_pb2.ProjectSearchFilter, _Mapping]]] = ...) -> None: ...

class ListProjectsResponse(_message.Message):
    __slots__ = ("pagination", "projects")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    PROJECTS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationResponse
    projects: _containers.RepeatedCompositeFieldContainer[_query_pb2.Project]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ..., projects: _Optional[_Iterable[_Union[_query_pb2.Project, _Mapping]]] = ...) -> None: ...

class DeactivateProjectRequest(_message.Message):
    __slots__ = ("project_id",)
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    def __init__(self, project_id: _Optional[str] = ...) -> None: ...

class DeactivateProjectResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ActivateProjectRequest(_message.Message):
    __slots__ = ("project_id",)
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    def __init__(self, project_id: _Optional[str] = ...) -> None: ...

class ActivateProjectResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class AddProjectRoleRequest(_message.Message):
    __slots__ = ("project_id", "role_key", "display_name", "group")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEY_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    role_key: str
    display_name: str
    group: str
    def __init__(self, project_id: _Optional[str] = ..., role_key: _Optional[str] = ..., display_name: _Optional[str] = ..., group: _Optional[str] = ...) -> None: ...

class AddProjectRoleResponse(_message.Message):
    __slots__ = ("creation_date",)
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    creation_date: _timestamp_pb2.Timestamp
    def __init__(self, creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class UpdateProjectRoleRequest(_message.Message):
    __slots__ = ("project_id", "role_key", "display_name", "group")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEY_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    role_key: str
    display_name: str
    group: str
    def __init__(self, project_id: _Optional[str] = ..., role_key: _Optional[str] = ..., display_name: _Optional[str] = ..., group: _Optional[str] = ...) -> None: ...

class UpdateProjectRoleResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class RemoveProjectRoleRequest(_message.Message):
    __slots__ = ("project_id", "role_key")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEY_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    role_key: str
    def __init__(self, project_id: _Optional[str] = ..., role_key: _Optional[str] = ...) -> None: ...

class RemoveProjectRoleResponse(_message.Message):
    __slots__ = ("removal_date",)
    REMOVAL_DATE_FIELD_NUMBER: _ClassVar[int]
    removal_date: _timestamp_pb2.Timestamp
    def __init__(self, removal_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListProjectRolesRequest(_message.Message):
    __slots__ = ("project_id", "pagination", "sorting_column", "filters")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    pagination: _filter_pb2.PaginationRequest
    sorting_column: _query_pb2.ProjectRoleFieldName
    filters: _containers.RepeatedCompositeFieldContainer[_query_pb2.ProjectRoleSearchFilter]
    def __init__(self, project_id: _Optional[str] = ..., pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., sorting_column: _Optional[_Union[_query_pb2.ProjectRoleFieldName, str]] = ..., filters: _Optional[_Iterable[_Union[_query_pb2.ProjectRoleSearchFilter, _Mapping]]] = ...) -> None: ...

class ListProjectRolesResponse(_message.Message):
    __slots__ = ("pagination", "project_roles")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ROLES_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationResponse
    project_roles: _containers.RepeatedCompositeFieldContainer[_query_pb2.ProjectRole]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ..., project_roles: _Optional[_Iterable[_Union[_query_pb2.ProjectRole, _Mapping]]] = ...) -> None: ...

class CreateProjectGrantRequest(_message.Message):
    __slots__ = ("project_id", "granted_organization_id", "role_keys")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEYS_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    granted_organization_id: str
    role_keys: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, project_id: _Optional[str] = ..., granted_organization_id: _Optional[str] = ..., role_keys: _Optional[_Iterable[str]] = ...) -> None: ...

class CreateProjectGrantResponse(_message.Message):
    __slots__ = ("creation_date",)
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    creation_date: _timestamp_pb2.Timestamp
    def __init__(self, creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class UpdateProjectGrantRequest(_message.Message):
    __slots__ = ("project_id", "granted_organization_id", "role_keys")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEYS_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    granted_organization_id: str
    role_keys: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, project_id: _Optional[str] = ..., granted_organization_id: _Optional[str] = ..., role_keys: _Optional[_Iterable[str]] = ...) -> None: ...

class UpdateProjectGrantResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class DeleteProjectGrantRequest(_message.Message):
    __slots__ = ("project_id", "granted_organization_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    granted_organization_id: str
    def __init__(self, project_id: _Optional[str] = ..., granted_organization_id: _Optional[str] = ...) -> None: ...

class DeleteProjectGrantResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class DeactivateProjectGrantRequest(_message.Message):
    __slots__ = ("project_id", "granted_organization_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    granted_organization_id: str
    def __init__(self, project_id: _Optional[str] = ..., granted_organization_id: _Optional[str] = ...) -> None: ...

class DeactivateProjectGrantResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ActivateProjectGrantRequest(_message.Message):
    __slots__ = ("project_id", "granted_organization_id")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANTED_ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    granted_organization_id: str
    def __init__(self, project_id: _Optional[str] = ..., granted_organization_id: _Optional[str] = ...) -> None: ...

class ActivateProjectGrantResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListProjectGrantsRequest(_message.Message):
    __slots__ = ("pagination", "sorting_column", "filters")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationRequest
    sorting_column: _query_pb2.ProjectGrantFieldName
    filters: _containers.RepeatedCompositeFieldContainer[_query_pb2.ProjectGrantSearchFilter]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationRequest, _Mapping]] = ..., sorting_column: _Optional[_Union[_query_pb2.ProjectGrantFieldName, str]] = ..., filters: _Optional[_Iterable[_Union[_query_pb2.ProjectGrantSearchFilter, _Mapping]]] = ...) -> None: ...

class ListProjectGrantsResponse(_message.Message):
    __slots__ = ("pagination", "project_grants")
    PAGINATION_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANTS_FIELD_NUMBER: _ClassVar[int]
    pagination: _filter_pb2.PaginationResponse
    project_grants: _containers.RepeatedCompositeFieldContainer[_query_pb2.ProjectGrant]
    def __init__(self, pagination: _Optional[_Union[_filter_pb2.PaginationResponse, _Mapping]] = ..., project_grants: _Optional[_Iterable[_Union[_query_pb2.ProjectGrant, _Mapping]]] = ...) -> None: ...
