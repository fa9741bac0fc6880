"""Proves that importing is cheap (F6, by counts) and that lazily imported names are exactly those that are promised."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

pytestmark = pytest.mark.oldest_and_newest("what a module imports is the same on all")
WRAPPER = Path(__file__).parents[2] / "wrapper"
HEAVY = {
    "httpx",
    "httpcore",
    "aiohttp",
    "attrs",
    "json",
    "logging",
    "asyncio",
    "typing",
    "inspect",
    "dataclasses",
    "starlette",
}
LAZY = [
    "promptport",
    "promptport.files",
    "promptport.langfuse",
    "promptport.promptic",
    "promptport.promptic.client",
    "promptport.promptic.models",
    "promptport.promptrails",
    "promptport.promptrails.client",
    "promptport.promptrails.async_client",
    "promptport.promptrails.models",
    "promptport.promptrails.types",
    "promptport.prompt",
    "promptport.scope",
    "promptport.xr2",
    "promptport.xr2.client",
    "promptport.testing",
    "promptport_local",
]


def loaded(statement: str) -> set[str]:
    """The modules that a statement loads into a fresh interpreter."""
    code = f"import sys; before = set(sys.modules); {statement}; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("package", LAZY)
def test_importing_loads_nothing_heavy(package: str) -> None:
    """A package costs its own few modules; whatever takes milliseconds waits until it is used."""
    found = loaded(f"import {package}")

    assert not found & HEAVY
    assert len(found) <= 8


# What is imported, the client that is built, and a first call of everything that can be called.
CLIENTS = {
    "promptic": ("PrompticClient", "('k')"),
    "scope": ("ScopeClient", "(scope.ApiKeyCredentials('o', 'k', 's'))"),
    "xr2": ("xR2Client", "('k')"),
}
CALLS = {
    "promptic": """
    async with AsyncPrompticClient("pk_local_dev", endpoint=platform.url("promptic")) as client:
        before = set(sys.modules)
        await client.get_workspace()
        component = (await client.list_components())["data"][0]["id"]
        dataset = (await client.list_datasets(component))["data"][0]["id"]
        (await client.get_dataset(component, dataset))["items"][0]["createdAt"]
        traces = (await client.list_traces())["traces"]
        await client.get_trace(traces[0]["traceId"])
        experiment = await client.create_experiment(component, "m")
        await client.update_experiment(experiment["id"], target_model="n")
        run = await client.create_run(component, dataset, trace_ids=[each["id"] for each in traces])
        made = await client.create_evaluation(component, dataset, run_id=run["id"])
        evaluation = await client.wait_for_evaluation(component, made["id"], poll_interval=0.01)
        [each["details"] for each in evaluation["results"]["insights"]]
""",
    "scope": """
    url = platform.url("scope")
    who = ApiKeyCredentials("my-org", "key_abc123", "secret_xyz")
    async with AsyncScopeClient(who, base_url=url, auth_api_url=url) as client:
        before = set(sys.modules)
        version = await client.get_prompt_version("my-prompt")
        version.render(name="A")
        await client.get_prompt_version("my-prompt", label="latest")
        await client.render_prompt("my-prompt", {"name": "A"}, version="version-1")
        version.created_at, version.metadata, version.to_json()
""",
    "xr2": """
    async with AsyncxR2Client("YOUR_PRODUCT_API_KEY", base_url=platform.url("xr2")) as client:
        before = set(sys.modules)
        prompt = (await client.get_prompt(slug="welcome")).unwrap()
        prompt.render({"customer_name": "A"})
        await client.track_event(trace_id=prompt.trace_id, event_name="nope")
""",
}


@pytest.mark.parametrize("platform", CLIENTS)
def test_models_load_when_they_are_used(platform: str) -> None:
    """A client needs no model before its first answer."""
    client, arguments = CLIENTS[platform]
    found = loaded(f"from promptport import {platform}; {platform}.{client}{arguments}")

    assert not [name for name in found if ".models." in name]
    assert "aiohttp" not in found
    assert ("attr" in found) is (platform == "scope")  # whose credentials and configuration are of attrs, as documented


@pytest.mark.parametrize("platform", CLIENTS)
def test_asyncio_engine_is_there_before_the_first_call(platform: str) -> None:
    """What takes long to import is imported when the client is built, not in the first awaited call."""
    client, arguments = CLIENTS[platform]
    assert "aiohttp" in loaded(f"from promptport import {platform}; {platform}.Async{client}{arguments}")


@pytest.mark.parametrize("platform", CALLS)
def test_first_awaited_call_imports_nothing(platform: str) -> None:
    """C6, the cause of it: an import inside a call would hold up the event loop, so none is left for it."""
    code = f"""
import asyncio, sys
from promptport.testing import Platform
from promptport.{platform} import *
async def main(platform):
{CALLS[platform]}
        print(*(set(sys.modules) - before))
with Platform() as platform:
    asyncio.run(main(platform))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


# What takes milliseconds to import, and which of a first prompt's ways need it. Whatever is not named here is needed by none.
DEAR = {
    "aiohttp": {"asyncio"}, "asyncio": {"asyncio"}, "certifi": set(), "dateutil": set(), "email": {"asyncio"},
    "filelock": set(), "h11": {"blocking"}, "httpcore": set(), "httpx": set(), "httpx_sse": set(), "importlib.metadata": set(),
    "platformdirs": set(), "redis": set(),
    "tomllib": set(), "urllib.request": {"asyncio"},
}  # fmt: skip
FIRST = """
from promptport.testing import Platform
import os, subprocess, sys, tempfile
environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
with Platform() as platform, tempfile.TemporaryDirectory() as folder:
    for way in (0, 1):
        command = [sys.executable, "-c", sys.argv[1], platform.url("xr2"), folder]
        subprocess.run(command, cwd=folder, env=environment, check=True)
"""
BLOCKING = """
import sys
before = set(sys.modules)
import promptport
with promptport.Client("xr2", api_key="YOUR_PRODUCT_API_KEY", base_url=sys.argv[1], disk=sys.argv[2], ttl=600) as client:
    built = set(sys.modules)
    assert client.get("welcome").render(customer_name="A").text
print(*built - before)
print(*set(sys.modules) - before)
"""
ASYNCIO = """
import sys
before = set(sys.modules)
import promptport, asyncio
async def main():
    async with promptport.AsyncClient(
        "xr2", api_key="YOUR_PRODUCT_API_KEY", base_url=sys.argv[1], disk=sys.argv[2], ttl=600
    ) as client:
        print(*set(sys.modules) - before)
        assert (await client.get("welcome")).render(customer_name="A").text
asyncio.run(main())
print(*set(sys.modules) - before)
"""


@pytest.mark.promise("F8")
@pytest.mark.parametrize(("world", "program", "most"), [("blocking", BLOCKING, 334), ("asyncio", ASYNCIO, 478)])
def test_f8_a_first_prompt_loads_what_it_needs(world: str, program: str, most: int) -> None:
    """F8, by counts: a client, a first prompt from the platform, and one from disk load what they need, and no other's engine."""
    done = subprocess.run([sys.executable, "-c", FIRST, program], capture_output=True, text=True, check=True)
    built, fetched, again, from_disk = (set(line.split()) for line in done.stdout.splitlines())
    assert built == again
    for found, ways in ((built, {world}), (fetched, {world, "fetched"}), (from_disk, {world})):
        assert {name for name in DEAR if name in found} == {name for name, needed in DEAR.items() if needed & ways}
        twin = "_async" if world == "blocking" else "_sync"
        assert not [name for name in found if twin in name.split(".")]
        assert not [
            name for name in found if name.startswith("promptport.") and name.split(".")[1] in ("scope", "promptic")
        ]
        assert len(found) <= most
    print(
        f"F8: {len(built)} modules for a client, {len(fetched)} with a prompt of the platform, {len(from_disk)} from disk"
    )


def test_resources_and_models_load_when_they_are_used() -> None:
    """The same of PromptRails: a client needs none of its 137 operations, and of a call only what it is about."""
    found = loaded("from promptport.promptrails import PromptRails; client = PromptRails('k')")
    assert not [
        name for name in found if ".models." in name or ".api." in name or name.split(".")[0] in ("attr", "aiohttp")
    ]

    found = loaded("from promptport.promptrails import PromptRails; PromptRails('k').costs")
    assert [name for name in found if ".api." in name and "costs" not in name] == []


def test_first_awaited_call_of_promptrails_imports_nothing() -> None:
    """C6, the cause of it: with 137 operations and their models as with three; the first stream included."""
    code = """
import asyncio, sys
from promptport.testing import Platform
from promptport.promptrails import AsyncPromptRails
async def main(platform):
    async with AsyncPromptRails("your-api-key", base_url=platform.url("promptrails")) as client:
        before = set(sys.modules)
        session = await client.chat.create_session(agent_id="agent-id")
        async for event in client.chat.send_message_stream(session.id, content="hello"):
            pass
        await client.a2a.send_message("agent-id", "hello")
        async for agent in client.agents.iter():
            pass
        print(*(set(sys.modules) - before))
with Platform() as platform:
    asyncio.run(main(platform))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


@pytest.mark.parametrize("package", LAZY)
def test_names_are_the_same_for_type_checkers(package: str) -> None:
    """What the stub beside a package has is what a program gets, and a misspelt name is an error in both."""
    module = import_module(package)
    path = WRAPPER.joinpath(*package.split("."))
    found = path.with_suffix(".pyi") if path.with_suffix(".pyi").exists() else path / "__init__.pyi"
    typed = {
        alias.asname or "": getattr(each, "module", None)
        for each in ast.parse(found.read_text()).body
        if isinstance(each, ast.ImportFrom)
        for alias in each.names
    }
    rooms = {name for name, home in typed.items() if home is None}

    assert rooms | {*module.__all__} == {*typed} | ({*module.__all__} & {"__version__", "VERSION", "VERSIONS"})
    for name in (*module.__all__, *rooms):
        assert getattr(module, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Clinet'"):
        module.Clinet  # noqa: B018


def test_rooms_need_no_import_of_their_own() -> None:
    """`import promptport` is enough for everything in it; completion and `dir` know it all."""
    code = "import promptport as p; print(p.xr2.xR2Client.__name__, p.testing.Platform.__name__, *dir(p))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    first, second, *names = done.stdout.split()
    assert (first, second) == ("xR2Client", "Platform")
    assert {"Client", "AsyncClient", "files", "xr2", "scope", "testing", "__version__"} <= set(names)
