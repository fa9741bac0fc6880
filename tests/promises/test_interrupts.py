"""D19: interrupts are harmless. Signals at random moments, whose handlers raise, or call a client themselves."""

from __future__ import annotations

import asyncio
import gc
import os
import random
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from promptport import AsyncClient, Client, Error
from promptport.cache.disk import AsyncDisk, Disk
from promptport.promptic import PrompticClient
from promptport.promptrails import PromptRails
from promptport.scope import ApiKeyCredentials, ScopeClient
from promptport.testing import Platform
from promptport.xr2 import xR2Client

pytestmark = [
    pytest.mark.alone,
    pytest.mark.promise("D19"),
    pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timers"),
    # What an interrupt ends half-way is let go of, a socket that was just made included.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning"),
]
IN_TIME = 6.0  # seconds: the longest deadline of a call, and a second
WHO = ApiKeyCredentials("my-org", "key_abc123", "secret_xyz")


class Interrupted(BaseException):
    """What the handler of a signal raises: as KeyboardInterrupt is, or the end of a task's time."""


@contextmanager
def handler(act: Callable[[], None]) -> Iterator[None]:
    """Timers call this, as long as the block takes."""

    def handle(number: int, frame: FrameType | None) -> None:
        act()

    before = signal.signal(signal.SIGALRM, handle)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def interrupt() -> None:
    raise Interrupted


def interrupted(call: Callable[[], object], seconds: float) -> bool:
    """Whether a call was interrupted, so many seconds after it had begun."""
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        call()
        signal.setitimer(signal.ITIMER_REAL, 0)
    except Interrupted:
        return True
    except Error:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return False


@contextmanager
def calls(platform: Platform, folder: Path) -> Iterator[dict[str, Callable[[], object]]]:
    """Blocking calls of all kinds, uncached, whose clients close in the end."""
    xr2, scope = platform.url("xr2"), platform.url("scope")
    options: dict[str, Any] = {"ttl": 0, "stale": 0}
    key = "YOUR_PRODUCT_API_KEY"
    kept = [
        Client("xr2", api_key=key, base_url=xr2, store=Disk(folder / "xr2"), **options),
        Client("scope", credentials=WHO, base_url=scope, auth_api_url=scope, store=Disk(folder / "scope"), **options),
    ]
    dead = xR2Client(key, base_url="http://127.0.0.1:9", backoff_factor=0.05)
    vendor = xR2Client(key, base_url=xr2)
    login = ScopeClient(WHO, base_url=scope, auth_api_url=scope, cache_enabled=False)
    promptic = PrompticClient("pk_local_dev", endpoint=platform.url("promptic"))
    rails = PromptRails(api_key="your-api-key", base_url=platform.url("promptrails"))

    with ExitStack() as stack:
        for each in (*kept, dead, vendor, login, promptic, rails):
            stack.callback(each.close)
        yield _kinds(kept, dead, vendor, login, promptic, rails)


def _kinds(
    kept: list[Client],
    dead: xR2Client,
    vendor: xR2Client,
    login: ScopeClient,
    promptic: PrompticClient,
    rails: PromptRails,
) -> dict[str, Callable[[], object]]:
    """The calls, by what they are of."""
    agent = rails.agents.list().data[0].id
    execution = rails.agents.execute(agent, input={"q": "x"}).execution_id

    def cold() -> object:
        kept[0].clear_cache()
        return kept[0].get("welcome")

    def token() -> object:
        login._pipeline._tokens._current = (
            None  # not so that the platform, in this very process, is interrupted as well
        )
        return login.get_prompt_version("welcome")

    def stream() -> object:
        return list(rails.executions.stream(execution))

    return {
        "a prompt": cold,
        "rendered": lambda: kept[0].render("welcome", customer_name="Alice"),
        "of Scope": lambda: kept[1].get("welcome"),
        "an outage": dead.check_api_key,
        "of a vendor's client": lambda: vendor.check_api_key().unwrap(),
        "a token": token,
        "Promptic": promptic.list_components,
        "PromptRails": rails.prompts.list,
        "a stream": stream,
    }


def in_time(call: Callable[[], object]) -> None:
    """A call ends within its deadline, in a good answer; where nobody is there, in an error of ours as a value."""
    began = time.monotonic()
    watch = threading.Timer(IN_TIME * 3, os._exit, (3,))  # a main thread that hangs for ever has no other end
    watch.daemon = True
    watch.start()
    try:
        call()
    finally:
        watch.cancel()
    assert time.monotonic() - began < IN_TIME


def test_interrupts_at_random_moments(platform: Platform, tmp_path: Path, size: float) -> None:
    """2,000 of them, and then five calls of each kind, in time."""
    with calls(platform, tmp_path) as kinds:
        hit = interrupt_often(kinds, int(2000 * size))
        for call in kinds.values():
            for _ in range(5):
                in_time(call)
    print(f"{hit} interrupts within a call")
    assert hit >= 2000 * size


def interrupt_often(kinds: dict[str, Callable[[], object]], wanted: int) -> int:
    """Interrupt calls of each kind in turn, until so many of them were under way when it came, and answer how many were."""
    chance, hit = random.Random(19), 0
    usual: dict[str, float] = {}
    for name, call in kinds.items():
        began = time.perf_counter()
        in_time(call)
        usual[name] = min(time.perf_counter() - began, 0.05)
    names = list(kinds)
    with handler(interrupt):
        for turn in range(wanted * 5):
            name = names[turn % len(names)]
            with suppress(Interrupted):
                hit += interrupted(kinds[name], max(chance.random() * usual[name] * 0.7, 1e-5))
            if hit >= wanted:
                break
    return hit


def sweep(call: Callable[[], object], act: Callable[[], object], moments: int) -> int:
    """Do something at so many moments of a call, spread over all the lines that it runs, each in a call of its own."""
    lines = 0

    def count(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    def run(trace: Any) -> None:
        before = sys.gettrace()
        sys.settrace(trace)
        try:
            call()
        finally:
            sys.settrace(before)

    call()
    run(count)
    done = 0
    for moment in range(0, lines, max(lines // moments, 1)):
        left = moment + 1

        def step(frame: FrameType, event: str, argument: object) -> Any:
            nonlocal left, done
            left -= event == "line"
            if left == 0:
                left = -1
                sys.settrace(None)
                done += 1
                act()
                sys.settrace(step)
            return step

        with suppress(Interrupted):
            run(step)
    return done


def test_a_handler_that_gets_a_prompt(platform: Platform, tmp_path: Path, size: float) -> None:
    """`get` within `get`, at moments that lie all over it: both are answered."""
    url = platform.url("xr2")
    with Client("xr2", api_key="YOUR_PRODUCT_API_KEY", base_url=url, store=Disk(tmp_path)) as client:

        def get() -> None:
            client.clear_cache()
            assert client.get("welcome").messages

        def act() -> None:
            in_time(get)

        done = sweep(get, act, int(1000 * size))
    print(f"{done} moments")
    assert done >= 5


def test_a_handler_that_reads_a_file(tmp_path: Path, size: float) -> None:
    """The same of prompt files, which are read under a lock."""
    file = tmp_path / "welcome.prompt.md"
    turn = iter(range(1_000_000))

    def change() -> None:
        file.write_text(f"--- system\nHello {next(turn)}, {{{{name}}}}\n")

    change()
    with Client(f"files:{tmp_path}") as client:
        name = client.list()[0]

        def get() -> None:
            change()
            client.get(name)

        assert sweep(get, lambda: in_time(get), int(2000 * size)) >= 5


def test_interrupts_at_every_line(platform: Platform, tmp_path: Path, size: float) -> None:
    """An exception at moments all over a `get`: the next one is answered, in time."""
    url = platform.url("xr2")
    with Client("xr2", api_key="YOUR_PRODUCT_API_KEY", base_url=url, store=Disk(tmp_path)) as client:

        def get() -> None:
            client.clear_cache()
            assert client.get("welcome").messages

        assert sweep(get, interrupt, int(1000 * size)) >= 5
        for _ in range(5):
            in_time(get)


@pytest.fixture
def shared(platform: Platform, tmp_path: Path) -> Iterator[AsyncClient]:
    """A client that asks every time, for one event loop after the other."""
    url, store = platform.url("xr2"), AsyncDisk(tmp_path)
    client = AsyncClient("xr2", api_key="YOUR_PRODUCT_API_KEY", base_url=url, ttl=0, stale=0, store=store)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what was under way is not awaited any more
        yield client
        asyncio.run(client.aclose())
        gc.collect()  # here, where it complains to nobody


def interrupts(call: Callable[[], object], wanted: int, act: Callable[[], None], after: Callable[[], object]) -> int:
    """Interrupt a call by `KeyboardInterrupt` at random moments, so many times, each followed by a call in time."""
    chance, hit = random.Random(20), 0
    in_time(call)
    for _ in range(wanted * 20):
        with handler(act):
            try:
                signal.setitimer(signal.ITIMER_REAL, chance.random() * 0.005 + 1e-5)
                in_time(call)
                signal.setitimer(signal.ITIMER_REAL, 0)
            except KeyboardInterrupt:
                hit += 1
                in_time(after)
        if hit == wanted:
            break
    return hit


def test_ctrl_c_in_an_event_loop(shared: AsyncClient, size: float) -> None:
    """Ctrl-C ends `asyncio.run` with all that is under way in it; the next one gets every prompt.

    Once: a second one, before the first has ended it, is raised right through the loop, and may take the step with it that
    would have woken a task, whosever that is, and then `asyncio.run` waits for a third.
    """

    async def get() -> None:
        await asyncio.gather(*(shared.get("welcome") for _ in range(3)))

    def run() -> None:
        # An interrupt at the very end of `asyncio.run` leaves the handler that it had installed.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        pressed.clear()
        try:
            asyncio.run(get())
        except (asyncio.CancelledError, RuntimeError):  # as `asyncio.run` says it in its first and its last moments
            assert pressed
            raise KeyboardInterrupt from None

    def press() -> None:
        pressed.append(1)
        signal.raise_signal(signal.SIGINT)

    pressed: list[int] = []
    before = signal.getsignal(signal.SIGINT)
    try:
        hit = interrupts(run, int(1000 * size), press, run)
    finally:
        signal.signal(signal.SIGINT, before)
    print(f"{hit} times Ctrl-C in an event loop")
    assert hit == int(1000 * size)
