"""Spans of LangChain's runs: chains, models, tools and retrievers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..span import Span
from ..texts import text_of
from ..tracer import Tracer
from .calls import quietly
from .values import first

if TYPE_CHECKING:
    from langchain_core.callbacks import BaseCallbackHandler as Base
else:
    try:
        from langchain_core.callbacks import BaseCallbackHandler as Base
    except ImportError:
        Base = object


class PromptRailsCallbackHandler(Base):
    """A handler of callbacks, for `config={"callbacks": [handler]}`. One is enough for any number of runs at once.

    The tree of spans is that of the runs. Where LangChain is missing it is a class like any other.

    Args:
        tracer: What makes the spans.
        session_id: The conversation that they belong to.
    """

    def __init__(self, tracer: Tracer, *, session_id: str | None = None) -> None:
        super().__init__()
        self._runs = Runs(tracer, session_id)

    def on_chain_start(
        self, serialized: Any, inputs: Any, *, run_id: Any, parent_run_id: Any = None, **kwargs: Any
    ) -> None:
        """A chain begins."""
        self._runs.begin(run_id, parent_run_id, serialized, "chain", "chain", inputs, kwargs)

    def on_chain_end(self, outputs: Any, *, run_id: Any, **kwargs: Any) -> None:
        """A chain has ended."""
        self._runs.end(run_id, outputs)

    def on_chain_error(self, error: BaseException, *, run_id: Any, **kwargs: Any) -> None:
        """A chain has failed."""
        self._runs.fail(run_id, error)

    def on_llm_start(
        self, serialized: Any, prompts: list[str], *, run_id: Any, parent_run_id: Any = None, **kwargs: Any
    ) -> None:
        """A model is asked, with texts."""
        self._runs.begin(run_id, parent_run_id, serialized, "llm", "llm", {"prompts": prompts}, kwargs)

    def on_chat_model_start(
        self, serialized: Any, messages: Any, *, run_id: Any, parent_run_id: Any = None, **kwargs: Any
    ) -> None:
        """A model is asked, with messages."""
        shown = [[getattr(each, "content", each) for each in batch] for batch in messages]
        self._runs.begin(run_id, parent_run_id, serialized, "llm", "llm", {"messages": shown}, kwargs)

    def on_llm_end(self, response: Any, *, run_id: Any, **kwargs: Any) -> None:
        """A model has answered."""
        self._runs.answered(run_id, response)

    def on_llm_error(self, error: BaseException, *, run_id: Any, **kwargs: Any) -> None:
        """A model has failed."""
        self._runs.fail(run_id, error)

    def on_tool_start(
        self, serialized: Any, input_str: str, *, run_id: Any, parent_run_id: Any = None, **kwargs: Any
    ) -> None:
        """A tool is called."""
        self._runs.begin(run_id, parent_run_id, serialized, "tool", "tool", {"input": input_str}, kwargs)

    def on_tool_end(self, output: Any, *, run_id: Any, **kwargs: Any) -> None:
        """A tool has answered."""
        self._runs.end(run_id, {"output": output if isinstance(output, str) else text_of(output)})

    def on_tool_error(self, error: BaseException, *, run_id: Any, **kwargs: Any) -> None:
        """A tool has failed."""
        self._runs.fail(run_id, error)

    def on_retriever_start(
        self, serialized: Any, query: str, *, run_id: Any, parent_run_id: Any = None, **kwargs: Any
    ) -> None:
        """Something is looked for."""
        self._runs.begin(run_id, parent_run_id, serialized, "retriever", "datasource", {"query": query}, kwargs)

    def on_retriever_end(self, documents: Sequence[Any] | None, *, run_id: Any, **kwargs: Any) -> None:
        """Something was found, or nothing."""
        self._runs.end(run_id, {"documents": len(documents or ())})

    def on_retriever_error(self, error: BaseException, *, run_id: Any, **kwargs: Any) -> None:
        """Looking for something has failed."""
        self._runs.fail(run_id, error)


class Runs:
    """The runs that are under way, and a span for each.

    Args:
        tracer: What makes the spans.
        session_id: The conversation that they belong to.
    """

    def __init__(self, tracer: Tracer, session_id: str | None) -> None:
        self._tracer, self._session_id = tracer, session_id
        self._spans: dict[Any, Span] = {}  # by the id of the run

    def begin(
        self, run: Any, above: Any, serialized: Any, word: str, kind: str, given: Any, more: Mapping[str, Any]
    ) -> None:
        """A run begins.

        Args:
            run: Its id.
            above: The id of the run that it is a part of.
            serialized: What LangChain says of what runs.
            word: What it is called where nobody says.
            kind: What kind of work it is.
            given: What goes in.
            more: What LangChain says besides.
        """
        parent, name = self._spans.get(above), _name(serialized, more, word)
        span = self._tracer.start_span(name, kind=kind, parent=parent, session_id=self._session_id)
        span.set_input(given)
        if model := first(more.get("invocation_params") or {}, "model", "model_name"):
            span.set_model(model)
        self._spans[run] = span

    def answered(self, run: Any, response: Any) -> None:
        """A model's run has ended."""
        if (span := self._spans.get(run)) is not None:
            quietly(_answered, span, response)
        self.end(run, None)

    def end(self, run: Any, answer: Any) -> None:
        """A run has ended."""
        span = self._spans.pop(run, None)
        if span is not None:
            if answer is not None:
                span.set_output(answer)
            span.end()

    def fail(self, run: Any, error: BaseException) -> None:
        """A run has failed."""
        span = self._spans.pop(run, None)
        if span is not None:
            span.set_error(error).end()


def _name(serialized: Any, more: Mapping[str, Any], word: str) -> str:
    """What a run is called. Newer releases of LangChain serialise nothing, and give the name beside."""
    found = serialized if isinstance(serialized, Mapping) else {}
    place = found.get("id")
    last = place[-1] if isinstance(place, list) and place else None
    return str(found.get("name") or last or more.get("name") or word)


def _answered(span: Span, response: Any) -> None:
    """Record what a model has answered."""
    output = getattr(response, "llm_output", None) or {}
    answer = next((each[0] for each in response.generations[:1] if each), None)
    message = getattr(answer, "message", None)  # a chat model's, which says itself what it took
    usage = output.get("token_usage") or output.get("usage") or getattr(message, "usage_metadata", None) or {}
    given, made = first(usage, "prompt_tokens", "input_tokens"), first(usage, "completion_tokens", "output_tokens")
    if given is not None or made is not None:
        span.set_usage(given, made, first(usage, "total_tokens"))
    metadata = getattr(message, "response_metadata", None) or {}
    if model := first(output, "model_name", "model") or first(metadata, "model_name", "model"):
        span.set_model(model)
    if answer is not None:
        span.set_output({"text": getattr(answer, "text", None) or text_of(answer)})
