from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel.application.v2 import api_pb2 as _api_pb2
from zitadel.application.v2 import oidc_pb2 as _oidc_pb2
from zitadel.application.v2 import saml_pb2 as _saml_pb2
from zitadel.filter.v2 import filter_pb2 as _filter_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ApplicationState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    APPLICATION_STATE_UNSPECIFIED: _ClassVar[ApplicationState]
    APPLICATION_STATE_ACTIVE: _ClassVar[ApplicationState]
    APPLICATION_STATE_INACTIVE: _ClassVar[ApplicationState]
    APPLICATION_STATE_REMOVED: _ClassVar[ApplicationState]

class ApplicationSorting(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    APPLICATION_SORT_BY_ID: _ClassVar[ApplicationSorting]
    APPLICATION_SORT_BY_NAME: _ClassVar[ApplicationSorting]
    APPLICATION_SORT_BY_STATE: _ClassVar[ApplicationSorting]
    APPLICATION_SORT_BY_CREATION_DATE: _ClassVar[ApplicationSorting]
    APPLICATION_SORT_BY_CHANGE_DATE: _ClassVar[ApplicationSorting]

class ApplicationType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    APPLICATION_TYPE_UNSPECIFIED: _ClassVar[ApplicationType]
    APPLICATION_TYPE_OIDC: _ClassVar[ApplicationType]
    APPLICATION_TYPE_API: _ClassVar[ApplicationType]
    APPLICATION_TYPE_SAML: _ClassVar[ApplicationType]

class ApplicationKeysSorting(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    APPLICATION_KEYS_SORT_BY_ID: _ClassVar[ApplicationKeysSorting]
    APPLICATION_KEYS_SORT_BY_PROJECT_ID: _ClassVar[ApplicationKeysSorting]
    APPLICATION_KEYS_SORT_BY_APPLICATION_ID: _ClassVar[ApplicationKeysSorting]
    APPLICATION_KEYS_SORT_BY_CREATION_DATE: _ClassVar[ApplicationKeysSorting]
    APPLICATION_KEYS_SORT_BY_ORGANIZATION_ID: _ClassVar[ApplicationKeysSorting]
    APPLICATION_KEYS_SORT_BY_EXPIRATION: _ClassVar[ApplicationKeysSorting]
    APPLICATION_KEYS_SORT_BY_TYPE: _ClassVar[ApplicationKeysSorting]
APPLICATION_STATE_UNSPECIFIED: ApplicationState
APPLICATION_STATE_ACTIVE: ApplicationState
APPLICATION_STATE_INACTIVE: ApplicationState
APPLICATION_STATE_REMOVED: ApplicationState
APPLICATION_SORT_BY_ID: ApplicationSorting
APPLICATION_SORT_BY_NAME: ApplicationSorting
APPLICATION_SORT_BY_STATE: ApplicationSorting
APPLICATION_SORT_BY_CREATION_DATE: ApplicationSorting
APPLICATION_SORT_BY_CHANGE_DATE: ApplicationSorting
APPLICATION_TYPE_UNSPECIFIED: ApplicationType
APPLICATION_TYPE_OIDC: ApplicationType
APPLICATION_TYPE_API: ApplicationType
APPLICATION_TYPE_SAML: ApplicationType
APPLICATION_KEYS_SORT_BY_ID: ApplicationKeysSorting
APPLICATION_KEYS_SORT_BY_PROJECT_ID: ApplicationKeysSorting
APPLICATION_KEYS_SORT_BY_APPLICATION_ID: ApplicationKeysSorting
APPLICATION_KEYS_SORT_BY_CREATION_DATE: ApplicationKeysSorting
APPLICATION_KEYS_SORT_BY_ORGANIZATION_ID: ApplicationKeysSorting
APPLICATION_KEYS_SORT_BY_EXPIRATION: ApplicationKeysSorting
APPLICATION_KEYS_SORT_BY_TYPE: ApplicationKeysSorting

class Application(_message.Message):
    __slots__ = ("application_id", "creation_date", "change_date", "state", "name", "oidc_configuration", "api_configuration", "saml_configuration", "project_id")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    OIDC_CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    API_CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    SAML_CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    creation_date: _timestamp_pb2.Timestamp
    change_date: _timestamp_pb2.Timestamp
    state: ApplicationState
    name: str
    oidc_configuration: _oidc_pb2.OIDCConfiguration
    api_configuration: _api_pb2.APIConfiguration
    saml_configuration: _saml_pb2.SAMLConfiguration
    project_id: str
    def __init__(self, application_id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., state: _Optional[_Union[ApplicationState, str]] = ..., name: _Optional[str] = ..., oidc_configuration: _Optional[_Union[_oidc_pb2.OIDCConfiguration, _Mapping]] = ..., api_configuration: _Optional[_Union[_api_pb2.APIConfiguration, _Mapping]] = ..., saml_configuration: _Optional[_Union[_saml_pb2.SAMLConfiguration, _Mapping]] = ..., project_id: _Optional[str] = ...) -> None: ...

class ApplicationSearchFilter(_message.Message):
    __slots__ = ("project_id_filter", "name_filter", "state_filter", "type_filter", "client_id_filter", "entity_id_filter")
    PROJECT_ID_FILTER_FIELD_NUMBER: _ClassVar[int]
    NAME_FILTER_FIELD_NUMBER: _ClassVar[int]
    STATE_FILTER_FIELD_NUMBER: _ClassVar[int]
    TYPE_FILTER_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FILTER_FIELD_NUMBER: _ClassVar[int]
    ENTITY_ID_FILTER_FIELD_NUMBER: _ClassVar[int]
    project_id_filter: ProjectIDFilter
    name_filter: ApplicationNameFilter
    state_filter: ApplicationState
    type_filter: ApplicationType
    client_id_filter: ClientIDFilter
    entity_id_filter: EntityIDFilter
    def __init__(self, project_id_filter: _Optional[_Union[ProjectIDFilter, _Mapping]] = ..., name_filter: _Optional[_Union[ApplicationNameFilter, _Mapping]] = ..., state_filter: _Optional[_Union[ApplicationState, str]] = ..., type_filter: _Optional[_Union[ApplicationType, str]] = ..., client_id_filter: _Optional[_Union[ClientIDFilter, _Mapping]] = ..., entity_id_filter: _Optional[_Union[EntityIDFilter, _Mapping]] = ...) -> None: ...

class ProjectIDFilter(_message.Message):
    __slots__ = ("project_id",)
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    def __init__(self, project_id: _Optional[str] = ...) -> None: ...

class ApplicationNameFilter(_message.Message):
    __slots__ = ("name", "method")
    NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    name: str
    method: _filter_pb2.TextFilterMethod
    def __init__(self, name: _Optional[str] = ..., method: _Optional[_Union[_filter_pb2.TextFilterMethod, str]] = ...) -> None: ...

class ClientIDFilter(_message.Message):
    __slots__ = ("client_id",)
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    client_id: str
    def __init__(self, client_id: _Optional[str] = ...) -> None: ...

class EntityIDFilter(_message.Message):
    __slots__ = ("entity_id",)
    ENTITY_ID_FIELD_NUMBER: _ClassVar[int]
    entity_id: str
    def __init__(self, entity_id: _Optional[str] = ...) -> None: ...

class ApplicationKeySearchFilter(_message.Message):
    __slots__ = ("application_id_filter", "project_id_filter", "organization_id_filter")
    APPLICATION_ID_FILTER_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FILTER_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FILTER_FIELD_NUMBER: _ClassVar[int]
    application_id_filter: ApplicationKeyApplicationIDFilter
    project_id_filter: ApplicationKeyProjectIDFilter
    organization_id_filter: ApplicationKeyOrganizationIDFilter
    def __init__(self, application_id_filter: _Optional[_Union[ApplicationKeyApplicationIDFilter, _Mapping]] = ..., project_id_filter: _Optional[_Union[ApplicationKeyProjectIDFilter, _Mapping]] = ..., organization_id_filter: _Optional[_Union[ApplicationKeyOrganizationIDFilter, _Mapping]] = ...) -> None: ...

class ApplicationKeyApplicationIDFilter(_message.Message):
    __slots__ = ("application_id",)
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    def __init__(self, application_id: _Optional[str] = ...) -> None: ...

class ApplicationKeyProjectIDFilter(_message.Message):
    __slots__ = ("project_id",)
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    def __init__(self, project_id: _Optional[str] = ...) -> None: ...

class ApplicationKeyOrganizationIDFilter(_message.Message):
    __slots__ = ("organization_id",)
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    organization_id: str
    def __init__(self, organization_id: _Optional[str] = ...) -> None: ...

class ApplicationKey(_message.Message):
    __slots__ = ("key_id", "application_id", "project_id", "creation_date", "organization_id", "expiration_date")
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_ID_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_DATE_FIELD_NUMBER: _ClassVar[int]
    key_id: str
    application_id: str
    project_id: str
    creation_date: _timestamp_pb2.Timestamp
    organization_id: str
    expiration_date: _timestamp_pb2.Timestamp
    def __init__(self, key_id: _Optional[str] = ..., application_id: _Optional[str] = ..., project_id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., organization_id: _Optional[str] = ..., expiration_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
