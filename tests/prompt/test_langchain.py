"""Proves that LangChain's messages become what it sends, and that what its conversion would leave out is not lost."""

from __future__ import annotations

from typing import Any

import langchain_core.messages as langchain
import pytest
from langchain_core.prompt_values import ChatPromptValue

from promptport import ArgumentError
from promptport.platform import Fetched
from promptport.prompt import Prompt, RenderedPrompt

pytestmark = pytest.mark.one_python("the library is the same everywhere, and takes long to load")
CALL = {"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
TEXT = {"type": "text", "text": "a"}
LC_CALL: Any = {"id": "1", "name": "f", "args": {}}


def rendered(history: Any) -> RenderedPrompt:
    """A prompt that is nothing but the place of a history."""
    return Prompt.of(Fetched("p", [{"slot": "history"}]), "test", "network").options(history=history).render()


@pytest.mark.promise("C5")
@pytest.mark.parametrize(
    "message",
    [
        langchain.SystemMessage("s"),
        langchain.HumanMessage("h", name="bob"),
        langchain.HumanMessage([{"type": "image_url", "image_url": {"url": "https://example.com/a.png"}}]),
        langchain.AIMessage("", tool_calls=[{"id": "1", "name": "f", "args": {"a": "\u00e9"}}]),
        langchain.AIMessageChunk(content="piece"),
        langchain.ToolMessage("r", tool_call_id="1"),
        langchain.ChatMessage(content="c", role="critic"),
        langchain.ToolMessage("r", tool_call_id="1", artifact=object()),
    ],
)
def test_langchain_s_messages(message: Any) -> None:
    """As LangChain itself converts them for OpenAI, with their roles."""
    assert rendered([message]).to_openai() == [langchain.convert_to_openai_messages(message)]


@pytest.mark.parametrize(
    ("message", "made"),
    [
        (
            langchain.HumanMessage([{"type": "tool_result", "tool_use_id": "1", "content": "r"}, "a"]),
            [{"role": "tool", "tool_call_id": "1", "content": "r"}, {"role": "user", "content": [TEXT]}],
        ),
        (
            langchain.SystemMessage([{**TEXT, "cache_control": {"type": "ephemeral"}}]),
            [{"role": "system", "content": [{**TEXT, "cache_control": {"type": "ephemeral"}}]}],
        ),
        (
            langchain.AIMessage([{"type": "tool_call", **LC_CALL}, TEXT], tool_calls=[LC_CALL]),
            [{"role": "assistant", "content": "a", "tool_calls": [CALL]}],
        ),
        (
            langchain.AIMessage("", additional_kwargs={"function_call": {"name": "f", "arguments": "{}"}}),
            [{"role": "assistant", "content": "", "function_call": {"name": "f", "arguments": "{}"}}],
        ),
        (
            langchain.AIMessage("", additional_kwargs={"audio": {"id": "a", "data": "long"}}),
            [{"role": "assistant", "content": "", "audio": {"id": "a"}}],
        ),
        (
            langchain.HumanMessage([{"type": "non_standard", "value": {**TEXT, "citations": None}}]),
            [{"role": "user", "content": "a"}],
        ),
    ],
)  # fmt: skip
def test_what_langchain_s_conversion_would_leave_out(message: Any, made: list[dict[str, Any]]) -> None:
    """Results of tools, marks of what may be cached, calls of the old form; and no call stands there twice."""
    assert rendered([message]).to_openai() == made


def test_what_langchain_has_no_form_for_is_told() -> None:
    """With its place."""
    with pytest.raises(
        ArgumentError, match=r"history\[0\]\.content of HumanMessage has no form of OpenAI's in LangChain"
    ):
        rendered([langchain.HumanMessage([{"type": "video", "url": "https://e.com/a.mp4"}])])


def test_blocks_in_langchain_s_messages_reach_anthropic() -> None:
    """As they are: citations, failed results, what a page said."""
    cited = {**TEXT, "citations": [{"type": "char_location", "cited_text": "c"}]}
    failed = {"type": "tool_result", "tool_use_id": "1", "content": "r", "is_error": True}
    picture = {"type": "image", "base64": "aGk=", "mime_type": "image/png"}
    made = rendered([langchain.AIMessage([cited]), langchain.HumanMessage([failed, picture])])
    source = {"type": "base64", "media_type": "image/png", "data": "aGk="}
    assert made.to_anthropic()["messages"] == [
        {"role": "assistant", "content": [cited]},
        {"role": "user", "content": [failed, {"type": "image", "source": source}]},
    ]
    with pytest.raises(ArgumentError, match=r"messages\[0\]\.content\[0\]\.citations: .* take no citations"):
        made.to_openai()
    with pytest.raises(ArgumentError, match=r"content\[0\]\.is_error: OpenAI has no mark of a failed call"):
        rendered([langchain.HumanMessage([failed])]).to_openai()


def test_a_prompt_s_value_of_langchain_s() -> None:
    """What its templates make."""
    assert rendered(ChatPromptValue(messages=[langchain.HumanMessage("a")])).to_openai() == [
        {"role": "user", "content": "a"}
    ]


def test_calls_that_langchain_could_not_read() -> None:
    """What the model wrote goes back to it: else the message that answers the call would answer none."""
    wrong: Any = {"id": "1", "name": "f", "args": "{oops", "error": "no JSON"}
    (made,) = rendered([langchain.AIMessage("", invalid_tool_calls=[wrong])]).to_openai()
    call = {"type": "function", "id": "1", "function": {"name": "f", "arguments": "{oops"}}
    assert made == {"role": "assistant", "content": "", "tool_calls": [call]}
