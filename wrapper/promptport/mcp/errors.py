"""Errors as MCP has them: a code, a text that says what to do, and what is wrong as data."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from mcp import MCPError
from mcp.types import INTERNAL_ERROR, INVALID_PARAMS

from ..errors import ArgumentError, Error, NotFound
from ..prompt import RenderError
from .surrogates import without_surrogates

_log = logging.getLogger("promptport.mcp")


@contextmanager
def as_mcp_errors() -> Iterator[None]:
    """Whatever goes wrong inside is told to the host, and the server goes on.

    Raises:
        MCPError: Something went wrong.
    """
    try:
        yield
    except MCPError:
        raise
    except RenderError as error:
        kinds = {
            "missing": error.missing,
            "unknown": error.unknown,
            "wrong": error.wrong,
            "undeclared": error.unresolved,
        }
        details = {name: each for name, each in kinds.items() if each}
        raise MCPError(INVALID_PARAMS, without_surrogates(error.message), without_surrogates(details)) from None
    except (NotFound, ArgumentError) as error:
        raise MCPError(INVALID_PARAMS, without_surrogates(str(error))) from None
    except Error as error:
        raise MCPError(INTERNAL_ERROR, without_surrogates(str(error))) from None
    except Exception:
        _log.exception("A request could not be answered")
        raise MCPError(INTERNAL_ERROR, "The server has failed; its log on stderr says how.") from None
