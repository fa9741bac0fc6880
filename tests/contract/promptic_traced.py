"""Sends spans of many kinds by Promptic's tracing, the vendor's own or ours: `python promptic_traced.py MODULE`."""

from __future__ import annotations

import base64
import json
import sys
from contextlib import nullcontext
from importlib import import_module
from typing import Any

from opentelemetry import trace

IMAGE = base64.b64encode(bytes(range(256)) * 40).decode()  # 10,240 bytes
SMALL = base64.b64encode(bytes(range(256)) * 31).decode()  # 7,936 bytes
LONG = "long " * 60_000
PARTS = {
    "openai": [{"type": "image_url", "image_url": {"url": f"data:image/png;base64,{IMAGE}"}}],
    "anthropic": [{"type": "image", "source": {"type": "base64", "media_type": "image/jpeg", "data": IMAGE}}],
    "gemini": [{"inline_data": {"mime_type": "audio/wav", "data": IMAGE}}],
    "part": [{"type": "blob", "mime_type": "application/pdf", "content": IMAGE}, {"mime_type": 7, "content": IMAGE}],
}
VALUES: dict[str, Any] = {
    **{f"gen_ai.{name}.messages": json.dumps([{"role": "user", "content": value}]) for name, value in PARTS.items()},
    "tiny": "data:text/plain;base64,QUJDREVGR0hJSktM",
    "too.tiny": "data:text/plain;base64,QUJD",
    "no.type": f"data:;base64,{SMALL}",
    "with.charset": f"data:text/plain;charset=utf-8;base64,{SMALL}",
    "not.base64": "data:text/plain,hello%20there%20you",
    "broken": "data:image/png;base64,QUJDREVGR0hJSktMM",
    "user.image": IMAGE,
    "user.small_image": SMALL,
    "user.picture": IMAGE,
    "url.safe.image": IMAGE.replace("+", "-").replace("/", "_"),
    "image.url": "https://example.com/" + "a" * 12_000,
    "text": LONG,
    "text.json": json.dumps({"answer": LONG, "n": 1.5, "é": "ü"}),
    "json.whole": json.dumps([1] * 100_000),
    "json.in.json": json.dumps({"inner": json.dumps({"image": f"data:image/png;base64,{IMAGE}"})}),
    "not.json": "{" + LONG,
    "list.image": [IMAGE, "short", f"data:image/gif;base64,{SMALL}"],
    "numbers": [1, 2],
    "spaces": "   " + json.dumps({"a": [f"data:image/png;base64,{IMAGE}"], "é": "ü"}, indent=1),
    "double": 0.5,
    "yes": True,
}


def main(module: str) -> None:
    """Send them."""
    made: Any = import_module(module)
    made.init(auto_instrument=False, service_name="shop")
    tracer = trace.get_tracer("t", "1.0")
    with tracer.start_as_current_span("outside"):
        pass
    with made.ai_component("c"), tracer.start_as_current_span("outer", attributes={"promptic.ai_component": "mine"}):
        for name, value in VALUES.items():
            with tracer.start_as_current_span(name, attributes={name: value}) as span:
                if name == "tiny":
                    span.add_event("happened", {"event.image": IMAGE, "n": 1})
        with made.ai_component("inner"), tracer.start_as_current_span("inner"):
            pass
    for name, block in blocks(made).items():
        with block, tracer.start_as_current_span(name):
            pass
    provider: Any = trace.get_tracer_provider()
    provider.force_flush(30_000)


def blocks(made: Any) -> dict[str, Any]:
    """Blocks of the release that the module is; ours is both."""
    if hasattr(made, "artifact"):
        known = f"{{{sys.argv[2].upper()}}}"
        own = {"by id": made.ai_component("c", dataset_id=known), "of id": made.dataset(known)}
    else:
        own = {}
    if made.__name__ == "promptport.promptic" or not hasattr(made, "artifact"):
        own["by name"] = made.ai_component("c", dataset="d", run="r")
        own["of name"] = made.dataset("e")
        own["run alone"] = made.ai_component("c", dataset=None, run=None)
    return own or {"none": nullcontext()}


if __name__ == "__main__":
    main(sys.argv[1])
