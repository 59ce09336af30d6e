"""What an installation is told by its environment: `BILLREEL_*`, each setting with its meaning.

`docs/operations.md` holds the same as a table, which a test compares with this model. Secrets are
`SecretStr`: they are not in any `repr`, error or log.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError

from renderer.errors import RenderError

PREFIX = "BILLREEL_"

Words = Annotated[tuple[str, ...], NoDecode]
"""Words with spaces or commas between them."""


class Settings(BaseSettings):
    """All settings of `billreel serve`."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="ignore", hide_input_in_errors=True
    )

    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8470, ge=0, le=65535, description="Port to listen on.")
    base_url: str | None = Field(
        None,
        pattern=r"^https?://[^/?#\s]+$",
        description="Where people reach the server: scheme and host, without a path. Links begin "
        "with it; https makes cookies `Secure` and adds HSTS. Default: http, host and port.",
    )
    data: Path = Field(
        Path("billreel-data"), description="Folder of what no other setting places elsewhere."
    )
    database_url: SecretStr | None = Field(
        None,
        description="`postgresql://user:password@host/name`, or `sqlite:///path`. Default: SQLite "
        "in the data folder.",
    )
    store_url: str | None = Field(
        None,
        description="Where documents and packs are kept: `s3://bucket/prefix` (credentials and "
        "endpoint from `AWS_*`), or a folder. Default: `objects` in the data folder.",
    )
    store: Path | None = Field(
        None,
        description="Folder that keeps segments and speech for later films, on this machine. "
        "Default: `segments` in the data folder.",
    )
    store_size: float = Field(4.0, gt=0, description="What that folder may hold, in GB.")
    secret: SecretStr | None = Field(
        None,
        min_length=16,
        description="The installation's secret, the same on all its machines: 64 random "
        "hexadecimal digits. Default: made once, in the data folder.",
    )
    old_secrets: tuple[SecretStr, ...] = Field(
        (), description="Secrets of before, newest first, as a JSON list: a secret is rotated so."
    )

    time_zone: str = Field(
        "UTC",
        description="Where customers are, as `Europe/Berlin`: decides which day it is, and so what "
        "is overdue.",
    )
    gate: Literal["open", "details", "all"] = Field(
        "details",
        description="What asks for the second factor: nothing, line items with history and "
        "documents, or everything.",
    )
    factor_tries: int = Field(5, ge=1, le=20, description="Wrong answers before the lock-out.")
    factor_lock_minutes: int = Field(15, ge=1, description="How long the lock-out lasts.")
    session_minutes: int = Field(30, ge=1, description="How long an opened link stays open.")
    link_days: int = Field(60, ge=1, description="How long a link lasts unless it says otherwise.")
    link_days_most: int = Field(400, ge=1, description="How long a link may last.")
    embed_origins: Words = Field(
        (), description="Origins that may show the player in a frame, as `https://portal.example`."
    )
    pack_approval: bool = Field(
        True,
        description="Only packs that a second person approved serve customers. Off: to try out.",
    )

    payment_provider: Literal["none", "demo", "stripe", "deep-link", "transfer"] = Field(
        "none", description="Who takes payments."
    )
    payment_url: str | None = Field(
        None, description="Where the provider is: DemoPSP's address, or the deep link's template."
    )
    payment_key: SecretStr | None = Field(
        None, description="The provider's API key, or the key that signs hand-off tokens (PEM)."
    )
    payment_webhook_secret: SecretStr | None = Field(
        None, description="What the provider signs its webhooks with."
    )
    intent_minutes: int = Field(15, ge=1, le=60, description="How long a payment may be begun.")

    webhook_url: str | None = Field(
        None, description="Where events for a CRM are sent as CloudEvents; https only."
    )
    webhook_hosts: Words = Field((), description="Hosts that webhooks and assets may be sent to.")
    webhook_secret: SecretStr | None = Field(None, description="What webhooks are signed with.")
    events_off: Mapping[str, tuple[str, ...]] = Field(
        {},
        description="Kinds of events that are not recorded, by country, as JSON: "
        '`{"DE": ["seek"], "*": []}`.',
    )

    workers: int = Field(
        os.cpu_count() or 1, ge=1, description="Processes that draw films; as many read bills."
    )
    concurrency: int = Field(32, ge=1, description="Requests at work at a time.")
    queue: int = Field(64, ge=0, description="Requests that may wait; who comes then gets 503.")
    queue_seconds: float = Field(2.0, gt=0, description="How long a request may wait.")
    body_seconds: float = Field(
        20.0, gt=0, description="How long a request's body may take to arrive."
    )
    key_rate: int = Field(600, ge=1, description="Requests a minute of one API key, per process.")
    stop_seconds: int = Field(
        20, ge=0, description="How long a stopping server finishes what it is at."
    )
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...] = Field(
        (), description="Networks whose `X-Forwarded-For` is believed, as a JSON list."
    )
    metrics_token: SecretStr | None = Field(
        None, min_length=16, description="Bearer token of `/metrics`; without one there is none."
    )

    event_days: int = Field(30, ge=1, description="Raw events are deleted after this.")
    bill_days: int = Field(
        760,
        ge=1,
        description="Bills, their films and links are deleted this long after the upload.",
    )
    answer_hours: int = Field(24, ge=1, description="How long an Idempotency-Key is remembered.")
    audit_days: int = Field(760, ge=1, description="Audit records are deleted after this.")

    @field_validator("embed_origins", "webhook_hosts", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value

    @field_validator("time_zone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, OSError) as error:
            raise ValueError("no such zone") from error
        return value

    @field_validator("embed_origins")
    @classmethod
    def _origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for origin in value:
            scheme, _, host = origin.partition("://")
            if scheme not in ("https", "http") or not host or set(host) & set("/?#*; \"'"):
                raise ValueError("an origin is scheme and host")
        return value

    @property
    def address(self) -> str:
        """Return where people reach the server."""
        return self.base_url or f"http://{self.host}:{self.port}"

    @property
    def database(self) -> str:
        """Return the database's URL, password and all."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.data.absolute() / 'billreel.db'}"

    @property
    def objects(self) -> str:
        """Return where documents and packs are kept."""
        return self.store_url or str(self.data.absolute() / "objects")

    @property
    def segments(self) -> Path:
        """Return the folder of segments and speech."""
        return self.store or self.data.absolute() / "segments"

    @property
    def segments_bytes(self) -> int:
        """Return what that folder may hold, in bytes."""
        return round(self.store_size * 1e9)

    @property
    def secure(self) -> bool:
        """Tell whether people reach the server by https."""
        return self.address.startswith("https:")


def load_settings(**given: Any) -> Settings:
    """Read the settings: as given, else from the environment.

    Raises:
        RenderError: `setting-not-valid`; names the variable, never its value.
    """
    try:
        return Settings(**given)
    except SettingsError as error:
        named = re.search(r'field "(\w+)"', str(error))
        raise _not_valid(named[1] if named else "", "it is not JSON") from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        name = str(first["loc"][0]) if first["loc"] else ""
        raise _not_valid(name, first["type"].replace("_", " ")) from None


def _not_valid(name: str, reason: str) -> RenderError:
    field = Settings.model_fields.get(name)
    return RenderError(
        "setting-not-valid",
        f"a setting cannot be used ({reason})",
        where=f"{PREFIX}{name.upper()}",
        remedy=(field.description if field else None) or "See docs/operations.md.",
    )
