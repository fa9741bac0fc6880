"""A program that hands prompts to the models' own libraries, as these type what they take."""

from __future__ import annotations

from anthropic import Anthropic, AsyncAnthropic
from openai import AsyncOpenAI, OpenAI
from openai.types.chat import ChatCompletionMessageParam
from pydantic import BaseModel

from promptport import AsyncClient, Prompt


class City(BaseModel):
    """What an answer is parsed into."""

    name: str


def ask(prompt: Prompt) -> str | None:
    """What a model answers, and then another."""
    rendered = prompt.options(history={"examples": [], "history": []}, extra="ignore").render(name="Alice")
    answer = OpenAI().chat.completions.create(model="m", messages=rendered.to_openai()).choices[0].message
    again = prompt.options(history=[answer], missing="keep").render(name="Alice")
    response = OpenAI().responses.create(model="m", input=again.to_openai_responses())
    prompt.options(history=response.output)
    said: list[ChatCompletionMessageParam] = again.to_openai()
    prompt.options(history=(each for each in said))
    OpenAI().chat.completions.parse(model="m", messages=again.to_openai(), response_format=City)
    OpenAI().responses.parse(model="m", input=again.to_openai_responses(), text_format=City)
    Anthropic().messages.create(model="m", max_tokens=9, **again.to_anthropic())
    return answer.content


async def ask_async(client: AsyncClient) -> None:
    """The same for asyncio."""
    rendered = (await client.get("welcome")).render({"name": "Alice"})
    openai = AsyncOpenAI()
    await openai.chat.completions.create(model="m", messages=rendered.to_openai())
    await openai.chat.completions.parse(model="m", messages=rendered.to_openai(), response_format=City)
    await openai.responses.create(model="m", input=rendered.to_openai_responses())
    await AsyncAnthropic().messages.create(model="m", max_tokens=9, **rendered.to_anthropic())
