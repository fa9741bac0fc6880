"""The resource `scores`, under the names that `promptrails.resources.scores` has for it."""

from promptport_api.promptrails.api.scores import AsyncScores as AsyncScoresResource
from promptport_api.promptrails.api.scores import Scores as ScoresResource

__all__ = ["AsyncScoresResource", "ScoresResource"]
