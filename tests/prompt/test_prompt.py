"""Proves C5: messages survive rendering, histories pass by identity, and models' libraries take what comes out."""

from __future__ import annotations

import copy
import json
import pickle
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from promptport import ArgumentError, RenderError
from promptport.cache.envelope import pack, unpack
from promptport.platform import Fetched, Variable
from promptport.prompt import Message, Prompt

from .libraries import anthropic, anthropic_system, openai, seen

ROLES = ("system", "developer", "user", "assistant", "tool")
ARGUMENTS = ("{}", '{"city": "Rome"}', "{", "[1]", "null", "")
PICTURE = "data:image/png;base64,iVBORw0KGgo="

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
)
names = st.text("abcdefgh_", min_size=1, max_size=8).filter(lambda name: name not in ("slot", "role"))
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3), max_leaves=6
)
texts = st.lists(st.sampled_from(["{{x}}", "{{ x }}", "{x}", "{{", "}}", "a", "\n", "ü", "<&>", "\\", "\u2028"])).map(
    "".join
)
parts = st.lists(
    st.fixed_dictionaries({"type": st.sampled_from(["text", "odd"]), "text": texts}, optional={"cache": values})
    | st.just({"type": "image_url", "image_url": {"url": PICTURE, "detail": "low"}})
    | st.fixed_dictionaries({"type": st.just("tool_result"), "content": texts | st.none()})
    | st.dictionaries(names, values, max_size=3).filter(lambda each: not each.keys() & {"text", "content"}),
    max_size=3,
)
calls = st.lists(
    st.fixed_dictionaries({
        "id": st.text("abc123", min_size=1), "type": st.just("function"),
        "function": st.fixed_dictionaries({"name": names, "arguments": st.just('{"city": "{{x}}"}') | st.just("no JSON")}),
    }),
    min_size=1,
    max_size=3,
)  # fmt: skip
messages = st.lists(
    st.fixed_dictionaries(
        {"role": st.sampled_from([*ROLES, "odd"]), "content": texts | st.none() | parts},
        optional={"tool_calls": calls, "name": st.just("{{x}}"), "unknown": values, "cache_control": values},
    ),
    max_size=5,
)  # fmt: skip


def prompt_of(said: list[dict[str, Any]], **more: Any) -> Prompt:
    """A prompt with these messages."""
    return Prompt.of(Fetched("p", said, **more), "test", "network")


def expected(content: Any, value: str) -> Any:
    """A second, plainer way to put a value into the texts of messages."""
    if isinstance(content, str):
        return "".join(value if part in ("{{x}}", "{{ x }}") else part for part in split(content))
    if isinstance(content, list):
        return [expected(each, value) for each in content]
    if isinstance(content, dict):
        return {key: expected(each, value) if key in ("content", "text") else each for key, each in content.items()}
    return content


def split(text: str) -> list[str]:
    """A text and its placeholders."""
    found, rest = [], text
    while rest:
        at = min((rest.find(each) for each in ("{{x}}", "{{ x }}") if each in rest), default=len(rest))
        length = 5 if rest.startswith("{{x}}", at) else 7
        found += [rest[:at], rest[at : at + length]]
        rest = rest[at + length :]
    return found


@pytest.mark.promise("C5")
@given(said=messages, value=st.text(max_size=6) | st.sampled_from(["{{x}}", "{{y}}", "{x}", "\\1", "{0.__class__}"]))
def test_c5_messages_survive(said: list[dict[str, Any]], value: str) -> None:
    """C5: whatever is in a message is there after rendering, but for the placeholders of its texts; disk or not."""
    before = copy.deepcopy(said)
    prompt = prompt_of(said).options(strict=False)
    record = unpack(pack(prompt.fetched, 1.0, b"seal"), b"seal")
    assert record is not None
    recalled = Prompt.of(record[0], "test", "disk").options(strict=False)

    for each in (prompt, recalled, pickle.loads(pickle.dumps(prompt))):
        rendered = each.render(x=value)
        assert rendered.to_openai() == expected(before, value)
        assert json.dumps(rendered.to_openai()) == json.dumps(expected(before, value))
        assert [message.to_dict() for message in rendered.messages] == rendered.to_openai()
        assert pickle.loads(pickle.dumps(rendered)) == rendered
    assert said == before


@pytest.mark.promise("C5")
@given(said=messages, history=messages, slot=st.none() | st.integers(0, 5))
def test_c5_history_passes_by_identity(
    said: list[dict[str, Any]], history: list[dict[str, Any]], slot: int | None
) -> None:
    """C5: each message of a history is the caller's own object, unchanged, in order, and where it belongs."""
    before = copy.deepcopy(history)
    whole: list[dict[str, Any]] = copy.deepcopy(said)
    if slot is not None:
        whole.insert(slot, {"slot": "history"})
    prompt = prompt_of(whole).options(strict=False, history=history)

    made = prompt.render(x="{{x}} is code").to_openai()
    with suppress(ArgumentError):  # not all of it is what Anthropic takes
        prompt.render(x="y").to_anthropic()

    own = {id(each) for each in history}
    places = [at for at, each in enumerate(made) if id(each) in own]
    assert [id(made[at]) for at in places] == [id(each) for each in history]
    assert history == before
    assert [each for each in made if id(each) not in own] == expected(said, "{{x}} is code")
    if history:
        users = [at for at, each in enumerate(said) if each["role"] == "user"]
        start = len(said[:slot]) if slot is not None else users[-1] if users else len(said)
        assert places == list(range(start, start + len(history)))


words = st.text(min_size=1, max_size=8).filter(lambda text: text.strip() != "")
pictures = st.sampled_from([PICTURE, "https://example.com/a.png"]).map(
    lambda url: {"type": "image_url", "image_url": {"url": url}}
)
text_parts = words.map(lambda text: {"type": "text", "text": text})
system = st.fixed_dictionaries(
    {"role": st.sampled_from(["system", "developer"]), "content": words | st.lists(text_parts, min_size=1)}
)
user = st.fixed_dictionaries(
    {"role": st.just("user"), "content": words | st.lists(text_parts | pictures, min_size=1, max_size=3)},
    optional={"name": st.just("bob")},
)
call = st.fixed_dictionaries({
    "id": st.text("abc123", min_size=1), "type": st.just("function"),
    "function": st.fixed_dictionaries({"name": st.just("weather"), "arguments": st.sampled_from(ARGUMENTS)}),
})  # fmt: skip
assistant = st.fixed_dictionaries({"role": st.just("assistant"), "content": words}) | st.fixed_dictionaries(
    {"role": st.just("assistant"), "content": st.none() | words, "tool_calls": st.lists(call, min_size=1, max_size=3)}
)
tool = st.fixed_dictionaries(
    {
        "role": st.just("tool"),
        "tool_call_id": st.text("abc123", min_size=1),
        "content": words | st.lists(text_parts, min_size=1),
    }
)
conversation = st.lists(system | user | assistant | tool, max_size=8)


@pytest.mark.promise("C5")
@settings(max_examples=200)
@given(history=conversation)
def test_c5_models_take_it(history: list[dict[str, Any]]) -> None:
    """C5: what comes out is of OpenAI's and Anthropic's own types, with nothing in it that they don't know."""
    prompt = prompt_of([
        {"role": "system", "content": "Be {{x}}"}, {"role": "user", "content": [{"type": "text", "text": "{{x}}?"}]},
    ])  # fmt: skip
    rendered = prompt.options(history=history).render(x="kind")

    ours = rendered.to_openai()
    assert seen(openai().validate_python(ours)) == ours
    theirs = rendered.to_anthropic()
    assert seen(anthropic().validate_python(theirs["messages"])) == theirs["messages"]
    assert seen(anthropic_system().validate_python(theirs["system"])) == theirs["system"]
    assert {each["role"] for each in theirs["messages"]} <= {"user", "assistant"}
    blocks = [block for each in theirs["messages"] if isinstance(each["content"], list) for block in each["content"]]
    assert [block["tool_use_id"] for block in blocks if block["type"] == "tool_result"] == [
        each["tool_call_id"] for each in history if each["role"] == "tool"
    ]
    assert [block["id"] for block in blocks if block["type"] == "tool_use"] == [
        made["id"] for each in history for made in each.get("tool_calls", [])
    ]


def test_the_types_judge() -> None:
    """What must not pass does not pass."""
    with pytest.raises(ValidationError):
        seen(openai().validate_python([{"role": "user", "content": [{"type": "text"}]}]))
    with pytest.raises(ValidationError):
        seen(anthropic().validate_python([{"role": "tool", "content": "x"}]))
    odd = [{"role": "user", "content": "x", "odd": 1}]
    assert seen(anthropic().validate_python(odd)) != odd


def test_what_a_prompt_tells_can_not_change_it() -> None:
    """Messages, settings and variables are the caller's own copies."""
    said = [{"role": "user", "content": [{"type": "text", "text": "{{x}}"}], "more": {"a": [1]}}]
    prompt = prompt_of(said, variables=(Variable("x"),), config={"model": {"name": "m"}})
    message = prompt.messages[0]
    assert message == Message("user", [{"type": "text", "text": "{{x}}"}], {"more": {"a": [1]}})
    message.more["more"]["a"].append(2)
    message.to_dict()["more"]["a"].append(3)
    prompt.config["model"]["name"] = "changed"
    rendered = prompt.render(x="1")
    rendered.to_openai()[0]["more"]["a"].append(4)
    assert rendered.to_openai() == [{"role": "user", "content": [{"type": "text", "text": "1"}], "more": {"a": [1]}}]
    assert prompt.config == {"model": {"name": "m"}}
    assert prompt.render(x="2") != rendered
    with pytest.raises(AttributeError, match="can't be changed"):
        rendered.prompt = prompt
    with pytest.raises(TypeError):
        hash(rendered)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (["user", "assistant", "user"], ["user", "assistant", "HISTORY", "user"]),
        (["system", "assistant"], ["system", "assistant", "HISTORY"]),
        (["user", "slot", "user"], ["user", "HISTORY", "user"]),
        ([], ["HISTORY"]),
    ],
)
def test_where_a_history_goes(said: list[str], expected: list[str]) -> None:
    """To its place; without one before the last message of the user, and behind all where there is none."""
    made = [{"slot": "history"} if role == "slot" else {"role": role, "content": "x"} for role in said]
    history = [{"role": "user", "content": "before"}]
    rendered = prompt_of(made).options(history=history).render()
    assert ["HISTORY" if each is history[0] else each["role"] for each in rendered.to_openai()] == expected


def test_c4_places_are_filled_or_told() -> None:
    """C4: a place without messages is an error when strict, as are messages without a place; never is one dropped in silence."""
    said = [
        {"role": "system", "content": "{{x}}"},
        {"slot": "examples"},
        {"slot": "history"},
        {"role": "user", "content": "Go"},
    ]
    prompt, one, two = prompt_of(said), [{"role": "user", "content": "1"}], [{"role": "user", "content": "2"}]
    assert prompt.places == ("examples", "history")

    with pytest.raises(
        RenderError, match=r"missing: x; places without messages: examples, history \(give them by"
    ) as caught:
        prompt.render()
    assert (caught.value.missing, caught.value.unfilled) == (("x",), ("examples", "history"))
    with pytest.raises(RenderError, match="places without messages: examples"):
        prompt.options(history=one).render(x="1")
    with pytest.raises(RenderError, match=r"unknown: exampels \(did you mean examples\?\)"):
        prompt.options(history={"exampels": one, "history": two}).render(x="1")
    filled = prompt.options(history={"examples": one, "history": two}).render(x="1")
    assert [each["content"] for each in filled.to_openai()] == ["1", "1", "2", "Go"]
    assert filled.prompt.history == (*one, *two)
    assert len(prompt.options(history={"history": []}, missing="keep").render(x="1").to_openai()) == 2
    assert len(prompt.options(history={"examples": [], "history": []}).render(x="1").to_openai()) == 2
    only = prompt_of([{"slot": "examples"}, {"role": "user", "content": "Go"}])
    assert [each["content"] for each in only.options(history=one).render().to_openai()] == ["1", "Go"]
    with pytest.raises(RenderError, match=r"unknown: history; .*: examples, more [^`]*`options\(history=...\)`\)\.$"):
        prompt_of([{"slot": "examples"}, {"slot": "more"}]).options(history=one).render()
    with pytest.raises(RenderError, match="unknown: examples"):
        prompt_of([{"role": "user", "content": "Go"}]).options(history={"examples": one}).render()


def test_a_fallback_takes_the_history_that_it_has_no_place_for() -> None:
    said = [{"role": "user", "content": "Hi {{x}}"}]
    prompt = Prompt.of(Fetched("p", said), "test", "fallback").options(
        history={"examples": [{"role": "user", "content": "1"}]}
    )
    assert [each["content"] for each in prompt.render(x="A", y="B").to_openai()] == ["1", "Hi A"]


def test_a_fallback_takes_the_values_that_it_has_a_place_for() -> None:
    """Also where it names parts of one of them; what is missing still tells."""
    prompt = Prompt.of(Fetched("p", [{"role": "user", "content": "{{user.name}}"}]), "test", "fallback")
    assert prompt.render(user={"name": "A"}, more=1).text == "A"
    with pytest.raises(RenderError, match=r"the fallback: .*missing: user\.name"):
        prompt.render(user={}, more=1)


def test_c4_two_switches() -> None:
    """C4: `missing` and `extra` relax each its own; a shared context can be passed, and what is missing still tells."""
    prompt = prompt_of([{"role": "user", "content": "{{a}} {{b}}"}])
    assert prompt.options(extra="ignore").render(a="1", b="2", c={1}).text == "1 2"
    with pytest.raises(RenderError, match="missing: b; of a wrong type: a"):
        prompt.options(extra="ignore").render(a={1}, c="3")
    assert prompt.options(missing="keep").render(a="1").text == "1 {{b}}"
    with pytest.raises(RenderError, match="unknown: c"):
        prompt.options(missing="keep").render(a="1", c="2")
    assert prompt.options(strict=False).render(a={1}, c="2").text == "{1} {{b}}"
    with pytest.raises(RenderError, match="missing: b"):
        prompt.options(strict=False, missing="error").render(a="1", c="2")
    for wrong in ({"missing": "ignore"}, {"extra": True}):
        with pytest.raises(ArgumentError, match="`strict` is True or False"):
            prompt.options(strict="no")  # type: ignore[arg-type] # as a setting read from a file may be
        with pytest.raises(ArgumentError, match='missing="error" or "keep"'):
            prompt.options(**wrong)


@pytest.mark.parametrize("values", ["Alice", ["Alice"], 3, {1: "Alice"}, b"Alice"])
def test_values_without_names(values: Any) -> None:
    """What to write is told, with the prompt's own names."""
    prompt = prompt_of([{"role": "user", "content": "{{customer_name}} {{user.plan}}"}])
    with pytest.raises(
        ArgumentError,
        match=r'^p: values are given by their names: render\(customer_name=..., \*\*\{"user.plan": ...\}\)',
    ):
        prompt.render(values)


@pytest.mark.parametrize("name", ["history", "strict", "missing", "extra"])
def test_options_among_the_values(name: str) -> None:
    """They are told where they belong, unless the prompt has a variable of the name."""
    with pytest.raises(RenderError, match=rf"`{name}` is an option: prompt\.options\({name}=\.\.\.\)\.render"):
        prompt_of([{"role": "user", "content": "Hi"}]).render({name: []})
    assert prompt_of([{"role": "user", "content": f"{{{{{name}}}}}"}]).render({name: "x"}).text == "x"


def test_values_by_another_name_say_what_to_write() -> None:
    """As other libraries have it."""
    for name in ("values", "variables", "input"):
        with pytest.raises(RenderError, match=rf"What is in `{name}` is given itself: render\({name}\)\.$"):
            prompt_of([{"role": "user", "content": "{{x}}"}]).render({name: {"x": "1"}})


def test_c4_a_placeholder_where_no_value_is_put_in_is_told() -> None:
    """C4: in a name, or the arguments of a call, it would go to the model as it stands."""
    function = {"name": "f", "arguments": '{"a": "{{x}}"}'}
    said: list[dict[str, Any]] = [
        {"role": "user", "name": "{{ y }}", "content": "{{x}}"},
        {"role": "assistant", "content": None, "tool_calls": [{"id": "1", "type": "function", "function": function}]},
    ]
    with pytest.raises(RenderError, match="where no values are put in: y, x"):
        prompt_of(said).render(x="1")
    assert prompt_of(said).options(missing="keep").render(x="1").to_openai()[1] == said[1]


def test_a_picture_s_address_takes_values() -> None:
    """It goes to the model as well: a placeholder in it is filled, and told where nothing fills it."""
    part = {"type": "image_url", "image_url": {"url": "https://example.com/{{id}}.png"}}
    prompt = prompt_of([{"role": "user", "content": [part]}])
    assert [each.name for each in prompt.variables] == ["id"]
    with pytest.raises(RenderError, match="missing: id"):
        prompt.render()
    assert prompt.render(id=3).to_openai()[0]["content"][0]["image_url"] == {"url": "https://example.com/3.png"}
