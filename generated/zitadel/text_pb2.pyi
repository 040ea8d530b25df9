from zitadel import object_pb2 as _object_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class MessageCustomText(_message.Message):
    __slots__ = ("details", "title", "pre_header", "subject", "greeting", "text", "button_text", "footer_text", "is_default")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    PRE_HEADER_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    GREETING_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    FOOTER_TEXT_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    title: str
    pre_header: str
    subject: str
    greeting: str
    text: str
    button_text: str
    footer_text: str
    is_default: bool
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., title: _Optional[str] = ..., pre_header: _Optional[str] = ..., subject: _Optional[str] = ..., greeting: _Optional[str] = ..., text: _Optional[str] = ..., button_text: _Optional[str] = ..., footer_text: _Optional[str] = ..., is_default: bool = ...) -> None: ...

class LoginCustomText(_message.Message):
    __slots__ = ("details", "select_account_text", "login_text", "password_text", "username_change_text", "username_change_done_text", "init_password_text", "init_password_done_text", "email_verification_text", "email_verification_done_text", "initialize_user_text", "initialize_done_text", "init_mfa_prompt_text", "init_mfa_otp_text", "init_mfa_u2f_text", "init_mfa_done_text", "mfa_providers_text", "verify_mfa_otp_text", "verify_mfa_u2f_text", "passwordless_text", "password_change_text", "password_change_done_text", "password_reset_done_text", "registration_option_text", "registration_user_text", "registration_org_text", "linking_user_done_text", "external_user_not_found_text", "success_login_text", "logout_text", "footer_text", "passwordless_prompt_text", "passwordless_registration_text", "passwordless_registration_done_text", "external_registration_user_overview_text", "is_default", "linking_user_prompt_text")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    SELECT_ACCOUNT_TEXT_FIELD_NUMBER: _ClassVar[int]
    LOGIN_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_TEXT_FIELD_NUMBER: _ClassVar[int]
    USERNAME_CHANGE_TEXT_FIELD_NUMBER: _ClassVar[int]
    USERNAME_CHANGE_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    INIT_PASSWORD_TEXT_FIELD_NUMBER: _ClassVar[int]
    INIT_PASSWORD_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    EMAIL_VERIFICATION_TEXT_FIELD_NUMBER: _ClassVar[int]
    EMAIL_VERIFICATION_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    INITIALIZE_USER_TEXT_FIELD_NUMBER: _ClassVar[int]
    INITIALIZE_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    INIT_MFA_PROMPT_TEXT_FIELD_NUMBER: _ClassVar[int]
    INIT_MFA_OTP_TEXT_FIELD_NUMBER: _ClassVar[int]
    INIT_MFA_U2F_TEXT_FIELD_NUMBER: _ClassVar[int]
    INIT_MFA_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    MFA_PROVIDERS_TEXT_FIELD_NUMBER: _ClassVar[int]
    VERIFY_MFA_OTP_TEXT_FIELD_NUMBER: _ClassVar[int]
    VERIFY_MFA_U2F_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORDLESS_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_CHANGE_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_CHANGE_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_RESET_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    REGISTRATION_OPTION_TEXT_FIELD_NUMBER: _ClassVar[int]
    REGISTRATION_USER_TEXT_FIELD_NUMBER: _ClassVar[int]
    REGISTRATION_ORG_TEXT_FIELD_NUMBER: _ClassVar[int]
    LINKING_USER_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    EXTERNAL_USER_NOT_FOUND_TEXT_FIELD_NUMBER: _ClassVar[int]
    SUCCESS_LOGIN_TEXT_FIELD_NUMBER: _ClassVar[int]
    LOGOUT_TEXT_FIELD_NUMBER: _ClassVar[int]
    FOOTER_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORDLESS_PROMPT_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORDLESS_REGISTRATION_TEXT_FIELD_NUMBER: _ClassVar[int]
    PASSWORDLESS_REGISTRATION_DONE_TEXT_FIELD_NUMBER: _ClassVar[int]
    EXTERNAL_REGISTRATION_USER_OVERVIEW_TEXT_FIELD_NUMBER: _ClassVar[int]
    IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    LINKING_USER_PROMPT_TEXT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    select_account_text: SelectAccountScreenText
    login_text: LoginScreenText
    password_text: PasswordScreenText
    username_change_text: UsernameChangeScreenText
    username_change_done_text: UsernameChangeDoneScreenText
    init_password_text: InitPasswordScreenText
    init_password_done_text: InitPasswordDoneScreenText
    email_verification_text: EmailVerificationScreenText
    email_verification_done_text: EmailVerificationDoneScreenText
    initialize_user_text: InitializeUserScreenText
    initialize_done_text: InitializeUserDoneScreenText
    init_mfa_prompt_text: InitMFAPromptScreenText
    init_mfa_otp_text: InitMFAOTPScreenText
    init_mfa_u2f_text: InitMFAU2FScreenText
    init_mfa_done_text: InitMFADoneScreenText
    mfa_providers_text: MFAProvidersText
    verify_mfa_otp_text: VerifyMFAOTPScreenText
    verify_mfa_u2f_text: VerifyMFAU2FScreenText
    passwordless_text: PasswordlessScreenText
    password_change_text: PasswordChangeScreenText
    password_change_done_text: PasswordChangeDoneScreenText
    password_reset_done_text: PasswordResetDoneScreenText
    registration_option_text: RegistrationOptionScreenText
    registration_user_text: RegistrationUserScreenText
    registration_org_text: RegistrationOrgScreenText
    linking_user_done_text: LinkingUserDoneScreenText
    external_user_not_found_text: ExternalUserNotFoundScreenText
    success_login_text: SuccessLoginScreenText
    logout_text: LogoutDoneScreenText
    footer_text: FooterText
    passwordless_prompt_text: PasswordlessPromptScreenText
    passwordless_registration_text: PasswordlessRegistrationScreenText
    passwordless_registration_done_text: PasswordlessRegistrationDoneScreenText
    external_registration_user_overview_text: ExternalRegistrationUserOverviewScreenText
    is_default: bool
    linking_user_prompt_text: LinkingUserPromptScreenText
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., select_account_text: _Optional[_Union[SelectAccountScreenText, _Mapping]] = ..., login_text: _Optional[_Union[LoginScreenText, _Mapping]] = ..., password_text: _Optional[_Union[PasswordScreenText, _Mapping]] = ..., username_change_text: _Optional[_Union[UsernameChangeScreenText, _Mapping]] = ..., username_change_done_text: _Optional[_Union[UsernameChangeDoneScreenText, _Mapping]] = ..., init_password_text: _Optional[_Union[InitPasswordScreenText, _Mapping]] = ..., init_password_done_text: _Optional[_Union[InitPasswordDoneScreenText, _Mapping]] = ..., email_verification_text: _Optional[_Union[EmailVerificationScreenText, _Mapping]] = ..., email_verification_done_text: _Optional[_Union[EmailVerificationDoneScreenText, _Mapping]] = ..., initialize_user_text: _Optional[_Union[InitializeUserScreenText, _Mapping]] = ..., initialize_done_text: _Optional[_Union[InitializeUserDoneScreenText, _Mapping]] = ..., init_mfa_prompt_text: _Optional[_Union[InitMFAPromptScreenText, _Mapping]] = ..., init_mfa_otp_text: _Optional[_Union[InitMFAOTPScreenText, _Mapping]] = ..., init_mfa_u2f_text: _Optional[_Union[InitMFAU2FScreenText, _Mapping]] = ..., init_mfa_done_text: _Optional[_Union[InitMFADoneScreenText, _Mapping]] = ..., mfa_providers_text: _Optional[_Union[MFAProvidersText, _Mapping]] = ..., verify_mfa_otp_text: _Optional[_Union[VerifyMFAOTPScreenText, _Mapping]] = ..., verify_mfa_u2f_text: _Optional[_Union[VerifyMFAU2FScreenText, _Mapping]] = ..., passwordless_text: _Optional[_Union[PasswordlessScreenText, _Mapping]] = ..., password_change_text: _Optional[_Union[PasswordChangeScreenText, _Mapping]] = ..., password_change_done_text: _Optional[_Union[PasswordChangeDoneScreenText, _Mapping]] = ..., password_reset_done_text: _Optional[_Union[PasswordResetDoneScreenText, _Mapping]] = ..., registration_option_text: _Optional[_Union[RegistrationOptionScreenText, _Mapping]] = ..., registration_user_text: _Optional[_Union[RegistrationUserScreenText, _Mapping]] = ..., registration_org_text: _Optional[_Union[RegistrationOrgScreenText, _Mapping]] = ..., linking_user_done_text: _Optional[_Union[LinkingUserDoneScreenText, _Mapping]] = ..., external_user_not_found_text: _Optional[_Union[ExternalUserNotFoundScreenText, _Mapping]] = ..., success_login_text: _Optional[_Union[SuccessLoginScreenText, _Mapping]] = ..., logout_text: _Optional[_Union[LogoutDoneScreenText, _Mapping]] = ..., footer_text: _Optional[_Union[FooterText, _Mapping]] = ..., passwordless_prompt_text: _Optional[_Union[PasswordlessPromptScreenText, _Mapping]] = ..., passwordless_registration_text: _Optional[_Union[PasswordlessRegistrationScreenText, _Mapping]] = ..., passwordless_registration_done_text: _Optional[_Union[PasswordlessRegistrationDoneScreenText, _Mapping]] = ..., external_registration_user_overview_text: _Optional[_Union[ExternalRegistrationUserOverviewScreenText, _Mapping]] = ..., is_default: bool = ..., linking_user_prompt_text: _Optional[_Union[LinkingUserPromptScreenText, _Mapping]] = ...) -> None: ...

class SelectAccountScreenText(_message.Message):
    __slots__ = ("title", "description", "title_linking_process", "description_linking_process", "other_user", "session_state_active", "session_state_inactive", "user_must_be_member_of_org")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    TITLE_LINKING_PROCESS_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_LINKING_PROCESS_FIELD_NUMBER: _ClassVar[int]
    OTHER_USER_FIELD_NUMBER: _ClassVar[int]
    SESSION_STATE_ACTIVE_FIELD_NUMBER: _ClassVar[int]
    SESSION_STATE_INACTIVE_FIELD_NUMBER: _ClassVar[int]
    USER_MUST_BE_MEMBER_OF_ORG_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    title_linking_process: str
    description_linking_process: str
    other_user: str
    session_state_active: str
    session_state_inactive: str
    user_must_be_member_of_org: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., title_linking_process: _Optional[str] = ..., description_linking_process: _Optional[str] = ..., other_user: _Optional[str] = ..., session_state_active: _Optional[str] = ..., session_state_inactive: _Optional[str] = ..., user_must_be_member_of_org: _Optional[str] = ...) -> None: ...

class LoginScreenText(_message.Message):
    __slots__ = ("title", "description", "title_linking_process", "description_linking_process", "user_must_be_member_of_org", "login_name_label", "register_button_text", "next_button_text", "external_user_description", "user_name_placeholder", "login_name_placeholder")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    TITLE_LINKING_PROCESS_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_LINKING_PROCESS_FIELD_NUMBER: _ClassVar[int]
    USER_MUST_BE_MEMBER_OF_ORG_FIELD_NUMBER: _ClassVar[int]
    LOGIN_NAME_LABEL_FIELD_NUMBER: _ClassVar[int]
    REGISTER_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    EXTERNAL_USER_DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    USER_NAME_PLACEHOLDER_FIELD_NUMBER: _ClassVar[int]
    LOGIN_NAME_PLACEHOLDER_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    title_linking_process: str
    description_linking_process: str
    user_must_be_member_of_org: str
    login_name_label: str
    register_button_text: str
    next_button_text: str
    external_user_description: str
    user_name_placeholder: str
    login_name_placeholder: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., title_linking_process: _Optional[str] = ..., description_linking_process: _Optional[str] = ..., user_must_be_member_of_org: _Optional[str] = ..., login_name_label: _Optional[str] = ..., register_button_text: _Optional[str] = ..., next_button_text: _Optional[str] = ..., external_user_description: _Optional[str] = ..., user_name_placeholder: _Optional[str] = ..., login_name_placeholder: _Optional[str] = ...) -> None: ...

class PasswordScreenText(_message.Message):
    __slots__ = ("title", "description", "password_label", "reset_link_text", "back_button_text", "next_button_text", "min_length", "has_uppercase", "has_lowercase", "has_number", "has_symbol", "confirmation")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_LABEL_FIELD_NUMBER: _ClassVar[int]
    RESET_LINK_TEXT_FIELD_NUMBER: _ClassVar[int]
    BACK_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    MIN_LENGTH_FIELD_NUMBER: _ClassVar[int]
    HAS_UPPERCASE_FIELD_NUMBER: _ClassVar[int]
    HAS_LOWERCASE_FIELD_NUMBER: _ClassVar[int]
    HAS_NUMBER_FIELD_NUMBER: _ClassVar[int]
    HAS_SYMBOL_FIELD_NUMBER: _ClassVar[int]
    CONFIRMATION_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    password_label: str
    reset_link_text: str
    back_button_text: str
    next_button_text: str
    min_length: str
    has_uppercase: str
    has_lowercase: str
    has_number: str
    has_symbol: str
    confirmation: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., password_label: _Optional[str] = ..., reset_link_text: _Optional[str] = ..., back_button_text: _Optional[str] = ..., next_button_text: _Optional[str] = ..., min_length: _Optional[str] = ..., has_uppercase: _Optional[str] = ..., has_lowercase: _Optional[str] = ..., has_number: _Optional[str] = ..., has_symbol: _Optional[str] = ..., confirmation: _Optional[str] = ...) -> None: ...

class UsernameChangeScreenText(_message.Message):
    __slots__ = ("title", "description", "username_label", "cancel_button_text", "next_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    USERNAME_LABEL_FIELD_NUMBER: _ClassVar[int]
    CANCEL_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    username_label: str
    cancel_button_text: str
    next_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., username_label: _Optional[str] = ..., cancel_button_text: _Optional[str] = ..., next_button_text: _Optional[str] = ...) -> None: ...

class UsernameChangeDoneScreenText(_message.Message):
    __slots__ = ("title", "description", "next_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    next_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., next_button_text: _Optional[str] = ...) -> None: ...

class InitPasswordScreenText(_message.Message):
    __slots__ = ("title", "description", "code_label", "new_password_label", "new_password_confirm_label", "next_button_text", "resend_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    CODE_LABEL_FIELD_NUMBER: _ClassVar[int]
    NEW_PASSWORD_LABEL_FIELD_NUMBER: _ClassVar[int]
    NEW_PASSWORD_CONFIRM_LABEL_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    RESEND_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    code_label: str
    new_password_label: str
    new_password_confirm_label: str
    next_button_text: str
    resend_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., code_label: _Optional[str] = ..., new_password_label: _Optional[str] = ..., new_password_confirm_label: _Optional[str] = ..., next_button_text: _Optional[str] = ..., resend_button_text: _Optional[str] = ...) -> None: ...

class InitPasswordDoneScreenText(_message.Message):
    __slots__ = ("title", "description", "next_button_text", "cancel_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    CANCEL_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    next_button_text: str
    cancel_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., next_button_text: _Optional[str] = ..., cancel_button_text: _Optional[str] = ...) -> None: ...

class EmailVerificationScreenText(_message.Message):
    __slots__ = ("title", "description", "code_label", "next_button_text", "resend_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    CODE_LABEL_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    RESEND_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    code_label: str
    next_button_text: str
    resend_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., code_label: _Optional[str] = ..., next_button_text: _Optional[str] = ..., resend_button_text: _Optional[str] = ...) -> None: ...

class EmailVerificationDoneScreenText(_message.Message):
    __slots__ = ("title", "description", "next_button_text", "cancel_button_text", "login_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    CANCEL_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    LOGIN_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    next_button_text: str
    cancel_button_text: str
    login_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., next_button_text: _Optional[str] = ..., cancel_button_text: _Optional[str] = ..., login_button_text: _Optional[str] = ...) -> None: ...

class InitializeUserScreenText(_message.Message):
    __slots__ = ("title", "description", "code_label", "new_password_label", "new_password_confirm_label", "resend_button_text", "next_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    CODE_LABEL_FIELD_NUMBER: _ClassVar[int]
    NEW_PASSWORD_LABEL_FIELD_NUMBER: _ClassVar[int]
    NEW_PASSWORD_CONFIRM_LABEL_FIELD_NUMBER: _ClassVar[int]
    RESEND_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    code_label: str
    new_password_label: str
    new_password_confirm_label: str
    resend_button_text: str
    next_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., code_label: _Optional[str] = ..., new_password_label: _Optional[str] = ..., new_password_confirm_label: _Optional[str] = ..., resend_button_text: _Optional[str] = ..., next_button_text: _Optional[str] = ...) -> None: ...

class InitializeUserDoneScreenText(_message.Message):
    __slots__ = ("title", "description", "cancel_button_text", "next_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    CANCEL_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    cancel_button_text: str
    next_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., cancel_button_text: _Optional[str] = ..., next_button_text: _Optional[str] = ...) -> None: ...

class InitMFAPromptScreenText(_message.Message):
    __slots__ = ("title", "description", "otp_option", "u2f_option", "skip_button_text", "next_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    OTP_OPTION_FIELD_NUMBER: _ClassVar[int]
    U2F_OPTION_FIELD_NUMBER: _ClassVar[int]
    SKIP_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    otp_option: str
    u2f_option: str
    skip_button_text: str
    next_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., otp_option: _Optional[str] = ..., u2f_option: _Optional[str] = ..., skip_button_text: _Optional[str] = ..., next_button_text: _Optional[str] = ...) -> None: ...

class InitMFAOTPScreenText(_message.Message):
    __slots__ = ("title", "description", "description_otp", "secret_label", "code_label", "next_button_text", "cancel_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_OTP_FIELD_NUMBER: _ClassVar[int]
    SECRET_LABEL_FIELD_NUMBER: _ClassVar[int]
    CODE_LABEL_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    CANCEL_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    description_otp: str
    secret_label: str
    code_label: str
    next_button_text: str
    cancel_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., description_otp: _Optional[str] = ..., secret_label: _Optional[str] = ..., code_label: _Optional[str] = ..., next_button_text: _Optional[str] = ..., cancel_button_text: _Optional[str] = ...) -> None: ...

class InitMFAU2FScreenText(_message.Message):
    __slots__ = ("title", "description", "token_name_label", "not_supported", "register_token_button_text", "error_retry")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    TOKEN_NAME_LABEL_FIELD_NUMBER: _ClassVar[int]
    NOT_SUPPORTED_FIELD_NUMBER: _ClassVar[int]
    REGISTER_TOKEN_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    ERROR_RETRY_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    token_name_label: str
    not_supported: str
    register_token_button_text: str
    error_retry: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., token_name_label: _Optional[str] = ..., not_supported: _Optional[str] = ..., register_token_button_text: _Optional[str] = ..., error_retry: _Optional[str] = ...) -> None: ...

class InitMFADoneScreenText(_message.Message):
    __slots__ = ("title", "description", "cancel_button_text", "next_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    CANCEL_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    cancel_button_text: str
    next_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., cancel_button_text: _Optional[str] = ..., next_button_text: _Optional[str] = ...) -> None: ...

class MFAProvidersText(_message.Message):
    __slots__ = ("choose_other", "otp", "u2f")
    CHOOSE_OTHER_FIELD_NUMBER: _ClassVar[int]
    OTP_FIELD_NUMBER: _ClassVar[int]
    U2F_FIELD_NUMBER: _ClassVar[int]
    choose_other: str
    otp: str
    u2f: str
    def __init__(self, choose_other: _Optional[str] = ..., otp: _Optional[str] = ..., u2f: _Optional[str] = ...) -> None: ...

class VerifyMFAOTPScreenText(_message.Message):
    __slots__ = ("title", "description", "code_label", "next_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    CODE_LABEL_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    code_label: str
    next_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., code_label: _Optional[str] = ..., next_button_text: _Optional[str] = ...) -> None: ...

class VerifyMFAU2FScreenText(_message.Message):
    __slots__ = ("title", "description", "validate_token_text", "not_supported", "error_retry")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_TOKEN_TEXT_FIELD_NUMBER: _ClassVar[int]
    NOT_SUPPORTED_FIELD_NUMBER: _ClassVar[int]
    ERROR_RETRY_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    validate_token_text: str
    not_supported: str
    error_retry: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., validate_token_text: _Optional[str] = ..., not_supported: _Optional[str] = ..., error_retry: _Optional[str] = ...) -> None: ...

class PasswordlessScreenText(_message.Message):
    __slots__ = ("title", "description", "login_with_pw_button_text", "validate_token_button_text", "not_supported", "error_retry")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    LOGIN_WITH_PW_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_TOKEN_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    NOT_SUPPORTED_FIELD_NUMBER: _ClassVar[int]
    ERROR_RETRY_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    login_with_pw_button_text: str
    validate_token_button_text: str
    not_supported: str
    error_retry: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., login_with_pw_button_text: _Optional[str] = ..., validate_token_button_text: _Optional[str] = ..., not_supported: _Optional[str] = ..., error_retry: _Optional[str] = ...) -> None: ...

class PasswordChangeScreenText(_message.Message):
    __slots__ = ("title", "description", "old_password_label", "new_password_label", "new_password_confirm_label", "cancel_button_text", "next_button_text", "expired_description")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    OLD_PASSWORD_LABEL_FIELD_NUMBER: _ClassVar[int]
    NEW_PASSWORD_LABEL_FIELD_NUMBER: _ClassVar[int]
    NEW_PASSWORD_CONFIRM_LABEL_FIELD_NUMBER: _ClassVar[int]
    CANCEL_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    EXPIRED_DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    old_password_label: str
    new_password_label: str
    new_password_confirm_label: str
    cancel_button_text: str
    next_button_text: str
    expired_description: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., old_password_label: _Optional[str] = ..., new_password_label: _Optional[str] = ..., new_password_confirm_label: _Optional[str] = ..., cancel_button_text: _Optional[str] = ..., next_button_text: _Optional[str] = ..., expired_description: _Optional[str] = ...) -> None: ...

class PasswordChangeDoneScreenText(_message.Message):
    __slots__ = ("title", "description", "next_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    next_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., next_button_text: _Optional[str] = ...) -> None: ...

class PasswordResetDoneScreenText(_message.Message):
    __slots__ = ("title", "description", "next_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    next_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., next_button_text: _Optional[str] = ...) -> None: ...

class RegistrationOptionScreenText(_message.Message):
    __slots__ = ("title", "description", "user_name_button_text", "external_login_description", "login_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    USER_NAME_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    EXTERNAL_LOGIN_DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    LOGIN_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    user_name_button_text: str
    external_login_description: str
    login_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., user_name_button_text: _Optional[str] = ..., external_login_description: _Optional[str] = ..., login_button_text: _Optional[str] = ...) -> None: ...

class RegistrationUserScreenText(_message.Message):
    __slots__ = ("title", "description", "description_org_register", "firstname_label", "lastname_label", "email_label", "username_label", "language_label", "gender_label", "password_label", "password_confirm_label", "tos_and_privacy_label", "tos_confirm", "tos_link_text", "privacy_confirm", "privacy_link_text", "next_button_text", "back_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_ORG_REGISTER_FIELD_NUMBER: _ClassVar[int]
    FIRSTNAME_LABEL_FIELD_NUMBER: _ClassVar[int]
    LASTNAME_LABEL_FIELD_NUMBER: _ClassVar[int]
    EMAIL_LABEL_FIELD_NUMBER: _ClassVar[int]
    USERNAME_LABEL_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_LABEL_FIELD_NUMBER: _ClassVar[int]
    GENDER_LABEL_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_LABEL_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_CONFIRM_LABEL_FIELD_NUMBER: _ClassVar[int]
    TOS_AND_PRIVACY_LABEL_FIELD_NUMBER: _ClassVar[int]
    TOS_CONFIRM_FIELD_NUMBER: _ClassVar[int]
    TOS_LINK_TEXT_FIELD_NUMBER: _ClassVar[int]
    PRIVACY_CONFIRM_FIELD_NUMBER: _ClassVar[int]
    PRIVACY_LINK_TEXT_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    BACK_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    description_org_register: str
    firstname_label: str
    lastname_label: str
    email_label: str
    username_label: str
    language_label: str
    gender_label: str
    password_label: str
    password_confirm_label: str
    tos_and_privacy_label: str
    tos_confirm: str
    tos_link_text: str
    privacy_confirm: str
    privacy_link_text: str
    next_button_text: str
    back_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., description_org_register: _Optional[str] = ..., firstname_label: _Optional[str] = ..., lastname_label: _Optional[str] = ..., email_label: _Optional[str] = ..., username_label: _Optional[str] = ..., language_label: _Optional[str] = ..., gender_label: _Optional[str] = ..., password_label: _Optional[str] = ..., password_confirm_label: _Optional[str] = ..., tos_and_privacy_label: _Optional[str] = ..., tos_confirm: _Optional[str] = ..., tos_link_text: _Optional[str] = ..., privacy_confirm: _Optional[str] = ..., privacy_link_text: _Optional[str] = ..., next_button_text: _Optional[str] = ..., back_button_text: _Optional[str] = ...) -> None: ...

class ExternalRegistrationUserOverviewScreenText(_message.Message):
    __slots__ = ("title", "description", "email_label", "username_label", "firstname_label", "lastname_label", "nickname_label", "language_label", "phone_label", "tos_and_privacy_label", "tos_confirm", "tos_link_text", "privacy_link_text", "back_button_text", "next_button_text", "privacy_confirm")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    EMAIL_LABEL_FIELD_NUMBER: _ClassVar[int]
    USERNAME_LABEL_FIELD_NUMBER: _ClassVar[int]
    FIRSTNAME_LABEL_FIELD_NUMBER: _ClassVar[int]
    LASTNAME_LABEL_FIELD_NUMBER: _ClassVar[int]
    NICKNAME_LABEL_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_LABEL_FIELD_NUMBER: _ClassVar[int]
    PHONE_LABEL_FIELD_NUMBER: _ClassVar[int]
    TOS_AND_PRIVACY_LABEL_FIELD_NUMBER: _ClassVar[int]
    TOS_CONFIRM_FIELD_NUMBER: _ClassVar[int]
    TOS_LINK_TEXT_FIELD_NUMBER: _ClassVar[int]
    PRIVACY_LINK_TEXT_FIELD_NUMBER: _ClassVar[int]
    BACK_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    PRIVACY_CONFIRM_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    email_label: str
    username_label: str
    firstname_label: str
    lastname_label: str
    nickname_label: str
    language_label: str
    phone_label: str
    tos_and_privacy_label: str
    tos_confirm: str
    tos_link_text: str
    privacy_link_text: str
    back_button_text: str
    next_button_text: str
    privacy_confirm: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., email_label: _Optional[str] = ..., username_label: _Optional[str] = ..., firstname_label: _Optional[str] = ..., lastname_label: _Optional[str] = ..., nickname_label: _Optional[str] = ..., language_label: _Optional[str] = ..., phone_label: _Optional[str] = ..., tos_and_privacy_label: _Optional[str] = ..., tos_confirm: _Optional[str] = ..., tos_link_text: _Optional[str] = ..., privacy_link_text: _Optional[str] = ..., back_button_text: _Optional[str] = ..., next_button_text: _Optional[str] = ..., privacy_confirm: _Optional[str] = ...) -> None: ...

class RegistrationOrgScreenText(_message.Message):
    __slots__ = ("title", "description", "orgname_label", "firstname_label", "lastname_label", "username_label", "email_label", "password_label", "password_confirm_label", "tos_and_privacy_label", "tos_confirm", "tos_link_text", "privacy_confirm", "privacy_link_text", "save_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    ORGNAME_LABEL_FIELD_NUMBER: _ClassVar[int]
    FIRSTNAME_LABEL_FIELD_NUMBER: _ClassVar[int]
    LASTNAME_LABEL_FIELD_NUMBER: _ClassVar[int]
    USERNAME_LABEL_FIELD_NUMBER: _ClassVar[int]
    EMAIL_LABEL_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_LABEL_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_CONFIRM_LABEL_FIELD_NUMBER: _ClassVar[int]
    TOS_AND_PRIVACY_LABEL_FIELD_NUMBER: _ClassVar[int]
    TOS_CONFIRM_FIELD_NUMBER: _ClassVar[int]
    TOS_LINK_TEXT_FIELD_NUMBER: _ClassVar[int]
    PRIVACY_CONFIRM_FIELD_NUMBER: _ClassVar[int]
    PRIVACY_LINK_TEXT_FIELD_NUMBER: _ClassVar[int]
    SAVE_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    orgname_label: str
    firstname_label: str
    lastname_label: str
    username_label: str
    email_label: str
    password_label: str
    password_confirm_label: str
    tos_and_privacy_label: str
    tos_confirm: str
    tos_link_text: str
    privacy_confirm: str
    privacy_link_text: str
    save_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., orgname_label: _Optional[str] = ..., firstname_label: _Optional[str] = ..., lastname_label: _Optional[str] = ..., username_label: _Optional[str] = ..., email_label: _Optional[str] = ..., password_label: _Optional[str] = ..., password_confirm_label: _Optional[str] = ..., tos_and_privacy_label: _Optional[str] = ..., tos_confirm: _Optional[str] = ..., tos_link_text: _Optional[str] = ..., privacy_confirm: _Optional[str] = ..., privacy_link_text: _Optional[str] = ..., save_button_text: _Optional[str] = ...) -> None: ...

class LinkingUserPromptScreenText(_message.Message):
    __slots__ = ("title", "description", "link_button_text", "other_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    LINK_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    OTHER_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    link_button_text: str
    other_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., link_button_text: _Optional[str] = ..., other_button_text: _Optional[str] = ...) -> None: ...

class LinkingUserDoneScreenText(_message.Message):
    __slots__ = ("title", "description", "cancel_button_text", "next_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    CANCEL_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    cancel_button_text: str
    next_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., cancel_button_text: _Optional[str] = ..., next_button_text: _Optional[str] = ...) -> None: ...

class ExternalUserNotFoundScreenText(_message.Message):
    __slots__ = ("title", "description", "link_button_text", "auto_register_button_text", "tos_and_privacy_label", "tos_confirm", "tos_link_text", "privacy_link_text", "privacy_confirm")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    LINK_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    AUTO_REGISTER_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    TOS_AND_PRIVACY_LABEL_FIELD_NUMBER: _ClassVar[int]
    TOS_CONFIRM_FIELD_NUMBER: _ClassVar[int]
    TOS_LINK_TEXT_FIELD_NUMBER: _ClassVar[int]
    PRIVACY_LINK_TEXT_FIELD_NUMBER: _ClassVar[int]
    PRIVACY_CONFIRM_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    link_button_text: str
    auto_register_button_text: str
    tos_and_privacy_label: str
    tos_confirm: str
    tos_link_text: str
    privacy_link_text: str
    privacy_confirm: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., link_button_text: _Optional[str] = ..., auto_register_button_text: _Optional[str] = ..., tos_and_privacy_label: _Optional[str] = ..., tos_confirm: _Optional[str] = ..., tos_link_text: _Optional[str] = ..., privacy_link_text: _Optional[str] = ..., privacy_confirm: _Optional[str] = ...) -> None: ...

class SuccessLoginScreenText(_message.Message):
    __slots__ = ("title", "auto_redirect_description", "redirected_description", "next_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    AUTO_REDIRECT_DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    REDIRECTED_DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    auto_redirect_description: str
    redirected_description: str
    next_button_text: str
    def __init__(self, title: _Optional[str] = ..., auto_redirect_description: _Optional[str] = ..., redirected_description: _Optional[str] = ..., next_button_text: _Optional[str] = ...) -> None: ...

class LogoutDoneScreenText(_message.Message):
    __slots__ = ("title", "description", "login_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    LOGIN_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    login_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., login_button_text: _Optional[str] = ...) -> None: ...

class FooterText(_message.Message):
    __slots__ = ("tos", "privacy_policy", "help", "support_email")
    TOS_FIELD_NUMBER: _ClassVar[int]
    PRIVACY_POLICY_FIELD_NUMBER: _ClassVar[int]
    HELP_FIELD_NUMBER: _ClassVar[int]
    SUPPORT_EMAIL_FIELD_NUMBER: _ClassVar[int]
    tos: str
    privacy_policy: str
    help: str
    support_email: str
    def __init__(self, tos: _Optional[str] = ..., privacy_policy: _Optional[str] = ..., help: _Optional[str] = ..., support_email: _Optional[str] = ...) -> None: ...

class PasswordlessPromptScreenText(_message.Message):
    __slots__ = ("title", "description", "description_init", "passwordless_button_text", "next_button_text", "skip_button_text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_INIT_FIELD_NUMBER: _ClassVar[int]
    PASSWORDLESS_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    SKIP_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    description_init: str
    passwordless_button_text: str
    next_button_text: str
    skip_button_text: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., description_init: _Optional[str] = ..., passwordless_button_text: _Optional[str] = ..., next_button_text: _Optional[str] = ..., skip_button_text: _Optional[str] = ...) -> None: ...

class PasswordlessRegistrationScreenText(_message.Message):
    __slots__ = ("title", "description", "token_name_label", "not_supported", "register_token_button_text", "error_retry")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    TOKEN_NAME_LABEL_FIELD_NUMBER: _ClassVar[int]
    NOT_SUPPORTED_FIELD_NUMBER: _ClassVar[int]
    REGISTER_TOKEN_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    ERROR_RETRY_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    token_name_label: str
    not_supported: str
    register_token_button_text: str
    error_retry: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., token_name_label: _Optional[str] = ..., not_supported: _Optional[str] = ..., register_token_button_text: _Optional[str] = ..., error_retry: _Optional[str] = ...) -> None: ...

class PasswordlessRegistrationDoneScreenText(_message.Message):
    __slots__ = ("title", "description", "next_button_text", "cancel_button_text", "description_close")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    NEXT_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    CANCEL_BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_CLOSE_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    next_button_text: str
    cancel_button_text: str
    description_close: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., next_button_text: _Optional[str] = ..., cancel_button_text: _Optional[str] = ..., description_close: _Optional[str] = ...) -> None: ...
