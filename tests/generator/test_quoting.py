"""Proves that a contract's text becomes Python in quotes, or not at all, and that nothing goes round the functions that quote."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path
from typing import Any

import generate
import pytest
from generator.quoting import (
    class_identifier,
    code,
    comment,
    guard,
    identifier,
    joined,
    literal,
    qualified,
    text,
    type_expression,
)

from .hostile import TEXTS

pytestmark = pytest.mark.one_python("what is generated is the same on all")

HERE = Path(__file__).parent
OPENAPI = HERE.parents[1] / "openapi"


def bare(value: str) -> str:
    """A text without its blanks."""
    return "".join(value.split())


@pytest.mark.parametrize(
    "value", [*TEXTS, None, True, 0, -1, 0.5, 10**30, [], ["a", None], {"a": [1]}, (), ("a",), ("a", "b")], ids=ascii
)
def test_literals(value: Any) -> None:
    """Reading one gives the value back, and calls nothing."""
    assert ast.literal_eval(literal(value)) == value


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), -float("inf"), {1: 2}, {"a", "b"}, b"a", object(), [float("nan")]]
)
def test_what_no_literal_is(value: Any) -> None:
    with pytest.raises(ValueError, match="is no JSON value"):
        literal(value)


@pytest.mark.parametrize("around", ["{}", "begins {}", "{} ends", '"{}"', "{}{}", "    {}\n\n    {}: {}"])
@pytest.mark.parametrize("value", TEXTS, ids=ascii)
def test_docstrings(value: str, around: str) -> None:
    """Wherever a text stands between the quotes, and whatever beside it: the docstring holds it, and is a docstring alone."""
    for quoted in (text(value), text(value, 4, 60)):
        parts = [quoted] * around.count("{}")
        (found,) = ast.parse(f'"""{around.format(*parts)} """').body
        assert isinstance(found, ast.Expr)
        assert isinstance(found.value, ast.Constant)
        assert bare(str(found.value.value)) == bare(around.format(*[value] * len(parts)))


def test_docstrings_are_wrapped() -> None:
    """A long word stays whole, so that no escape is cut in two; a label goes before the text."""
    assert text("one two  three\nfour", 4, 9) == "one two\n    three\n    four"
    assert text("\\" * 30, 0, 20) == "\\" * 60
    assert text("Its name.", 0, 80, "name") == "name: Its name."
    with pytest.raises(ValueError, match="5 is no text: write it in quotes"):
        text(5)


@pytest.mark.parametrize("value", TEXTS, ids=ascii)
def test_comments(value: str) -> None:
    """One line, which ends with the comment, and nothing that a type checker or a linter would obey."""
    line = f"x = 1  # {comment(value)}"
    (found,) = ast.parse(line + "\ny = 2", type_comments=True).body[:1]
    assert isinstance(found, ast.Assign)
    assert found.type_comment is None
    assert line.isprintable()
    assert line.count("#") == 1 or "noqa" not in line
    assert len(comment(value)) <= 120


@pytest.mark.parametrize(("value", "shown"), [
    ("Its name: short.", "Its name: short."),
    ("type: ignore", "'type: ignore'"),
    ("noqa", "'noqa'"),
    ("a # noqa", r"'a \x23 noqa'"),
    ("word " * 40, "word " * 14 + "word..."),
])  # fmt: skip
def test_comments_stay_readable(value: str, shown: str) -> None:
    """Only what would be obeyed stands in quotes."""
    assert comment(value) == shown


@pytest.mark.parametrize("value", TEXTS, ids=ascii)
def test_names(value: str) -> None:
    """A name is an identifier as it is, or refused."""
    for make in (identifier, class_identifier):
        try:
            found = make(value)
        except ValueError:
            continue
        assert found == value
        assert value.isidentifier()
        assert value.isascii()


@pytest.mark.parametrize(
    "value", ["str", "int | None", "Mapping[str, Any] | AsDict", "list[models.Thing]", "tuple[str, int]"]
)
def test_types(value: str) -> None:
    assert type_expression(value, ["Thing"]) == value


@pytest.mark.parametrize("value", [
    *(each for each in TEXTS if each not in ("None", "list", "dict", "str", "datetime")), "models.Other", "models", "str()",
    "list[open('x')]", "Thing", "str.__class__", "(lambda: 1)", "str and int", "[x for x in y]", "...", "1", "'str'", "str + int",
    "str if x else int", "(yield)", "*str", "f'{x}'", "models.Thing.from_dict", "(x := str)", "(" * 300, "list[" * 300, 5,
])  # fmt: skip
def test_what_no_type_is(value: Any) -> None:
    """Only names that generated code knows, brackets and bars."""
    with pytest.raises(ValueError, match="is no type"):
        type_expression(value, ["Thing"])


def test_types_that_a_method_hides() -> None:
    """They are named in full, and nothing else is: not a part of a name, not the type of a module."""
    given = code("items: list[str], listed: dict[str, list], m: models.list")
    assert qualified(given, ["get"]) == given
    assert qualified(given, ["list"]) == "items: builtins.list[str], listed: dict[str, builtins.list], m: models.list"


def test_nothing_but_code_is_printed() -> None:
    """Whatever is done to code makes a text of it again."""
    made = code("f({})", literal("a"))
    assert guard(made) is made
    for each in ("f('a')", made + "", f"{made}", made.upper(), None, 5):
        with pytest.raises(TypeError, match="without having been quoted"):
            guard(each)
        with pytest.raises(TypeError, match="without having been quoted"):
            code("{}", each)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="without having been quoted"):
            joined(", ", [each])  # type: ignore[list-item]


def test_code_is_made_in_one_module() -> None:
    """Elsewhere nobody makes `Code` of a text, and what `code` and `joined` are given first is a literal of ours."""
    for path in OPENAPI.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and path.name != "quoting.py":
                assert node.func.id not in ("Code", "cast"), f"{path.name}:{node.lineno}"
                if node.func.id in ("code", "joined"):
                    first = node.args[0]
                    literals = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                    assert all(isinstance(each, ast.Constant) for each in literals), f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("raw", [
    "{{ openapi.title }}", "{{ view.document.info.title }}", "{{ view.title | upper }}", "{{ view.title ~ '' }}", "{{ nothing }}",
    "{{ [view.title] | join }}", "{% set x %}{{ view.title }}{% endset %}{{ x }}", "{{ 'text' }}",
])  # fmt: skip
def test_a_template_cannot_go_round_it(raw: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a template prints and nobody quoted stops generation."""
    folder = tmp_path / "openapi"
    shutil.copytree(OPENAPI / "templates", folder / "templates")
    shutil.copy(OPENAPI.parent / "generator-config.yaml", tmp_path)
    template = folder / "templates" / "package_init.py.jinja"
    template.write_text(template.read_text() + raw)
    monkeypatch.setattr(generate, "HERE", folder)

    with pytest.raises(TypeError, match="reaches Python text without having been quoted"):
        generate.generate(HERE / "probe.yaml", tmp_path / "probe")
