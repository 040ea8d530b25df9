from zitadel.feature.v2 import instance_pb2 as _instance_pb2
from zitadel.feature.v2 import organization_pb2 as _organization_pb2
from zitadel.feature.v2 import system_pb2 as _system_pb2
from zitadel.feature.v2 import user_pb2 as _user_pb2
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor
