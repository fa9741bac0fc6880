"""One SDK for every prompt platform: fetch a prompt version, render it, report what happened.

`Client` and `AsyncClient` are the same for every platform; `promptport.xr2`, `promptport.promptrails`, `promptport.scope` and
`promptport.promptic` hold the platforms' own clients. `promptport serve` and `promptport.testing` run them on one machine.
"""

from ._lazy import lazy
from ._version import __version__ as __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import promptic as promptic
    from . import promptrails as promptrails
    from . import scope as scope
    from . import testing as testing
    from . import xr2 as xr2
    from .client._async import AsyncClient as AsyncClient
    from .client._sync import Client as Client
    from .client.get_hook import GetResult as GetResult
    from .client.health import Health as Health
    from .errors import ArgumentError as ArgumentError
    from .errors import CallError as CallError
    from .errors import ClosedError as ClosedError
    from .errors import ConfigurationError as ConfigurationError
    from .errors import Error as Error
    from .errors import NotFound as NotFound
    from .errors import NotSupported as NotSupported
    from .http.response import Answer as Answer
    from .http.response import Response as Response
    from .http.response import answers as answers
    from .platform import Variable as Variable
    from .prompt.message import Message as Message
    from .prompt.origin import Origin as Origin
    from .prompt.prompt import Prompt as Prompt
    from .prompt.prompt import RenderedPrompt as RenderedPrompt
    from .prompt.values import RenderError as RenderError
else:
    __all__, __getattr__ = lazy(
        __name__,
        {
            ".client._async": ["AsyncClient"],
            ".client._sync": ["Client"],
            ".client.get_hook": ["GetResult"],
            ".client.health": ["Health"],
            ".errors": [
                "ArgumentError", "CallError", "ClosedError", "ConfigurationError", "Error", "NotFound", "NotSupported",
            ],
            ".http.response": ["Answer", "Response", "answers"],
            ".platform": ["Variable"],
            ".prompt": ["Message", "Origin", "Prompt", "RenderError", "RenderedPrompt"],
                    },
        "__version__",
        rooms=["files", "promptic", "promptrails", "scope", "testing", "xr2"],
    )  # fmt: skip
