from google.protobuf import timestamp_pb2 as _timestamp_pb2
from zitadel.webkey.v2 import key_pb2 as _key_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CreateWebKeyRequest(_message.Message):
    __slots__ = ("rsa", "ecdsa", "ed25519")
    RSA_FIELD_NUMBER: _ClassVar[int]
    ECDSA_FIELD_NUMBER: _ClassVar[int]
    ED25519_FIELD_NUMBER: _ClassVar[int]
    rsa: _key_pb2.RSA
    ecdsa: _key_pb2.ECDSA
    ed25519: _key_pb2.ED25519
    def __init__(self, rsa: _Optional[_Union[_key_pb2.RSA, _Mapping]] = ..., ecdsa: _Optional[_Union[_key_pb2.ECDSA, _Mapping]] = ..., ed25519: _Optional[_Union[_key_pb2.ED25519, _Mapping]] = ...) -> None: ...

class CreateWebKeyResponse(_message.Message):
    __slots__ = ("id", "creation_date")
    ID_FIELD_NUMBER: _ClassVar[int]
    CREATION_DATE_FIELD_NUMBER: _ClassVar[int]
    id: str
    creation_date: _timestamp_pb2.Timestamp
    def __init__(self, id: _Optional[str] = ..., creation_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ActivateWebKeyRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class ActivateWebKeyResponse(_message.Message):
    __slots__ = ("change_date",)
    CHANGE_DATE_FIELD_NUMBER: _ClassVar[int]
    change_date: _timestamp_pb2.Timestamp
    def __init__(self, change_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class DeleteWebKeyRequest(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    def __init__(self, id: _Optional[str] = ...) -> None: ...

class DeleteWebKeyResponse(_message.Message):
    __slots__ = ("deletion_date",)
    DELETION_DATE_FIELD_NUMBER: _ClassVar[int]
    deletion_date: _timestamp_pb2.Timestamp
    def __init__(self, deletion_date: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListWebKeysRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListWebKeysResponse(_message.Message):
    __slots__ = ("web_keys",)
    WEB_KEYS_FIELD_NUMBER: _ClassVar[int]
    web_keys: _containers.RepeatedCompositeFieldContainer[_key_pb2.WebKey]
    def __init__(self, web_keys: _Optional[_Iterable[_Union[_key_pb2.WebKey, _Mapping]]] = ...) -> None: ...
