"""A node: exactly one kind, and beside it how it behaves."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from renderer.script.place import did_you_mean
from renderer.script.vocabulary.behaviour import (
    HotspotProps,
    KeyframeProps,
    MotionProps,
    RepeatProps,
)
from renderer.script.vocabulary.box import BoxProps
from renderer.script.vocabulary.charts import ChartProps, TableProps
from renderer.script.vocabulary.dynamic import Data, Number, number
from renderer.script.vocabulary.kinds import (
    ButtonProps,
    CounterProps,
    GridProps,
    GroupProps,
    IconProps,
    ImageProps,
    LineProps,
    PathProps,
    ProgressProps,
    ShapeProps,
    StackProps,
    SvgProps,
    TextProps,
)
from renderer.script.vocabulary.said import Message
from renderer.script.vocabulary.strict import Strict

KINDS = (
    "group", "stack", "grid", "text", "counter", "rect", "ellipse", "line", "path", "image",
    "svg", "icon", "button", "chart", "progress", "table",
)  # fmt: skip
PARENTS = frozenset({"group", "stack", "grid", "button", "chart", "progress"})
NEEDS_ALT = frozenset({"chart", "progress", "image", "svg"})


class NodeProps(Strict):
    """One node of a scene."""

    group: GroupProps | None = None
    stack: StackProps | None = None
    grid: GridProps | None = None
    text: TextProps | None = None
    counter: CounterProps | None = None
    rect: ShapeProps | None = None
    ellipse: ShapeProps | None = None
    line: LineProps | None = None
    path: PathProps | None = None
    image: ImageProps | None = None
    svg: SvgProps | None = None
    icon: IconProps | None = None
    button: ButtonProps | None = None
    chart: ChartProps | None = None
    progress: ProgressProps | None = None
    table: TableProps | None = None
    id: str | None = Field(default=None, pattern=r"^[a-z][a-z0-9-]*$")
    when: Data = True
    repeat: RepeatProps | None = None
    children: list[NodeProps] = Field(default_factory=list, max_length=200)
    enter: MotionProps | None = None
    exit: MotionProps | None = None
    keyframes: list[KeyframeProps] = Field(default_factory=list, max_length=60)
    hotspot: HotspotProps | None = None
    alt: Message | None = None
    opacity: Annotated[Any, number(0, 1)] = 1.0
    rotation: Number = 0.0
    scale: Annotated[Any, number(0, 100)] = 1.0

    @model_validator(mode="before")
    @classmethod
    def _one_kind(cls, data: Any) -> Any:
        if isinstance(data, dict):
            kinds = [key for key in data if key in KINDS]
            if len(kinds) != 1:
                unknown = [str(key) for key in data if key not in cls.known()]
                remedy = did_you_mean(unknown[0], KINDS) if unknown else ""
                raise PydanticCustomError(
                    "kind",
                    "a node has exactly one kind; here are {count}",
                    {"count": len(kinds), "remedy": remedy or f"Kinds: {', '.join(KINDS)}."},
                )
        return data

    @model_validator(mode="after")
    def _fits_its_kind(self) -> NodeProps:
        if self.children and self.kind not in PARENTS:
            raise ValueError(f"a {self.kind} has no children")
        if self.kind in NEEDS_ALT and self.alt is None:
            raise PydanticCustomError(
                "alt-missing",
                "a {kind} says nothing to those who do not see it",
                {"kind": self.kind, "remedy": 'Give it `alt: message-id`, or `alt: ""`.'},
            )
        if self.hotspot and self.hotspot.label is None and self.kind != "button":
            raise PydanticCustomError(
                "hotspot-label",
                "a hotspot has no label",
                {"remedy": "Give it `label: message-id`; a button's own message would do."},
            )
        return self

    @property
    def kind(self) -> str:
        """Return the name of the node's kind."""
        return next(kind for kind in KINDS if getattr(self, kind) is not None)

    @property
    def props(self) -> BoxProps:
        """Return the properties of the node's kind."""
        found: BoxProps = getattr(self, self.kind)
        return found
