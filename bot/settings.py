"""Every setting, read once from the environment and then frozen; the prefix is WHATMATTERS_.

It lives at the bottom of the tree so that every part can be handed its settings and none reads the
environment itself.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "WHATMATTERS_"
ROOT = Path(__file__).resolve().parents[1]
"""The top of the repository, where config.yml, domain.yml and data/ are."""
SHIPPED_ENCODER = ROOT / "encoder" / "shipped"

_EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104  (a table of what to show instead)

_THIS_MACHINE = ("127.0.0.1", "::1", "localhost")

Port = Annotated[int, Field(ge=1, le=65535)]


def _absolute(path: Path) -> Path:
    return path.expanduser().absolute()


def _without_slash(url: str) -> str:
    return url.rstrip("/")


def _with_driver(url: str) -> str:
    """Name the one driver for PostgreSQL, which nobody has to know."""
    kind, _, rest = url.partition("://")
    if kind == "sqlite" and rest not in {"", "/", "/:memory:"}:  # in memory, each process would have a store of its own
        return url
    if kind not in {"postgresql", "postgres", "postgresql+psycopg"}:
        message = "it must begin with postgresql://, or be sqlite:/// and the path of a file"
        raise ValueError(message)
    try:
        _ = urlsplit(url).port
    except ValueError:  # its own words may hold a piece of the password
        message = "it cannot be read. In a password, / is written as %2F, @ as %40 and : as %3A"
        raise ValueError(message) from None
    return f"postgresql+psycopg://{rest}"


Folder = Annotated[Path, AfterValidator(_absolute)]
RootUrl = Annotated[str, AfterValidator(_without_slash)]
DatabaseUrl = Annotated[str, AfterValidator(_with_driver)]


class Settings(BaseSettings):
    """Where things are kept, where they listen, and who runs this copy.

    Relative paths count from the folder the program is started in. `repr` and logs never show a secret.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="ignore", env_ignore_empty=True, hide_input_in_errors=True
    )

    data_dir: Folder = ROOT / "var"
    """The store, its key and the logs. Two copies on one machine need two folders."""
    database_url: DatabaseUrl = Field(default="", repr=False)
    """Where the record store is: PostgreSQL, or SQLite, by default inside the data folder. May hold a password."""
    redis_url: SecretStr | None = None
    """Redis for locks, once there is more than one engine. May hold a password."""
    key_file: Folder = Path()
    """The key that protects every person's own key; by default `key` inside the data folder."""

    encoder_dir: Folder = SHIPPED_ENCODER
    """The sentence encoder and the head of the safety screen. A larger one may be put in its place."""

    host: str = "127.0.0.1"
    """Where the web pages and the chat API listen. The engine and the actions stay on 127.0.0.1."""
    web_port: Port = 8000
    rasa_port: Port = 5005
    actions_port: Port = 5055
    public_url: RootUrl = ""
    """The address people see in links, without a slash at the end."""
    organisation: str = "the person who started this test copy"
    """Who runs it, worded to follow "I am run by"."""

    complaints_name: str = ""
    """Who answers what people say was not right. Without a name, people are told that nobody will reply."""
    complaints_role: str = ""
    """What that person does, such as "manager"."""
    complaints_days: Annotated[int, Field(ge=1)] = 10
    """Days within which they answer."""

    telegram_token: SecretStr | None = None
    """The token of the bot, from Telegram's BotFather. Without it there is only the web."""
    telegram_api_url: RootUrl = "https://api.telegram.org"
    """The root of the Bot API server."""
    telegram_webhook: bool = False
    """Whether Telegram brings updates to PUBLIC_URL (then with https://). If not, they are asked for."""

    oidc_issuer: RootUrl = ""
    """The organisation's identity provider (OpenID Connect), if staff sign in through it."""
    oidc_client_id: str = ""
    """The name by which the provider knows this copy."""
    oidc_client_secret: SecretStr | None = None
    """The secret that goes with that name."""

    engine_secret: SecretStr | None = None
    """Shown by each of our three processes to the others. The launcher makes a new one for each run."""
    draft_days: Annotated[int, Field(ge=1)] = 45
    """Days until a draft that was never saved is deleted."""
    ask_to_keep_days: Annotated[int, Field(ge=0)] = 730
    """Days of silence after which somebody on Telegram is asked, once, whether what they keep is to stay. 0: never."""
    release_days: Annotated[int, Field(ge=1)] = 7
    """Days between two trusted people saying that somebody died and the notes opening to the readers they chose."""
    turn_seconds: Annotated[float, Field(gt=0, lt=60)] = 8.0
    """Seconds to wait for the engine before the person gets a holding message."""
    new_sessions_a_minute: Annotated[int, Field(ge=1)] = 60
    """Conversations that one address may start in a minute. Messages are never counted."""

    @model_validator(mode="before")
    @classmethod
    def _fill_what_follows(cls, values: dict[str, object]) -> dict[str, object]:
        """Fills the defaults that follow from other settings."""
        fields = cls.model_fields
        folder = _absolute(Path(str(values.get("data_dir") or fields["data_dir"].default)))
        host = str(values.get("host") or fields["host"].default)
        port = values.get("web_port") or fields["web_port"].default
        values.setdefault("database_url", f"sqlite:///{folder / 'what-matters.db'}")
        values.setdefault("key_file", folder / "key")
        values.setdefault("public_url", f"http://{_EVERY_ADDRESS.get(host, host)}:{port}")
        return values

    @model_validator(mode="after")
    def _ports_differ(self) -> Self:
        if len({self.web_port, self.rasa_port, self.actions_port}) < 3:  # noqa: PLR2004  (the three ports)
            message = "WEB_PORT, RASA_PORT and ACTIONS_PORT must be three different numbers"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _provider_is_whole(self) -> Self:
        given = [bool(self.oidc_issuer), bool(self.oidc_client_id), self.oidc_client_secret is not None]
        if any(given) and not all(given):
            message = "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set together"
            raise ValueError(message)
        parts = urlsplit(self.oidc_issuer)
        if any(given) and parts.scheme != "https" and parts.hostname not in _THIS_MACHINE:
            message = "OIDC_ISSUER must begin with https://"
            raise ValueError(message)
        return self

    @property
    def local_url(self) -> str:
        """Where this machine reaches the web process, whatever people outside see."""
        return f"http://{_EVERY_ADDRESS.get(self.host, self.host)}:{self.web_port}"

    @property
    def engine_url(self) -> str:
        return f"http://127.0.0.1:{self.rasa_port}"

    @property
    def actions_url(self) -> str:
        return f"http://127.0.0.1:{self.actions_port}"

    @property
    def log_dir(self) -> Path:
        return self.data_dir / "logs"


def unknown_names(environment: Mapping[str, str]) -> list[str]:
    """Names in the environment that carry our prefix and mean nothing, so that a typing slip is seen."""
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    return sorted(name for name in environment if name.upper().startswith(PREFIX) and name.upper() not in known)
