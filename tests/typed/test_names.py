"""Proves that every name of a prompt has an identifier of its own, which another name's coming and going leaves alone."""

from __future__ import annotations

import ast
import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.typed.names import LONGEST, class_name, identifiers
from promptport.typed.quoting import Code

pytestmark = pytest.mark.one_python("what is written is the same on all")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("welcome", "welcome"), ("Welcome", "Welcome"), ("mail/bye", "mail_bye"), ("mail-bye", "mail_bye"), ("a.b", "a_b"),
        ("a b", "a_b"), ("a - b", "a_b"), ("--a--", "a"), ("2nd", "_2nd"), ("1", "_1"), ("class", "class_"), ("None", "None_"),
        ("match", "match"), ("taken", "taken_"), ("grüße", "grüße"), ("日本/料理", "日本_料理"), ("ﬁx", "fix"), ("🎉", "prompt"),
        ("", "prompt"), ("_", "prompt"), ("_a", "_a"), ("__a", "_a"), ("__getattr__", "_getattr"), ("__debug__", "_debug"),
        ("a\nb", "a_b"), ("x" * 60, "x" * 60), ("\ud800", "prompt"), ("a__b", "a__b"), ("²", "_2"), ("٣", "_٣"),
        ("\u037a", "prompt"),
    ],
)  # fmt: skip
def test_a_name(name: str, wanted: str) -> None:
    assert identifiers([name], {"taken"}, "prompt") == {name: wanted}


def test_a_name_that_is_an_identifier_keeps_it() -> None:
    """The others of that identifier have a part of a hash of their own, whatever the order."""
    found = identifiers(["mail/bye", "mail_bye", "mail-bye"], (), "prompt")
    assert found["mail_bye"] == "mail_bye"
    assert found["mail/bye"] == "mail_bye_f83869"
    assert len(set(found.values())) == 3
    assert identifiers(["mail-bye", "mail_bye", "mail/bye"], (), "prompt") == found


def test_names_that_are_alike() -> None:
    """None of them has the identifier that all would have, so that none gets it when another one goes."""
    found = identifiers(["a/b", "a-b", "a_b_c14cdd", "🎉", "🎊"], (), "prompt")
    assert len(set(found.values())) == 5
    assert not {"a_b", "prompt"} & set(found.values())


def test_a_hash_that_is_taken_gets_longer() -> None:
    hashed = identifiers(["mail/bye", "mail-bye"], (), "prompt")["mail/bye"]
    found = identifiers(["mail/bye", "mail-bye", hashed], (), "prompt")
    assert found[hashed] == hashed
    assert found["mail/bye"].startswith(hashed)
    assert len(found["mail/bye"]) > len(hashed)


def test_a_long_name_is_cut() -> None:
    one, other = identifiers(["x" * 500, "x" * 501], (), "prompt").values()
    assert one != other
    assert len(one) == len(other) == LONGEST + 7


@given(
    st.lists(
        st.one_of(st.text(max_size=6), st.sampled_from(["a/b", "a_b", "a-b", "class", "class_", "__a", "_a", "client"]))
    )
)
def test_whatever_names_there_are(names: list[str]) -> None:
    found = identifiers(names, {"client"}, "prompt")
    assert len(set(found.values())) == len(set(names))
    assert found == {**identifiers(reversed(names), {"client"}, "prompt")}
    for each in found.values():
        tree = ast.parse(f"def {each}({each}): pass").body[0]
        assert isinstance(tree, ast.FunctionDef)
        assert tree.name == each  # as Python reads it
        assert not keyword.iskeyword(each)
        assert each != "client"
        assert not each.startswith("__")


def test_the_name_of_a_class() -> None:
    assert class_name(Code("mail_bye"), Code("user"), taken=()) == "MailByeUser"
    assert class_name(Code("mail_bye"), Code("user"), taken={"MailByeUser"}) == "MailByeUser_"
    assert class_name(Code("_1"), taken=()) == "_1"
    assert class_name(Code("none"), taken=()) == "_None"
