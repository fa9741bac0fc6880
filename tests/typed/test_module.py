"""Proves that a written module is what its prompts say, whatever they say: it compiles, does nothing else, and renders them."""

from __future__ import annotations

import ast
import inspect
import random
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport import ArgumentError, Prompt, Variable
from promptport.platform import Fetched
from promptport.typed import written
from promptport.typed.module import MADE

pytestmark = pytest.mark.oldest_and_newest("a module is compiled by the Python that imports it")

HOSTILE = [
    '"""', "'", "\\", '\\"', "\n", "\nimport os\n", ")", "*/", "\\N{BULLET}", "\N{RIGHT-TO-LEFT OVERRIDE}", "\ud800", "{}",
    "{0}", "#",
    "# type: ignore", "a", "-", ".", "/", "class", "client", "_rendered", "Value", "str", "None", "ﬁ", "ü", "🎉", "\x00",
    "Args:", "__",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=3)), max_size=5).map("".join)
NAMES = TEXTS.filter(bool)
VALUES = {
    "string": "x", "number": 1.5, "integer": 2, "boolean": True, "array": [1], "object": {"a": 1}, None: "y", "odd": "z",
}  # fmt: skip
VARIABLES = st.builds(
    Variable,
    NAMES,
    st.sampled_from([*VALUES]),
    st.booleans(),
    st.one_of(st.none(), TEXTS),
    TEXTS,
    st.one_of(st.none(), st.lists(st.one_of(TEXTS, st.integers(), st.floats(), st.none()), max_size=3)),
)


def prompt_of(name: str, text: str = "Hi {{name}}", variables: list[Variable] | None = None, **more: Any) -> Prompt:
    """A prompt."""
    return Prompt.of(Fetched(name, [{"role": "user", "content": text}], variables, **more), "files", "file")


def module(text: str) -> Mapping[str, Any]:
    """A module, run."""
    names: dict[str, Any] = {}
    exec(compile(text, "prompts.py", "exec"), names)
    return names


def test_a_module() -> None:
    made = written(
        [prompt_of("mail/bye", description="Says bye."), prompt_of("welcome")], "promptport types x", label="l"
    )
    assert made.text.startswith(MADE)
    assert made.text.endswith("    )\n")
    assert made.functions == {"mail/bye": "mail_bye", "welcome": "welcome"}
    assert made.parameters == {}
    names = module(made.text)
    assert names["__all__"] == ["mail_bye", "welcome"]
    assert inspect.getdoc(names["mail_bye"]) == "Says bye.\n\nThe prompt `mail/bye`."
    assert names["welcome"].__doc__ == "The prompt `welcome`."
    assert names["welcome"](prompt_of("welcome"), name="A").text == "Hi A"
    with pytest.raises(ArgumentError):
        names["welcome"](prompt_of("mail/bye"), name="A")
    assert made.text.count('label="l"') == 2


def test_the_order_of_prompts_does_not_matter() -> None:
    prompts = [prompt_of(each) for each in ("b", "a/b", "a-b", "a_b", "🎉", "Value", "_rendered")]
    first = written(prompts)
    for _ in range(5):
        random.shuffle(prompts)
        assert written(prompts) == first


def test_a_name_that_comes_gives_no_identifier_of_another_one_away() -> None:
    few, more = (written(map(prompt_of, names)) for names in (["a/b", "a-b"], ["a/b", "a-b", "a.b", "a"]))
    assert few.functions.items() <= more.functions.items()


def test_what_has_no_module() -> None:
    with pytest.raises(ArgumentError, match="no prompts"):
        written([])
    with pytest.raises(ArgumentError, match="each name once"):
        written([prompt_of("a"), prompt_of("a")])


def test_names_that_became_others() -> None:
    made = written([prompt_of("mail/bye", "{{first-name}} {{last}}")])
    assert made.parameters == {"mail/bye": {"first-name": "first_name"}}


@pytest.mark.parametrize(
    "name", ["client", "client_", "self", "name", "label", "history", "optional", "values", "R", "str", "Value"]
)
def test_variables_of_names_that_the_functions_use(name: str) -> None:
    """Nothing that a function does depends on how its variables are called."""
    prompt = prompt_of(
        "p",
        f"{{{{{name}}}}} {{{{client}}}} {{{{other}}}}",
        [Variable(name, "string", default="d"), *map(Variable, ("other", "client"))],
    )
    made = module(written([prompt]).text)
    assert made["p"](prompt, **{"other": "o", "client": "c", name: "v"}).texts[0].startswith("v ")


@given(
    st.lists(
        st.tuples(NAMES, TEXTS, st.lists(VARIABLES, max_size=4)), min_size=1, max_size=4, unique_by=lambda each: each[0]
    )
)
def test_whatever_prompts_say(found: list[tuple[str, str, list[Variable]]]) -> None:
    """The module has functions, types and nothing else, and each function renders what its prompt does."""
    prompts = []
    for name, description, declared in found:
        variables = [*{each.name: each for each in declared}.values()]
        text = " ".join(f"{{{each.name}}}" for each in variables)
        prompts.append(prompt_of(name, text, variables, syntax="braces", description=description))
    made = written(prompts, "promptport types")
    made.text.encode()
    assert all(each.isprintable() for each in made.text.split("\n"))
    tree = ast.parse(made.text)
    assert {type(each) for each in tree.body} <= {ast.Expr, ast.ImportFrom, ast.Assign, ast.AnnAssign, ast.FunctionDef}
    assert sum(isinstance(each, ast.Expr) for each in tree.body) == 1
    assert {type(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)} <= {ast.Name}
    assert {
        each.func.id for each in ast.walk(tree) if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)
    } <= {
        "_rendered",
        "TypedDict",
    }
    functions = [each for each in tree.body if isinstance(each, ast.FunctionDef)]
    assert {each.name for each in functions} == set(made.functions.values())
    names = module(made.text)
    for prompt in prompts:
        assert callable(names[made.functions[prompt.name]])
    for node in functions:
        assert [type(each) for each in node.body] == [ast.Expr, ast.Return]


@given(st.lists(NAMES.filter(lambda each: not {*".{}"} & {*each}), min_size=1, max_size=5, unique=True))
def test_every_variable_goes_where_it_belongs(names: list[str]) -> None:
    """Whatever the variables are called, each placeholder gets its own value, as by the prompt itself."""
    prompt = prompt_of("p", "\n".join(f"{{{each}}}" for each in names), [*map(Variable, names)], syntax="braces")
    made = written([prompt])
    values = {each: str(at) for at, each in enumerate(names)}
    given_names = {made.parameters.get("p", {}).get(each, each): value for each, value in values.items()}
    assert module(made.text)["p"](prompt, **given_names).texts == prompt.render(values).texts


def test_a_thousand_prompts() -> None:
    prompts = [
        prompt_of(f"team {at % 7}/prompt-{at}", "{{a}} {{b.c}}", [Variable("a", "string"), Variable("b.c")])
        for at in range(1_000)
    ]
    made = written(prompts)
    names = module(made.text)
    assert len(set(made.functions.values())) == 1_000
    assert names["team_3_prompt_10"](prompts[10], a="x", b={"c": 1}).text == "x 1"
