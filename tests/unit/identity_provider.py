"""A small identity provider over real HTTP on this machine, with keys of its own. Each of its answers can be spoilt."""

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey

from tests.unit.fakes import MovingClock

CLIENT, SECRET = "what-matters", "a secret of the client"


class FakeProvider:
    """Signs in whoever `person` says. `spoil` changes the claims; `signed_with` the key; `down` answers nothing."""

    def __init__(self, clock: MovingClock) -> None:
        self.clock = clock
        self.issuer = ""
        self.key = key_pair(1)
        self.signed_with: Any = None
        self.algorithm = "RS256"
        self.person = {"sub": "subject-1", "email": "ada@example.org", "email_verified": True}
        self.spoil: dict[str, Any] = {}
        self.metadata: dict[str, Any] = {}
        self.down = False
        self.codes: dict[str, dict[str, str]] = {}
        self.asked_with: list[str] = []

    def consent(self, url: str) -> dict[str, str]:
        """What the person's browser is sent back with, after they said yes at the provider's page."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked
        return {"code": code, "state": asked["state"], "redirect_uri": asked["redirect_uri"]}

    def answer(self, path: str, form: dict[str, str], shown: str) -> tuple[int, Any]:
        if self.down:
            return 503, {}
        if path == "/.well-known/openid-configuration":
            return 200, {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
            } | self.metadata
        if path == "/keys":
            return 200, KeySet([self.key]).as_dict(private=False)
        return self._token(form, shown)

    def _token(self, form: dict[str, str], shown: str) -> tuple[int, Any]:
        asked = self.codes.pop(form.get("code", ""), None)
        by_basic = shown == "Basic " + base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        by_post = (form.get("client_id"), form.get("client_secret")) == (CLIENT, SECRET)
        self.asked_with.append("basic" if by_basic else "post" if by_post else "nothing")
        challenge = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        proven = asked and asked["code_challenge"] == base64.urlsafe_b64encode(challenge).rstrip(b"=").decode()
        if not (by_basic or by_post) or not proven or form.get("redirect_uri") != asked["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        now = int(self.clock.now().timestamp())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"]}
        claims = {name: value for name, value in (claims | self.person | self.spoil).items() if value is not None}
        return 200, {"access_token": "opaque", "token_type": "Bearer", "id_token": self._signed(claims)}

    def _signed(self, claims: dict[str, Any]) -> str:
        key = self.signed_with or self.key
        if self.algorithm == "none":
            parts = [json.dumps({"alg": "none"}), json.dumps(claims)]
            return ".".join(base64.urlsafe_b64encode(part.encode()).rstrip(b"=").decode() for part in parts) + "."
        header = {"alg": self.algorithm, "kid": "one"}
        return jwt.encode(header, claims, key, algorithms=[self.algorithm])

    def shared_secret(self) -> OctKey:
        """What the client knows too, so whoever has it could sign."""
        return OctKey.import_key(SECRET * 2)


@cache
def key_pair(number: int) -> RSAKey:
    """A pair of keys, made once for all tests. Every one calls itself "one"."""
    del number
    return RSAKey.generate_key(2048, parameters={"kid": "one"})


@contextmanager
def serving(provider: FakeProvider) -> Iterator[FakeProvider]:
    class Handler(BaseHTTPRequestHandler):
        def _send(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            form = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
            status, found = provider.answer(urlsplit(self.path).path, form, self.headers.get("Authorization", ""))
            body = found if isinstance(found, bytes) else json.dumps(found).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = _send  # noqa: N815

        def log_message(self, *_args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
