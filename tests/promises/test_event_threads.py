"""Promise S1 for events: no thread before something is reported, and two at the most for any number of clients."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from promptport.testing import Platform

from ..base.rooms import ROOMS

CODE = """
import json, sys, threading, time
from importlib import import_module
import promptport
from promptport.promptrails.tracing import Tracer

places = {room: import_module(f"promptport_local.{room}").settings(url) for room, url in json.loads(sys.argv[1]).items()}
names = [name for name in places for _ in range(10)]
clients = [promptport.Client(name, disk=False, events=None if name == "xr2" else "xr2", **places[name]) for name in names]
tracer = Tracer("your-api-key", base_url=places["promptrails"]["base_url"])
rendered = [client.get("welcome").render(customer_name="Alice", language="en") for client in clients]
print(threading.active_count())
for client, prompt in zip(clients, rendered):
    client.track(prompt, "sign_up")
with tracer.span("a span"):
    pass
most, until = 0, time.monotonic() + 60
while any(client.flush(0.01).waiting for client in clients) and time.monotonic() < until:
    most = max(most, threading.active_count())
tracer.flush()
print(max(most, threading.active_count()))
print(clients[0].flush(0).delivered)
"""


@pytest.mark.promise("S1")
@pytest.mark.one_python("threads are begun in the same way on every Python")
def test_s1_threads_of_events(platform: Platform, tmp_path: Path) -> None:
    """S1: 50 clients of five platforms, and a tracer."""
    places = json.dumps({room: platform.url(room) for room in ROOMS})
    about = {"XR2_API_KEY": "YOUR_PRODUCT_API_KEY", "XR2_BASE_URL": platform.url("xr2")}
    done = subprocess.run(
        [sys.executable, "-c", CODE, places], capture_output=True, text=True, timeout=110, check=False,
        env={**os.environ, **about, "PROMPTPORT_OUTBOX_DIR": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    before, most, delivered = map(int, done.stdout.split())
    print(f"S1: {before} thread before anything is reported, {most} with 50 clients and a tracer")
    assert (before, delivered) == (1, 50), done.stderr
    assert most <= 3, "the program's own, and two"
