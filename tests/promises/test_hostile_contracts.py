"""Proves that a contract is data: hostile documents are refused with their place, or make Python that runs nothing of them."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from ..generator.hostile import RAN, all_made, import_all, part, probe, spoilt

SEED = 12
DOCUMENTS = 5_000
TOLD = re.compile(r"d\d+\.yaml: (operation [A-Z]+ |schema |document|[A-Za-z0-9-]+).*, line \d+: .")


@pytest.mark.promise("S8")
@pytest.mark.one_python("what is generated is the same on all")
@pytest.mark.timeout(900)
def test_hostile_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: float) -> None:
    """S8: names, texts, values and extensions with quotes, newlines and code: none runs, and each refusal says where."""
    monkeypatch.chdir(tmp_path)
    chance, whole = random.Random(SEED), probe()
    documents = [
        spoilt(part(whole, chance), chance, 1 + number % 3) for number in range(DOCUMENTS if size == 1 else 200)
    ]
    made, refusals = all_made(documents, tmp_path / "all")
    import_all([made])

    packages = len(list(made.glob("d*")))
    print(f"{len(refusals)} documents refused with their place, {packages} generated and imported; nothing ran")
    assert packages + len(refusals) == len(documents)
    assert [line for each in refusals for line in each.splitlines() if not TOLD.match(line)] == []
    assert min(packages, len(refusals)) > len(documents) / 5
    assert not list(tmp_path.rglob(RAN))
