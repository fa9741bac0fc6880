# Made from wrapper/promptport/platform/__init__.py by `python tools/stubs.py`: change that file, never this one.
from .events import Event as Event
from .events import Events as Events
from .events import Scores as Scores
from .events import ScoresWithIds as ScoresWithIds
from .prompts import Fetched as Fetched
from .prompts import Principal as Principal
from .prompts import Query as Query
from .prompts import Traits as Traits
from .prompts import Variable as Variable
from .registering import GROUP as GROUP
from .registering import Registration as Registration
from .registering import find as find
from .registering import installed as installed
from .registering import is_installed as is_installed
from .sources import AsyncPromptSource as AsyncPromptSource
from .sources import Identified as Identified
from .sources import PromptSource as PromptSource
from .writes import CreatesVersions as CreatesVersions
from .writes import Deletes as Deletes
from .writes import MovesLabels as MovesLabels
from .writes import NewVersion as NewVersion
from .writes import Share as Share
from .writes import Shares as Shares

__all__ = [
    "AsyncPromptSource",
    "CreatesVersions",
    "Deletes",
    "Event",
    "Events",
    "Fetched",
    "GROUP",
    "Identified",
    "MovesLabels",
    "NewVersion",
    "Principal",
    "PromptSource",
    "Query",
    "Registration",
    "Scores",
    "ScoresWithIds",
    "Share",
    "Shares",
    "Traits",
    "Variable",
    "find",
    "installed",
    "is_installed",
]
