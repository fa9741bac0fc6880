"""Proves that hosts see names that they can take, each of one prompt alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.mcp.names import LONGEST, hosted

pytestmark = pytest.mark.one_python("names are the same on all")


def test_names_that_hosts_take_stay() -> None:
    names = ["welcome", "mail/bye", "a-b_c.d", "grüße"]
    assert hosted(names) == {each: each for each in names}


def test_others_are_spelt_with_lines() -> None:
    assert hosted(["see you", "see_you", "see  you", 'say "hi"!']) == {
        "see_you": "see_you",
        "see_you-2": "see  you",
        "see_you-3": "see you",
        "say_hi_": 'say "hi"!',
    }


@given(st.lists(st.text(min_size=1) | st.text("a _-2", min_size=1), max_size=20))
def test_each_prompt_has_one_name(names: list[str]) -> None:
    found = hosted(names)
    assert sorted(found.values()) == sorted(set(names))
    assert all(re.fullmatch(r"[\w./-]+", each) and len(each) <= LONGEST for each in found)
