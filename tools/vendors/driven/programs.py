"""Programs that use a vendor's package, run where it is."""

from __future__ import annotations

import asyncio
import io
import traceback
import warnings
from ast import PyCF_ALLOW_TOP_LEVEL_AWAIT
from contextlib import redirect_stdout
from inspect import CO_COROUTINE
from types import FunctionType
from typing import Any

from tools.vendors.driven.values import encoded


def run(source: str, names: dict[str, Any], runner: asyncio.Runner) -> dict[str, Any]:
    """Run a program, which may await on its top level.

    Args:
        source: The program.
        names: What it knows, and where it puts what it makes.
        runner: Where it awaits.

    Returns:
        `result`: what it has put there, as JSON. `printed`: its lines. `raised`: the name of the exception that ended it, or an
        empty text; `why`: that in full.
    """
    code = compile(source, "<program>", "exec", PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    names["result"] = None
    outcome = {"raised": "", "why": ""}
    with redirect_stdout(io.StringIO()) as printed, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what a package deprecates, a program goes on
        try:
            if code.co_flags & CO_COROUTINE:
                runner.run(FunctionType(code, names)())
            else:
                exec(code, names)
        except Exception as error:
            outcome = {"raised": type(error).__name__, "why": traceback.format_exc()}
    return {"result": encoded(names["result"]), "printed": printed.getvalue().splitlines(), **outcome}
