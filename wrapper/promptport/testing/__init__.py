"""For the tests of an application: the platforms on one machine, and retries that do not wait; for those of a platform, a suite.

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
    from .suite import PlatformSuite as PlatformSuite
    from .variants import Example as Example
else:
    __all__, __getattr__ = lazy(
        __name__,
        {
            "..http.clock": ["later", "without_waiting"],
            ".variants": ["Example"],
            ".platform": ["Platform"],
            ".proxy": ["Fault", "FaultProxy"],
            ".suite": ["PlatformSuite"],
        },
    )
