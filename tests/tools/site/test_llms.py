"""Proves that `llms.txt` has the form of llmstxt.org, and which pages stand in the one file."""

from __future__ import annotations

from tools.site.llms import Entry, full, index, summary

EVENTS = Entry("events.md", "Events", "# Events\n\n`track` says what became of a\n[prompt](x.md). Both return.\n")
SECTIONS = {
    "Start": [Entry("index.md", "Home", "# Home\n\n```sh\npip\n```\n")],
    "Contracts": [Entry("contracts/xr2.md", "xR2", "# xR2\n\nThree calls.\n")],
    "How-tos": [EVENTS],
}


def test_summary() -> None:
    """A sentence over two lines; nothing of headings, lists, tables and code."""
    assert summary(EVENTS.text) == "`track` says what became of a prompt."
    assert summary("# A\n\n- one\n\n| a |\n\n```sh\nx. y\n```\n\nAt last\n") == "At last"


def test_index() -> None:
    """What may be passed over is last, under the heading that says so."""
    assert index("promptport", "One SDK.", SECTIONS) == (
        "# promptport\n\n> One SDK.\n\nEverything in one file: [llms-full.txt](llms-full.txt).\n\n"
        "## Start\n\n- [Home](index.md)\n\n"
        "## How-tos\n\n- [Events](events.md): `track` says what became of a prompt.\n\n"
        "## Optional\n\n- [xR2](contracts/xr2.md): Three calls.\n"
    )


def test_full() -> None:
    assert full(SECTIONS) == f"# Home\n\n```sh\npip\n```\n\n{EVENTS.text.strip()}"
