"""Proves C5 for histories of the libraries' own objects: each becomes what its library itself sends, recorded at a server."""

from __future__ import annotations

import json
import threading
from collections.abc import AsyncIterator, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import anthropic
import langchain_core.messages as langchain
import openai
import pytest
from anthropic.types import Message as Answer
from openai.types.chat import ChatCompletionMessage
from openai.types.responses import (
    ResponseFunctionToolCall,
    ResponseOutputMessage,
    ResponseOutputText,
    ResponseReasoningItem,
)

from promptport import ArgumentError, Message
from promptport.platform import Fetched
from promptport.prompt import Prompt
from promptport.prompt.history import read_history

pytestmark = pytest.mark.one_python("the libraries are the same everywhere, and take long to load")
ENDLESS: list[Any] = []
ENDLESS.append(ENDLESS)


async def later() -> AsyncIterator[dict[str, str]]:
    """Messages that come one by one."""
    yield {"role": "user", "content": "a"}


Completion = type("Completion", (), {"choices": ()})
Answered = type("Answered", (), {"output": ()})
CALL = {"id": "1", "type": "function", "function": {"name": "f", "arguments": '{"a": "\u00e9"}'}}


@pytest.fixture(scope="module")
def sent() -> Iterator[Any]:
    """What a library sends for messages."""
    bodies: list[Any] = []

    class Recorder(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # http.server's name
            bodies.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(400)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"

    def send(library: str, messages: list[Any]) -> Any:
        if library == "openai":
            with (
                openai.OpenAI(api_key="k", base_url=url, max_retries=0) as client,
                pytest.raises(openai.APIStatusError),
            ):
                client.chat.completions.create(model="m", messages=messages)
        elif library == "responses":
            with (
                openai.OpenAI(api_key="k", base_url=url, max_retries=0) as client,
                pytest.raises(openai.APIStatusError),
            ):
                client.responses.create(model="m", input=messages)
        else:
            with (
                anthropic.Anthropic(api_key="k", base_url=url, max_retries=0) as ours,
                pytest.raises(anthropic.APIStatusError),
            ):
                ours.messages.create(model="m", max_tokens=1, messages=messages)
        return bodies.pop()["input" if library == "responses" else "messages"]

    yield send
    server.shutdown()
    server.server_close()


def rendered(history: Any) -> Any:
    """A prompt that is nothing but the place of a history."""
    return Prompt.of(Fetched("p", [{"slot": "history"}]), "test", "network").options(history=history).render()


@pytest.mark.promise("C5")
@pytest.mark.parametrize(
    "message",
    [
        {"role": "assistant", "content": "hi"},
        {"role": "assistant", "content": None, "tool_calls": [CALL]},
        {"role": "assistant", "content": "hi", "refusal": None, "annotations": [], "tool_calls": None, "new": {"a": 1}},
    ],
)
def test_openai_s_messages(sent: Any, message: dict[str, Any]) -> None:
    """Nothing that was not set is there: an answer gained five nulls, which the API refuses."""
    given = ChatCompletionMessage.model_validate(message)
    assert rendered([given]).to_openai() == sent("openai", [given]) == [message]
    partly = {
        "role": "assistant",
        "content": None,
        "tool_calls": ChatCompletionMessage.model_validate(message).tool_calls,
    }
    assert rendered([partly]).to_openai() == sent("openai", [partly])


@pytest.mark.promise("C5")
def test_anthropic_s_messages_and_blocks(sent: Any) -> None:
    """Blocks as the library sends them, and of a whole answer what a request takes."""
    content = [
        {"type": "text", "text": "hi", "citations": None},
        {"type": "tool_use", "id": "1", "name": "f", "input": {"a": 1}},
    ]
    usage = {"input_tokens": 1, "output_tokens": 1}
    about = {
        "id": "m",
        "type": "message",
        "model": "x",
        "stop_reason": "end_turn",
        "stop_sequence": None,
        "usage": usage,
    }
    answer = Answer.model_validate({"role": "assistant", "content": content, **about})
    said = {"role": "assistant", "content": answer.content}
    assert rendered([said]).to_anthropic()["messages"] == sent("anthropic", [said])
    assert rendered([answer]).to_anthropic()["messages"] == sent("anthropic", [said])
    calls = [{"type": "function", "id": "1", "function": {"name": "f", "arguments": '{"a": 1}'}}]
    text = [{"type": "text", "text": "hi"}]
    assert rendered([answer]).to_openai() == [{"role": "assistant", "content": text, "tool_calls": calls}]


@pytest.mark.promise("C5")
def test_items_of_the_responses_api(sent: Any) -> None:
    """There they go out as they came; elsewhere calls that were made together stand in one message."""
    text = ResponseOutputText(type="output_text", text="hm", annotations=[])
    said = ResponseOutputMessage(
        id="m", type="message", role="assistant", status="completed", content=[text], phase="commentary"
    )
    calls = [ResponseFunctionToolCall(type="function_call", call_id=each, name="f", arguments="{}") for each in "12"]
    custom = {"type": "custom_tool_call", "call_id": "3", "name": "c", "input": "x"}
    results = [{"type": "function_call_output", "call_id": each, "output": "r"} for each in "123"]
    made = rendered([said, *calls, custom, *results])
    assert made.to_openai_responses() == sent("responses", [said, *calls, custom, *results])
    functions = [{"type": "function", "id": each, "function": {"name": "f", "arguments": "{}"}} for each in "12"]
    tool = {"type": "custom", "id": "3", "custom": {"name": "c", "input": "x"}}
    assert made.to_openai() == [
        {"role": "assistant", "content": [{"type": "text", "text": "hm"}]},
        {"role": "assistant", "content": None, "tool_calls": [*functions, tool]},
        *({"role": "tool", "tool_call_id": each, "content": "r"} for each in "123"),
    ]
    assert rendered(calls[:1]).to_anthropic()["messages"][0]["content"][0]["id"] == "1"
    assert [each.role for each in made.messages] == ["assistant", "assistant", "tool", "tool", "tool"]


@pytest.mark.promise("C5")
def test_what_only_the_responses_api_has(sent: Any) -> None:
    """A model's thoughts go back to it, and to no other API in silence."""
    thought = ResponseReasoningItem(id="r", type="reasoning", summary=[], encrypted_content="e")
    search = {"type": "web_search_call", "id": "w", "status": "completed", "action": {"type": "search", "query": "q"}}
    picture = {"role": "user", "content": [{"type": "input_image", "file_id": "f", "detail": "low"}]}
    made = rendered(given := [thought, search, picture])
    assert made.to_openai_responses() == sent("responses", given)
    assert made.to_openai_responses()[1] is search
    assert [each.role for each in made.messages] == ["assistant", "assistant", "user"]
    for convert in (made.to_openai, made.to_anthropic):
        with pytest.raises(
            ArgumentError, match=r"messages\[0\]: what is of the type 'reasoning' only the Responses API"
        ):
            convert()


def test_any_iterable_is_read_once() -> None:
    """A generator was empty the second time; a dict is that very dict."""
    given = [{"role": "user", "content": "a"}, {"role": "assistant", "content": ({"type": "text", "text": "b"},)}]
    made = rendered(each for each in given)
    for _ in range(2):
        assert [id(each) for each in made.to_openai()] == [id(each) for each in given]
    assert rendered([{"role": "user", "content": (each for each in [{"type": "text", "text": "x"}])}]).to_openai() == [
        {"role": "user", "content": [{"type": "text", "text": "x"}]}
    ]
    parts = {"a": {"type": "text", "text": "x"}}.values()
    assert rendered([{"role": "user", "content": parts}]).to_openai() == [{"role": "user", "content": [*parts]}]
    assert rendered([Message("user", "a")]).to_openai() == [{"role": "user", "content": "a"}]
    assert rendered(made).to_openai() == given
    assert read_history({"a": given, "b": ()}) == {"a": tuple(given), "b": ()}


@pytest.mark.parametrize(
    ("history", "words"),
    [
        ("Hi", "history takes a list of messages, not str"),
        (3, "history takes a list of messages, not int"),
        ({"role": "user", "content": "a"}, "history takes a list of messages, not dict: put it into a list"),
        (ChatCompletionMessage(role="assistant", content="a"), "not ChatCompletionMessage: put it into a list"),
        (["Hi"], r"history\[0\] is str, and no message"),
        ([{"role": "user", "content": "a"}, None], r"history\[1\] is NoneType"),
        ([("user", "Hi")], r"history\[0\] is tuple"),
        ([{"content": "a"}], r"history\[0\] has no `role`, and so is no message: content"),
        ([{"role": "", "content": "a"}], r"history\[0\] has no `role`"),
        ([{}], "it is empty"),
        ([{"role": "user", "content": b"a"}], r"history\[0\] holds bytes"),
        ([langchain.RemoveMessage(id="1")], r"history\[0\] is RemoveMessage, which LangChain sends to no model"),
        ([{"role": "user", "content": {"a"}}], r"history\[0\] holds set, which JSON"),
        ([{"role": "user", "content": ENDLESS}], r"history\[0\] is nested too deeply, or holds itself"),
        ([{"type": "function_call", "name": "f"}], r"history\[0\] needs a `call_id`"),
        ([{"type": "text", "text": "a"}], r"history\[0\] has no `role`"),
        ([{"role": "user", "content": 3}], r"history\[0\]\.content is int: it takes a text or a list"),
        ([{"role": "user", "content": {"type": "text"}}], r"history\[0\]\.content is dict"),
        ([{"role": "user", "content": ["a", None]}], r"history\[0\]\.content\[1\] is NoneType: a part is"),
        ([{"role": "assistant", "tool_calls": ["f"]}], r"history\[0\]\.tool_calls\[0\] is str: a call is"),
        ([{"role": "user", "content": "a", 3: 4}], r"history\[0\] has a key that is int"),
        ([{"role": "user", "content": "a", "weight": float("nan")}], r"history\[0\] holds nan, which JSON"),
        (later(), r"not async_generator: read it first, \[each async for each in it\]"),
        ({"role": ["Hi"]}, r"history\['role'\]\[0\] is str"),
        (Completion(), r"not Completion: give the message of a choice"),
        (Answered(), "not Answered: give its `output`"),
        ({"examples": ["Hi"]}, r"history\['examples'\]\[0\] is str"),
        ({"examples": "Hi"}, r"history\['examples'\] takes a list"),
    ],
)
def test_what_is_no_message_is_told_when_it_is_given(history: Any, words: str) -> None:
    """Not when it is rendered or sent."""
    prompt = Prompt.of(Fetched("p", [{"slot": "history"}]), "test", "network")
    with pytest.raises(ArgumentError, match=words):
        prompt.options(history=history)
