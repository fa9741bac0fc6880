# Made from wrapper/promptport/langfuse/__init__.py by `python tools/stubs.py`: change that file, never this one.
from ._async.client import AsyncLangfuseClient as AsyncLangfuseClient
from ._sync.client import LangfuseClient as LangfuseClient
from .errors import BadRequestError as BadRequestError
from .errors import ConflictError as ConflictError
from .errors import ForbiddenError as ForbiddenError
from .errors import LangfuseError as LangfuseError
from .errors import NotFoundError as NotFoundError
from .errors import RateLimitError as RateLimitError
from .errors import ServerError as ServerError
from .errors import UnauthorizedError as UnauthorizedError

__all__ = [
    "AsyncLangfuseClient",
    "BadRequestError",
    "ConflictError",
    "ForbiddenError",
    "LangfuseClient",
    "LangfuseError",
    "NotFoundError",
    "RateLimitError",
    "ServerError",
    "UnauthorizedError",
]
