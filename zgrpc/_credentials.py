"""Who the client is: tokens given, and tokens fetched from the instance's token endpoint.

A credentials object says what to send; `zgrpc._tokens` decides when, `zgrpc._token_endpoint` goes there.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, runtime_checkable

import zgrpc._tokens  # noqa: F401 - a client with credentials needs it; better now than within its first call
from zgrpc._secret import Secret
from zgrpc._token_endpoint import SCOPE, AccessToken, TokenRequest, check_token, require_oauth
from zgrpc._token_error import TokenError

if TYPE_CHECKING:
    import os
    from collections.abc import Awaitable, Iterable, Mapping

    from zgrpc._token_endpoint import TokenEndpoint

__all__ = [
    "AccessToken",
    "ClientCredentials",
    "Credentials",
    "PersonalAccessToken",
    "ServiceAccountKey",
    "TokenFile",
    "TokenProvider",
]

JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"

# ZITADEL takes an `iat` up to an hour old but none 5 seconds ahead of its clock, and no `exp` in its past: with these,
# this machine's clock may be up to 10 minutes ahead of the server's or up to 30 behind.
IAT_AGE = 600
EXP_AHEAD = 1800


@runtime_checkable
class TokenProvider(Protocol):
    """Credentials of one's own: any object with this one method, sync or async."""

    def get_token(self) -> AccessToken | Awaitable[AccessToken]:
        """Returns a token and the seconds it is good for.

        It is called when the client has no token, ahead of the old one's expiry, and when the server refused the old
        one; never twice at a time. It may block: the client calls it outside the event loop and outside the callers'
        threads. An `async def` runs in the event loop of an `AsyncClient`, in a loop of its own for a `Client`.
        """
        ...


class Credentials:
    """Base of the credentials that zgrpc brings along. They refuse to be pickled or copied, for they hold secrets."""

    __slots__ = ()

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} is not pickled, for it holds a secret: build the credentials in the process that "
            "uses them, e.g. from a file or the environment"
        )

    def __repr__(self) -> str:
        # A traceback may show one whose arguments were refused, with nothing in it yet.
        try:
            return f"{type(self).__name__}({self._shown()})"
        except AttributeError:
            return f"<{type(self).__name__}, not made>"

    def _shown(self) -> str:
        raise AttributeError


class PersonalAccessToken(Credentials):
    """A token that was created in ZITADEL and is sent as it is until it expires there.

    Args:
        token: The token, without "Bearer ". White space in it is an error.

    Raises:
        TypeError: It is not a string.
        ValueError: It is empty or cannot be a token.
    """

    __slots__ = ("token",)

    def __init__(self, token: str) -> None:
        token = _hide(token)
        self.token = check_token(token, "token")

    def _shown(self) -> str:
        return "'***'"


class TokenFile(Credentials):
    """A token in a file, which is read again when it changes, as a mounted secret does.

    The file is looked at once a second while calls are made, and at once when the server refuses the token. White space
    around the token is ignored. While the file cannot be read, the last token stays in use.

    Args:
        path: The file. It is read at the first call; if that fails, the call raises `TokenError`.
    """

    __slots__ = ("path",)

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)

    def get_token(self) -> AccessToken:
        """Reads the file; raises `TokenError` if that fails or it holds no token."""
        try:
            text = Secret(self.path.read_text(encoding="utf-8").strip())
            return AccessToken(check_token(text, f"the token file {self.path}"))
        except (OSError, UnicodeDecodeError) as exception:
            problem = f"cannot read the token file {self.path}: {getattr(exception, 'strerror', None) or 'not UTF-8'}"
        except ValueError as exception:
            problem = str(exception)
        raise TokenError(problem, likely_cause="is the secret mounted at this path, and may this user read it?")

    def _shown(self) -> str:
        return repr(str(self.path))


class ServiceAccountKey(Credentials):
    """The key of a service user (a machine user), for the JWT profile (RFC 7523).

    Needs the extra `zgrpc[oauth]`. Create the key in the console, "Service Users", "Keys", type JSON, or with
    `AddMachineKey`, and load it with `from_file`, `from_json` or `from_dict`. All of them raise TypeError or
    ValueError, and say why, for what is not such a key or has expired.
    """

    __slots__ = ("_key", "expires", "key_id", "scopes", "user_id")

    def __init__(self, *, user_id: str, key_id: str, key: str, scopes: Iterable[str] = ()) -> None:
        """Takes the parts of a key; see `from_file` for whole ones.

        Args:
            user_id: The service user's id.
            key_id: The key's id.
            key: The private RSA key, PEM.
            scopes: Scopes beyond those that the API needs, which are always asked for.
        """
        key = _hide(key)
        require_oauth()
        self.user_id = _text(user_id, "user_id")
        self.key_id = _text(key_id, "key_id")
        self.scopes = _scopes(scopes)
        self._key = _private_key(Secret(_text(key, "key")))
        self.expires: datetime | None = None

    @classmethod
    def from_file(cls, path: str | os.PathLike[str], *, scopes: Iterable[str] = ()) -> ServiceAccountKey:
        """Loads the JSON file that ZITADEL gave out for the key.

        Raises:
            OSError: The file cannot be read.
            ValueError: It does not hold the key of a service user, or the key has expired; says which.
        """
        return cls._load(Secret(Path(path).read_bytes().decode("utf-8", "replace")), scopes, f"the key file {path}")

    @classmethod
    def from_json(cls, text: str | bytes, *, scopes: Iterable[str] = ()) -> ServiceAccountKey:
        """Loads the content of such a file, e.g. from an environment variable."""
        if not isinstance(text, (str, bytes)):
            raise TypeError(f"text must be a str or bytes, not {type(text).__name__}")
        text = Secret(text if isinstance(text, str) else text.decode("utf-8", "replace"))
        return cls._load(text, scopes, "the key")

    @classmethod
    def from_dict(cls, content: Mapping[str, Any], *, scopes: Iterable[str] = ()) -> ServiceAccountKey:
        """Loads the parsed content of such a file."""
        if not hasattr(content, "items"):
            raise TypeError(f"content must be a dict, not {type(content).__name__}")
        content = _hidden(dict(content))
        return cls._from(content, scopes, "the key")

    @classmethod
    def _load(cls, text: Secret, scopes: Iterable[str], what: str) -> ServiceAccountKey:
        import json

        problem = content = None
        try:
            content = json.loads(text, object_hook=_hidden)
        except ValueError as exception:  # its `doc` is the whole text
            problem = str(exception)
        if problem:
            hint = "; it is a bare PEM, the JSON around it is wanted" if text.lstrip().startswith("-----BEGIN") else ""
            raise ValueError(f"{what} is not JSON: {problem}{hint}")
        return cls._from(content, scopes, what)

    @classmethod
    def _from(cls, content: object, scopes: Iterable[str], what: str) -> ServiceAccountKey:
        if not hasattr(content, "get"):
            kind = type(content).__name__
            raise ValueError(f"{what} must be a JSON object with type, keyId, key and userId, not a {kind}")
        parts: Any = content
        kind = parts.get("type")
        if kind == "application":
            raise ValueError(
                f"{what} is the key of an application, which serves for introspection and logs nobody in: a key of a "
                'service user is wanted (type "serviceaccount")'
            )
        if kind != "serviceaccount":
            raise ValueError(f'{what} has the type {kind!r}; the key of a service user has "serviceaccount"')
        missing = [
            name for name in ("keyId", "key", "userId") if not (isinstance(parts.get(name), str) and parts[name])
        ]
        if missing:
            raise ValueError(f"{what} lacks {', '.join(missing)}")
        expires = _date(parts.get("expirationDate"), what)
        if expires is not None and expires.timestamp() < time.time():
            raise ValueError(f"{what} ({parts['keyId']}) expired at {expires.isoformat()}: create another one")
        made: ServiceAccountKey | str
        try:
            made = cls(user_id=parts["userId"], key_id=parts["keyId"], key=parts["key"], scopes=scopes)
        except ValueError as exception:
            made = f"{what}: {exception}"
        if isinstance(made, str):
            raise ValueError(made)
        made.expires = expires
        return made

    def _token_request(self, endpoint: TokenEndpoint) -> TokenRequest:
        import uuid

        import jwt

        if self.expires is not None and self.expires.timestamp() < time.time():
            raise TokenError(f"the key {self.key_id} of user {self.user_id} expired at {self.expires.isoformat()}")
        now = int(time.time())
        claims: dict[str, object] = {
            "iss": self.user_id,
            "sub": self.user_id,
            "aud": endpoint.audience,
            "jti": uuid.uuid4().hex,
        }
        claims |= {"iat": now - IAT_AGE, "exp": now + EXP_AHEAD}
        assertion = Secret(jwt.encode(claims, self._key, algorithm="RS256", headers={"kid": self.key_id}))
        return TokenRequest(
            {"grant_type": JWT_BEARER, "scope": self.scopes, "assertion": assertion},
            hint=f"the key {self.key_id} or the user {self.user_id} was removed or is of another instance",
            secrets=(assertion,),
        )

    def _shown(self) -> str:
        return f"user_id={self.user_id!r}, key_id={self.key_id!r}"


class ClientCredentials(Credentials):
    """A service user's client id and secret, for the client credentials grant (RFC 6749, 4.4).

    Needs the extra `zgrpc[oauth]`.

    Args:
        client_id: The client id: the service user's name.
        client_secret: The secret as `GenerateMachineSecret` gave it out.
        scopes: Scopes beyond those that the API needs, which are always asked for.
    """

    __slots__ = ("_secret", "client_id", "scopes")

    def __init__(self, client_id: str, client_secret: str, *, scopes: Iterable[str] = ()) -> None:
        client_secret = _hide(client_secret)
        require_oauth()
        self.client_id = _text(client_id, "client_id")
        self._secret = Secret(_text(client_secret, "client_secret"))
        self.scopes = _scopes(scopes)

    def _token_request(self, endpoint: TokenEndpoint) -> TokenRequest:  # noqa: ARG002 - the other kind's signature
        return TokenRequest(
            {"grant_type": "client_credentials", "scope": self.scopes},
            basic=(self.client_id, self._secret),
            hint=f"the secret of {self.client_id!r} is wrong or was removed",
            secrets=(self._secret,),
        )

    def _shown(self) -> str:
        return f"client_id={self.client_id!r}, client_secret='***'"


def _hide(value: str) -> str:
    """Rebinding an argument to this keeps the secret out of tracebacks that show local variables."""
    return Secret(value) if isinstance(value, str) else value


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a str, not {type(value).__name__}")
    if not value.strip():
        raise ValueError(f"{name} is empty")
    return value


def _scopes(scopes: Iterable[str]) -> str:
    if isinstance(scopes, str):
        raise TypeError(f"scopes must be a list of str, e.g. {scopes.split()!r}")
    return " ".join(dict.fromkeys([*SCOPE.split(), *(_text(scope, "a scope") for scope in scopes)]))


def _hidden(parts: dict[str, Any]) -> dict[str, Any]:
    key = parts.get("key")
    return {**parts, "key": Secret(key) if isinstance(key, str) else None}


def _date(text: object, what: str) -> datetime | None:
    if text is None or text == "":
        return None
    try:
        date = datetime.fromisoformat(str(text))
    except ValueError:
        raise ValueError(f"{what} has an expirationDate that is not a date: {text!r}") from None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def _private_key(pem: Secret) -> Any:  # RSAPrivateKey; cryptography is only imported here
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    problem = key = None
    try:
        key = load_pem_private_key(Secret(pem.strip()).encode(), password=None)
    except TypeError:
        problem = "the private key is encrypted with a password: ZITADEL's are not"
    except UnsupportedAlgorithm:
        problem = "the private key is of an unknown kind: an RSA key is wanted"
    except ValueError:
        if "-----BEGIN" not in pem:
            problem = "the key is not a PEM (-----BEGIN RSA PRIVATE KEY-----)"
        elif "PUBLIC KEY" in pem or "CERTIFICATE" in pem:
            problem = "the PEM is not a private key"
        else:
            problem = "the PEM is damaged (are its line breaks still there?)"
    if problem is None and not isinstance(key, RSAPrivateKey):
        kind = type(key).__name__.removesuffix("PrivateKey")
        problem = f"the private key is not RSA but {kind}: ZITADEL takes RS256 only"
    if problem:
        raise ValueError(problem)
    return key
