"""F4: rendering alone, two variables in three places, strict both ways, beside the rivals and the limit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

import chevron  # type: ignore[import-untyped]
import jinja2
from xr2_sdk.models import PromptContentResponse as Theirs  # type: ignore[import-untyped]

from promptport.prompt.template import Text
from promptport.xr2 import PromptContentResponse as Ours

from .measure import Row, in_turn

SENTENCE = "You are the assistant of {{customer_name}}. Answer {{customer_name}} in {{language}}, please. "
VALUES = {"customer_name": "Alice", "language": "en"}
VARIABLES = [{"name": "customer_name", "required": True}, {"name": "language", "required": False, "default": "en"}]
LIMITS = {95: 0.2, 2048: 0.12}


def rows() -> Iterator[Row]:
    """Measure templates of 95 and of 2,048 characters."""
    for size, limit in LIMITS.items():
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
        compiled = jinja2.Template(template, undefined=jinja2.StrictUndefined)
        parts = ["x", "Alice", "y", "Alice", "z", "en", template[80:]]
        assert (
            rendered == theirs.render(VALUES).user_prompt == ours.render(VALUES).user_prompt == compiled.render(VALUES)
        )
        times = in_turn(
            {
                "ours": partial(text.render, VALUES),
                "xr2-sdk": partial(theirs.render, VALUES),
                "our drop-in for xr2-sdk": partial(ours.render, VALUES),
                "chevron": partial(chevron.render, template, VALUES),
                "jinja2, compiled": partial(compiled.render, VALUES),
                '"".join of the parts': partial("".join, parts),
            }
        )
        mine = times.pop("ours")
        for name, time in times.items():
            bound = limit if name == "xr2-sdk" else None
            what = f"render, {len(template)} characters"
            yield Row("F4", what, f"{mine * 1e6:.2f} µs", f"{name} {time * 1e6:.2f} µs", mine / time, bound)
