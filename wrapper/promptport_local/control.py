"""The control surface, under `/_local/`: what a test in another process needs. All of it is JSON.

| call | does |
|---|---|
| `GET /_local` | says which platforms are served |
| `POST /_local/reset` | returns to the fixture, forgets requests and scripted answers |
| `GET /_local/requests` | lists the requests that arrived, credentials masked; `?platform=` and `?operation=` choose |
| `DELETE /_local/requests` | forgets them |
| `POST /_local/script` | `{"platform": "xr2", "answers": [...]}`: what the next requests meet |
| `GET /_local/script` | lists the scripted answers that still wait |
| `DELETE /_local/script` | forgets them |
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

from promptport_local.delivery import BodyTooLarge, ClientGone, read_body
from promptport_local.hub import Hub
from promptport_local.jsontext import BrokenJson, read_json, write_json

_Act = Callable[[Hub, Request, Any], Any]


def control_routes(hub: Hub) -> list[Route]:
    """The routes of the control surface."""
    return [
        _route(hub, "/_local", "GET", _index),
        _route(hub, "/_local/reset", "POST", _reset),
        _route(hub, "/_local/requests", "GET", _requests),
        _route(hub, "/_local/requests", "DELETE", _forget_requests),
        _route(hub, "/_local/script", "POST", _script),
        _route(hub, "/_local/script", "GET", _unused),
        _route(hub, "/_local/script", "DELETE", _forget_scripts),
        _route(hub, "/_local/state", "GET", _state),
        _route(hub, "/_local/seed", "POST", _seed),
        _route(hub, "/_local/violations", "GET", _violations),
    ]


def _route(hub: Hub, path: str, method: str, act: _Act) -> Route:
    async def endpoint(request: Request) -> Response:
        try:
            raw = await read_body(request.scope, request.receive)
            body = read_json(raw) if raw else None
            status, value = 200, act(hub, request, body)
        except BodyTooLarge:
            status, value = 413, {"error": "the body is larger than 10 MB"}
        except BrokenJson as error:
            status, value = 400, {"error": f"the body is not JSON: {error}"}
        except ValueError as error:
            status, value = 400, {"error": str(error)}
        except ClientGone:
            status, value = 400, {"error": "the request never came to its end"}
        return Response(write_json(value), status, media_type="application/json", headers={"Cache-Control": "no-store"})

    return Route(path, endpoint, methods=[method])


def _index(hub: Hub, _: Request, __: Any) -> Any:
    return {"platforms": list(hub.platforms)}


def _reset(hub: Hub, _: Request, __: Any) -> Any:
    hub.reset()
    return {"ok": True}


def _requests(hub: Hub, request: Request, _: Any) -> Any:
    wanted = {name: request.query_params[name] for name in ("platform", "operation") if name in request.query_params}
    entries = [entry.shown() for entry in hub.requests.all()]
    return {"requests": [each for each in entries if all(each[name] == value for name, value in wanted.items())]}


def _forget_requests(hub: Hub, _: Request, __: Any) -> Any:
    hub.requests.clear()
    return {"ok": True}


def _script(hub: Hub, _: Request, body: Any) -> Any:
    answers = body.get("answers") if isinstance(body, dict) else None
    if not isinstance(answers, list) or not all(isinstance(each, dict) for each in answers):
        raise ValueError('the body must be {"platform": "…", "answers": [{…}, …]}')
    hub.script(str(body.get("platform")), answers)
    return {"ok": True}


def _unused(hub: Hub, _: Request, __: Any) -> Any:
    return {"unused": hub.scripts.unused()}


def _forget_scripts(hub: Hub, _: Request, __: Any) -> Any:
    hub.scripts.clear()
    return {"ok": True}


def _state(hub: Hub, _: Request, __: Any) -> Any:
    return hub.state()


def _seed(hub: Hub, _: Request, body: Any) -> Any:
    if not isinstance(body, dict):
        raise ValueError('the body must be an object with the names of platforms, such as {"xr2": {…}}')
    hub.seed(body)
    return {"ok": True}


def _violations(hub: Hub, _: Request, __: Any) -> Any:
    return {"violations": [asdict(each) for each in hub.violations]}
