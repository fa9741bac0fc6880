"""Proves how a problem of a prompt file is told: in a form that editors follow, and as an error that crosses processes."""

from __future__ import annotations

import pickle

from promptport import CallError
from promptport.files import Problem, PromptFileError

FIRST = Problem("prompts/a.md", 2, 5, "It is wrong.")
SECOND = Problem("prompts/b.md", 1, 1, "It is wrong, too.")


def test_a_problem_as_text() -> None:
    assert str(FIRST) == "prompts/a.md:2:5: It is wrong."
    assert sorted([SECOND, FIRST]) == [FIRST, SECOND]


def test_all_problems_are_one_error() -> None:
    """It is one that a fallback stands in for."""
    error = PromptFileError(problems=[FIRST, SECOND])

    assert isinstance(error, CallError)
    assert (error.kind, error.message) == ("unreadable", f"{FIRST}\n{SECOND}")
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.problems, str(copy)) == ((FIRST, SECOND), str(error))
    assert PromptFileError("in short", [FIRST]).message == "in short"
