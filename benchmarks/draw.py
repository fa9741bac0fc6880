"""`nox -s bench -- --plot`: draws `docs/figures/`, and writes the tables of `docs/benchmarks.md`, from what was saved.

The figures have a light background of their own, so that they can be read on a dark page as well.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence

import matplotlib as mpl
from matplotlib import pyplot

from .measure import OURS, Row
from .page import PAGE, written
from .picture import TIMES, Bar, bars
from .report import SAVED, digits, load

FOLDER = SAVED.parent
WIDTH = 700 / 96  # inches: 700 pixels of a page
INK, FAINT, MORE, LESS = "#1f2328", "#6e7781", "#2f6fb5", "#c2571a"
SETTINGS = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "svg.hashsalt": "promptport",  # the same figures give the same bytes
    "text.color": INK,
    "axes.labelcolor": INK,
    "xtick.color": FAINT,
}
CALLS = (
    "a blocking call", "an asyncio call, 1 in flight", "an asyncio call, 20 in flight", "an asyncio call, 100 in flight",
)  # fmt: skip


MEMORY = (
    "memory: 1,000 prompts that are kept, rendered once", "memory: a page of 10,000 traces, kept",
    "memory: a page of 10,000 traces, while it is read", "memory: 25,000 events of 2 KB that wait",
    "memory: first prompt, blocking, over bare Python", "memory: first prompt, asyncio, over bare Python",
)  # fmt: skip


def beside(rows: Sequence[Row], on: str) -> None:
    """Draw what others need as a multiple of what promptport needs."""
    shown = list(bars(rows))
    gaps = sum(bool(each.heading) for each in shown)
    height = 0.19 * (len(shown) + 0.45 * gaps) + 1.05
    figure, axes = pyplot.subplots(figsize=(WIDTH, height))
    figure.subplots_adjust(left=0.48, right=0.985, top=1 - 0.36 / height, bottom=0.62 / height)
    finite = [each.times for each in shown if not math.isinf(each.times)]
    least, most = min(0.5, *finite) / 1.3, max(finite) * 9
    place = 0.0
    for bar in shown:
        place += 0.45 if bar.heading else 0
        _bar(axes, bar, place, most)
        place += 1
    axes.set(xscale="log", xlim=(least, most), ylim=(place - 0.4, -0.4), yticks=[])
    axes.axvline(1, color=INK, linewidth=0.8)
    figure.text(
        0.01,
        0.02,
        f"multiples carry over to other machines, times do not; log scale; thin lines: quartiles over rounds; {on}",
        color=FAINT,
        fontsize=7.5,
    )
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}{TIMES}")
    title = f"What others need for the same: promptport is 1{TIMES}"
    figure.text(0.01, 1 - 0.22 / height, title, fontweight="bold", fontsize=11)
    axes.spines[["left", "right", "top"]].set_visible(False)
    _save(figure, "beside")


def _bar(axes: pyplot.Axes, bar: Bar, place: float, most: float) -> None:
    """A bar from 1 to how many times ours it is: to the right where the rival needs more, to the left where it needs less."""
    end = min(bar.times, most / 9)
    axes.barh(place, end - 1, left=1, height=0.74, color=MORE if bar.times >= 1 else LESS)
    right = max(1.0, end)
    if bar.times == end:
        axes.plot([bar.low, bar.high], [place, place], color=INK, linewidth=0.8)
        right = max(right, bar.high)
    axes.text(right * 1.08, place, bar.said, va="center", fontsize=8)
    beside_it = axes.get_yaxis_transform()
    axes.text(-0.93, place, bar.heading, transform=beside_it, va="center", fontsize=8, fontweight="bold")
    axes.text(-0.02, place, bar.rival, transform=beside_it, va="center", ha="right", fontsize=8)


def amounts(rows: Sequence[Row], whats: Sequence[str], name: str, title: str, unit: tuple[float, str]) -> None:
    """Draw figures as they are, promptport's first, one group for each thing that was measured.

    Args:
        rows: What was measured.
        whats: What of it is drawn.
        name: The name of the files.
        title: What stands above.
        unit: By what a figure is multiplied, and what it is then.
    """
    figure, axes = pyplot.subplots(figsize=(WIDTH, 0.5 + 0.2 * len(whats) * 6), layout="constrained")
    place, ticks = 0.0, list[tuple[float, str]]()
    factor, called = unit
    for what in whats:
        group = [row for row in rows if row.what == what]
        axes.text(
            0, place - 0.75, what.removeprefix("memory: "), transform=axes.get_yaxis_transform(), fontweight="bold"
        )
        for whose, found in ((OURS, group[0].ours), *((row.rival, row.theirs) for row in group)):
            median, low, high = (each * factor for each in found)
            axes.barh(place, median, height=0.72, color=MORE if whose == OURS else "#a8b1bb")
            axes.plot([low, high], [place, place], color=INK, linewidth=0.8)
            axes.text(max(median, high) * 1.04, place, digits(median), va="center", fontsize=8)
            ticks.append((place, whose))
            place += 1
        place += 1.3
    axes.set_yticks([each for each, _ in ticks], [each for _, each in ticks], fontsize=8)
    axes.set(
        xscale="log",
        ylim=(place - 1.1, -1.3),
        xlabel=f"{called}, log scale; thin lines: quartiles over alternating rounds",
    )
    axes.set_xmargin(0.12)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,g}")
    axes.set_title(title, loc="left", fontweight="bold", fontsize=11)
    axes.tick_params(axis="y", length=0, labelcolor=INK)
    axes.spines[["left", "right", "top"]].set_visible(False)
    _save(figure, name)


def _save(figure: pyplot.Figure, name: str) -> None:
    for kind, metadata in (("svg", {"Date": None}), ("png", {"Software": None})):
        figure.savefig(FOLDER / f"{name}.{kind}", dpi=192, facecolor="white", metadata=metadata)
    svg = FOLDER / f"{name}.svg"
    svg.write_text("\n".join(map(str.rstrip, svg.read_text(encoding="utf-8").splitlines())) + "\n", encoding="utf-8")
    pyplot.close(figure)


def main() -> int:
    """Draw and write all of it."""
    mpl.use("agg")
    mpl.rcParams.update(SETTINGS)
    document, rows = load()
    measured = document["measured on"]
    on = f"Python {measured['python']}, {measured['system']}, {measured['cores']} cores, loopback"
    beside(rows, on)
    amounts(rows, CALLS, "calls", "A call to a server that answers at once", (1e6, "microseconds a call"))
    amounts(rows, MEMORY, "memory", "What is kept in memory", (2.0**-20, "MiB"))
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), document, rows), encoding="utf-8")
    print(f"drawn: beside, calls, memory in {FOLDER.name}/; written: {PAGE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
