"""F4: rendering alone, two variables in three places, strict both ways, beside the rivals and the limit.

scope_client is not on PyPI, so it can't run here. The study of this project's techniques measured it beside xr2-sdk (0.3.0) in
the same run: 1.8 µs beside 3.5 at 95 characters, 2.8 beside 5.2 at 1,000 and 6.2 beside 11 at 4,000. Ratios carry over to another
machine, times do not: these parts of what xr2-sdk takes here stand for scope_client, at 2,048 characters one between the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

import chevron  # type: ignore[import-untyped]
import jinja2
from langfuse.api import Prompt_Text
from langfuse.model import TextPromptClient
from xr2_sdk.models import PromptContentResponse as Theirs  # type: ignore[import-untyped]

from promptport.prompt.template import Text
from promptport.xr2 import PromptContentResponse as Ours

from .measure import OURS, Row, beside, few, in_turn

SENTENCE = "You are the assistant of {{customer_name}}. Answer {{customer_name}} in {{language}}, please. "
VALUES = {"customer_name": "Alice", "language": "en"}
VARIABLES = [{"name": "customer_name", "required": True}, {"name": "language", "required": False, "default": "en"}]
SCOPE = "scope_client, as published"
LIMITS = {95: {"xr2-sdk": 0.2, SCOPE: 0.35}, 2048: {"xr2-sdk": 0.12, SCOPE: 0.2}}
PUBLISHED = {95: 1.8 / 3.5, 2048: 0.55}  # scope_client's time, as a part of xr2-sdk's
ROUNDS = 401


def rows(share: float) -> Iterator[Row]:
    """Measure templates of 95 and of 2,048 characters; a share of the rounds."""
    for size, limits in LIMITS.items():
        template = SENTENCE.ljust(size, ".") if size > len(SENTENCE) else SENTENCE
        text = Text(template)
        rendered = text.render(VALUES)
        fields: dict[str, Any] = {
            "slug": "s",
            "source_name": "s",
            "version_number": 1,
            "status": "production",
            "trace_id": "t",
        }
        moment = datetime(2026, 1, 1, tzinfo=UTC)
        theirs = Theirs(**fields, user_prompt=template, variables=VARIABLES, created_at=moment, updated_at=moment)
        ours = Ours(**fields, user_prompt=template, variables=VARIABLES, created_at=moment, updated_at=moment)
        kept: Any = Prompt_Text(name="s", version=1, config={}, labels=[], tags=[], prompt=template)
        langfuse = TextPromptClient(kept)
        compiled = jinja2.Template(template, undefined=jinja2.StrictUndefined)
        parts = ["x", "Alice", "y", "Alice", "z", "en", template[80:]]
        assert (
            rendered
            == theirs.render(VALUES).user_prompt
            == ours.render(VALUES).user_prompt
            == langfuse.compile(**VALUES)
            == compiled.render(VALUES)
        )
        found = in_turn(
            {
                OURS: partial(text.render, VALUES),
                "xr2-sdk": partial(theirs.render, VALUES),
                "our drop-in for xr2-sdk": partial(ours.render, VALUES),
                "langfuse": partial(langfuse.compile, **VALUES),
                "chevron": partial(chevron.render, template, VALUES),
                "jinja2, compiled": partial(compiled.render, VALUES),
                'the limit, "".join of the parts': partial("".join, parts),
            },
            few(ROUNDS, share),
        )
        found[SCOPE] = [each * PUBLISHED[size] for each in found["xr2-sdk"]]
        yield from beside("F4", f"render, {size:,} characters", found, limits)
