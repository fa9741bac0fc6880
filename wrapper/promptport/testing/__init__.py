"""For the tests of an application: the platforms on one machine, and retries that do not wait; for those of a platform, a suite.

`Platform` needs the extra `local`: `pip install "promptport[local]"`. The pytest fixture `promptport_local` is there wherever
promptport is installed; so are folders of the test's own for copies of prompts and for events, unless pytest's settings have
`promptport_own_copies = false` or `promptport_own_outbox = false` (`promptport.testing.own_folders`). After each test its events
must be accounted for (`promptport.testing.balanced`).
"""

from .._lazy import lazy

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
