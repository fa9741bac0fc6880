"""Proves whom a pair of keys lets in, and what a public key alone does."""

from __future__ import annotations

import pytest

from promptport_local.langfuse.backend import Backend

from .conftest import PAIR, basic, refused


def test_a_pair_is_found_by_both_keys(langfuse: Backend) -> None:
    langfuse.add_key("pk-lf-other", "sk-lf-other")
    assert langfuse.authenticate(basic(*PAIR))["public_key"] == PAIR[0]
    assert refused(langfuse.authenticate, basic("pk-lf-other", PAIR[1]))[0] == 401
    langfuse.options.lenient_pairs = True  # as the vendor has it: the secret alone finds the pair
    assert langfuse.authenticate(basic("pk-lf-other", PAIR[1]))["public_key"] == PAIR[0]
    assert refused(langfuse.authenticate, basic(PAIR[0], "sk-lf-nobody"))[0] == 401


@pytest.mark.parametrize("sent", ["", "%%%", "/w==", basic("no colon"), basic("", "")])
def test_what_is_no_pair(langfuse: Backend, sent: str) -> None:
    assert refused(langfuse.authenticate, sent)[0] == 401


def test_a_secret_is_cut_at_a_colon(langfuse: Backend) -> None:
    langfuse.add_key("pk", "one:two")
    assert refused(langfuse.authenticate, basic("pk", "one:two"))[0] == 401
    assert langfuse.authenticate(basic(PAIR[0], PAIR[1], "more"))["secret_key"] == PAIR[1]


def test_a_key_of_another_kind(langfuse: Backend) -> None:
    langfuse.add_key("pk", "sk", kind="organisation")
    assert refused(langfuse.authenticate, basic("pk", "sk"))[0] == 403
    assert refused(langfuse.authenticate_public, "pk", scores=True)[0] == 403


def test_a_public_key_alone_makes_scores(langfuse: Backend) -> None:
    assert langfuse.authenticate_public(PAIR[0], scores=True)["secret_key"] == PAIR[1]
    assert refused(langfuse.authenticate_public, PAIR[0], scores=False)[0] == 403
    assert refused(langfuse.authenticate_public, "pk-lf-nobody", scores=True)[0] == 401


def test_any_key_where_any_will_do(langfuse: Backend) -> None:
    """One that is known stays what it is."""
    langfuse.add_key("pk", "sk", kind="organisation")
    langfuse._state.environment.any_key = True
    assert langfuse.authenticate(basic("a", "b"))["public_key"] == "a"
    assert refused(langfuse.authenticate, basic("pk", "sk"))[0] == 403
    assert refused(langfuse.authenticate, basic("a", PAIR[1]))[0] == 401
