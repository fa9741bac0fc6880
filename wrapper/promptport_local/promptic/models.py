"""The models that an application can use."""

from __future__ import annotations

from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.state import Options, State, listed

_USUAL = "gpt-4.1-nano"


def _model(id: str, name: str, provider: str, group: str, region: str | None = None, judges: bool = False) -> Json:
    placed = {} if region is None else {"region": region}
    return {"id": id, "name": name, "provider": provider, "group": group, "judgeEligible": judges, **placed}


# One of each group at least, with a region and without. Only OpenAI's can judge.
MODELS = (
    _model(_USUAL, "GPT-4.1 nano", "OpenAI", "openai", judges=True),
    _model("gpt-4.1-mini", "GPT-4.1 mini", "OpenAI", "openai", "us", judges=True),
    _model("mistral-small", "Mistral Small", "Promptic", "platform", "eu"),
    _model("gemini-2.5-flash", "Gemini 2.5 Flash", "Google", "google", "global"),
    _model("support-llm", "Support LLM", "Own server", "custom"),
    _model("anthropic/claude-haiku-4.5", "Claude Haiku 4.5", "OpenRouter", "openrouter"),
)
DEFAULT_MODEL = _USUAL


class Models:
    """The models of an application.

    Args:
        state: What is held.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def models_list(self, caller: Caller) -> Json:
        """The models that the application can use, those that are gone from it left out."""
        gone = self._state.options.unavailable_models
        return listed([each for each in MODELS if each["id"] not in gone])


def available(model: str, options: Options) -> bool:
    """Whether an experiment for this model can start.

    The real platform knows the models of an application. Here that is any model that is not said to be gone, since an
    application that is tried out has its own; with `listed_models_only` those that are listed.
    """
    listed_ids = {each["id"] for each in MODELS}
    return model not in options.unavailable_models and (model in listed_ids or not options.listed_models_only)
