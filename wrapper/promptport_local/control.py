"""The control surface, under `/_local/`: what a test in another process needs. All of it is JSON.

| call | does |
|---|---|
| `GET /_local` | says which platforms are served, and as which release each (null: with what all its releases have) |
| `GET /_local/platforms` | says of each besides where it is, with which settings a client finds it, and what can be done |
| `GET /_local/prompts` | lists the prompts with their versions, in one form for all platforms; `?platform=` chooses |
| `GET /_local/tables` | lists what else each platform holds |
| `GET /_local/events` | tells what happens, as it happens (`event_stream.py`) |
| `POST /_local/publish` | `{"platform", "name", "messages": [{"role", "content"}], "labels": [...]}`: makes a version |
| `POST /_local/label` | `{"platform", "name", "version", "label"}`: moves a label |
| `POST /_local/ab-test` | `{"platform", "name", "weights": {"1": 50, "2": 50}}`: begins an A/B test |
| `DELETE /_local/ab-test` | `?platform=&name=`: ends it |
| `POST /_local/expire-tokens` | `{"platform"}`: lets every token expire that it has issued |
| `POST /_local/render` | `{"platform", "name", "version", "values": {...}}`: what promptport's client makes of it, or 422 |
| `POST /_local/reset` | returns to the fixture, forgets requests and scripted answers |
| `GET /_local/requests` | lists requests that arrived, credentials masked; `?platform=`, `?operation=`, `?newest=100` choose |
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
from inspect import isawaitable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from promptport_local import door_views
from promptport_local.asgi import BodyTooLarge, ClientGone, read_body
from promptport_local.clock import written
from promptport_local.door import Door
from promptport_local.door_acts import check_act
from promptport_local.event_stream import EventStream
from promptport_local.local_platform import LocalPlatform, NotRendered
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
        _route(local, "/_local/publish", "POST", _act("publish")),
        _route(local, "/_local/label", "POST", _act("label")),
        _route(local, "/_local/ab-test", "POST", _act("ab_test")),
        _route(local, "/_local/ab-test", "DELETE", _end_ab_test),
        _route(local, "/_local/expire-tokens", "POST", _act("expire_tokens")),
        _route(local, "/_local/render", "POST", _act("render")),
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
            found = act(local, request, body)
            status, value = 200, await found if isawaitable(found) else found
        except BodyTooLarge:
            status, value = 413, {"error": "the body is larger than 10 MB"}
        except BrokenJson as error:
            status, value = 400, {"error": f"the body is not JSON: {error}"}
        except ValueError as error:
            status, value = 400, {"error": str(error)}
        except NotRendered as error:
            status, value = 422, {"error": str(error)}
        except ClientGone:
            status, value = 400, {"error": "the request never came to its end"}
        return Response(write_json(value), status, media_type="application/json", headers=HEADERS)

    return Route(path, endpoint, methods=[method])


def _index(local: LocalPlatform, _: Request, __: Any) -> Any:
    return {"platforms": list(local.vendors), "releases": local.releases}


def _act(name: str) -> _Act:
    """An act of the door whose arguments are the fields of the body."""

    def act(local: LocalPlatform, _: Request, body: Any) -> Any:
        check_act(name, body)
        return getattr(Door(local), name)(**body)

    return act


def _end_ab_test(local: LocalPlatform, request: Request, _: Any) -> Any:
    given = dict(request.query_params)
    check_act("end_ab_test", given)
    return Door(local).end_ab_test(**given)


def _platforms(local: LocalPlatform, request: Request, _: Any) -> Any:
    clock = written(local.now())
    return {"platforms": door_views.platforms(local, str(request.base_url)), "clock": clock, "any_key": local.any_key}


def _prompts(local: LocalPlatform, request: Request, _: Any) -> Any:
    return {"prompts": door_views.prompts(local, request.query_params.get("platform"))}


def _tables(local: LocalPlatform, _: Request, __: Any) -> Any:
    return {"tables": door_views.tables(local)}


def _reset(local: LocalPlatform, _: Request, __: Any) -> Any:
    local.reset()
    return {"ok": True}


def _requests(local: LocalPlatform, request: Request, _: Any) -> Any:
    wanted = {name: request.query_params[name] for name in ("platform", "operation") if name in request.query_params}
    entries = [
        each for each in local.requests.all() if all(getattr(each, name) == value for name, value in wanted.items())
    ]
    newest = request.query_params.get("newest")
    if newest is not None:
        if not (newest.isascii() and newest.isdecimal() and 0 < len(newest) < 10 and int(newest)):
            raise ValueError("newest must be a number from 1 on")
        entries = entries[-int(newest) :]
    return {"requests": [each.shown() for each in entries]}


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
