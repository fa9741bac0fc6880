# Made from wrapper/promptport/__init__.py by `python tools/stubs.py`: change that file, never this one.
from . import files as files
from . import langfuse as langfuse
from . import promptic as promptic
from . import promptrails as promptrails
from . import scope as scope
from . import testing as testing
from . import xr2 as xr2
from .client._async import AsyncClient as AsyncClient
from .client._sync import Client as Client
from .client.get_hook import GetResult as GetResult
from .client.health import Health as Health
from .client.prefetching import PrefetchError as PrefetchError
from .client.reporting.receipt import Receipt as Receipt
from .errors import ArgumentError as ArgumentError
from .errors import CallError as CallError
from .errors import ClosedError as ClosedError
from .errors import ConfigurationError as ConfigurationError
from .errors import Error as Error
from .errors import NotFound as NotFound
from .errors import NotSupported as NotSupported
from .errors import ReleaseWarning as ReleaseWarning
from .http.contract_log import ContractDifference as ContractDifference
from .http.contract_log import contract_differences as contract_differences
from .http.response import Answer as Answer
from .http.response import Response as Response
from .http.response import answers as answers
from .outbox.books import Books as Books
from .platform import Event as Event
from .platform import Variable as Variable
from .prompt import Message as Message
from .prompt import Origin as Origin
from .prompt import Prompt as Prompt
from .prompt import RenderError as RenderError
from .prompt import RenderedPrompt as RenderedPrompt

__version__: str

__all__ = [
    "Answer",
    "ArgumentError",
    "AsyncClient",
    "Books",
    "CallError",
    "Client",
    "ClosedError",
    "ConfigurationError",
    "ContractDifference",
    "Error",
    "Event",
    "GetResult",
    "Health",
    "Message",
    "NotFound",
    "NotSupported",
    "Origin",
    "PrefetchError",
    "Prompt",
    "Receipt",
    "ReleaseWarning",
    "RenderError",
    "RenderedPrompt",
    "Response",
    "Variable",
    "__version__",
    "answers",
    "contract_differences",
]
