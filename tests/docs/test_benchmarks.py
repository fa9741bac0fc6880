"""Proves that `docs/benchmarks.md` and the picture say what was measured, and that the benchmark's ratios are right."""

from __future__ import annotations

import math
import re
import shlex
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.__main__ import PARTS, main, parsed
from benchmarks.measure import Figure, Row, beside
from benchmarks.page import PAGE, unknown, written
from benchmarks.picture import bars
from benchmarks.report import amount, digits, load, ratio, read, save

pytestmark = pytest.mark.one_python("it reads texts and figures")

DOCUMENT, ROWS = load()
TEXT = PAGE.read_text(encoding="utf-8")


def test_the_page_shows_what_was_measured() -> None:
    assert written(TEXT, DOCUMENT, ROWS) == TEXT, "`nox -s bench -- --plot` writes it"
    assert not unknown(ROWS)


def test_the_picture_shows_what_was_measured() -> None:
    """What it needs is there, and it shows what is in promptport's disfavour as well as what is not."""
    shown = list(bars(ROWS))
    assert any(each.times < 1 for each in shown)
    assert any(each.times > 1 for each in shown)
    for figure in re.findall(r"\]\((figures/\w+)\.svg\)", TEXT):
        assert all((PAGE.parent / f"{figure}.{kind}").stat().st_size for kind in ("svg", "png"))


def test_everything_that_is_promised_of_speed_was_measured() -> None:
    assert {f"F{number}" for number in range(1, 9)} <= {row.promise for row in ROWS if row.limit is not None}
    assert DOCUMENT["releases"].keys() >= {"httpx", "httpx2", "aiohttp", "langfuse", "promptrails", "promptic-sdk"}


def test_what_was_saved_is_read_as_it_was(tmp_path: Path) -> None:
    save(DOCUMENT, tmp_path / "saved.json")
    assert load(tmp_path / "saved.json") == (DOCUMENT, ROWS)
    assert [row.kept for row in ROWS] == [each["kept"] for each in DOCUMENT["rows"]]
    assert list(read(DOCUMENT["rows"][:1])) == ROWS[:1]


def test_commands_of_the_page() -> None:
    commands = re.findall(r"nox -s bench(?: -- ([^#\n&`]*))?", TEXT)
    for each in filter(None, map(str.strip, commands)):
        if not re.match(r"--(help|plot|against)", each):
            assert parsed(shlex.split(each))
    for file in re.findall(r"`((?:benchmarks/)?\w+\.py)`", TEXT):
        assert (PAGE.parents[1] / "benchmarks" / Path(file).name).exists()
    assert all(find_spec(f"benchmarks.{part}") for part in PARTS)


@pytest.mark.parametrize(
    ("argument", "code", "said"),
    [
        ("--help", 0, "beside_langfuse"),
        ("nonsense", 2, "no part 'nonsense'; there are imports, cold"),
        ("--plot", 2, "stand alone"),
    ],
)
def test_arguments(argument: str, code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A part that is not there is an error that says which there are."""
    with pytest.raises(SystemExit) as stopped:
        main([argument])
    assert stopped.value.code == code
    assert said in " ".join("".join(capsys.readouterr()).split())


def test_a_ratio_is_taken_round_by_round() -> None:
    """A machine that is slow for a round slows both: the figures spread, the ratio does not."""
    (row,) = beside("F1", "a call", {"promptport": [1, 10, 2], "httpx": [2, 20, 4]}, {"httpx": 0.5})
    assert (row.ours, row.ratio) == (Figure(2, 1.5, 6), Figure(0.5, 0.5, 0.5))
    assert row.kept
    assert not row._replace(limit=0.49).kept


def test_a_limit_of_our_own_figure_stands_once() -> None:
    rows = list(beside("F5", "an event", {"promptport": [3.0], "a": [1.0], "b": [0.0]}, unit="", most=2))
    assert [row.limit for row in rows] == [2, None]
    assert [row.kept for row in rows] == [False, True]
    assert rows[1].ratio.median == math.inf


@pytest.mark.parametrize(
    ("figure", "unit", "text"),
    [
        (Figure(0.00123, 0.0012, 0.0013), "s", "1.23 ms (1.20\N{EN DASH}1.30)"),
        (Figure(2.5e-7, 2.5e-7, 2.5e-7), "s", "250 ns"),
        (Figure(3 * 2**20, 2**20, 2**21), "B", "3 MiB (1\N{EN DASH}2)"),
        (Figure(1000, 1000, 1000), "", "1,000"),
        (Figure(0, 0, 0), "", "0"),
    ],
)
def test_a_figure_has_the_unit_that_suits_it(figure: Figure, unit: str, text: str) -> None:
    assert amount(figure, unit) == text


def test_digits() -> None:
    assert list(map(digits, (3.4e-07, 0.0666, 0.456, 4.56, 45.6, 456.7, 4567))) == [
        "0.00000034", "0.067", "0.46", "4.56", "45.6", "457", "4,567",
    ]  # fmt: skip
    assert ratio(Figure(math.inf, 1, math.inf)) == "\N{INFINITY} (1\N{EN DASH}\N{INFINITY})"


def test_rows_are_told_apart() -> None:
    """No two rows are about the same thing beside the same rival."""
    seen: set[tuple[str, str, str]] = set()
    for row in ROWS:
        key = (row.promise, row.what, row.rival)
        assert key not in seen, key
        seen.add(key)
    assert isinstance(ROWS[0], Row)
