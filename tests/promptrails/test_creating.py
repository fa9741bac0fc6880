"""Proves what of a version PromptRails is given, and what it is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from promptport_api.promptrails.models import PromptVersion

from promptport.errors import ArgumentError, NotSupported
from promptport.platform import NewVersion, Query, Variable
from promptport.promptrails.creating import arguments_of, config_of, label_of
from promptport.promptrails.reading import SETTINGS, fetched

USER = ({"role": "user", "content": "Hi"},)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
VARIABLES = st.builds(
    Variable,
    st.text(min_size=1, max_size=8),
    st.sampled_from([None, "string", "number", "integer", "boolean", "array", "object"]),
    st.booleans(),
    JSON,
    st.text(max_size=5),
    st.none() | st.lists(JSON, min_size=1, max_size=3).map(tuple),
)


def called(label: str | None, *there: str) -> str:
    """What a version is called beside others."""
    versions = [PromptVersion.from_dict({"id": each, "version": each}) for each in there]
    return label_of(NewVersion("p", USER, version=label), [*versions, PromptVersion.from_dict({"id": "odd"})])


@pytest.mark.parametrize(
    ("there", "next_one"),
    [
        ((), "1.0.0"),
        (("1.0.0",), "1.0.1"),
        (("1.0.9", "1.0.10"), "1.0.11"),
        (("2.0", "1.0.10"), "2.1"),
        (("v3",), "4"),
        (("draft", "final"), "1.0.0"),
        (("9" * 400,), "1.0.0"),
    ],
)
def test_the_next_number(there: tuple[str, ...], next_one: str) -> None:
    assert called(None, *there) == next_one


def test_an_own_label() -> None:
    """As its author says; nobody could tell two of one label apart."""
    assert called("spring", "1.0.0") == "spring"
    assert label_of(NewVersion("p", USER, version=7), []) == "7"
    with pytest.raises(ArgumentError, match=r"has a version '1\.0\.0' already"):
        called("1.0.0", "1.0.0")


@given(st.lists(VARIABLES, max_size=4, unique_by=lambda each: each.name), st.dictionaries(st.text(max_size=5), JSON))
def test_what_is_given_is_what_is_read(variables: list[Variable], config: dict[str, object]) -> None:
    """Declarations and config, whatever they hold."""
    made = arguments_of(NewVersion("p", USER, variables=tuple(variables), note="n")) | config_of(config, [])
    answer = PromptVersion.from_dict({"id": "v", "version": "1", **{k: v for k, v in made.items() if v is not None}})
    found = fetched(Query("p"), answer, "d")
    assert found.variables == tuple(variables)
    assert found.config == config
    assert (found.note, found.description) == ("n", "d")


def test_settings_of_a_model() -> None:
    """They go where the other versions have them; what fits no field, or is of a server without them, is config."""
    config = {
        "temperature": 0.5,
        "max_tokens": True,
        "llm_model_id": "m",
        "top_p": None,
        "output_schema": {"a": 1},
        "own": 1,
    }
    old = [PromptVersion.from_dict({"id": "a", **dict.fromkeys(SETTINGS)}), PromptVersion.from_dict({"id": "b"})]
    fields = {"temperature": 0.5, "llm_model_id": "m", "output_schema": {"a": 1}}
    rest = {"max_tokens": True, "top_p": None, "own": 1}
    assert config_of(config, old) == {**fields, "config": rest}
    for there in ([], old[1:]):
        assert config_of(config, there) == {"config": config}
    assert config_of({}, old) == {"config": None}
    answer = PromptVersion.from_dict({"id": "v", "version": "1", "user_prompt": "Hi", **config_of(config, old)})
    assert fetched(Query("p"), answer).config == config


def test_without_declarations() -> None:
    """Nothing declared, and nothing to declare, are two things."""
    assert arguments_of(NewVersion("p", USER))["input_schema"] is None
    assert arguments_of(NewVersion("p", USER, variables=()))["input_schema"]["properties"] == {}
    assert arguments_of(NewVersion("p", USER, labels=("production",)))["set_current"] is True
    assert arguments_of(NewVersion("p", USER))["set_current"] is False


def test_labels_that_there_are_none_of() -> None:
    with pytest.raises(NotSupported, match="the labels a, b"):
        arguments_of(NewVersion("p", USER, labels=("a", "production", "b")))
