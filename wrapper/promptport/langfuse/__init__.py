"""Langfuse: the client of the part of its public API that prompts need, and its errors."""

from .._lazy import lazy

__all__, __getattr__ = lazy(
    __name__,
    {
        "._async.client": ["AsyncLangfuseClient"],
        "._sync.client": ["LangfuseClient"],
        ".errors": [
            "BadRequestError", "ConflictError", "ForbiddenError", "LangfuseError", "NotFoundError", "RateLimitError",
            "ServerError", "UnauthorizedError",
        ],
    },
)  # fmt: skip
