"""What CYCLE.yaml may say; `docs/batch.md` tells it field by field."""

from __future__ import annotations

import os
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from renderer.script.vocabulary.strict import Strict

Text = Annotated[str, Field(coerce_numbers_to_str=True, min_length=1, max_length=1024)]
Name = Annotated[
    str, Field(coerce_numbers_to_str=True, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
]
Tag = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
Url = Annotated[str, Field(pattern=r"^https?://[^\s\x00-\x1f]+$", max_length=2048)]
ActionName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")]


def _spelled_out(key: str) -> BeforeValidator:
    """Read a lone text as the key that it stands for."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


class CustomersIn(Strict):
    """A folder with a folder for every customer, at any depth."""

    folder: Text = Field(description="Where customers' folders are.")
    bill: Text = Field(
        default="bill.*",
        description="Which files of a customer's folder are the bill: a name, or a pattern with *. "
        "A folder without one is no customer's, and is looked through for others.",
    )
    previous: Text = Field(
        default="previous", description="The folder in it that holds earlier bills."
    )
    preferences: Text = Field(
        default="preferences.json", description="The file in it with the customer's preferences."
    )


class FilesIn(Strict):
    """A folder of files that are a bill each, at any depth."""

    folder: Text = Field(description="Where the files are.")
    pattern: Text = Field(default="*", description="Which of them are bills: '*.xml', say.")
    previous: Text | None = Field(
        default=None,
        description="Folder of earlier bills: for a/b.xml, those of the folder a/b in it.",
    )


class TableIn(Strict):
    """Tables of a billing system, sorted by the bill's key."""

    mapping: Text = Field(description="The mapping.yaml (docs/tables.md).")
    files: dict[str, Text] = Field(
        default_factory=dict, description="Other files or folders for tables of the mapping."
    )
    previous: list[Text] = Field(
        default_factory=list, max_length=24, description="Mappings of tables with earlier bills."
    )


class BillsIn(Strict):
    """Where the cycle's bills are: one of three."""

    customers: Annotated[CustomersIn, _spelled_out("folder")] | None = None
    files: Annotated[FilesIn, _spelled_out("folder")] | None = None
    table: Annotated[TableIn, _spelled_out("mapping")] | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if sum(one is not None for one in (self.customers, self.files, self.table)) != 1:
            raise ValueError("say one of customers, files and table")
        return self


class LanguageIn(Strict):
    """Which language a film has. Without either, the customer's own, else the pack's first."""

    always: Tag | None = Field(default=None, description="One language for everybody.")
    otherwise: Tag | None = Field(
        default=None, description="For customers whose own language the pack does not have."
    )

    @model_validator(mode="after")
    def _one(self) -> Self:
        if self.always and self.otherwise:
            raise ValueError("say always or otherwise")
        return self


class StoreIn(Strict):
    """The store that all workers share (docs/segments.md)."""

    folder: Text = Field(
        default="store", description="Also of later cycles: what it keeps makes them cheaper."
    )
    gb: float = Field(default=4, ge=0.001, le=100_000, description="What it may hold, GB of 1e9.")


class LimitsIn(Strict):
    """What one film may take; a worker that takes more is ended."""

    cpu_s: int = Field(default=60, ge=1, le=86_400, description="CPU time, seconds.")
    wall_s: float = Field(default=180, gt=0, le=86_400, description="Time, seconds.")
    memory_mb: int = Field(
        default=1000, ge=64, le=1_000_000, description="Resident memory of a worker, MB of 1e6."
    )
    films: int = Field(
        default=500, ge=1, description="Films after which a worker is ended and a new one started."
    )


class StopIn(Strict):
    """When a cycle stops by itself, because something is wrong with all of it."""

    share: float = Field(
        default=0.05, ge=0, le=1, description="Of the films tried in this run, those that failed."
    )
    after: int = Field(default=100, ge=1, description="Films tried before the share counts.")


class LinksIn(Strict):
    """What links.csv says."""

    base: Url | None = Field(
        default=None, description="Where the cycle's folder will be found on the web."
    )


class CycleIn(Strict):
    """A cycle: which bills become films, how, where, and within what."""

    cycle_schema: Literal[1] = Field(alias="schema", description="Of this file: 1.")
    cycle: Name = Field(description="The cycle's id; its folder in `output` is called so.")
    bills: BillsIn
    pack: Text = Field(default="telco", description="An installed pack's name, or a folder.")
    brand: Text | None = Field(default=None, description="One of the pack's; default: its first.")
    shapes: list[Literal["wide", "tall"]] = Field(
        default=["wide"], min_length=1, max_length=2, description="A film of each is made."
    )
    height: int | None = Field(default=None, description="Of the video, px; with one shape only.")
    language: LanguageIn = LanguageIn()
    voice: Text | None = Field(default=None, description="espeak, gtts or silent.")
    fallback_voice: Text | None = Field(
        default=None, description="Speaks the whole film when the voice cannot serve."
    )
    send_text_to_third_party: bool = Field(
        default=False, description="Let gtts send customers' figures."
    )
    music: bool | None = Field(default=None, description="The bed under the voice.")
    actions: dict[ActionName, Url] = Field(
        default_factory=dict,
        description="Where actions lead; {film} becomes the film's opaque name.",
    )
    offers: bool = Field(default=False, description="Make the pack's offers to who agreed to it.")
    day: date | None = Field(default=None, description="The day that offers are judged by.")
    hls: bool = Field(default=False, description="Write films as HLS too.")
    output: Text = Field(description="Where the cycle's folder is written.")
    shards: int = Field(
        default=2, ge=0, le=3, description="Levels of 256 folders that films are spread over."
    )
    ledger: Text | None = Field(
        default=None, description="The ledger's file, on a local disk; default: in the cycle."
    )
    store: Annotated[StoreIn, _spelled_out("folder")] = StoreIn()
    workers: int = Field(
        default_factory=lambda: os.cpu_count() or 1,
        ge=0,
        le=256,
        description="Processes; 0 works in this one, without limits, to find a fault.",
    )
    limits: LimitsIn = LimitsIn()
    attempts: int = Field(
        default=3, ge=2, le=20, description="How often a film may fail for no fault of its bill."
    )
    stop_when: StopIn = StopIn()
    links: LinksIn = LinksIn()

    @model_validator(mode="after")
    def _one_height(self) -> Self:
        if self.height is not None and len(self.shapes) > 1:
            raise ValueError("a height goes with one shape")
        if len(set(self.shapes)) != len(self.shapes):
            raise ValueError("a shape stands here twice")
        return self


def cycle_schema() -> dict[str, Any]:
    """Return the JSON Schema of CYCLE.yaml, for editors."""
    return CycleIn.model_json_schema()
