"""The process of a client, which makes clients and fetches with them, as it is told line by line.

Run as `python -m tests.faults.beside.fetching MODULE VARIANT`. It reads orders as JSON and answers each, a line each:
`{"do": "open", …}` makes a client, `{"do": "call"}` fetches with it.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import traceback
from inspect import isawaitable
from time import monotonic
from typing import Any

from .calls import Given, Opened, Refused, opener


def main(module: str, variant: str) -> None:
    """Do as told, until the input ends."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what libraries print is no answer
    make = opener(module, variant == "asyncio")
    client: Opened | None = None
    with asyncio.Runner() as runner:

        def waited(answer: Any) -> Any:
            async def wait() -> Any:
                return await answer

            return runner.run(wait()) if isawaitable(answer) else answer

        def opened(given: Given) -> Opened:
            async def make_inside() -> Opened:
                return make(given)

            return runner.run(make_inside()) if variant == "asyncio" else make(given)

        for line in sys.stdin:
            order = json.loads(line)
            said: dict[str, Any] = {}
            if order.pop("do") == "open":
                if client is not None:
                    waited(client.close())
                client = opened(Given(**order))
            else:
                assert client is not None
                said = _called(client, waited, module)
            print(json.dumps(said), file=answers, flush=True)


def _called(client: Opened, waited: Any, module: str) -> dict[str, Any]:
    """Fetch, and say what came."""
    began = monotonic()
    found, raised = None, None
    try:
        found = waited(client.fetch())
    except Exception as error:
        raised = error
    seconds = monotonic() - began
    if raised is None:
        try:
            came = found if type(found) in (dict, list) else None
            return {"seconds": seconds, "text": client.text(found), "came": came}
        except Refused as refused:
            return {"seconds": seconds, "own": True, "error": f"{refused}"}
        except Exception as error:  # what came as a good answer can't be used
            return {"seconds": seconds, "text": None, "error": _named(error)}
    own = type(raised).__module__.partition(".")[0] == module.partition(".")[0]
    return {"seconds": seconds, "own": own, "error": _named(raised)}


def _named(error: Exception) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    text = traceback.format_exception_only(error)[-1].partition(": ")[2].strip()
    return f"{kind}: {text}"[:200]


if __name__ == "__main__":
    main(*sys.argv[1:])
