"""The names of what is told to OpenTelemetry, all of them, and the schema that they are of.

What the conventions for generative AI have a name for is called so: a prompt's name and version, the values of its variables, and
why something failed. Those conventions are in development, hence the pinned schema: a backend can tell by it what the names mean.
Whatever they have no name for begins with `promptport.`.
"""

from __future__ import annotations

SCOPE = "promptport"
SCHEMA_URL = "https://opentelemetry.io/schemas/gen-ai-dev/1.42.0-dev"

# Attributes of the conventions.
OPERATION = "gen_ai.operation.name"  # `get_prompt`, `render_prompt` or `refresh_prompt`
PROMPT_NAME = "gen_ai.prompt.name"
PROMPT_VERSION = "gen_ai.prompt.version"  # a text, also where the platform has numbers
PROMPT_VARIABLE = "gen_ai.prompt.variable."  # and the variable's name: its value, only where that is asked for
ERROR_TYPE = "error.type"  # how a platform failed, as `CallError.kind` has it; of other errors their class
EXCEPTION_EVENT = "exception"
EXCEPTION_TYPE = "exception.type"
EXCEPTION_MESSAGE = "exception.message"  # of our own errors alone, which hold no secret

# Attributes that the conventions have no name for.
PLATFORM = "promptport.platform"
SOURCE = "promptport.source"  # `network`, `cache`, `stale`, `disk`, `file` or `fallback`
AGE = "promptport.age"  # seconds since the platform gave the prompt
LABEL = "promptport.label"  # the label that was asked for, or that it was found by
FAILURE = (
    "promptport.failure"  # how the platform failed where a copy or a fallback stands in, as `CallError.kind` has it
)
UNIT = "promptport.unit"  # whom it was got for; on spans alone, since there may be any number
EXPERIMENT = "promptport.experiment"  # what has chosen the version
VARIABLES = "promptport.variables"  # how many values were put in

# Metrics, their units, and the bounds of their buckets.
CALLS, CALLS_UNIT = "promptport.get.calls", "{call}"
DURATION, SERVED_AGE, SECONDS = "promptport.get.duration", "promptport.get.age", "s"
DURATION_SECONDS = (0.0001, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
AGE_SECONDS = (1.0, 10.0, 60.0, 600.0, 3600.0, 21600.0, 86400.0, 604800.0)

# Operations, which begin the names of spans.
GET, RENDER, REFRESH = "get_prompt", "render_prompt", "refresh_prompt"
