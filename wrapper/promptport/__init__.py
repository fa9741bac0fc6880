"""One SDK for every prompt platform: fetch a prompt version, render it, report what happened.

`Client` and `AsyncClient` are the same for every platform; `promptport.xr2`, `promptport.promptrails`, `promptport.scope`,
`promptport.promptic` and `promptport.langfuse` hold the platforms' own clients. `promptport serve` and `promptport.testing` run
them on one machine.
"""

from ._lazy import lazy
from ._version import __version__ as __version__

__all__, __getattr__ = lazy(
    __name__,
    {
        ".client._async": ["AsyncClient"],
        ".client._sync": ["Client"],
        ".client.get_hook": ["GetResult"],
        ".client.health": ["Health"],
        ".client.prefetching": ["PrefetchError"],
        ".client.reporting.receipt": ["Receipt"],
        ".errors": [
            "ArgumentError", "CallError", "ClosedError", "ConfigurationError", "Error", "NotFound", "NotSupported",
            "ReleaseWarning",
        ],
        ".http.contract_log": ["ContractDifference", "contract_differences"],
        ".http.response": ["Answer", "Response", "answers"],
        ".outbox.books": ["Books"],
        ".platform": ["Event", "Variable"],
        ".prompt": ["Message", "Origin", "Prompt", "RenderError", "RenderedPrompt"],
    },
    "__version__",
    rooms=["files", "langfuse", "promptic", "promptrails", "scope", "testing", "xr2"],
)  # fmt: skip
