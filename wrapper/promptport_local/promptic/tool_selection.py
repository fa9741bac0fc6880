"""Experiments that look for descriptions by which a model selects the right tool."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from promptport_local.promptic.cases import Cases
from promptport_local.promptic.errors import refused
from promptport_local.promptic.examples import Evaluators
from promptport_local.promptic.experiments import Experiments
from promptport_local.promptic.models import DEFAULT_MODEL
from promptport_local.promptic.resources import SELECTION, Caller, Json
from promptport_local.promptic.starting import starts_from
from promptport_local.promptic.state import State

# How people write that no tool is to be called; it is kept as an empty text.
NO_TOOL = frozenset((
    *("", "-", "na", "n/a", "none", "__no_tool__", "no tool", "no-tool", "no_tool", "no tools", "no_tools"),
    *("no tool call", "no-tool-call", "no_tool_call"),
))  # fmt: skip
_SOURCES = ("manual", "mcp")
_EVALUATOR = {"name": "Tool selection", "type": SELECTION}
_MOST_EPOCHS = 5
_LEAST_RATIO, _MOST_RATIO = 0.5, 0.9


class ToolSelections:
    """Makes experiments that select tools, with everything that they need to start.

    Args:
        state: What is held.
        experiments: The experiments.
        cases: The cases of their datasets.
        evaluators: What judges them.
    """

    def __init__(self, state: State, experiments: Experiments, cases: Cases, evaluators: Evaluators) -> None:
        self._state = state
        self._experiments = experiments
        self._cases = cases
        self._evaluators = evaluators

    def create_tool_selection_experiment(self, caller: Caller, body: Json) -> Json:
        """Make an experiment with a case of its dataset for each test case, and an evaluator.

        Raises:
            Refusal: 404 where there is no such component; 400 where the tools and the test cases don't fit together, or
                a number is out of its range.
        """
        self._state.need("components", caller.workspace, body["aiComponentId"])
        _check_numbers(body)
        names = _names(body["tools"])
        queries = [(each["query"], _expected(names, each["expectedTool"])) for each in body["testCases"]]
        if not queries:
            raise refused(400, "testCases must not be empty")
        return self.make(caller, body, _cases(queries, body.get("trainSplitRatio")))

    def make(self, caller: Caller, body: Json, cases: Sequence[Json]) -> Json:
        """Make an experiment of a component that there is, with cases that were checked."""
        settings = {name: body[name] for name in ("epochs", "trainSplitRatio") if name in body}
        fields = {"targetModel": DEFAULT_MODEL, **body, "taskType": SELECTION, "hyperparameters": settings}
        tools = {
            "tools": body["tools"],
            "toolSource": body.get("toolSource", "manual"),
            "optimizeSystemPrompt": body.get("optimizeSystemPrompt", False),
        }
        record = self._experiments.make(caller, fields, {**tools, **starts_from(body.get("systemPrompt"), SELECTION)})
        self._cases.add(record["datasetId"], cases)
        self._evaluators.add(record["id"], [_EVALUATOR])
        return record


def _check_numbers(body: Json) -> None:
    if body.get("toolSource", "manual") not in _SOURCES:
        raise refused(400, f"toolSource must be one of {', '.join(_SOURCES)}")
    if not 1 <= body.get("epochs", 1) <= _MOST_EPOCHS:
        raise refused(400, f"epochs must be from 1 to {_MOST_EPOCHS}")
    if not _LEAST_RATIO <= body.get("trainSplitRatio", _LEAST_RATIO) <= _MOST_RATIO:
        raise refused(400, f"trainSplitRatio must be from {_LEAST_RATIO} to {_MOST_RATIO}")


def _names(tools: Iterable[Json]) -> dict[str, str]:
    """The names of tools, by themselves in small letters: a tool is told by its name whatever its case."""
    names: dict[str, str] = {}
    for tool in tools:
        folded = tool["name"].strip().lower()
        if folded in NO_TOOL:
            raise refused(400, f"tools: the name {tool['name']!r} means that no tool is called")
        if folded in names:
            raise refused(400, f"tools: the name {tool['name']!r} is there twice")
        names[folded] = tool["name"]
    if not names:
        raise refused(400, "tools must not be empty")
    return names


def _expected(names: dict[str, str], tool: str) -> str:
    folded = tool.strip().lower()
    if folded in NO_TOOL:
        return ""
    if folded not in names:
        raise refused(400, f"testCases: there is no tool {tool!r}; there are {', '.join(names.values())}")
    return names[folded]


def _cases(queries: Sequence[tuple[str, str]], ratio: float | None) -> list[Json]:
    """Test cases as cases of the dataset: the first of them to train on, where a part is held out."""
    trained = len(queries) if ratio is None else max(1, round(len(queries) * ratio))
    return [
        {
            "inputPayload": {"input": query},
            "expectedPayload": expected,
            "split": None if ratio is None else "train" if place < trained else "eval",
        }
        for place, (query, expected) in enumerate(queries)
    ]
