"""What a platform must offer to be one of the sources of `promptport.Client`, and how it is found.

A platform is a package's entry point in the group `promptport.platforms`: a name, and a `Registration` that opens both
variants. Ours are registered in the same way. `promptport.testing.PlatformSuite` proves one.
"""

from .._lazy import lazy

__all__, __getattr__ = lazy(
    __name__,
    {
        ".events": ["Event", "Events", "Scores", "ScoresWithIds"],
        ".prompts": ["Fetched", "Principal", "Query", "Traits", "Variable"],
        ".registering": ["GROUP", "Registration", "find", "installed", "is_installed"],
        ".sources": ["AsyncPromptSource", "Identified", "PromptSource"],
        ".writes": ["CreatesVersions", "Deletes", "MovesLabels", "NewVersion", "Share", "Shares"],
    },
)
