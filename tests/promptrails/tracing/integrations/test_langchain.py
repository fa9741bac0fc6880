"""Proves that LangChain's own runs become the tree of spans that they are, also those of models for asyncio and of streams."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from langchain_core.documents import Document
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableConfig, RunnableLambda
from langchain_core.tools import tool

from promptport.promptrails.tracing import Tracer
from promptport.promptrails.tracing.integrations.langchain import PromptRailsCallbackHandler
from promptport.promptrails.tracing.texts import recorded

from ..conftest import Kept

pytestmark = pytest.mark.one_python("it is about another library's runs")


@tool
def add(one: int, other: int) -> int:
    """Adds."""
    return one + other


@tool
def fail(text: str) -> str:
    """Fails."""
    raise ValueError(text)


class Shelf(BaseRetriever):
    def _get_relevant_documents(self, query: str, **_: Any) -> list[Document]:
        return [Document(query)] * 2


def model() -> GenericFakeChatModel:
    usage = {"input_tokens": 3, "output_tokens": 4, "total_tokens": 7}
    answer = AIMessage("hello", usage_metadata=usage, response_metadata={"model_name": "gpt-4o"})
    return GenericFakeChatModel(messages=iter([answer] * 3))


@pytest.fixture
def config(tracer: Tracer) -> RunnableConfig:
    return {"callbacks": [PromptRailsCallbackHandler(tracer, session_id="s")]}


def test_a_chain(config: RunnableConfig, kept: Kept) -> None:
    """Its parts are its children; what the model took is read from its message, where LangChain now has it."""
    chain = ChatPromptTemplate.from_messages([("user", "{q}")]) | model() | RunnableLambda(lambda each: each.content)
    assert chain.invoke({"q": "hi"}, config=config) == "hello"
    names = [(each["name"], each["kind"]) for each in kept.spans]
    assert names == [
        *(("ChatPromptTemplate", "chain"), ("GenericFakeChatModel", "llm"), ("RunnableLambda", "chain")),
        ("RunnableSequence", "chain"),
    ]
    root, asked = kept.spans[-1], kept.spans[1]
    assert {each.get("parent_span_id") for each in kept.spans[:3]} == {root["span_id"]}
    assert {each["session_id"] for each in kept.spans} == {"s"}
    assert (root["input"], root["output"]) == ({"q": "hi"}, "hello")
    assert (asked["input"], asked["output"]) == ({"messages": [["hi"]]}, {"text": "hello"})
    assert [asked[name] for name in ("model_name", "prompt_tokens", "completion_tokens", "total_tokens")] == [
        "gpt-4o",
        3,
        4,
        7,
    ]
    assert (
        recorded(kept.spans[0])[0]["output"]["messages"][0]["content"] == "hi"
    )  # LangChain's own objects are recorded


def test_tools_and_retrievers(config: RunnableConfig, kept: Kept) -> None:
    assert add.invoke({"one": 1, "other": 2}, config=config) == 3
    Shelf().invoke("x", config=config)
    with pytest.raises(ValueError, match="boom"):
        fail.invoke({"text": "boom"}, config=config)
    added, found, failed = kept.spans
    assert (added["name"], added["kind"], added["output"]) == ("add", "tool", {"output": "3"})
    assert (found["kind"], found["input"], found["output"]) == ("datasource", {"query": "x"}, {"documents": 2})
    assert (failed["status"], failed["error_type"], failed["error_message"]) == ("error", "ValueError", "boom")


def test_runs_for_asyncio_and_streams(config: RunnableConfig, kept: Kept) -> None:
    """Runs at once keep apart, since their ids do."""

    async def main() -> list[str]:
        chain = model() | RunnableLambda(lambda each: each.content)
        found = await asyncio.gather(chain.ainvoke("a", config=config), chain.ainvoke("b", config=config))
        return [*map(str, found)] + [
            str(each.text) async for each in model().astream([HumanMessage("c")], config=config)
        ]

    assert "".join(asyncio.run(main())) == "hello" * 3
    roots = [each for each in kept.spans if "parent_span_id" not in each]
    assert len(roots) == 3
    for root in roots[:2]:
        inside = [each for each in kept.spans if each["trace_id"] == root["trace_id"]]
        assert [each["kind"] for each in inside] == ["llm", "chain", "chain"]
    assert roots[2]["output"] == {"text": "hello"}


def test_names_and_answers_of_other_shapes(tracer: Tracer, kept: Kept) -> None:
    handler = PromptRailsCallbackHandler(tracer)

    def run(serialized: Any, response: Any, **more: Any) -> dict[str, Any]:
        ident = uuid4()
        handler.on_llm_start(serialized, ["p"], run_id=ident, **more)
        handler.on_llm_end(response, run_id=ident)
        return kept.spans[-1]

    usage = {"token_usage": {"prompt_tokens": 0, "completion_tokens": 5}, "model_name": "m"}
    whole = run({"id": ["a", "B"]}, SimpleNamespace(llm_output=usage, generations=[[SimpleNamespace(text="t")]]))
    assert [whole[name] for name in ("name", "model_name", "total_tokens", "output")] == ["B", "m", 5, {"text": "t"}]
    asked = run(None, SimpleNamespace(generations=[]), name="n", invocation_params={"model": "asked"})
    assert (asked["name"], asked["model_name"], "output" in asked) == ("n", "asked", False)
    assert run({}, None)["name"] == "llm"
    handler.on_chain_end({}, run_id=uuid4())
    handler.on_tool_error(ValueError(), run_id=uuid4())
    assert len(kept.spans) == 3
