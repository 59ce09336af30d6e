"""The sample customers' films, each drafted and rendered at most once a session."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from renderer.bill import Document, load_bill, parse_bill
from renderer.bill.model import Mismatch
from renderer.pipeline import Choice, Draft, draft, film
from renderer.plan import Plan, PlanScene, lay
from renderer.plan.model import CounterShape, PlanNode, TextShape
from renderer.script import Script
from tests.bill.sample_bills import customer_files as customer_files_of
from tests.bill.situations import customers
from tests.script.offer_customers import bills, traveller

SAMPLES = Path(__file__).parents[2] / "scenes/telco/samples"
LANGUAGES = ("en", "fr", "de", "id", "ar", "ko")
SITUATIONS = {"proration": "plan-change", "roaming": "roaming", "first": "first"}
"""Customers of `tests.bill.situations`, each in every language, by the scene they are there for."""
FROM_OTHERS = {"good": "en-good", "overage": "ar", "usage": "fr", "history": "id"}
"""Samples whose films have a scene that their language's own sample does not have."""
NOTES = {
    "ar": "شكرًا لثقتك بنا، ونتمنى لك شهرًا موفقًا.",
    "fr": "Vous êtes avec nous depuis novembre 2019 : merci de votre fidélité, Zoé.",
}
"""Personal notes, which not every sample customer has."""


def customer_files(customer: str) -> list[Path]:
    """List a sample customer's documents, the bill first."""
    folder = SAMPLES / customer
    return [folder / "bill.json", *sorted((folder / "previous").glob("*.json"))]


def draft_of(customer: str, choice: Choice) -> Draft:
    """Draft a sample customer's film."""
    path, *earlier = customer_files(customer)
    return draft(load_bill([path]), [load_bill([one]) for one in earlier], choice)


def draft_situation(scene: str, language: str) -> Draft:
    """Draft the film of a customer to whom happened what a scene is about."""
    name = f"{language}-{SITUATIONS[scene]}"
    customer = next(one for one in customers() if one.folder == name)
    files = customer_files_of(customer)
    *earlier, bill = [parse_bill([Document(path.name, text.encode())]) for path, text in files]
    return draft(bill, earlier, Choice(language=language, voice="silent"))


def draft_with(scene: str, customer: str, choice: Choice) -> Draft:
    """Draft a sample customer's film with a scene that this customer's bill does not ask for."""
    path, *earlier = customer_files(customer)
    content = json.loads(path.read_bytes())
    if scene == "note":
        content["preferences"]["note"] = NOTES[choice.language or ""]
    bill = parse_bill([Document("bill.json", json.dumps(content).encode())])
    if scene == "short":
        bill = replace(bill, breakdown=Mismatch("lines", ()))
    return draft(bill, [load_bill([one]) for one in earlier], choice)


def nodes_of(scene: PlanScene) -> Iterator[PlanNode]:
    """Yield every node of a scene, in paint order."""
    waiting = list(reversed(scene.nodes))
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.children))


def text_of(node: PlanNode) -> str | None:
    """Return what a node shows as text: its lines, or what its counter ends as."""
    match node.shape:
        case TextShape() as shape:
            return " ".join(line.text for line in shape.lines)
        case CounterShape() as shape:
            return "".join(text for text, _ in shape.states[-1][1])
    return None


def settled(scene: PlanScene) -> int:
    """Return the film frame at which all of a scene has arrived and nothing leaves yet."""
    return scene.start + max(scene.frames - 16, 0)


@dataclass(frozen=True)
class RealFilm:
    """A rendered film, and all that it was made from.

    Args:
        documents: the bytes of every input document.
        distinct: frames that were encoded.
    """

    customer: str
    files: Mapping[str, bytes]
    documents: tuple[bytes, ...]
    draft: Draft
    distinct: int

    @property
    def plan(self) -> Plan:
        return self.draft.plan

    @property
    def script(self) -> Script:
        return self.draft.script

    @property
    def language(self) -> str:
        return self.plan.language

    @cached_property
    def manifest(self) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(self.files["manifest.json"])
        return content

    @property
    def captions(self) -> str:
        return self.files[f"captions.{self.language}.vtt"].decode()

    @cached_property
    def spoken(self) -> dict[tuple[str, str], str]:
        """Map (scene, line) to the text that went to the voice."""
        return {
            (scene.id, line.key): line.words.spoken
            for scene in self.script.scenes
            for line in scene.lines
        }

    def texts(self, medium: str) -> list[str]:
        """List the texts of a medium: "screen", "caption" or "voice"."""
        match medium:
            case "screen":
                found = (text_of(node) for scene in self.plan.scenes for node in nodes_of(scene))
                return [text for text in found if text is not None]
            case "caption":
                return [" ".join(caption.lines) for caption in self.plan.captions]
            case "voice":
                return list(self.spoken.values())
        raise LookupError(medium)


@dataclass
class Films:
    """Makes films when a test first asks for one."""

    made: dict[tuple[str, str, int | None], RealFilm] = field(default_factory=dict)
    drafts: dict[tuple[str, str, str | None, str], Draft] = field(default_factory=dict)

    def film(self, customer: str, voice: str = "espeak", height: int | None = None) -> RealFilm:
        """Render a sample customer's film as `billreel render` does."""
        key = customer, voice, height
        if key not in self.made:
            language = customer.partition("-")[0]
            workers = os.cpu_count() or 1
            choice = Choice(language=language, voice=voice, height=height, workers=workers)
            made = draft_of(customer, choice)
            package = film(made, choice)
            documents = tuple(path.read_bytes() for path in customer_files(customer))
            self.made[key] = RealFilm(customer, package.files, documents, made, package.distinct)
        return self.made[key]

    def draft(
        self, customer: str, language: str, brand: str | None = None, shape: str = "wide"
    ) -> Draft:
        """Draft a film with the silent voice, so that no change of speech moves it."""
        key = customer, language, brand, shape
        if key not in self.drafts:
            choice = Choice(language=language, brand=brand, shape=shape, voice="silent")
            self.drafts[key] = draft_of(customer, choice)
        return self.drafts[key]

    def scene(self, name: str, language: str) -> tuple[Draft, PlanScene]:
        """Draft a film in which a scene of the pack stands; return it with the scene."""
        made = self.draft(language, language)
        if name == "teaser":
            if made.script.teaser is None:
                raise LookupError("the pack has no teaser")
            alone = replace(made.script, scenes=(made.script.teaser,))
            made = replace(made, plan=lay(alone, made.narration))
        elif name in SITUATIONS:
            made = draft_situation(name, language)
        elif name == "offer":
            bill, earlier = bills(traveller(language))
            made = draft(bill, earlier, Choice(language=language, voice="silent", offers=True))
        elif name in FROM_OTHERS:
            made = self.draft(FROM_OTHERS[name], language)
        elif name in ("note", "short"):
            made = draft_with(name, language, Choice(language=language, voice="silent"))
        return made, next(scene for scene in made.plan.scenes if scene.id == name)
