# Made from wrapper/promptport_local/__init__.py by `python tools/stubs.py`: change that file, never this one.
from .errors import CannotListen as CannotListen
from .errors import DataError as DataError
from .errors import LocalError as LocalError
from .errors import PlatformError as PlatformError
from .errors import PortInUse as PortInUse
from .errors import PromptError as PromptError
from .errors import ReleaseError as ReleaseError
from .request_log import LoggedRequest as LoggedRequest
from .request_log import Violation as Violation
from .server import Server as Server
from .vendor import VendorServer as VendorServer

__all__ = [
    "CannotListen",
    "DataError",
    "LocalError",
    "LoggedRequest",
    "PlatformError",
    "PortInUse",
    "PromptError",
    "ReleaseError",
    "Server",
    "VendorServer",
    "Violation",
]
