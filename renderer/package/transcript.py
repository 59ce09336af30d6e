"""The transcript: the film as a page one can read, with charts as tables.

It is what a screen reader, a search in the page and a customer without sound or JavaScript get.
Each sentence carries its time, so that the player can follow and seek.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from renderer.plan.model import FPS, SAMPLES_A_FRAME, Plan
from renderer.script.model import Node, Scene, Script, Words
from renderer.script.specs import ChartSpec, CounterSpec, TableSpec, TextSpec

_OPENERS, _CLOSER = "\u2066\u2067\u2068", "\u2069"
_ISOLATES = dict.fromkeys(map(ord, _OPENERS + _CLOSER))

_COLONS = {"fr": "\u00a0: "}
"""Between a label and its value, where it is not written as in English."""


def plain(text: str) -> str:
    """Return seen text without the marks that order it on screen; HTML has its own."""
    return text.translate(_ISOLATES)


def markup(words: Words) -> str:
    """Return seen words as HTML, each figure isolated in `<bdi>`.

    Isolates inside a figure stay: they keep the sign of an Arabic amount before its digits.
    """
    parts, at = [], 0
    for span in sorted(words.spans, key=lambda span: span.start):
        if span.fact is None or span.start < at:
            continue
        parts.append(escape(plain(words.seen[at : span.start])))
        figure = words.seen[span.start : span.end]
        opened = sum(figure.count(mark) for mark in _OPENERS)
        text = figure if opened == figure.count(_CLOSER) else plain(figure)
        parts.append(f"<bdi>{escape(text)}</bdi>")
        at = span.end
    parts.append(escape(plain(words.seen[at:])))
    return "".join(parts)


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _row(head: Words, cells: list[Words]) -> str:
    facts = " ".join(sorted(frozenset[str]().union(*map(_facts, [head, *cells]))))
    values = "".join(f"<td>{markup(cell)}</td>" for cell in cells)
    return f'<tr data-fact="{escape(facts)}"><th scope="row">{markup(head)}</th>{values}</tr>'


def _chart(node: Node, spec: ChartSpec) -> str:
    caption = f"<caption>{markup(node.alt)}</caption>" if node.alt else ""
    rows = "".join(
        _row(item.label, [item.shown]) for item in spec.items if item.label and item.shown
    )
    return f'<table class="chart">{caption}<tbody>{rows}</tbody></table>' if rows else ""


def _table(node: Node, spec: TableSpec) -> str:
    caption = f"<caption>{markup(node.alt)}</caption>" if node.alt else ""
    heads = "".join(
        f'<th scope="col">{markup(c.header) if c.header else ""}</th>' for c in spec.columns
    )
    rows = "".join(_row(row[0], list(row[1:])) for row in spec.rows)
    return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _rows(node: Node, colon: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield what a scene's texts say and the facts they show, in paint order.

    A bare figure is read with the text before it in the same box ("Period: 1–30 Nov").
    """
    label: Words | None = None
    for child in node.children:
        spec = child.spec
        if not isinstance(spec, TextSpec | CounterSpec):
            label = None
            continue
        facts = frozenset(span.fact for span in spec.words.spans if span.fact)
        if label and _bare(spec.words):
            yield f"{markup(label)}{colon}{markup(spec.words)}", facts | _facts(label)
        elif label:
            yield markup(label), _facts(label)
        label = None if _bare(spec.words) else spec.words
    if label:
        yield markup(label), _facts(label)
    for child in node.children:
        if child.alt and child.alt.seen and not isinstance(child.spec, ChartSpec | TableSpec):
            yield markup(child.alt), _facts(child.alt)
        yield from _rows(child, colon)


def _facts(words: Words) -> frozenset[str]:
    return frozenset(span.fact for span in words.spans if span.fact)


def _named(words: Words) -> str:
    """Return the attribute that names the facts of words, so that a hotspot finds them."""
    facts = " ".join(sorted(_facts(words)))
    return f' data-fact="{escape(facts)}"' if facts else ""


def _bare(words: Words) -> bool:
    """Return whether words are one figure and nothing else."""
    seen = plain(words.seen)
    return any(
        span.fact and plain(words.seen[span.start : span.end]) == seen for span in words.spans
    )


def _on_screen(scene: Scene, said: frozenset[str], language: str) -> dict[str, frozenset[str]]:
    """Map texts of a scene that show a figure nobody says to their facts, each text once."""
    colon = _COLONS.get(language, ": ")
    return {text: facts for text, facts in _rows(scene.layout, colon) if not facts <= said}


def _scene(scene: Scene, plan: Plan) -> str:
    starts = {line.key: line.start for line in plan.lines if line.scene == scene.id}
    said = frozenset[str]().union(*(_facts(line.words) for line in scene.lines))
    sentences = "".join(
        f'<p data-start="{starts[line.key] / (SAMPLES_A_FRAME * FPS):.3f}"{_named(line.words)}>'
        f"{markup(line.words)}</p>"
        for line in scene.lines
    )
    tables = "".join(
        _chart(node, node.spec) if isinstance(node.spec, ChartSpec) else _table(node, node.spec)
        for node in _walk(scene.layout)
        if isinstance(node.spec, ChartSpec | TableSpec)
    )
    seen = "".join(
        f'<li data-fact="{escape(" ".join(sorted(facts)))}">{text}</li>'
        for text, facts in _on_screen(scene, said, plan.language).items()
    )
    listed = f'<ul class="on-screen">{seen}</ul>' if seen else ""
    title = escape(plain(scene.chapter.seen))
    said_and_shown = f"<h3>{title}</h3>{sentences}{tables}{listed}"
    return f'<section data-scene="{escape(scene.id)}">{said_and_shown}</section>'


def transcript_body(script: Script, plan: Plan) -> str:
    """Return the transcript's sections as HTML, to be set into a page."""
    return "\n".join(_scene(scene, plan) for scene in script.scenes)


def transcript_page(script: Script, plan: Plan) -> str:
    """Return the transcript as a page of its own."""
    title = escape(plain(script.title.seen))
    return (
        f'<!doctype html>\n<html lang="{script.language}" dir="{script.direction}">\n'
        f'<head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width"></head>\n'
        f"<body><main><h1>{title}</h1>\n{transcript_body(script, plan)}\n</main></body></html>\n"
    )
