"""Credentials: tokens that the user has, and keys and secrets that are exchanged for tokens.

A credentials object makes the request for a token. `zgrpc._auth.source` decides when it is sent, and
`zgrpc._auth.endpoint` sends it.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NoReturn, Protocol, runtime_checkable

import zgrpc._auth.source  # noqa: F401 - a client with credentials needs it; better now than within its first call
from zgrpc._auth.endpoint import SCOPE, AccessToken, TokenRequest, check_token, require_oauth
from zgrpc._auth.key_file import hidden, read_key
from zgrpc._auth.token_error import TokenError
from zgrpc._secret import Secret, hide, hide_secret, kind_of, path_argument, read_path, shown_path

if TYPE_CHECKING:
    import os
    from collections.abc import Awaitable, Iterable

    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

    from zgrpc._auth.endpoint import TokenEndpoint

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

# ZITADEL accepts an `iat` that is up to an hour old. It rejects one that is 5 seconds ahead of its clock, and an `exp`
# in the past. So this machine's clock may be up to 10 minutes ahead of the server's, or up to 30 minutes behind.
IAT_AGE = 600
EXP_AHEAD = 1800


@runtime_checkable
class TokenProvider(Protocol):
    """Your own credentials: any object with this one method, sync or async."""

    def get_token(self) -> AccessToken | Awaitable[AccessToken]:
        """Return a token and the seconds it is good for.

        The client calls it when it has no token, ahead of the token's expiry, and when the server refused the token;
        never twice at a time. It may block: the client calls it outside the event loop and outside the callers'
        threads. An `async def` runs in the event loop of an `AsyncClient`, in a loop of its own for a `Client`.
        """
        ...


class Credentials:
    """Base of the credentials that zgrpc has. They cannot be pickled or copied, because they hold secrets."""

    __slots__ = ()
    _needs_issuer: ClassVar[bool] = False  # to fetch tokens from, or to sign them for

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} cannot be pickled, because it holds a secret: build the credentials in the process "
            "that uses them, e.g. from a file or the environment"
        )

    def __repr__(self) -> str:
        # A traceback may show one whose arguments were rejected, before it has any attribute.
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
        token = hide_secret(token)
        self.token = check_token(token, "token")

    def _shown(self) -> str:
        return "'***'"


class TokenFile(Credentials):
    """A token in a file, which is read again when it changes, as a mounted secret does.

    While calls are made, the client reads the file once a second, and at once when the server refuses the token. White
    space around the token is ignored. While the file cannot be read, the last token stays in use.

    Args:
        path: The file. It is read at the first call; if that fails, the call raises `TokenError`.

    Raises:
        ValueError: `path` looks like a token instead of a path.
    """

    __slots__ = ("path",)

    def __init__(self, path: str | os.PathLike[str]) -> None:
        path = hide(path)  # type: ignore[assignment]  # Hidden
        self.path = Path(str.__str__(path_argument(path, "path")))

    def get_token(self) -> AccessToken:
        """Read the file; raise `TokenError` if that fails or it holds no token."""
        shown = shown_path(self.path)
        try:
            text = Secret(self.path.read_text(encoding="utf-8").strip())
            return AccessToken(check_token(text, f"the token file {shown}"))
        except (OSError, UnicodeDecodeError) as exception:
            problem = f"cannot read the token file {shown}: {getattr(exception, 'strerror', None) or 'not UTF-8'}"
        except ValueError as exception:
            problem = str(exception)
        raise TokenError(problem, likely_cause="is the secret mounted at this path, and may this user read it?")

    def _shown(self) -> str:
        return repr(shown_path(self.path))


class ServiceAccountKey(Credentials):
    """The key of a service user (a machine user), for the JWT profile (RFC 7523).

    Needs the extra `zgrpc[oauth]`. Create the key in the console, "Service Users", "Keys", type JSON, or with
    `AddMachineKey`, and load it with `from_file`, `from_json` or `from_dict`. All of them raise TypeError or ValueError
    with the reason if it is not such a key or has expired.
    """

    __slots__ = ("_key", "expires", "key_id", "scopes", "user_id")
    _needs_issuer = True

    def __init__(self, *, user_id: str, key_id: str, key: str, scopes: Iterable[str] = ()) -> None:
        """Take the parts of a key; see `from_file` for whole ones.

        Args:
            user_id: The service user's id.
            key_id: The key's id.
            key: The private RSA key, PEM.
            scopes: Scopes beyond those that the API needs; these are always requested.
        """
        key = hide_secret(key)
        require_oauth()
        self.user_id = _text(user_id, "user_id")
        self.key_id = _text(key_id, "key_id")
        self.scopes = _scopes(scopes)
        self._key = private_key(Secret(_text(key, "key")))
        self.expires: datetime | None = None

    @classmethod
    def from_file(cls, path: str | os.PathLike[str], *, scopes: Iterable[str] = ()) -> ServiceAccountKey:
        """Load the JSON file that ZITADEL returned for the key.

        Raises:
            OSError: The file cannot be read.
            ValueError: It does not hold the key of a service user, or the key has expired.
        """
        path = hide(path)  # type: ignore[assignment]  # Hidden
        return cls._load(read_path(path, "the key file"), scopes, f"the key file {shown_path(path)}")

    @classmethod
    def from_json(cls, text: str | bytes, *, scopes: Iterable[str] = ()) -> ServiceAccountKey:
        """Load the content of such a file, as it is or in base64, such as from an environment variable."""
        if not isinstance(text, (str, bytes)):
            raise TypeError(f"text must be a str or bytes, not {type(text).__name__}")
        text = Secret(text if isinstance(text, str) else text.decode("latin-1"))
        return cls._load(text, scopes, "the key")

    @classmethod
    def from_dict(cls, content: Mapping[str, object], *, scopes: Iterable[str] = ()) -> ServiceAccountKey:
        """Load the parsed content of such a file."""
        if not hasattr(content, "items"):
            raise TypeError(f"content must be a dict, not {type(content).__name__}")
        content = hidden(dict(content))
        return cls._from(content, scopes, "the key")

    @classmethod
    def _load(cls, content: str | bytes, scopes: Iterable[str], what: str) -> ServiceAccountKey:
        content = Secret(content) if isinstance(content, str) else Secret(content.decode("latin-1"))
        return cls._from(read_key(content, what), scopes, what)

    @classmethod
    def _from(cls, content: object, scopes: Iterable[str], what: str) -> ServiceAccountKey:
        if not isinstance(content, Mapping):
            kind = type(content).__name__
            raise ValueError(f"{what} must be a JSON object with type, keyId, key and userId, not a {kind}")
        parts: Mapping[str, object] = content
        given = parts.get("type")
        if given == "application":
            raise ValueError(
                f"{what} is the key of an application, which serves for introspection only; it must be the key of a "
                'service user (type "serviceaccount")'
            )
        if given != "serviceaccount":
            raise ValueError(f'{what} has the type {given!r}; the key of a service user has "serviceaccount"')
        texts = {name: part for name, part in parts.items() if isinstance(part, str)}
        missing = [name for name in ("keyId", "key", "userId") if not texts.get(name)]
        if missing:
            raise ValueError(f"{what} lacks {', '.join(missing)}")
        expires = _date(parts.get("expirationDate"), what)
        if expires is not None and expires.timestamp() < time.time():
            raise ValueError(f"{what} ({texts['keyId']}) expired at {expires.isoformat()}: create another one")
        made: ServiceAccountKey | str
        try:
            made = cls(user_id=texts["userId"], key_id=texts["keyId"], key=texts["key"], scopes=scopes)
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
        client_secret: The secret that `GenerateMachineSecret` returned.
        scopes: Scopes beyond those that the API needs; these are always requested.
    """

    __slots__ = ("_secret", "client_id", "scopes")
    _needs_issuer = True

    def __init__(self, client_id: str, client_secret: str, *, scopes: Iterable[str] = ()) -> None:
        client_secret = hide_secret(client_secret)
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


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a str, not {kind_of(value)}")
    if not value.strip():
        raise ValueError(f"{name} is empty")
    return value


def _scopes(scopes: Iterable[str]) -> str:
    if isinstance(scopes, str):
        raise TypeError(f"scopes must be a list of str, e.g. {scopes.split()!r}")
    return " ".join(dict.fromkeys([*SCOPE.split(), *(_text(scope, "a scope") for scope in scopes)]))


def _date(text: object, what: str) -> datetime | None:
    if text is None or text == "":
        return None
    try:
        date = datetime.fromisoformat(str(text))
    except ValueError:
        raise ValueError(f"{what} has an expirationDate that is not a date: {text!r}") from None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def private_key(pem: Secret) -> RSAPrivateKey:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    problem = key = None
    try:
        key = load_pem_private_key(Secret(pem.strip()).encode(), password=None)
    except TypeError:
        problem = "the private key is encrypted with a password; it must not be, and ZITADEL's are not"
    except UnsupportedAlgorithm:
        problem = "the private key is of an unknown kind; it must be an RSA key"
    except ValueError:
        if "-----BEGIN" not in pem:
            problem = "the key is not a PEM (-----BEGIN RSA PRIVATE KEY-----)"
        elif "PUBLIC KEY" in pem or "CERTIFICATE" in pem:
            problem = "the PEM is not a private key"
        else:
            problem = "the PEM is damaged (are its line breaks still there?)"
    if isinstance(key, RSAPrivateKey):
        return key
    if problem is None:
        kind = type(key).__name__.removesuffix("PrivateKey")
        problem = f"the private key is not RSA but {kind}: ZITADEL takes RS256 only"
    raise ValueError(problem)
