"""Signing in through an organisation's own identity provider: OpenID Connect's code flow with PKCE, by Authlib.

What has to be remembered between the two halves is sealed and kept by the browser alone, for ten minutes.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import httpx
from authlib.common.errors import AuthlibBaseError
from authlib.common.security import generate_token
from authlib.oauth2.client import OAuth2Client
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from bot.accounts.provider_sign_in import Identity
from bot.model.clock import Clock
from bot.store.crypto import SealError
from bot.store.keys import Keys

GOOD_FOR = timedelta(minutes=10)
_SECONDS = 10.0
_LEEWAY = 60
"""Seconds by which the provider's clock may differ."""
_SCOPE = "openid email profile"
_BOUND_TO = "signing in through a provider"
_SIGNED_WITH = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"})
"""Signatures that only the provider can make. Ones made with a shared secret, or none, are refused."""


class ProviderDownError(Exception):
    """The provider does not answer, or not with what it has to."""


class ProviderRefusedError(Exception):
    """What came back from the provider cannot be trusted, or says no."""


@dataclass(frozen=True, slots=True)
class Registered:
    """What the provider knows us by."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    return_url: str


@dataclass(frozen=True, slots=True)
class Begun:
    """Where to send the browser, and what it keeps meanwhile."""

    url: str
    kept: str = field(repr=False)


class Provider:
    """One identity provider. Its addresses and keys are asked anew each time, so a changed key needs no restart."""

    def __init__(
        self, registered: Registered, keys: Keys, clock: Clock, transport: httpx.BaseTransport | None = None
    ) -> None:
        self._registered = registered
        self._keys = keys
        self._clock = clock
        self._transport = transport

    def begin(self, next_page: str) -> Begun:
        """Start signing in, to come back to `next_page`. May wait for the provider. Raises ProviderDownError."""
        state, nonce, verifier = (generate_token(48) for _ in range(3))
        with self._http() as http:
            client, metadata = self._client(http), self._metadata(http)
            url, _state = client.create_authorization_url(
                metadata["authorization_endpoint"], state=state, nonce=nonce, code_verifier=verifier
            )
        until = (self._clock.now() + GOOD_FOR).timestamp()
        return Begun(str(url), self._pack([state, nonce, verifier, next_page, until]))

    def finish(self, kept: str, sent: Mapping[str, str]) -> Identity:
        """Return who was signed in, from what the provider sent through the browser.

        Raises ProviderDownError or ProviderRefusedError.
        """
        state, nonce, verifier, next_page, until = self._unpack(kept)
        if until <= self._clock.now().timestamp() or sent.get("state") != state or not sent.get("code"):
            raise ProviderRefusedError
        with self._http() as http:
            metadata = self._metadata(http)
            if sent.get("iss", metadata["issuer"]) != metadata["issuer"]:
                raise ProviderRefusedError
            token = self._token(http, metadata, sent["code"], verifier)
            claims = self._claims(http, metadata, token, nonce)
        subject, email = claims.get("sub"), claims.get("email")
        if not isinstance(subject, str) or not subject:
            raise ProviderRefusedError
        verified = claims.get("email_verified") is True and isinstance(email, str)
        return Identity(metadata["issuer"], subject, str(email) if verified else "", next_page)

    def _http(self) -> httpx.Client:
        return httpx.Client(timeout=_SECONDS, transport=self._transport)

    def _client(self, http: httpx.Client) -> Any:
        return OAuth2Client(
            http,
            client_id=self._registered.client_id,
            redirect_uri=self._registered.return_url,
            scope=_SCOPE,
            code_challenge_method="S256",
        )

    def _metadata(self, http: httpx.Client) -> dict[str, Any]:
        issuer = self._registered.issuer
        found = _json(http, f"{issuer}/.well-known/openid-configuration")
        needed = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")
        complete = all(isinstance(found.get(name), str) for name in needed)
        if not complete or found["issuer"].rstrip("/") != issuer:
            raise ProviderDownError("The provider does not describe itself as the issuer that is set.")
        return found

    def _token(self, http: httpx.Client, metadata: dict[str, Any], code: str, verifier: str) -> dict[str, Any]:
        ours = self._registered
        ways = metadata.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        shown: dict[str, Any] = {"auth": (ours.client_id, ours.client_secret)}
        if "client_secret_basic" not in ways:
            shown = {"auth": (lambda request: request), "client_secret": ours.client_secret}
        try:
            token = self._client(http).fetch_token(
                metadata["token_endpoint"],
                grant_type="authorization_code",
                code=code,
                code_verifier=verifier,
                client_id=ours.client_id,
                **shown,
            )
        except httpx.HTTPError as error:
            raise ProviderDownError from error
        except (AuthlibBaseError, ValueError, KeyError) as error:
            raise ProviderRefusedError from error
        return dict(token)

    def _claims(
        self, http: httpx.Client, metadata: dict[str, Any], token: dict[str, Any], nonce: str
    ) -> dict[str, Any]:
        """The claims of the ID token, once its signature, issuer, audience, times and nonce are right."""
        offered = metadata.get("id_token_signing_alg_values_supported") or ["RS256"]
        ours = self._registered.client_id
        options: Any = {
            "iss": {"essential": True, "value": metadata["issuer"]},
            "aud": {"essential": True, "value": ours},
            "nonce": {"essential": True, "value": nonce},
        }
        known = {"nonce": nonce, "client_id": ours, "access_token": token.get("access_token")}
        try:
            keys = KeySet.import_key_set(_json(http, metadata["jwks_uri"]))  # type: ignore[arg-type]
            registry = JWSRegistry(algorithms=sorted(_SIGNED_WITH.intersection(offered)), strict_check_header=False)
            read = jwt.decode(str(token.get("id_token", "")), keys, registry=registry)
            claims = CodeIDToken(read.claims, read.header, options, known)
            claims.validate(now=int(self._clock.now().timestamp()), leeway=_LEEWAY)
        except (JoseError, AuthlibBaseError, ValueError, KeyError, TypeError) as error:
            raise ProviderRefusedError from error
        return dict(claims)

    def _pack(self, remembered: list[Any]) -> str:
        return base64.urlsafe_b64encode(self._keys.wrap(json.dumps(remembered).encode(), _BOUND_TO)).decode()

    def _unpack(self, kept: str) -> tuple[str, str, str, str, float]:
        try:
            state, nonce, verifier, page, until = json.loads(
                self._keys.unwrap(base64.urlsafe_b64decode(kept.encode()), _BOUND_TO)
            )
        except (SealError, ValueError, binascii.Error) as error:
            raise ProviderRefusedError from error
        return state, nonce, verifier, page, until


def _json(http: httpx.Client, url: str) -> dict[str, Any]:
    try:
        answer = http.get(url, headers={"Accept": "application/json"})
        answer.raise_for_status()
        found = answer.json()
    except (httpx.HTTPError, ValueError) as error:
        raise ProviderDownError from error
    if not isinstance(found, dict):
        raise ProviderDownError
    return found
