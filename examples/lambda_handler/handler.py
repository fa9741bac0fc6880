"""A function of AWS Lambda's that welcomes somebody.

Run it beside `promptport serve`, with xR2's settings as that names them: `python handler.py`.
"""

import os
from typing import Any

os.environ.setdefault("PROMPTPORT_CACHE_DIR", "/tmp/promptport/cache")  # /tmp is all that a function can write
os.environ.setdefault("PROMPTPORT_OUTBOX_DIR", "/tmp/promptport/outbox")

import promptport

client = promptport.Client("xr2")  # once, when the function is loaded: it lives as long as the sandbox


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Answer the messages for a model."""
    with client.invocation(timeout=2.0):  # what is reported in it is delivered before the function is frozen
        prompt = client.get("welcome")
        rendered = prompt.render(customer_name=event["name"], language="en")
        client.track(rendered, "sign_up", user_id=event["user"])
        return {"messages": rendered.to_openai(), "from": rendered.origin.source}


if __name__ == "__main__":
    for name in ("Ann", "Bob"):
        print(handler({"name": name, "user": name.lower()}, None))
