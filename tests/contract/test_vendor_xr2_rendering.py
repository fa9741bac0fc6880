"""Proves that ours renders as xR2's own renderer does, but where that one takes a value for template.

The vendor replaces one variable after the other in the text made so far, so that a value which holds a placeholder, or
becomes one between braces of the template, is replaced in its turn. Ours passes over the
template once. On everything else the two agree, down to every option.
"""

from __future__ import annotations

from importlib import import_module
from random import Random
from typing import Any

import pytest

from promptport.xr2 import PromptContentResponse, VariableError

THEIRS: Any = import_module("xr2_sdk.models")
MOMENT = "2026-01-15T09:30:00Z"
NAMES = ("name", "na", "user_name", "q", "Größe", "a.b", "two words")
# No value holds a brace or is a name, so none can be, or become, a placeholder: that hazard has its own test.
VALUES: tuple[Any, ...] = (
    "Alice", "", " ", "<b>&\"'", "漢字 🎉", "C:\\new\n$1 \\1", True, False, None, 0, 42, 1.0, 99.9, [], ["apple", 'b"'],
    [1, True, None, "é"], [["x"], 2.5], ("t", 1),
)  # fmt: skip
PIECES = ("{", "}", "{{", "}}", " ", "\n", "text ", '{"model": "gpt-4"}', "{{ name }}", "{{other}}", "{other}", "é")
COUNT = 600


def both(texts: dict[str, str | None], variables: list[dict[str, Any]], values: Any, **options: Any) -> list[Any]:
    """What the vendor's renderer makes of a prompt, and what ours makes of it."""
    fields = {"slug": "s", "version_number": 1, "status": "draft", "trace_id": "t", "variables": variables, **texts}
    dated = {**fields, "source_name": "python_sdk", "created_at": MOMENT, "updated_at": MOMENT}
    results: list[Any] = []
    for prompt, error in (
        (THEIRS.PromptContentResponse.model_validate(dated), THEIRS.VariableError),
        (PromptContentResponse.from_dict(dated), VariableError),
    ):
        try:
            made = prompt.render(values, **options)
        except error as missing:
            results.append(("missing", missing.missing_variables))
        else:
            used = list(made.variables_used.items())
            results.append((made.system_prompt, made.user_prompt, made.assistant_prompt, made.trace_id, used))
    return results


@pytest.mark.parametrize(
    ("template", "order", "values", "theirs", "ours"),
    [
        pytest.param(
            "Hi {{name}} / {{secret}}", ["name", "secret"], {"name": "{{secret}}", "secret": "S3CR3T"},
            "Hi S3CR3T / S3CR3T", "Hi {{secret}} / S3CR3T", id="a value pulls in another variable",
        ),
        pytest.param(
            "Hi {{name}} / {{secret}}", ["secret", "name"], {"name": "{{secret}}", "secret": "S3CR3T"},
            "Hi {{secret}} / S3CR3T", "Hi {{secret}} / S3CR3T", id="but not in another order of declaration",
        ),
        pytest.param(
            "Q: {{q}}", ["q"], {"q": "what is {{q}}?"},
            "Q: what is {what is {{q}}?}?", "Q: what is {{q}}?", id="a value is mangled by its own name",
        ),
        pytest.param(
            "{{{key}}}", ["key", "name"], {"key": "name", "name": "Alice"},
            "Alice", "{name}", id="a value becomes a placeholder between braces",
        ),
        pytest.param(
            "a{color}", ["color"], {"color": "red"},
            "ared", "ared", id="single braces count, which old prompts need: no difference",
        ),
    ],
)  # fmt: skip
def test_hazards(template: str, order: list[str], values: dict[str, str], theirs: str, ours: str) -> None:
    """Where a value holds a placeholder the vendor goes on replacing inside it, and ours leaves it as it is."""
    one, other = both({"user_prompt": template}, [{"name": name} for name in order], values)

    assert (one[1], other[1]) == (theirs, ours)
    assert one[4] == other[4]


def test_renderers_agree_without_hazards() -> None:
    """Any template, variables and options, any values without a placeholder: the same result, or the same error."""
    random = Random(20260115)
    made, failed = 0, 0
    for _ in range(COUNT):
        texts = {name: template(random) for name in ("system_prompt", "user_prompt", "assistant_prompt")}
        variables = [variable(random) for _ in range(random.randrange(5))]
        values = {name: random.choice(VALUES) for name in random.sample([*NAMES, "other"], random.randrange(5))}
        options = {
            "strict": random.random() < 0.5,
            "use_defaults": random.random() < 0.7,
            "array_separator": random.choice((None, None, ", ", "")),
        }
        one, other = both(texts, variables, random.choice((values, values, None)), **options)
        assert one == other, (texts, variables, values, options)
        made, failed = made + (len(one) == 5), failed + (len(one) == 2)
    assert made > COUNT / 2
    assert failed > COUNT / 20


def template(random: Random) -> str | None:
    """A text of placeholders of both kinds, stray braces and prose; sometimes none."""
    holders = [f"{before}{name}{after}" for name in NAMES for before, after in (("{{", "}}"), ("{", "}"))]
    pieces = [random.choice(random.choice((holders, PIECES))) for _ in range(random.randrange(12))]
    return None if random.random() < 0.1 else "".join(pieces)


def variable(random: Random) -> dict[str, Any]:
    """A declared variable, with any of what the platform's editors write."""
    about = {"name": random.choice(NAMES), "type": "string"}
    extras = {"required": random.choice((True, False, "false", 0)), "default": random.choice(VALUES[:-1])}
    extras["defaultValue"] = random.choice(VALUES[:-1])
    return about | {name: value for name, value in extras.items() if random.random() < 0.4}
