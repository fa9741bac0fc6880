"""Proves what `init` needs, and that nothing else does."""

from __future__ import annotations

import subprocess
import sys

import pytest

from promptport import promptic
from promptport.promptic import tracing
from promptport.promptic.tracing import setup
from promptport.testing import Platform

from .traced import KEY, begin

pytestmark = pytest.mark.one_python("what goes over the wire is the same on all")

WITHOUT = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name == "{missing}" or name.startswith("{missing}."):
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Missing())
from promptport.promptic import ai_component, dataset, artifact, init
from promptport.promptic.tracing import is_tracing_configured
with ai_component("c"), dataset("d"):
    assert not is_tracing_configured()
try:
    init(api_key="k")
except ImportError as error:
    assert 'pip install "promptport[otel]"' in str(error), error
else:
    sys.exit("no error")
assert not {loaded} & {{*sys.modules}}
"""


@pytest.mark.one_python("what is not installed is not on all")
@pytest.mark.parametrize("missing", ["opentelemetry", "opentelemetry.exporter", "opentelemetry.proto"])
def test_without_the_extra(missing: str) -> None:
    """`init` says what to install; blocks do without, and nothing of the extra, or of the wire, is imported by them."""
    program = WITHOUT.format(
        missing=missing, loaded={"opentelemetry", "httpx", "aiohttp"} if missing == "opentelemetry" else set()
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_arguments_are_judged_before_anything_is_set_up(platform: Platform) -> None:
    with pytest.raises(ValueError, match=r"^Promptic API key is required\."):
        promptic.init()
    with pytest.raises(ValueError, match="there is no instrumentor 'opnai'"):
        promptic.init(api_key=KEY, instrumentors="opnai")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="must be an address"):
        promptic.init(api_key=KEY, endpoint="promptic.eu")
    assert not tracing.is_tracing_configured()
    begin(platform, instrumentors="opnai")  # which does not count: it is not to instrument


def test_instrumentations_are_looked_at_each_time(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    from promptport.promptic.tracing import instrumenting

    monkeypatch.setattr(instrumenting, "instrument", lambda wanted: asked.append([each.name for each in wanted]))
    begin(platform, auto_instrument=True, instrumentors=["openai", "cohere"], exclude_instrumentors="cohere")
    begin(platform, auto_instrument=True, instrumentors="bedrock")
    begin(platform, auto_instrument=True, instrumentors=[])
    begin(platform)
    assert asked == [["openai"], ["bedrock"]]


def test_the_names_of_both_releases() -> None:
    assert {name: getattr(tracing, name) for name in tracing.__all__ if name.isupper()} == {
        "PROMPTIC_COMPONENT_ATTR": "promptic.ai_component",
        "PROMPTIC_DATASET_ATTR": "promptic.dataset",
        "PROMPTIC_DATASET_ID_ATTR": "promptic.dataset.id",
        "PROMPTIC_RUN_ATTR": "promptic.run",
    }
    top = {
        "init",
        "ai_component",
        "dataset",
        "artifact",
        "ArtifactReference",
        "InstrumentorName",
        "InstrumentorSelection",
    }
    assert top <= {*promptic.__all__} & {*tracing.__all__}
    assert promptic.init is tracing.init is setup.init
