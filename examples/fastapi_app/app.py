"""A web application with prompts.

Run it beside `promptport serve`, with PROMPTPORT_SOURCE=xr2 and xR2's settings as that names them: `uvicorn app:app`.
"""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request

import promptport

PROMPTS = {"welcome": "Welcome {{customer_name}}, and answer in {{language}}."}  # what is said where nothing can be had


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[dict[str, Any]]:
    """One client for as long as the application runs, with the prompts that it needs."""
    async with promptport.AsyncClient() as client:
        try:
            await client.prefetch(PROMPTS)
        except promptport.PrefetchError as error:
            logging.getLogger("app").warning("Started without: %s", error)
        yield {"prompts": client}


def client_of(request: Request) -> promptport.AsyncClient:
    """The client of the application."""
    client: promptport.AsyncClient = request.state.prompts
    return client


Prompts = Annotated[promptport.AsyncClient, Depends(client_of)]
app = FastAPI(lifespan=lifespan)


@app.post("/welcome/{name}")
async def welcome(name: str, client: Prompts, language: str = "en") -> list[dict[str, Any]]:
    """What a model is to be sent, to welcome somebody."""
    prompt = await client.get("welcome", fallback=PROMPTS["welcome"])
    rendered = prompt.render(customer_name=name, language=language)
    client.track(rendered, "sign_up", user_id=name)
    return rendered.to_openai()


@app.get("/health")
async def health(client: Prompts) -> promptport.Health:
    """How the platform and each prompt are."""
    return client.health()
