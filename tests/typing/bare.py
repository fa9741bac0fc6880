"""Promise S5: an install without extras imports, type-checks, fetches, renders and tracks. Run by `nox -s bare_install`."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from tempfile import TemporaryDirectory
from threading import Thread

import promptport
from promptport.xr2 import EventResponse, PromptContentResponse, RenderedPrompt, Response, VariableError
from promptport.xr2.client import AsyncxR2Client, xR2Client

PROMPT = {
    "slug": "welcome", "version_number": 1, "status": "production", "trace_id": "t", "user_prompt": "Hi {{name}}",
    "variables": [{"name": "name", "required": True}],
}  # fmt: skip


class Handler(BaseHTTPRequestHandler):
    """Answers the two calls as xR2 would; the local platform is an extra, and extras are what is missing here."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answer a prompt or an event."""
        self.rfile.read(int(self.headers["Content-Length"]))
        answer = PROMPT if self.path.endswith("get-prompt") else {"status": "success", "event_id": "e"}
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def use(address: str) -> None:
    """Fetch, render and track, blocking."""
    with xR2Client("key", base_url=address) as client:
        response: Response[PromptContentResponse] = client.get_prompt(slug="welcome")
        prompt = response.unwrap()
        rendered: RenderedPrompt = prompt.render({"name": "Alice"})
        event: EventResponse = client.track_event(trace_id=rendered.trace_id, event_name="sign_up").unwrap()
        assert (rendered.user_prompt, event.event_id) == ("Hi Alice", "e")
        missing: list[str] = []
        try:
            prompt.render({})
        except VariableError as error:
            missing = error.missing_variables
        assert missing == ["name"]


def use_any(address: str, folder: str) -> None:
    """Fetch, render and track through the client of any platform; the next one finds the copy on disk."""
    for source in ("network", "disk"):
        with promptport.Client("xr2", api_key="key", base_url=address, disk=folder, spool=f"{folder}/events") as client:
            prompt: promptport.Prompt = client.get("welcome")
            assert prompt.origin.source == source
            rendered = client.get("welcome").render(name="Alice")
            assert rendered.to_openai() == [{"role": "user", "content": "Hi Alice"}]
            assert client.track(rendered, "sign_up", user_id="user_123").id
            assert client.flush(60).waiting == 0
    with promptport.Client("xr2", api_key="key", base_url="http://127.0.0.1:9", disk=False, deadline=0.2) as client:
        assert client.get("welcome", fallback="Hello {{name}}").render(name="Alice").text == "Hello Alice"
    told = ""
    try:
        promptport.Client("local:xr2")
    except promptport.ConfigurationError as error:
        told = str(error)
    assert "promptport[local]" in told


async def use_async(address: str) -> None:
    """Fetch and track, for asyncio."""
    async with promptport.AsyncClient("xr2", api_key="key", base_url=address, disk=False, spool=False) as any_platform:
        rendered = await any_platform.render("welcome", name="Alice")
        assert rendered.text == "Hi Alice"
        await any_platform.track(rendered, "sign_up")
        assert (await any_platform.flush(60)).waiting == 0
    async with AsyncxR2Client("key", base_url=address) as client:
        prompt = (await client.get_prompt(slug="welcome")).unwrap()
        assert (await client.track_event(trace_id=prompt.trace_id, event_name="sign_up")).ok


def use_command() -> None:
    """The version is for everybody; what else there is says what to install."""
    command = [sys.executable, "-m", "promptport"]
    done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"promptport {promptport.__version__}\n"
    done = subprocess.run([*command, "list"], capture_output=True, text=True, check=False)
    assert (done.returncode, "promptport[cli]" in done.stderr) == (1, True)


def main() -> None:
    """Run everything against a server of the standard library."""
    extras = [name for name in ("starlette", "uvicorn", "typer", "rich", "jsonschema") if find_spec(name)]
    assert not extras, f"this is no bare install: {extras}"
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"
    use(address)
    use_command()
    with TemporaryDirectory() as folder:
        use_any(address, folder)
    asyncio.run(use_async(address))
    server.shutdown()
    server.server_close()
    thread.join()
    sys.stdout.write(f"S5: promptport {promptport.__version__} works without extras\n")


if __name__ == "__main__":
    main()
