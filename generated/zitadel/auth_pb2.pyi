from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel import change_pb2 as _change_pb2
from zitadel import idp_pb2 as _idp_pb2
from zitadel import metadata_pb2 as _metadata_pb2
from zitadel import object_pb2 as _object_pb2
from zitadel import org_pb2 as _org_pb2
from zitadel import policy_pb2 as _policy_pb2
from zitadel import user_pb2 as _user_pb2
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

class GetSupportedLanguagesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetSupportedLanguagesResponse(_message.Message):
    __slots__ = ("languages",)
    LANGUAGES_FIELD_NUMBER: _ClassVar[int]
    languages: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, languages: _Optional[_Iterable[str]] = ...) -> None: ...

class GetMyUserRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetMyUserResponse(_message.Message):
    __slots__ = ("user", "last_login")
    USER_FIELD_NUMBER: _ClassVar[int]
    LAST_LOGIN_FIELD_NUMBER: _ClassVar[int]
    user: _user_pb2.User
    last_login: _timestamp_pb2.Timestamp
    def __init__(self, user: _Optional[_Union[_user_pb2.User, _Mapping]] = ..., last_login: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class RemoveMyUserRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveMyUserResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListMyUserChangesRequest(_message.Message):
    __slots__ = ("query",)
    QUERY_FIELD_NUMBER: _ClassVar[int]
    query: _change_pb2.ChangeQuery
    def __init__(self, query: _Optional[_Union[_change_pb2.ChangeQuery, _Mapping]] = ...) -> None: ...

class ListMyUserChangesResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[_change_pb2.Change]
    def __init__(self, result: _Optional[_Iterable[_Union[_change_pb2.Change, _Mapping]]] = ...) -> None: ...

class ListMyUserSessionsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListMyUserSessionsResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[_user_pb2.Session]
    def __init__(self, result: _Optional[_Iterable[_Union[_user_pb2.Session, _Mapping]]] = ...) -> None: ...

class ListMyMetadataRequest(_message.Message):
    __slots__ = ("query", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_metadata_pb2.MetadataQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_metadata_pb2.MetadataQuery, _Mapping]]] = ...) -> None: ...

class ListMyMetadataResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_metadata_pb2.Metadata]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_metadata_pb2.Metadata, _Mapping]]] = ...) -> None: ...

class GetMyMetadataRequest(_message.Message):
    __slots__ = ("key",)
    KEY_FIELD_NUMBER: _ClassVar[int]
    key: str
    def __init__(self, key: _Optional[str] = ...) -> None: ...

class GetMyMetadataResponse(_message.Message):
    __slots__ = ("metadata",)
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: _metadata_pb2.Metadata
    def __init__(self, metadata: _Optional[_Union[_metadata_pb2.Metadata, _Mapping]] = ...) -> None: ...

class SetMyMetadataRequest(_message.Message):
    __slots__ = ("key", "value")
    KEY_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    key: str
    value: bytes
    def __init__(self, key: _Optional[str] = ..., value: _Optional[bytes] = ...) -> None: ...

class SetMyMetadataResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class BulkSetMyMetadataRequest(_message.Message):
    __slots__ = ("metadata",)
    class Metadata(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: bytes
        def __init__(self, key: _Optional[str] = ..., value: _Optional[bytes] = ...) -> None: ...
    METADATA_FIELD_NUMBER: _ClassVar[int]
    metadata: _containers.RepeatedCompositeFieldContainer[BulkSetMyMetadataRequest.Metadata]
    def __init__(self, metadata: _Optional[_Iterable[_Union[BulkSetMyMetadataRequest.Metadata, _Mapping]]] = ...) -> None: ...

class BulkSetMyMetadataResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveMyMetadataRequest(_message.Message):
    __slots__ = ("key",)
    KEY_FIELD_NUMBER: _ClassVar[int]
    key: str
    def __init__(self, key: _Optional[str] = ...) -> None: ...

class RemoveMyMetadataResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class BulkRemoveMyMetadataRequest(_message.Message):
    __slots__ = ("keys",)
    KEYS_FIELD_NUMBER: _ClassVar[int]
    keys: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, keys: _Optional[_Iterable[str]] = ...) -> None: ...

class BulkRemoveMyMetadataResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListMyRefreshTokensRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListMyRefreshTokensResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_user_pb2.RefreshToken]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_user_pb2.RefreshToken, _Mapping]]] = ...) -> None: ...

class RevokeMyRefreshTokenRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class RevokeMyRefreshTokenResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RevokeAllMyRefreshTokensRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RevokeAllMyRefreshTokensResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class UpdateMyUserNameRequest(_message.Message):
    __slots__ = ("user_name",)
    USER_NAME_FIELD_NUMBER: _ClassVar[int]
    user_name: str
    def __init__(self, user_name: _Optional[str] = ...) -> None: ...

class UpdateMyUserNameResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetMyPasswordComplexityPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetMyPasswordComplexityPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.PasswordComplexityPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.PasswordComplexityPolicy, _Mapping]] = ...) -> None: ...

class UpdateMyPasswordRequest(_message.Message):
    __slots__ = ("old_password", "new_password")
    OLD_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    NEW_PASSWORD_FIELD_NUMBER: _ClassVar[int]
    old_password: str
    new_password: str
    def __init__(self, old_password: _Optional[str] = ..., new_password: _Optional[str] = ...) -> None: ...

class UpdateMyPasswordResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetMyProfileRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetMyProfileResponse(_message.Message):
    __slots__ = ("details", "profile")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    profile: _user_pb2.Profile
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., profile: _Optional[_Union[_user_pb2.Profile, _Mapping]] = ...) -> None: ...

class UpdateMyProfileRequest(_message.Message):
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

class UpdateMyProfileResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetMyEmailRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetMyEmailResponse(_message.Message):
    __slots__ = ("details", "email")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    email: _user_pb2.Email
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., email: _Optional[_Union[_user_pb2.Email, _Mapping]] = ...) -> None: ...

class SetMyEmailRequest(_message.Message):
    __slots__ = ("email",)
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    email: str
    def __init__(self, email: _Optional[str] = ...) -> None: ...

class SetMyEmailResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class VerifyMyEmailRequest(_message.Message):
    __slots__ = ("code",)
    CODE_FIELD_NUMBER: _ClassVar[int]
    code: str
    def __init__(self, code: _Optional[str] = ...) -> None: ...

class VerifyMyEmailResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResendMyEmailVerificationRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ResendMyEmailVerificationResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class GetMyPhoneRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetMyPhoneResponse(_message.Message):
    __slots__ = ("details", "phone")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    phone: _user_pb2.Phone
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., phone: _Optional[_Union[_user_pb2.Phone, _Mapping]] = ...) -> None: ...

class SetMyPhoneRequest(_message.Message):
    __slots__ = ("phone",)
    PHONE_FIELD_NUMBER: _ClassVar[int]
    phone: str
    def __init__(self, phone: _Optional[str] = ...) -> None: ...

class SetMyPhoneResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class VerifyMyPhoneRequest(_message.Message):
    __slots__ = ("code",)
    CODE_FIELD_NUMBER: _ClassVar[int]
    code: str
    def __init__(self, code: _Optional[str] = ...) -> None: ...

class VerifyMyPhoneResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ResendMyPhoneVerificationRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ResendMyPhoneVerificationResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveMyPhoneRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveMyPhoneResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveMyAvatarRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveMyAvatarResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListMyLinkedIDPsRequest(_message.Message):
    __slots__ = ("query",)
    QUERY_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ...) -> None: ...

class ListMyLinkedIDPsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_idp_pb2.IDPUserLink]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_idp_pb2.IDPUserLink, _Mapping]]] = ...) -> None: ...

class RemoveMyLinkedIDPRequest(_message.Message):
    __slots__ = ("idp_id", "linked_user_id")
    IDP_ID_FIELD_NUMBER: _ClassVar[int]
    LINKED_USER_ID_FIELD_NUMBER: _ClassVar[int]
    idp_id: str
    linked_user_id: str
    def __init__(self, idp_id: _Optional[str] = ..., linked_user_id: _Optional[str] = ...) -> None: ...

class RemoveMyLinkedIDPResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListMyAuthFactorsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListMyAuthFactorsResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[_user_pb2.AuthFactor]
    def __init__(self, result: _Optional[_Iterable[_Union[_user_pb2.AuthFactor, _Mapping]]] = ...) -> None: ...

class AddMyAuthFactorU2FRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class AddMyAuthFactorU2FResponse(_message.Message):
    __slots__ = ("key", "details")
    KEY_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    key: _user_pb2.WebAuthNKey
    details: _object_pb2.ObjectDetails
    def __init__(self, key: _Optional[_Union[_user_pb2.WebAuthNKey, _Mapping]] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddMyAuthFactorOTPRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class AddMyAuthFactorOTPResponse(_message.Message):
    __slots__ = ("url", "secret", "details")
    URL_FIELD_NUMBER: _ClassVar[int]
    SECRET_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    url: str
    secret: str
    details: _object_pb2.ObjectDetails
    def __init__(self, url: _Optional[str] = ..., secret: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class VerifyMyAuthFactorOTPRequest(_message.Message):
    __slots__ = ("code",)
    CODE_FIELD_NUMBER: _ClassVar[int]
    code: str
    def __init__(self, code: _Optional[str] = ...) -> None: ...

class VerifyMyAuthFactorOTPResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class VerifyMyAuthFactorU2FRequest(_message.Message):
    __slots__ = ("verification",)
    VERIFICATION_FIELD_NUMBER: _ClassVar[int]
    verification: _user_pb2.WebAuthNVerification
    def __init__(self, verification: _Optional[_Union[_user_pb2.WebAuthNVerification, _Mapping]] = ...) -> None: ...

class VerifyMyAuthFactorU2FResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveMyAuthFactorOTPRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveMyAuthFactorOTPResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddMyAuthFactorOTPSMSRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class AddMyAuthFactorOTPSMSResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveMyAuthFactorOTPSMSRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveMyAuthFactorOTPSMSResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddMyAuthFactorOTPEmailRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class AddMyAuthFactorOTPEmailResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveMyAuthFactorOTPEmailRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RemoveMyAuthFactorOTPEmailResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveMyAuthFactorU2FRequest(_message.Message):
    __slots__ = ("token_id",)
    TOKEN_ID_FIELD_NUMBER: _ClassVar[int]
    token_id: str
    def __init__(self, token_id: _Optional[str] = ...) -> None: ...

class RemoveMyAuthFactorU2FResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListMyPasswordlessRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListMyPasswordlessResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedCompositeFieldContainer[_user_pb2.WebAuthNToken]
    def __init__(self, result: _Optional[_Iterable[_Union[_user_pb2.WebAuthNToken, _Mapping]]] = ...) -> None: ...

class AddMyPasswordlessRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class AddMyPasswordlessResponse(_message.Message):
    __slots__ = ("key", "details")
    KEY_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    key: _user_pb2.WebAuthNKey
    details: _object_pb2.ObjectDetails
    def __init__(self, key: _Optional[_Union[_user_pb2.WebAuthNKey, _Mapping]] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class AddMyPasswordlessLinkRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class AddMyPasswordlessLinkResponse(_message.Message):
    __slots__ = ("details", "link", "expiration")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    LINK_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    link: str
    expiration: _duration_pb2.Duration
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., link: _Optional[str] = ..., expiration: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class SendMyPasswordlessLinkRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class SendMyPasswordlessLinkResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class VerifyMyPasswordlessRequest(_message.Message):
    __slots__ = ("verification",)
    VERIFICATION_FIELD_NUMBER: _ClassVar[int]
    verification: _user_pb2.WebAuthNVerification
    def __init__(self, verification: _Optional[_Union[_user_pb2.WebAuthNVerification, _Mapping]] = ...) -> None: ...

class VerifyMyPasswordlessResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class RemoveMyPasswordlessRequest(_message.Message):
    __slots__ = ("token_id",)
    TOKEN_ID_FIELD_NUMBER: _ClassVar[int]
    token_id: str
    def __init__(self, token_id: _Optional[str] = ...) -> None: ...

class RemoveMyPasswordlessResponse(_message.Message):
    __slots__ = ("details",)
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ObjectDetails
    def __init__(self, details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ...) -> None: ...

class ListMyUserGrantsRequest(_message.Message):
    __slots__ = ("query",)
    QUERY_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ...) -> None: ...

class ListMyUserGrantsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[UserGrant]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[UserGrant, _Mapping]]] = ...) -> None: ...

class UserGrant(_message.Message):
    __slots__ = ("org_id", "project_id", "user_id", "roles", "org_name", "grant_id", "details", "org_domain", "project_name", "project_grant_id", "role_keys", "user_type", "state")
    ORG_ID_FIELD_NUMBER: _ClassVar[int]
    PROJECT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    ORG_NAME_FIELD_NUMBER: _ClassVar[int]
    GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    ORG_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    PROJECT_NAME_FIELD_NUMBER: _ClassVar[int]
    PROJECT_GRANT_ID_FIELD_NUMBER: _ClassVar[int]
    ROLE_KEYS_FIELD_NUMBER: _ClassVar[int]
    USER_TYPE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    org_id: str
    project_id: str
    user_id: str
    roles: _containers.RepeatedScalarFieldContainer[str]
    org_name: str
    grant_id: str
    details: _object_pb2.ObjectDetails
    org_domain: str
    project_name: str
    project_grant_id: str
    role_keys: _containers.RepeatedScalarFieldContainer[str]
    user_type: _user_pb2.Type
    state: _user_pb2.UserGrantState
    def __init__(self, org_id: _Optional[str] = ..., project_id: _Optional[str] = ..., user_id: _Optional[str] = ..., roles: _Optional[_Iterable[str]] = ..., org_name: _Optional[str] = ..., grant_id: _Optional[str] = ..., details: _Optional[_Union[_object_pb2.ObjectDetails, _Mapping]] = ..., org_domain: _Optional[str] = ..., project_name: _Optional[str] = ..., project_grant_id: _Optional[str] = ..., role_keys: _Optional[_Iterable[str]] = ..., user_type: _Optional[_Union[_user_pb2.Type, str]] = ..., state: _Optional[_Union[_user_pb2.UserGrantState, str]] = ...) -> None: ...

class ListMyProjectOrgsRequest(_message.Message):
    __slots__ = ("query", "queries", "sorting_column")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    SORTING_COLUMN_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_org_pb2.OrgQuery]
    sorting_column: _org_pb2.OrgFieldName
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_org_pb2.OrgQuery, _Mapping]]] = ..., sorting_column: _Optional[_Union[_org_pb2.OrgFieldName, str]] = ...) -> None: ...

class ListMyProjectOrgsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_org_pb2.Org]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_org_pb2.Org, _Mapping]]] = ...) -> None: ...

class ListMyZitadelPermissionsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListMyZitadelPermissionsResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, result: _Optional[_Iterable[str]] = ...) -> None: ...

class ListMyProjectPermissionsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListMyProjectPermissionsResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, result: _Optional[_Iterable[str]] = ...) -> None: ...

class ListMyMembershipsRequest(_message.Message):
    __slots__ = ("query", "queries")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    QUERIES_FIELD_NUMBER: _ClassVar[int]
    query: _object_pb2.ListQuery
    queries: _containers.RepeatedCompositeFieldContainer[_user_pb2.MembershipQuery]
    def __init__(self, query: _Optional[_Union[_object_pb2.ListQuery, _Mapping]] = ..., queries: _Optional[_Iterable[_Union[_user_pb2.MembershipQuery, _Mapping]]] = ...) -> None: ...

class ListMyMembershipsResponse(_message.Message):
    __slots__ = ("details", "result")
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    details: _object_pb2.ListDetails
    result: _containers.RepeatedCompositeFieldContainer[_user_pb2.Membership]
    def __init__(self, details: _Optional[_Union[_object_pb2.ListDetails, _Mapping]] = ..., result: _Optional[_Iterable[_Union[_user_pb2.Membership, _Mapping]]] = ...) -> None: ...

class GetMyLabelPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetMyLabelPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.LabelPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.LabelPolicy, _Mapping]] = ...) -> None: ...

class GetMyPrivacyPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetMyPrivacyPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.PrivacyPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.PrivacyPolicy, _Mapping]] = ...) -> None: ...

class GetMyLoginPolicyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetMyLoginPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.LoginPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.LoginPolicy, _Mapping]] = ...) -> None: ...
