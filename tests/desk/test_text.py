"""Proves that the differences between two texts are right and few, and that JSON is laid out without a change."""

from __future__ import annotations

import json
import random

from playwright.sync_api import Page

DIFF = "async (pairs) => { const { diffLines } = await import('/diff.js'); return pairs.map(([a, b]) => diffLines(a, b)); }"
LAID = "async (texts) => { const { laidOut } = await import('/json.js'); return texts.map(laidOut); }"


def common(a: list[str], b: list[str]) -> int:
    """How many lines the longest common subsequence has."""
    row = [0] * (len(b) + 1)
    for line in a:
        before = 0
        for index, other in enumerate(b):
            before, row[index + 1] = row[index + 1], before + 1 if line == other else max(row[index], row[index + 1])
    return row[-1]


def test_both_texts_are_in_their_difference_and_it_is_the_smallest(page: Page) -> None:
    chance = random.Random(1)
    texts = [["\n".join(chance.choices("abc", k=chance.randrange(9))) for _ in range(2)] for _ in range(300)]
    texts += [["", ""], ["a", ""], ["", "a"], ["a\n", "a"], ["x\ny\nz", "x\nY\nz"]]
    large = ["\n".join(f"{name}{number}" for number in range(3000)) for name in "ab"]
    for (first, second), lines in zip([*texts, large], page.evaluate(DIFF, [*texts, large]), strict=True):
        assert "\n".join(line for sign, line in lines if sign in " -") == first
        assert "\n".join(line for sign, line in lines if sign in " +") == second
        if len(lines) < 100:
            assert sum(sign == " " for sign, _ in lines) == common(first.split("\n"), second.split("\n"))


def test_json_is_laid_out_and_stays_what_it_is(page: Page) -> None:
    values = [
        {},
        [],
        {"a": []},
        [{}, {"b": [1, 2.50, -3e9, True, None, 'x"{[,:]}\\']}],
        {"deep": [[[["x"]]]], "text": "a\nb  c"},
        "no object",
    ]
    written = [json.dumps(each) for each in values]
    assert [json.loads(each) for each in page.evaluate(LAID, written)] == values
    assert page.evaluate(LAID, ['{"n":12345678901234567890,"cut":[1,{"x":"y…', "[[]", "plain, text"]) == [
        '{\n  "n": 12345678901234567890,\n  "cut": [\n    1,\n    {\n      "x": "y…',
        "[\n  []",
        "plain, text",
    ]
