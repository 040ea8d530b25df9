from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel import auth_n_key_pb2 as _auth_n_key_pb2
from zitadel import idp_pb2 as _idp_pb2
from zitadel import management_pb2 as _management_pb2
from zitadel import org_pb2 as _org_pb2
from zitadel import user_pb2 as _user_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class FlowType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FLOW_TYPE_UNSPECIFIED: _ClassVar[FlowType]
    FLOW_TYPE_EXTERNAL_AUTHENTICATION: _ClassVar[FlowType]

class TriggerType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TRIGGER_TYPE_UNSPECIFIED: _ClassVar[TriggerType]
    TRIGGER_TYPE_POST_AUTHENTICATION: _ClassVar[TriggerType]
    TRIGGER_TYPE_PRE_CREATION: _ClassVar[TriggerType]
    TRIGGER_TYPE_POST_CREATION: _ClassVar[TriggerType]
FLOW_TYPE_UNSPECIFIED: FlowType
FLOW_TYPE_EXTERNAL_AUTHENTICATION: FlowType
TRIGGER_TYPE_UNSPECIFIED: TriggerType
TRIGGER_TYPE_POST_AUTHENTICATION: TriggerType
TRIGGER_TYPE_PRE_CREATION: TriggerType
TRIGGER_TYPE_POST_CREATION: TriggerType

class AddCustomOrgIAMPolicyRequest(_message.Message):
    __slots__ = ("org_id", "user_login_must_be_domain")
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    USER_LOGIN_MUST_BE_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    user_login_must_be_domain: bool
    def __init__(self, org_id: _Optional[str] = ..., user_login_must_be_domain: bool = ...) -> None: ...

class ImportDataOrg(_message.Message):
    __slots__ = ("orgs",)
    ORGS_FIELD_NUMBER: _ClassVar[int]
    orgs: _containers.RepeatedCompositeFieldContainer[DataOrg]
    def __init__(self, orgs: _Optional[_Iterable[_Union[DataOrg, _Mapping]]] = ...) -> None: ...

class DataOrg(_message.Message):
    __slots__ = ("org_id", "org", "iam_policy", "label_policy", "lockout_policy", "login_policy", "password_complexity_policy", "privacy_policy", "projects", "project_roles", "api_apps", "oidc_apps", "human_users", "machine_users", "trigger_actions", "actions", "project_grants", "user_grants", "org_members", "project_members", "project_grant_members", "user_metadata", "login_texts", "init_messages", "password_reset_messages", "verify_email_messages", "verify_phone_messages", "domain_claimed_messages", "passwordless_registration_messages", "oidc_idps", "jwt_idps", "second_factors", "multi_factors", "idps", "user_links", "domains", "app_keys", "machine_keys", "invite_user_messages")
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    IAM_POLICY_FIELD_NUMBER: _ClassVar[int]
    LABEL_POLICY_FIELD_NUMBER: _ClassVar[int]
    LOCKOUT_POLICY_FIELD_NUMBER: _ClassVar[int]
    LOGIN_POLICY_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_COMPLEXITY_POLICY_FIELD_NUMBER: _ClassVar[int]
    PRIVACY_POLICY_FIELD_NUMBER: _ClassVar[int]
    PROJECTS_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ROLES_FIELD_NUMBER: _ClassVar[int]
    API_APPS_FIELD_NUMBER: _ClassVar[int]
    OIDC_APPS_FIELD_NUMBER: _ClassVar[int]
    HUMAN_USERS_FIELD_NUMBER: _ClassVar[int]
    MACHINE_USERS_FIELD_NUMBER: _ClassVar[int]
    TRIGGER_ACTIONS_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANTS_FIELD_NUMBER: _ClassVar[int]
    USER_GRANTS_FIELD_NUMBER: _ClassVar[int]
    ORG_MEMBERS_FIELD_NUMBER: _ClassVar[int]
    PROJECT_MEMBERS_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANT_MEMBERS_FIELD_NUMBER: _ClassVar[int]
    USER_METADATA_FIELD_NUMBER: _ClassVar[int]
    LOGIN_TEXTS_FIELD_NUMBER: _ClassVar[int]
    INIT_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_RESET_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    VERIFY_EMAIL_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    VERIFY_PHONE_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    DOMAIN_CLAIMED_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    PASSWORDLESS_REGISTRATION_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    OIDC_IDPS_FIELD_NUMBER: _ClassVar[int]
    JWT_IDPS_FIELD_NUMBER: _ClassVar[int]
    SECOND_FACTORS_FIELD_NUMBER: _ClassVar[int]
    MULTI_FACTORS_FIELD_NUMBER: _ClassVar[int]
    IDPS_FIELD_NUMBER: _ClassVar[int]
    USER_LINKS_FIELD_NUMBER: _ClassVar[int]
    DOMAINS_FIELD_NUMBER: _ClassVar[int]
    APP_KEYS_FIELD_NUMBER: _ClassVar[int]
    MACHINE_KEYS_FIELD_NUMBER: _ClassVar[int]
    INVITE_USER_MESSAGES_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    org: _management_pb2.AddOrgRequest
    iam_policy: AddCustomOrgIAMPolicyRequest
    label_policy: _management_pb2.AddCustomLabelPolicyRequest
    lockout_policy: _management_pb2.AddCustomLockoutPolicyRequest
    login_policy: _management_pb2.AddCustomLoginPolicyRequest
    password_complexity_policy: _management_pb2.AddCustomPasswordComplexityPolicyRequest
    privacy_policy: _management_pb2.AddCustomPrivacyPolicyRequest
    projects: _containers.RepeatedCompositeFieldContainer[DataProject]
    project_roles: _containers.RepeatedCompositeFieldContainer[_management_pb2.AddProjectRoleRequest]
    api_apps: _containers.RepeatedCompositeFieldContainer[DataAPIApplication]
    oidc_apps: _containers.RepeatedCompositeFieldContainer[DataOIDCApplication]
    human_users: _containers.RepeatedCompositeFieldContainer[DataHumanUser]
    machine_users: _containers.RepeatedCompositeFieldContainer[DataMachineUser]
    trigger_actions: _containers.RepeatedCompositeFieldContainer[SetTriggerActionsRequest]
    actions: _containers.RepeatedCompositeFieldContainer[DataAction]
    project_grants: _containers.RepeatedCompositeFieldContainer[DataProjectGrant]
    user_grants: _containers.RepeatedCompositeFieldContainer[_management_pb2.AddUserGrantRequest]
    org_members: _containers.RepeatedCompositeFieldContainer[_management_pb2.AddOrgMemberRequest]
    project_members: _containers.RepeatedCompositeFieldContainer[_management_pb2.AddProjectMemberRequest]
    project_grant_members: _containers.RepeatedCompositeFieldContainer[_management_pb2.AddProjectGrantMemberRequest]
    user_metadata: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetUserMetadataRequest]
    login_texts: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomLoginTextsRequest]
    init_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomInitMessageTextRequest]
    password_reset_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomPasswordResetMessageTextRequest]
    verify_email_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomVerifyEmailMessageTextRequest]
    verify_phone_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomVerifyPhoneMessageTextRequest]
    domain_claimed_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomDomainClaimedMessageTextRequest]
    passwordless_registration_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomPasswordlessRegistrationMessageTextRequest]
    oidc_idps: _containers.RepeatedCompositeFieldContainer[DataOIDCIDP]
    jwt_idps: _containers.RepeatedCompositeFieldContainer[DataJWTIDP]
    second_factors: _containers.RepeatedCompositeFieldContainer[_management_pb2.AddSecondFactorToLoginPolicyRequest]
    multi_factors: _containers.RepeatedCompositeFieldContainer[_management_pb2.AddMultiFactorToLoginPolicyRequest]
    idps: _containers.RepeatedCompositeFieldContainer[_management_pb2.AddIDPToLoginPolicyRequest]
    user_links: _containers.RepeatedCompositeFieldContainer[_idp_pb2.IDPUserLink]
    domains: _containers.RepeatedCompositeFieldContainer[_org_pb2.Domain]
    app_keys: _containers.RepeatedCompositeFieldContainer[DataAppKey]
    machine_keys: _containers.RepeatedCompositeFieldContainer[DataMachineKey]
    invite_user_messages: _containers.RepeatedCompositeFieldContainer[_management_pb2.SetCustomInviteUserMessageTextRequest]
    def __init__(self, org_id: _Optional[str] = ..., org: _Optional[_Union[_management_pb2.AddOrgRequest, _Mapping]] = ..., iam_policy: _Optional[_Union[AddCustomOrgIAMPolicyRequest, _Mapping]] = ..., label_policy: _Optional[_Union[_management_pb2.AddCustomLabelPolicyRequest, _Mapping]] = ..., lockout_policy: _Optional[_Union[_management_pb2.AddCustomLockoutPolicyRequest, _Mapping]] = ..., login_policy: _Optional[_Union[_management_pb2.AddCustomLoginPolicyRequest, _Mapping]] = ..., password_complexity_policy: _Optional[_Union[_management_pb2.AddCustomPasswordComplexityPolicyRequest, _Mapping]] = ..., privacy_policy: _Optional[_Union[_management_pb2.AddCustomPrivacyPolicyRequest, _Mapping]] = ..., projects: _Optional[_Iterable[_Union[DataProject, _Mapping]]] = ..., project_roles: _Optional[_Iterable[_Union[_management_pb2.AddProjectRoleRequest, _Mapping]]] = ..., api_apps: _Optional[_Iterable[_Union[DataAPIApplication, _Mapping]]] = ..., oidc_apps: _Optional[_Iterable[_Union[DataOIDCApplication, _Mapping]]] = ..., human_users: _Optional[_Iterable[_Union[DataHumanUser, _Mapping]]] = ..., machine_users: _Optional[_Iterable[_Union[DataMachineUser, _Mapping]]] = ..., trigger_actions: _Optional[_Iterable[_Union[SetTriggerActionsRequest, _Mapping]]] = ..., actions: _Optional[_Iterable[_Union[DataAction, _Mapping]]] = ..., project_grants: _Optional[_Iterable[_Union[DataProjectGrant, _Mapping]]] = ..., user_grants: _Optional[_Iterable[_Union[_management_pb2.AddUserGrantRequest, _Mapping]]] = ..., org_members: _Optional[_Iterable[_Union[_management_pb2.AddOrgMemberRequest, _Mapping]]] = ..., project_members: _Optional[_Iterable[_Union[_management_pb2.AddProjectMemberRequest, _Mapping]]] = ..., project_grant_members: _Optional[_Iterable[_Union[_management_pb2.AddProjectGrantMemberRequest, _Mapping]]] = ..., user_metadata: _Optional[_Iterable[_Union[_management_pb2.SetUserMetadataRequest, _Mapping]]] = ..., login_texts: _Optional[_Iterable[_Union[_management_pb2.SetCustomLoginTextsRequest, _Mapping]]] = ..., init_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomInitMessageTextRequest, _Mapping]]] = ..., password_reset_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomPasswordResetMessageTextRequest, _Mapping]]] = ..., verify_email_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomVerifyEmailMessageTextRequest, _Mapping]]] = ..., verify_phone_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomVerifyPhoneMessageTextRequest, _Mapping]]] = ..., domain_claimed_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomDomainClaimedMessageTextRequest, _Mapping]]] = ..., passwordless_registration_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomPasswordlessRegistrationMessageTextRequest, _Mapping]]] = ..., oidc_idps: _Optional[_Iterable[_Union[DataOIDCIDP, _Mapping]]] = ..., jwt_idps: _Optional[_Iterable[_Union[DataJWTIDP, _Mapping]]] = ..., second_factors: _Optional[_Iterable[_Union[_management_pb2.AddSecondFactorToLoginPolicyRequest, _Mapping]]] = ..., multi_factors: _Optional[_Iterable[_Union[_management_pb2.AddMultiFactorToLoginPolicyRequest, _Mapping]]] = ..., idps: _Optional[_Iterable[_Union[_management_pb2.AddIDPToLoginPolicyRequest, _Mapping]]] = ..., user_links: _Optional[_Iterable[_Union[_idp_pb2.IDPUserLink, _Mapping]]] = ..., domains: _Optional[_Iterable[_Union[_org_pb2.Domain, _Mapping]]] = ..., app_keys: _Optional[_Iterable[_Union[DataAppKey, _Mapping]]] = ..., machine_keys: _Optional[_Iterable[_Union[DataMachineKey, _Mapping]]] = ..., invite_user_messages: _Optional[_Iterable[_Union[_management_pb2.SetCustomInviteUserMessageTextRequest, _Mapping]]] = ...) -> None: ...

class DataOIDCIDP(_message.Message):
    __slots__ = ("idp_id", "idp")
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    IDP_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    idp: _management_pb2.AddOrgOIDCIDPRequest
    def __init__(self, idp_id: _Optional[str] = ..., idp: _Optional[_Union[_management_pb2.AddOrgOIDCIDPRequest, _Mapping]] = ...) -> None: ...

class DataJWTIDP(_message.Message):
    __slots__ = ("idp_id", "idp")
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    IDP_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    idp: _management_pb2.AddOrgJWTIDPRequest
    def __init__(self, idp_id: _Optional[str] = ..., idp: _Optional[_Union[_management_pb2.AddOrgJWTIDPRequest, _Mapping]] = ...) -> None: ...

class ExportHumanUser(_message.Message):
    __slots__ = ("user_name", "profile", "email", "phone", "password", "hashed_password", "password_change_required", "request_passwordless_registration", "otp_code")
    class Profile(_message.Message):
        __slots__ = ("first_name", "last_name", "nick_name", "display_name", "preferred_language", "gender")
        FIRST_NAME_FIELD_NUMBER: _ClassVar[int]
        LAST_NAME_FIELD_NUMBER: _ClassVar[int]
        NICK_NAME_FIELD_NUMBER: _ClassVar[int]
        DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
        PREFERRED_LANGUAGE_FIELD_NUMBER: _ClassVar[int]
        GENDER_FIELD_NUMBER: _ClassVar[int]
        first_name: str
        last_name: str
        nick_name: str
        display_name: str
        preferred_language: str
        gender: _user_pb2.Gender
        def __init__(self, first_name: _Optional[str] = ..., last_name: _Optional[str] = ..., nick_name: _Optional[str] = ..., display_name: _Optional[str] = ..., preferred_language: _Optional[str] = ..., gender: _Optional[_Union[_user_pb2.Gender, str]] = ...) -> None: ...
    class Email(_message.Message):
        __slots__ = ("email", "is_email_verified")
        EMAIL_FIELD_NUMBER: _ClassVar[int]
        IS_EMAIL_VERIFIED_FIELD_NUMBER: _ClassVar[int]
        email: str
        is_email_verified: bool
        def __init__(self, email: _Optional[str] = ..., is_email_verified: bool = ...) -> None: ...
    class Phone(_message.Message):
        __slots__ = ("phone", "is_phone_verified")
        PHONE_FIELD_NUMBER: _ClassVar[int]
        IS_PHONE_VERIFIED_FIELD_NUMBER: _ClassVar[int]
        phone: str
        is_phone_verified: bool
        def __init__(self, phone: _Optional[str] = ..., is_phone_verified: bool = ...) -> None: ...
    class HashedPassword(_message.Message):
        __slots__ = ("value", "algorithm")
        VALUE_FIELD_NUMBER: _ClassVar[int]
        ALGORITHM_FIELD_NUMBER: _ClassVar[int]
        value: str
        algorithm: str
        def __init__(self, value: _Optional[str] = ..., algorithm: _Optional[str] = ...) -> None: ...
    USER_NAME_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    HASHED_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_CHANGE_REQUIRED_FIELD_NUMBER: _ClassVar[int]
    REQUEST_PASSWORDLESS_REGISTRATION_FIELD_NUMBER: _ClassVar[int]
    OTP_CODE_FIELD_NUMBER: _ClassVar[int]
    user_name: str
    profile: ExportHumanUser.Profile
    email: ExportHumanUser.Email
    phone: ExportHumanUser.Phone
    password: str
    hashed_password: ExportHumanUser.HashedPassword
    password_change_required: bool
    request_passwordless_registration: bool
    otp_code: str
    def __init__(self, user_name: _Optional[str] = ..., profile: _Optional[_Union[ExportHumanUser.Profile, _Mapping]] = ..., email: _Optional[_Union[ExportHumanUser.Email, _Mapping]] = ..., phone: _Optional[_Union[ExportHumanUser.Phone, _Mapping]] = ..., password: _Optional[str] = ..., hashed_password: _Optional[_Union[ExportHumanUser.HashedPassword, _Mapping]] = ..., password_change_required: bool = ..., request_passwordless_registration: bool = ..., otp_code: _Optional[str] = ...) -> None: ...

class DataAppKey(_message.Message):
    __slots__ = ("id", "project_id", "app_id", "client_id", "type", "expiration_date", "public_key")
    ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_DATE_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_KEY_FIELD_NUMBER: _ClassVar[int]
    id: str
    project_id: str
    app_id: str
    client_id: str
    type: _auth_n_key_pb2.KeyType
    expiration_date: _timestamp_pb2.Timestamp
    public_key: bytes
    def __init__(self, id: _Optional[str] = ..., project_id: _Optional[str] = ..., app_id: _Optional[str] = ..., client_id: _Optional[str] = ..., type: _Optional[_Union[_auth_n_key_pb2.KeyType, str]] = ..., expiration_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., public_key: _Optional[bytes] = ...) -> None: ...

class DataMachineKey(_message.Message):
    __slots__ = ("key_id", "user_id", "type", "expiration_date", "public_key")
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_DATE_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_KEY_FIELD_NUMBER: _ClassVar[int]
    key_id: str
    user_id: str
    type: _auth_n_key_pb2.KeyType
    expiration_date: _timestamp_pb2.Timestamp
    public_key: bytes
    def __init__(self, key_id: _Optional[str] = ..., user_id: _Optional[str] = ..., type: _Optional[_Union[_auth_n_key_pb2.KeyType, str]] = ..., expiration_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., public_key: _Optional[bytes] = ...) -> None: ...

class DataProject(_message.Message):
    __slots__ = ("project_id", "project")
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_FIELD_NUMBER: _ClassVar[int]
    project_id: str
    project: _management_pb2.AddProjectRequest
    def __init__(self, project_id: _Optional[str] = ..., project: _Optional[_Union[_management_pb2.AddProjectRequest, _Mapping]] = ...) -> None: ...

class DataAPIApplication(_message.Message):
    __slots__ = ("app_id", "app")
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    APP_FIELD_NUMBER: _ClassVar[int]
    app_id: str
    app: _management_pb2.AddAPIAppRequest
    def __init__(self, app_id: _Optional[str] = ..., app: _Optional[_Union[_management_pb2.AddAPIAppRequest, _Mapping]] = ...) -> None: ...

class DataOIDCApplication(_message.Message):
    __slots__ = ("app_id", "app")
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    APP_FIELD_NUMBER: _ClassVar[int]
    app_id: str
    app: _management_pb2.AddOIDCAppRequest
    def __init__(self, app_id: _Optional[str] = ..., app: _Optional[_Union[_management_pb2.AddOIDCAppRequest, _Mapping]] = ...) -> None: ...

class DataHumanUser(_message.Message):
    __slots__ = ("user_id", "user", "state")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    user: _management_pb2.ImportHumanUserRequest
    state: _user_pb2.UserState
    def __init__(self, user_id: _Optional[str] = ..., user: _Optional[_Union[_management_pb2.ImportHumanUserRequest, _Mapping]] = ..., state: _Optional[_Union[_user_pb2.UserState, str]] = ...) -> None: ...

class DataMachineUser(_message.Message):
    __slots__ = ("user_id", "user", "state")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    user: _management_pb2.AddMachineUserRequest
    state: _user_pb2.UserState
    def __init__(self, user_id: _Optional[str] = ..., user: _Optional[_Union[_management_pb2.AddMachineUserRequest, _Mapping]] = ..., state: _Optional[_Union[_user_pb2.UserState, str]] = ...) -> None: ...

class DataAction(_message.Message):
    __slots__ = ("action_id", "action")
    ACTION_ID_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    action_id: str
    action: _management_pb2.CreateActionRequest
    def __init__(self, action_id: _Optional[str] = ..., action: _Optional[_Union[_management_pb2.CreateActionRequest, _Mapping]] = ...) -> None: ...

class DataProjectGrant(_message.Message):
    __slots__ = ("grant_id", "project_grant")
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANT_FIELD_NUMBER: _ClassVar[int]
    grant_id: str
    project_grant: _management_pb2.AddProjectGrantRequest
    def __init__(self, grant_id: _Optional[str] = ..., project_grant: _Optional[_Union[_management_pb2.AddProjectGrantRequest, _Mapping]] = ...) -> None: ...

class SetTriggerActionsRequest(_message.Message):
    __slots__ = ("flow_type", "trigger_type", "action_ids")
    FLOW_TYPE_FIELD_NUMBER: _ClassVar[int]
    TRIGGER_TYPE_FIELD_NUMBER: _ClassVar[int]
    ACTION_IDS_FIELD_NUMBER: _ClassVar[int]
    flow_type: FlowType
    trigger_type: TriggerType
    action_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, flow_type: _Optional[_Union[FlowType, str]] = ..., trigger_type: _Optional[_Union[TriggerType, str]] = ..., action_ids: _Optional[_Iterable[str]] = ...) -> None: ...
