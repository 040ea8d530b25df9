from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class State(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STATE_UNSPECIFIED: _ClassVar[State]
    STATE_INITIAL: _ClassVar[State]
    STATE_ACTIVE: _ClassVar[State]
    STATE_INACTIVE: _ClassVar[State]
    STATE_REMOVED: _ClassVar[State]

class RSABits(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    RSA_BITS_UNSPECIFIED: _ClassVar[RSABits]
    RSA_BITS_2048: _ClassVar[RSABits]
    RSA_BITS_3072: _ClassVar[RSABits]
    RSA_BITS_4096: _ClassVar[RSABits]

class RSAHasher(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    RSA_HASHER_UNSPECIFIED: _ClassVar[RSAHasher]
    RSA_HASHER_SHA256: _ClassVar[RSAHasher]
    RSA_HASHER_SHA384: _ClassVar[RSAHasher]
    RSA_HASHER_SHA512: _ClassVar[RSAHasher]

class ECDSACurve(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ECDSA_CURVE_UNSPECIFIED: _ClassVar[ECDSACurve]
    ECDSA_CURVE_P256: _ClassVar[ECDSACurve]
    ECDSA_CURVE_P384: _ClassVar[ECDSACurve]
    ECDSA_CURVE_P512: _ClassVar[ECDSACurve]
STATE_UNSPECIFIED: State
STATE_INITIAL: State
STATE_ACTIVE: State
STATE_INACTIVE: State
STATE_REMOVED: State
RSA_BITS_UNSPECIFIED: RSABits
RSA_BITS_2048: RSABits
RSA_BITS_3072: RSABits
RSA_BITS_4096: RSABits
RSA_HASHER_UNSPECIFIED: RSAHasher
RSA_HASHER_SHA256: RSAHasher
RSA_HASHER_SHA384: RSAHasher
RSA_HASHER_SHA512: RSAHasher
ECDSA_CURVE_UNSPECIFIED: ECDSACurve
ECDSA_CURVE_P256: ECDSACurve
ECDSA_CURVE_P384: ECDSACurve
ECDSA_CURVE_P512: ECDSACurve

class WebKey(_message.Message):
    __slots__ = ("id", "creation_date", "change_date", "state", "rsa", "ecdsa", "ed25519")
    ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    RSA_FIELD_NUMBER: _ClassVar[int]
    ECDSA_FIELD_NUMBER: _ClassVar[int]
    ED25519_FIELD_NUMBER: _ClassVar[int]
    id: str
    creation_date: _timestamp_pb2.Timestamp
    change_date: _timestamp_pb2.Timestamp
    state: State
    rsa: RSA
    ecdsa: ECDSA
    ed25519: ED25519
    def __init__(self, id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., state: _Optional[_Union[State, str]] = ..., rsa: _Optional[_Union[RSA, _Mapping]] = ..., ecdsa: _Optional[_Union[ECDSA, _Mapping]] = ..., ed25519: _Optional[_Union[ED25519, _Mapping]] = ...) -> None: ...

class RSA(_message.Message):
    __slots__ = ("bits", "hasher")
    BITS_FIELD_NUMBER: _ClassVar[int]
    HASHER_FIELD_NUMBER: _ClassVar[int]
    bits: RSABits
    hasher: RSAHasher
    def __init__(self, bits: _Optional[_Union[RSABits, str]] = ..., hasher: _Optional[_Union[RSAHasher, str]] = ...) -> None: ...

class ECDSA(_message.Message):
    __slots__ = ("curve",)
    CURVE_FIELD_NUMBER: _ClassVar[int]
    curve: ECDSACurve
    def __init__(self, curve: _Optional[_Union[ECDSACurve, str]] = ...) -> None: ...

class ED25519(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...
