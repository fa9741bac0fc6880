"""The control surface, under `/_local/`: what a test in another process needs. All of it is JSON.

| call | does |
|---|---|
| `GET /_local` | says which platforms are served, and as which release each (null: with what all its releases have) |
| `GET /_local/platforms` | says of each besides where it is, with which settings a client finds it, and what can be done |
| `GET /_local/prompts` | lists the prompts with their versions, in one form for all platforms; `?platform=` chooses |
| `GET /_local/tables` | lists what else each platform holds |
| `GET /_local/events` | tells what happens, as it happens (`event_stream.py`) |
| `POST /_local/reset` | returns to the fixture, forgets requests and scripted answers |
| `GET /_local/requests` | lists the requests that arrived, credentials masked; `?platform=` and `?operation=` choose |
| `DELETE /_local/requests` | forgets them |
| `POST /_local/script` | `{"platform": "xr2", "answers": [...]}`: what the next requests meet |
| `GET /_local/script` | lists the scripted answers that still wait |
| `DELETE /_local/script` | forgets them; `?platform=` those of one |
| `GET /_local/state` | tells what the platforms hold, credentials masked |
| `POST /_local/seed` | `{"xr2": {...}}`: adds keys, prompts and so on |
| `GET /_local/violations` | lists the answers that broke a contract |
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from promptport_local.asgi import BodyTooLarge, ClientGone, read_body
from promptport_local.clock import written
from promptport_local.door import Door
from promptport_local.event_stream import EventStream
from promptport_local.local_platform import LocalPlatform
from promptport_local.strict_json import BrokenJson, read_json, write_json

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",  # no page of another site has it loaded as a picture or a script
    "X-Content-Type-Options": "nosniff",
}

_Act = Callable[[LocalPlatform, Request, Any], Any]


def control_routes(local: LocalPlatform) -> list[Route]:
    """The routes of the control surface."""
    return [
        _route(local, "/_local", "GET", _index),
        _route(local, "/_local/platforms", "GET", _platforms),
        _route(local, "/_local/prompts", "GET", _prompts),
        _route(local, "/_local/tables", "GET", _tables),
        Route("/_local/events", EventStream(local), methods=["GET"]),
        _route(local, "/_local/reset", "POST", _reset),
        _route(local, "/_local/requests", "GET", _requests),
        _route(local, "/_local/requests", "DELETE", _forget_requests),
        _route(local, "/_local/script", "POST", _script),
        _route(local, "/_local/script", "GET", _unused),
        _route(local, "/_local/script", "DELETE", _forget_scripts),
        _route(local, "/_local/state", "GET", _state),
        _route(local, "/_local/seed", "POST", _seed),
        _route(local, "/_local/violations", "GET", _violations),
    ]


def _route(local: LocalPlatform, path: str, method: str, act: _Act) -> Route:
    async def endpoint(request: Request) -> Response:
        try:
            raw = await read_body(request.scope, request.receive)
            body = read_json(raw) if raw else None
            status, value = 200, act(local, request, body)
        except BodyTooLarge:
            status, value = 413, {"error": "the body is larger than 10 MB"}
        except BrokenJson as error:
            status, value = 400, {"error": f"the body is not JSON: {error}"}
        except ValueError as error:
            status, value = 400, {"error": str(error)}
        except ClientGone:
            status, value = 400, {"error": "the request never came to its end"}
        return Response(write_json(value), status, media_type="application/json", headers=HEADERS)

    return Route(path, endpoint, methods=[method])


def _index(local: LocalPlatform, _: Request, __: Any) -> Any:
    return {"platforms": list(local.vendors), "releases": local.releases}


def _platforms(local: LocalPlatform, request: Request, _: Any) -> Any:
    clock = written(local.now())
    return {"platforms": Door(local).platforms(str(request.base_url)), "clock": clock, "any_key": local.any_key}


def _prompts(local: LocalPlatform, request: Request, _: Any) -> Any:
    return {"prompts": Door(local).prompts(request.query_params.get("platform"))}


def _tables(local: LocalPlatform, _: Request, __: Any) -> Any:
    return {"tables": Door(local).tables()}


def _reset(local: LocalPlatform, _: Request, __: Any) -> Any:
    local.reset()
    return {"ok": True}


def _requests(local: LocalPlatform, request: Request, _: Any) -> Any:
    wanted = {name: request.query_params[name] for name in ("platform", "operation") if name in request.query_params}
    entries = [entry.shown() for entry in local.requests.all()]
    return {"requests": [each for each in entries if all(each[name] == value for name, value in wanted.items())]}


def _forget_requests(local: LocalPlatform, _: Request, __: Any) -> Any:
    local.requests.clear()
    return {"ok": True}


def _script(local: LocalPlatform, _: Request, body: Any) -> Any:
    answers = body.get("answers") if isinstance(body, dict) else None
    if not isinstance(answers, list) or not all(isinstance(each, dict) for each in answers):
        raise ValueError('the body must be {"platform": "…", "answers": [{…}, …]}')
    local.script(str(body.get("platform")), answers)
    return {"ok": True}


def _unused(local: LocalPlatform, _: Request, __: Any) -> Any:
    return {"unused": local.scripts.unused()}


def _forget_scripts(local: LocalPlatform, request: Request, _: Any) -> Any:
    platform = request.query_params.get("platform")
    if platform is not None:
        local.vendor(platform)
    local.scripts.clear(platform)
    return {"ok": True}


def _state(local: LocalPlatform, _: Request, __: Any) -> Any:
    return local.state()


def _seed(local: LocalPlatform, _: Request, body: Any) -> Any:
    if not isinstance(body, dict):
        raise ValueError('the body must be an object with the names of platforms, such as {"xr2": {…}}')
    local.seed(body)
    return {"ok": True}


def _violations(local: LocalPlatform, _: Request, __: Any) -> Any:
    return {"violations": [asdict(each) for each in local.violations]}
