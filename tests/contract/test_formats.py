"""Proves that files of six formats come in and say what their own renderers say, or are refused with file and line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from promptport import Client
from promptport.formats import import_files

from .corpus import PHOTO, Case, corpus
from .originals import HISTORY, Said, original

SEED, COUNT = 19, 300


def said(client: Client, name: str, case: Case) -> Said:
    """What a prompt file says, as `original` has it."""
    prompt = client.get(name)
    values: dict[str, Any] = {**case.values, "photo": PHOTO}
    history = {each: [{"role": HISTORY[0], "content": HISTORY[1]}] for each in prompt.places}
    messages = prompt.options(history=history, extra="ignore").render(values).to_openai()
    return [(each["role"], _parts(each["content"])) for each in messages]


def _parts(content: Any) -> list[str]:
    if isinstance(content, str):
        return [content]
    return [each["text"] if each["type"] == "text" else each["image_url"]["url"] for each in content]


def brought_in(case: Case, folder: Path) -> tuple[Path, Any]:
    """The file and its parts, written and imported; what became of them."""
    path = folder / "in" / case.name
    path.parent.mkdir(parents=True)
    path.write_text(case.text, encoding="utf-8", newline="")
    for name, text in case.parts.items():
        (path.parent / f"{'_' * (case.format == 'dotprompt')}{name}{path.suffix}").write_text(text, encoding="utf-8")
    return path, import_files([path.parent], folder / "out")


@pytest.mark.promise("C14")
def test_corpus(tmp_path: Path) -> None:
    """Every file that a prompt file can say comes in and says the same; every other one is refused in its line."""
    told = Counter[str]()
    wrong = []
    for at, case in enumerate(corpus(SEED, COUNT)):
        path, result = brought_in(case, tmp_path / str(at))
        refused = [each for each in result.problems if each.file == str(path)]
        if case.refused:
            told["refused"] += 1
            if case.refused not in {each.line for each in refused}:
                wrong.append(f"{case}: refused in {[str(each) for each in refused]}")
            continue
        theirs = original(case, path)
        if refused:
            told["refused"] += 1
            told["unsayable"] += "No prompt file can say this" in refused[0].text
            leaks = any("[nonce=" in text for _, texts in theirs for text in texts)  # which Prompty lets through
            if not leaks and "No prompt file can say this" not in refused[0].text:
                wrong.append(f"{case}: {[str(each) for each in refused]}")
            continue
        told[case.format] += 1
        name = next(each.name for each in result.imported if each.source == str(path))
        with Client(f"files:{tmp_path / str(at) / 'out'}") as client:
            ours = said(client, name, case)
        if ours != theirs:
            wrong.append(f"{case}\n ours  {ours}\n theirs {theirs}")
    assert not wrong, f"{len(wrong)} of {COUNT}\n" + "\n\n".join(wrong[:12])
    assert min(told[each] for each in FORMATS) >= COUNT // 10, told
    assert told["refused"] >= COUNT // 20, told
    assert told["unsayable"] <= COUNT // 50, told


FORMATS = ("dotprompt", "prompty", "markdown", "jinja", "mustache", "langfuse")
