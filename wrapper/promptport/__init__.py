"""One SDK for every prompt platform: fetch a prompt version, render it, report what happened.

`promptport.xr2` holds the client of xR2. `promptport serve` and `promptport.testing` run the platforms on one machine.
"""

from ._lazy import lazy
from ._version import __version__ as __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .errors import ArgumentError as ArgumentError
    from .errors import CallError as CallError
    from .errors import ClosedError as ClosedError
    from .errors import ConfigurationError as ConfigurationError
    from .errors import Error as Error
    from .http.answers import Answer as Answer
    from .http.answers import answers as answers
    from .template import RenderError as RenderError
else:
    __all__, __getattr__ = lazy(
        __name__,
        {
            ".errors": ["ArgumentError", "CallError", "ClosedError", "ConfigurationError", "Error"],
            ".http.answers": ["Answer", "answers"],
            ".template": ["RenderError"],
        },
        "__version__",
    )
