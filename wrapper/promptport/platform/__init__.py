"""What a platform must offer to be one of the sources of `promptport.Client`, and how it is found.

A platform is a package's entry point in the group `promptport.platforms`: a name, and a `Registration` that opens both
variants. Ours are registered in the same way. `promptport.testing.PlatformSuite` proves one.
"""

from .events import Event as Event
from .events import Events as Events
from .events import Scores as Scores
from .prompts import Fetched as Fetched
from .prompts import Principal as Principal
from .prompts import Query as Query
from .prompts import Traits as Traits
from .prompts import Variable as Variable
from .registering import GROUP as GROUP
from .registering import Registration as Registration
from .registering import find as find
from .registering import installed as installed
from .sources import AsyncPromptSource as AsyncPromptSource
from .sources import Identified as Identified
from .sources import PromptSource as PromptSource
from .writes import CreatesVersions as CreatesVersions
from .writes import Deletes as Deletes
from .writes import MovesLabels as MovesLabels
from .writes import NewVersion as NewVersion
from .writes import Share as Share
from .writes import Shares as Shares
