"""What an iteration scores, and which is the best: the same every time, since a model would cost money."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from promptport_local.promptic.resources import Json

_LARGEST = 1e300
_SPREAD = 0.03


def score(number: int, epochs: int, name: str) -> float:
    """What an evaluator of this name says of an iteration, from 0 to 1; later ones do better, mostly.

    Args:
        number: The number of the iteration, from 1.
        epochs: How many there will be.
        name: The evaluator's name.
    """
    drawn = int.from_bytes(hashlib.sha256(f"{name}:{number}".encode()).digest()[:8], "big") / (2**64 - 1)
    return min(1.0, 0.5 + 0.4 * number / epochs + _SPREAD * (2 * drawn - 1))


def score_of(iteration: int, evaluator: Json, normalised: float) -> Json:
    """A score as an iteration holds it.

    Args:
        iteration: The iteration's id.
        evaluator: Who says it.
        normalised: The score, from 0 to 1.
    """
    low, high = bounded(evaluator["scaleMin"]), bounded(evaluator["scaleMax"])
    return {
        "iterationId": iteration,
        "score": normalised,
        # Not by the difference, which may be larger than the largest number.
        "rawScore": low * (1 - normalised) + high * normalised,
        "evaluatorId": evaluator["id"],
        "evaluatorName": evaluator["name"],
        "evaluatorDescription": evaluator["description"],
        "evaluatorType": evaluator["type"],
    }


def overall(evaluators: Sequence[Json], scores: Sequence[Json]) -> float:
    """The mean of the scores by the evaluators' weights; all count alike where none has any."""
    weights = [max(0.0, bounded(each["weight"])) for each in evaluators]
    heaviest = max(weights, default=0.0)
    shares = [each / heaviest for each in weights] if heaviest else [1.0] * len(weights)
    total = sum(shares)
    return sum(share * each["score"] for share, each in zip(shares, scores, strict=True)) / total if total else 0.0


def ranking(iteration: Json) -> float:
    """The score by which iterations are compared: on what was held out where something was, else the overall one."""
    held_out: float | None = iteration["evalNormalizedScore"]
    return float(iteration["overallNormalizedScore"] if held_out is None else held_out)


def best_of(iterations: Sequence[Json]) -> Json:
    """The best of some iterations, one at least; of equals the earliest."""
    return min(iterations, key=lambda each: (-ranking(each), each["iterationNumber"]))


def text_of(messages: Sequence[Json]) -> str:
    """A prompt as one text."""
    return "\n\n".join(each["content"] for each in messages)


def words(text: str) -> int:
    """How long a prompt is: its words, for want of a model that counts tokens."""
    return len(text.split())


def latency(prompt: str) -> int:
    """How many milliseconds a model would take to answer a prompt: longer for a longer one."""
    return 180 + 4 * words(prompt)


def marked(messages: Sequence[Json], number: int) -> list[Json]:
    """A prompt as an iteration changes it: its last message says which iteration it was."""
    mark = f"[iteration {number}]"
    if not messages:
        return [{"role": "user", "content": mark}]
    last = messages[-1]
    return [*messages[:-1], {**last, "content": f"{last['content']}\n{mark}".strip()}]


def bounded(number: Any) -> float:
    """A number of JSON, of any size, as one that can be reckoned with."""
    return float(max(-_LARGEST, min(_LARGEST, number)))
