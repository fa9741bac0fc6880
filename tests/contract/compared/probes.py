"""Tries another client against a local platform: `python -S probes.py PACKAGE`, the platform and its keys as JSON on stdin.

It runs beside the package as it was published and nothing else, and prints as JSON which of the questions of `docs/compared.md`
it answers with yes. A question that makes no sense for a package has no answer.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import sys
import urllib.request
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import Any

GIVEN: dict[str, Any] = {}  # the address of the platform, of its control door, and the settings of a client


def control(path: str, body: object = None) -> Any:
    """Ask the control door of the local platform."""
    request = urllib.request.Request(GIVEN["door"] + path)
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("content-type", "application/json")
    with urllib.request.urlopen(request) as answer:
        return json.loads(answer.read() or b"null")


def counted(call: Callable[[], object]) -> int:
    """How many requests two calls cost."""
    before = arrived()
    call()
    call()
    return arrived() - before


def arrived() -> int:
    """How many requests have arrived."""
    return len(control("/_local/requests")["requests"])


def works(call: Callable[[], Any]) -> bool:
    """Whether a call has an answer."""
    try:
        return bool(call())
    except Exception:  # of whichever client: it has no answer
        return False


def waits(call: Callable[[], Awaitable[Any]]) -> Callable[[], Any]:
    """A call that waits for one of asyncio."""

    async def done() -> Any:
        return await call()

    return lambda: asyncio.run(done())


def failing(times: int | None) -> None:
    """Let the platform say 503."""
    control("/_local/script", {"platform": GIVEN["platform"], "answers": [{"status": 503, "times": times}]})


def after_a_503(call: Callable[[], Any]) -> bool:
    """Whether a call gets over one 503."""
    failing(1)
    try:
        return works(call)
    finally:
        control("/_local/reset", {})


def in_an_outage(call: Callable[[], Any]) -> bool:
    """Whether a call of a new client has an answer while the platform fails, after the same was asked before."""
    failing(None)
    try:
        return works(call)
    finally:
        control("/_local/reset", {})


def together(call: Callable[[], object]) -> int:
    """How many requests eight threads cost that want the same at once, of a platform that takes its time."""
    control("/_local/script", {"platform": GIVEN["platform"], "answers": [{"delay": 0.5, "times": None}]})
    before = arrived()
    with ThreadPoolExecutor(8) as pool:
        for each in [pool.submit(call) for _ in range(8)]:
            each.result()
    try:
        return arrived() - before
    finally:
        control("/_local/reset", {})


def takes_a_fallback(function: Callable[..., object]) -> bool:
    """Whether a call takes what answers in the platform's place."""
    return not {"fallback", "default", "default_value"}.isdisjoint(inspect.signature(function).parameters)


def renders(prompt: object) -> bool:
    """Whether what was fetched puts values in."""
    return any(callable(getattr(prompt, name, None)) for name in ("render", "compile", "format_prompt"))


def xr2_sdk() -> dict[str, bool]:
    """xR2's client."""
    theirs = import_module("xr2_sdk.client")

    def client(kind: str = "xR2Client", retries: int = 1) -> Any:
        return getattr(theirs, kind)(**GIVEN["settings"], total_retries=retries, backoff_factor=0)

    def fetched(retries: int = 1) -> Any:
        return client(retries=retries).get_prompt(slug="welcome").data

    def awaited() -> Any:
        return waits(lambda: client("AsyncxR2Client").get_prompt(slug="welcome"))().ok

    one = client()
    prompt = fetched()
    name = "customer_name"
    return {
        "by its name": prompt is not None,
        "renders": renders(prompt),
        "missing": not works(lambda: prompt.render({})),
        "unknown": not works(lambda: prompt.render({name: "A", "nobody": "x"})),
        "text": "{{language}}" in prompt.render({name: "{{language}}"}).user_prompt,
        "memory": counted(lambda: one.get_prompt(slug="welcome")) < 2,
        "together": together(lambda: one.get_prompt(slug="welcome")) == 1,
        "outage": in_an_outage(lambda: fetched(0)),
        "fallback": takes_a_fallback(theirs.xR2Client.get_prompt),
        "asyncio": works(awaited),
        "503": after_a_503(fetched),
        "503 in asyncio": after_a_503(awaited),
    }


def promptrails() -> dict[str, bool]:
    """PromptRails' client."""
    theirs = import_module("promptrails")

    def client(kind: str = "PromptRails", retries: int = 1) -> Any:
        return getattr(theirs, kind)(**GIVEN["settings"], max_retries=retries)

    def fetched(prompt: str = "welcome-id", retries: int = 1) -> Any:
        return client(retries=retries).prompts.get(prompt)

    one = client()
    awaited = waits(lambda: client("AsyncPromptRails").prompts.get("welcome-id"))
    return {
        "by its name": works(lambda: fetched("welcome")),
        "renders": renders(fetched()) or renders(client().prompts.list_versions("welcome-id")[0]),
        "memory": counted(lambda: one.prompts.get("welcome-id")) < 2,
        "together": together(lambda: one.prompts.get("welcome-id")) == 1,
        "outage": in_an_outage(lambda: fetched(retries=0)),
        "fallback": takes_a_fallback(one.prompts.get),
        "asyncio": works(awaited),
        "503": after_a_503(fetched),
        "503 in asyncio": after_a_503(awaited),
    }


def promptic_sdk() -> dict[str, bool]:
    """Promptic's client."""
    theirs = import_module("promptic_sdk")

    def client(kind: str = "PrompticClient") -> Any:
        return getattr(theirs, kind)(**GIVEN["settings"])

    one = client()
    component = next(each["id"] for each in one.list_components()["data"] if each["name"] == "welcome")

    def fetched() -> Any:
        return client().get_deployed_prompt(component)

    awaited = waits(lambda: client("AsyncPrompticClient").get_deployed_prompt(component))
    return {
        "by its name": works(lambda: one.get_deployed_prompt("welcome")),
        "renders": renders(fetched()),
        "memory": counted(lambda: one.get_deployed_prompt(component)) < 2,
        "together": together(lambda: one.get_deployed_prompt(component)) == 1,
        "outage": in_an_outage(fetched),
        "fallback": takes_a_fallback(one.get_deployed_prompt),
        "asyncio": works(awaited),
        "503": after_a_503(fetched),
        "503 in asyncio": after_a_503(awaited),
    }


def langfuse() -> dict[str, bool]:
    """Langfuse's client."""
    theirs = import_module("langfuse").Langfuse(**GIVEN["settings"], tracing_enabled=False)
    prompt = theirs.get_prompt("welcome")

    def without_copies(**options: Any) -> Any:
        return theirs.get_prompt("welcome", cache_ttl_seconds=0, **options)

    return {
        "by its name": prompt is not None,
        "renders": renders(prompt),
        "missing": "{{" not in prompt.compile(language="en"),
        "unknown": not works(lambda: prompt.compile(customer_name="A", language="en", nobody="x")),
        "text": "{{language}}" in prompt.compile(customer_name="{{language}}", language="en"),
        "memory": counted(lambda: theirs.get_prompt("welcome")) < 2,
        "together": together(lambda: theirs.get_prompt("mail/welcome")) == 1,
        "fallback": takes_a_fallback(theirs.get_prompt),
        "asyncio": works(waits(lambda: theirs.async_api.prompts.get("welcome"))),
        "503": after_a_503(lambda: without_copies(max_retries=1)),
    }


def langfuse_again() -> dict[str, bool]:
    """Langfuse's client in a new process, after another one has fetched the prompt."""
    theirs = import_module("langfuse").Langfuse(**GIVEN["settings"], tracing_enabled=False)
    return {"outage": in_an_outage(lambda: theirs.get_prompt("welcome", max_retries=0))}


def openfeature() -> dict[str, bool]:
    """OpenFeature's client, with the provider that its package has for tests."""
    api = import_module("openfeature.api")
    memory = import_module("openfeature.provider.in_memory_provider")
    asked: list[str] = []

    events = import_module("openfeature.event")

    class Provider(memory.InMemoryProvider):  # type: ignore[misc, name-defined] # found at run time
        def resolve_string_details(self, flag_key: str, *arguments: Any, **named: Any) -> Any:
            asked.append(flag_key)
            return super().resolve_string_details(flag_key, *arguments, **named)

    flag = memory.InMemoryFlag("on", {"on": "Hi {{customer_name}}."})
    api.set_provider(Provider({"welcome": flag}))
    client = api.get_client()
    told: list[object] = []
    api.add_handler(events.ProviderEvent.PROVIDER_CONFIGURATION_CHANGED, told.append)
    client.provider.emit_provider_configuration_changed(events.ProviderEventDetails(flags_changed=["welcome"]))
    text = client.get_string_value("welcome", "")
    before = len(asked)
    for _ in range(2):
        client.get_string_value("welcome", "")
    return {
        "by its name": text == "Hi {{customer_name}}.",
        "renders": renders(client),
        "memory": len(asked) - before < 2,
        "learns": bool(told),
        "fallback": client.get_string_value("nobody", "A fallback.") == "A fallback.",
        "asyncio": works(waits(lambda: client.get_string_value_async("welcome", ""))),
    }


if __name__ == "__main__":
    GIVEN.update(json.load(sys.stdin))
    json.dump(globals()[sys.argv[1]](), sys.stdout)
