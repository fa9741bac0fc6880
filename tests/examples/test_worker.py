"""Proves that the example of a worker goes on in an outage, and that each of its reports arrives once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from promptport import Client
from promptport.testing import Fault, FaultProxy, Platform

FOLDER = Path(__file__).parents[2] / "examples" / "worker"

pytestmark = pytest.mark.one_python("what an example shows is the same on all")


def deliver(url: str) -> None:
    """Deliver what a run could not, on a busy machine."""
    with Client("xr2", api_key="YOUR_PRODUCT_API_KEY", base_url=url) as client:
        assert client.flush(60).waiting == 0


def test_an_outage_between_two_runs(platform: Platform) -> None:
    def run() -> list[str]:
        given = {"XR2_BASE_URL": proxy.url, "XR2_API_KEY": "YOUR_PRODUCT_API_KEY"}
        with (FOLDER / "jobs.jsonl").open() as jobs:
            ended = subprocess.run(
                [sys.executable, str(FOLDER / "worker.py")], stdin=jobs, env={**os.environ, **given},
                capture_output=True, text=True, check=True, timeout=100,
            )  # fmt: skip
        return ended.stdout.splitlines()

    answers = ["An answer to 'Welcome Ann and offer your help.'", "An answer to 'Welcome Bob and offer your help.'"]
    with FaultProxy(platform.url("xr2")) as proxy:
        assert run()[:2] == answers
        deliver(proxy.url)
        proxy.fault = Fault("refuse")
        assert run() == [*answers, "prompts from disk | 0 delivered, 2 waiting"]
        proxy.fault = Fault()
        assert run()[:2] == answers
        deliver(proxy.url)
    assert sorted(each["user_id"] for each in platform.backend("xr2").events) == ["user_1"] * 3 + ["user_2"] * 3
