"""A leaf keeps its type, says what is undefined, and can neither run away nor break out."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal

import pytest

from renderer.errors import ScriptError
from renderer.script.counted import Counted
from renderer.script.limits import Budget
from renderer.script.place import Place
from renderer.script.scope import Scope
from renderer.story.model import Story

HERE = Place("scenes/a.yaml", 3, 7)


def scope(story: Story, **more: object) -> Scope:
    names = {"bill": story.bill, "changes": story.changes, "usage": story.usage, **more}
    return Scope(Budget(), names)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{{ bill.amount_due > 0 }}", True),
        ("{{ bill.amount_due > 100 }}", False),
        ("{{ bill.amount_due.number }}", Decimal("87.42")),
        ("{{ usage[0].state }}", "within"),
        ("{{ 'a' if bill.due else 'b' }}", "a"),
        ("{{ none }}", None),
        ("{{ 0.5 + 1 }}", 1.5),
        ("{{ ['x', 'y'][3 % 2] }}", "y"),
        ("a-{{ bill.state }}-{{ 1 + 1 }}", "a-due-2"),
        ("change[{{ 3 }}]", "change[3]"),
        ("{{ 'change[%s]' % 2 }}", "change[2]"),
        ("{{ changes | selectattr('kind', 'equalto', 'less') | list | length }}", 1),
        ("{{ 2.567 | round(1) }}", 2.6),
        ("no template", "no template"),
    ],
)
def test_a_leaf_that_is_one_expression_keeps_its_type(
    story: Story, text: str, value: object
) -> None:
    found = scope(story).evaluate(text, HERE)
    assert found == value
    assert type(found) is type(value) or isinstance(found, Counted)


def test_a_name_with_digits_and_underscores_stays_a_name(story: Story) -> None:
    assert scope(story, name="1_000").evaluate("{{ name }}", HERE) == "1_000"


def test_text_of_a_bill_is_never_a_template(story: Story) -> None:
    hostile = "{{ bill.amount_due }}: no"
    assert scope(story, name=hostile).evaluate("{{ name }}", HERE) == hostile


@pytest.mark.parametrize("text", ["{{ nothing }}", "{{ bill.nothing }}", "x {{ bill.nothing }}",
                                  "{{ nothing.more }}", "{{ usage[9] }}"])  # fmt: skip
def test_what_is_undefined_is_an_error_with_its_place(story: Story, text: str) -> None:
    with pytest.raises(ScriptError) as caught:
        scope(story).evaluate(text, HERE)
    assert (caught.value.code, caught.value.where) == ("script-undefined", "scenes/a.yaml:3:7")


def test_a_figure_in_a_text_is_refused_without_its_value(story: Story) -> None:
    with pytest.raises(ScriptError) as caught:
        scope(story).evaluate("You owe {{ bill.amount_due }}", HERE)
    assert "87" not in str(caught.value)


def test_a_let_is_evaluated_when_it_is_used(story: Story) -> None:
    broken: tuple[object, Place] = ("{{ nothing.at_all }}", Place("p", 1, 1))
    names = scope(story).inner({}, {"broken": broken, "good": ("{{ 1 + 1 }}", HERE)})
    assert names.evaluate("{{ good }}", HERE) == 2
    assert names.evaluate("{{ good if bill.due else broken }}", HERE) == 2
    with pytest.raises(ScriptError) as caught:
        names.evaluate("{{ broken }}", HERE)
    assert caught.value.where == "p:1:1"


def test_a_let_that_needs_itself_is_a_cycle(story: Story) -> None:
    names = scope(story).inner({}, {"a": ("{{ b }}", HERE), "b": ("{{ a }}", HERE)})
    with pytest.raises(ScriptError) as caught:
        names.get("a")
    assert caught.value.code == "script-cycle"


def test_a_length_knows_what_it_counts(story: Story) -> None:
    counted = scope(story).evaluate("{{ changes | length }}", HERE)
    assert isinstance(counted, Counted)
    assert counted.operands == ("changes.0.label", "changes.1.label")


ESCAPES = [
    "{{ bill.__class__ }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ bill['__class__'] }}",
    "{{ [].__class__.__base__.__subclasses__() }}",
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum.__globals__ }}",
    "{{ joiner }}",
    "{{ namespace() }}",
    "{{ ''|attr('__class__') }}",
    "{{ bill|attr('state') }}",
    "{% import 'os' as os %}x",
    "{% include '/etc/passwd' %}",
    "{% extends 'x' %}",
    "{{ ''.format }}",
    "{{ '{0.__class__}'.format(bill) }}",
    "{{ '%s' % bill }}",
    "{{ '%(a)s' % {'a': bill} }}",
    "{{ bill.amount_due.__lt__ }}",
    "{{ bill.amount_due._other }}",
    "{{ bill.amount_due.value }}",
    "{{ [bill]|map(attribute='__class__')|list }}",
    "{{ [bill]|map('attr', '__class__')|list }}",
    "{{ [bill]|selectattr('__class__')|list }}",
    "{{ changes.count }}",
    "{{ changes.index(1) }}",
    "{{ (1).to_bytes(1, 'big') }}",
    "{{ 'a'.encode }}",
    "{{ debug }}",
    "{{ bill|tojson }}",
    "{{ bill|pprint }}",
    "bill: {{ bill }}",
    "{{ ['_', '_class_', '_']|join }}",
    "{{ bill['_' ~ '_class_' ~ '_'] }}",
    "{# hidden #}{{ request }}",
    "{% set x = bill.__class__ %}{{ x }}",
    "{{ config.items() }}",
    "{{ url_for.__globals__ }}",
    "{{ ''|string|e|safe }}",
]


@pytest.mark.parametrize("text", ESCAPES)
def test_nothing_but_data_can_be_reached(story: Story, text: str) -> None:
    with pytest.raises(ScriptError) as caught:
        scope(story).evaluate(text, HERE)
    assert caught.value.where == "scenes/a.yaml:3:7"
    assert "0x" not in str(caught.value)


def doubling(first: str, step: str) -> dict[str, str]:
    return {"a0": first, **{f"a{n}": step.replace("@", f"a{n - 1}") for n in range(1, 60)}}


BOMBS: dict[str, dict[str, str]] = {
    "text": {"x": "{{ 'a' * 1000000000 }}"},
    "power": {"x": "{{ 9 ** 9 ** 9 ** 9 }}"},
    "loop": {"x": "{% for i in range(1000000000) %}x{% endfor %}"},
    "list": {"x": "{{ [0] * 1000000000 }}"},
    "width": {"x": "{{ '%1000000000d' % 1 }}"},
    "star": {"x": "{{ '%*d' % (1000000000, 1) }}"},
    "center": {"x": "{{ 'a' | center(1000000000) }}"},
    "format": {"x": "{{ '{:1000000000}'.format(1) }}"},
    "indent": {"x": "{{ 'a\\nb' | indent(1000000000) }}"},
    "macro": {"x": "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}"},
    "lipsum": {"x": "{{ lipsum(n=100000000) }}"},
    "range": {"x": "{{ range(1000000000) | list | length }}"},
    "round": {"x": "{{ 1.5 | round(1000000000, 'ceil') }}"},
    "digits": {"x": "{{ ('9' ~ '9') | int(base=36) * 1000000000000000000 * 1000000000 }}"},
    "replace": {"x": "{{ 'aaaa' | replace('a', 'aaaa') | replace('a', 'aaaa') }}"},
    "parentheses": {"x": "{{ " + "(" * 900 + "1" + ")" * 900 + " }}"},
    "not": {"x": "{{ " + "not " * 450 + "1 }}"},
    "minus": {"x": "{{ " + "-" * 1800 + "1 }}"},
    "long": {"x": "{{ " + "1 + " * 100_000 + "1 }}"},
    "lets of text": doubling("x" * 900, "{{ @ ~ @ }}"),
    "lets of sums": doubling("x" * 900, "{{ @ + @ }}"),
    "lets of lists": doubling("{{ [1, 2, 3, 4] }}", "{{ [@, @] }}"),
    "lets of joined lists": doubling("{{ [1, 2, 3, 4] }}", "{{ @ + @ }}"),
    "lets of numbers": doubling("{{ 1000 }}", "{{ @ * @ }}"),
    "comparison": doubling("{{ [1] }}", "{{ [@, @] if [@, @] == [@, @] else 0 }}"),
}

RUN = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
from renderer.errors import ScriptError
from renderer.script.limits import Budget
from renderer.script.place import Place
from renderer.script.scope import Scope
for name, lets in json.load(sys.stdin).items():
    scope = Scope(Budget(), {}, {k: (v, Place("a", 1, 1)) for k, v in lets.items()})
    try:
        outcome = "survived with " + repr(scope.get(list(lets)[-1]))[:20]
    except ScriptError as error:
        outcome = error.code
    print(json.dumps([name, outcome]), flush=True)
"""


@pytest.fixture(scope="module")
def outcomes() -> dict[str, str]:
    """Set all bombs off in a process of their own, which the system kills if one of them works."""
    done = subprocess.run(
        [sys.executable, "-c", RUN], input=json.dumps(BOMBS), capture_output=True, text=True,
        timeout=240, check=False,
    )  # fmt: skip
    return dict(json.loads(line) for line in done.stdout.splitlines())


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_in_an_error(outcomes: dict[str, str], name: str) -> None:
    assert outcomes.get(name, "killed") in {"script-template", "script-bomb", "script-undefined"}


def test_a_budget_ends_what_only_adds_up(story: Story) -> None:
    small = Scope(Budget(evaluations=10), {"bill": story.bill})
    with pytest.raises(ScriptError) as caught:
        small.evaluate(["{{ bill.state }}"] * 11, HERE)
    assert caught.value.code == "script-bomb"
