"""A program that hands prompts to the models' own libraries, as these type what they take."""

from __future__ import annotations

from anthropic import Anthropic
from openai import AsyncOpenAI, OpenAI

from promptport import Prompt


def ask(prompt: Prompt) -> str | None:
    """What a model answers, and then another."""
    rendered = prompt.options(history={"examples": [], "history": []}, extra="ignore").render(name="Alice")
    answer = OpenAI().chat.completions.create(model="m", messages=rendered.to_openai()).choices[0].message
    again = prompt.options(history=[answer], missing="keep").render(name="Alice")
    OpenAI().responses.create(model="m", input=again.to_openai_responses())
    Anthropic().messages.create(model="m", max_tokens=9, **again.to_anthropic())
    return answer.content


async def ask_async(prompt: Prompt) -> None:
    """The same for asyncio."""
    await AsyncOpenAI().chat.completions.create(model="m", messages=prompt.render({"name": "Alice"}).to_openai())
