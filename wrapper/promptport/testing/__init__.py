"""For the tests of an application: the platforms on one machine, and retries that do not wait.

`Platform` needs the extra `local`: `pip install "promptport[local]"`. The pytest fixture `promptport_local` is there wherever
promptport is installed.
"""

from .._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..http.clock import later as later
    from ..http.clock import without_waiting as without_waiting
    from .platform import Platform as Platform
    from .proxy import Fault as Fault
    from .proxy import FaultProxy as FaultProxy
else:
    __all__, __getattr__ = lazy(
        __name__,
        {"..http.clock": ["later", "without_waiting"], ".platform": ["Platform"], ".proxy": ["Fault", "FaultProxy"]},
    )
