"""Proves of documents of chance that each is refused with its place, or generated, typed, and called as the document says."""

from __future__ import annotations

import json
import random
import re
import resource
import sys
from pathlib import Path
from time import process_time

import generate
import promptport_api
import pytest
from generator.examine import Examined
from generator.places import Refusal

from ..generator.chance import Grammar, older
from ..generator.chance_faults import faulty
from ..generator.chance_use import called
from ..generator.echo import echo
from ..generator.strict import mypy

SEED = 14
DOCUMENTS = 5_000
TOGETHER = 250  # packages that one process of mypy looks at
TOLD = re.compile(r"d\d+\.yaml: (operation [A-Z]+ |path |schema |document|[A-Za-z0-9-]+).*, line \d+: .")


@pytest.mark.promise("C10")
@pytest.mark.one_python("what is generated is the same on all")
@pytest.mark.timeout(3600)
def test_documents_of_chance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: float) -> None:
    """C10: none is generated wrongly; each with a fault is refused, and whatever is refused says where."""
    target, checked, refused = tmp_path / "promptport_api", list[Examined](), dict[str, str]()
    target.mkdir()
    documents = {}
    for number in range(DOCUMENTS if size == 1 else 500):
        name, chance = f"d{number}", random.Random(f"{SEED} {number}")
        documents[name] = Grammar(chance).document()
        given = faulty(documents[name], chance) if number % 4 == 0 else documents[name]
        given = older(given) if number % 3 == 1 else given
        source = tmp_path / f"{name}.yaml"
        source.write_text(json.dumps(given, indent=1, ensure_ascii=False), encoding="utf-8")
        try:
            checked += generate.check_all([source])
        except Refusal as problem:
            refused[name] = str(problem)
    assert [line for each in refused.values() for line in each.splitlines() if not TOLD.match(line)] == []
    assert [name for name in documents if int(name[1:]) % 4 == 0 and name not in refused] == []

    generate.write_all(checked, target)
    names = [each.source.path.stem for each in checked]
    began = process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    objected = [objections(tmp_path, names[at : at + TOGETHER]) for at in range(0, len(names), TOGETHER)]
    seconds = process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2]) - began
    assert [each for each in objected if each] == []
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(promptport_api, "__path__", [str(target)])
    with echo() as server:
        wrong = [
            each for name in names for each in called(name, documents[name], server, random.Random(name), tmp_path)
        ]
    for name in [each for each in sys.modules if re.match(r"promptport_api\.d\d+", each)]:
        del sys.modules[name]
    print(f"{len(refused)} of {len(documents)} documents refused with their place; {len(names)} generated, imported, called and "
          f"checked strictly, that in {seconds:.0f} s of CPU; {len(wrong)} wrong")  # fmt: skip
    assert wrong == []
    assert len(names) > len(documents) * 0.7


def objections(root: Path, names: list[str]) -> str:
    """What mypy says of packages, all in one process; empty where it says nothing."""
    return mypy(root, *(part for name in names for part in ("-p", f"promptport_api.{name}")))
