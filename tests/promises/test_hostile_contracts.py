"""Proves that a contract is data: hostile documents are refused with their place, or make Python that runs nothing of them."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from places import Refusal

from ..generator.hostile import RAN, import_all, made, probe, spoilt

SEED = 12
DOCUMENTS = 2_000
TOLD = re.compile(r"hostile\.yaml: (operation [A-Z]+ /|schema |document|[A-Za-z0-9-]+).*, line \d+: .")


@pytest.mark.promise("S8")
@pytest.mark.one_python("what is generated is the same on all")
def test_hostile_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: float) -> None:
    """S8: names, texts, values and extensions with quotes, newlines and code: none runs, and each refusal says where."""
    monkeypatch.chdir(tmp_path)
    chance, packages, refusals = random.Random(SEED), list[Path](), list[str]()
    for number in range(int(DOCUMENTS * size)):
        document = spoilt(probe(), chance, 1 + number % 3)
        try:
            packages.append(made(document, tmp_path / f"d{number}"))
        except Refusal as refused:
            refusals.append(str(refused))
    import_all(packages)

    print(f"{len(refusals)} documents refused with their place, {len(packages)} generated and imported; nothing ran")
    assert [each for each in refusals if not TOLD.match(each)] == []
    assert packages
    assert refusals
    assert not list(tmp_path.rglob(RAN))
