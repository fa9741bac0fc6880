"""Promptic: the client of its REST API, and its tracing, a drop-in for `promptic_sdk`.

Change `from promptic_sdk import PrompticClient` to `from promptport.promptic import PrompticClient`; the rest of a program
stands.
"""

from .._lazy import lazy
from . import absent, models

VERSION = __version__ = "0.14.2"  # of promptic_sdk, whose documents this goes by
# Its releases whose calls are all here.
VERSIONS = (
    "0.14.2", "0.14.3", "0.14.4", "0.15.0", "0.16.0", "0.17.0", "0.18.0", "0.19.0", "0.20.0", "0.21.0", "0.21.1", "0.22.0",
    "0.23.0", "0.24.0", "0.24.2", "1.1.0",
)  # fmt: skip

__all__, __getattr__ = lazy(
    __name__,
    {
        "._async.client": ["AsyncPrompticClient"],
        "._sync.client": ["PrompticClient"],
        ".errors": ["PrompticAPIError"],
        ".models": models.__all__,
        ".agent_gym": sorted(absent.AGENT_GYM),
        ".tracing": [
            "ArtifactReference",
            "InstrumentorName",
            "InstrumentorSelection",
            "ai_component",
            "artifact",
            "dataset",
            "init",
        ],
    },
    "VERSION",
    "VERSIONS",
    "__version__",
    rooms=("client", "tracing"),
)
for _name in absent.AGENT_GYM:
    __all__.remove(_name)  # it can't be had; who asks for it is told why
del _name
