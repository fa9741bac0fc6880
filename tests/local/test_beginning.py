"""Proves that a reset, whatever was done before, comes to what a fresh server of that moment holds: records, options, ids."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from promptport_local.local_platform import LocalPlatform
from promptport_local.prompts import read_prompts
from promptport_local.store import Store

from .conftest import KEY, Clock

PLATFORMS = ["langfuse", "promptic", "promptrails", "scope", "xr2"]
PROMPTS = read_prompts(
    [
        {
            "name": "given",
            "versions": [{"messages": [{"role": "user", "content": "Say {{what}}."}], "labels": ["production"]}],
        }
    ]
)
# Something that each platform takes, under a name of its own each time.
SEEDS: dict[str, Callable[[str], dict[str, Any]]] = {
    "langfuse": lambda name: {"prompts": [{"name": name, "versions": [{"prompt": name}]}]},
    "promptic": lambda name: {"components": [{"name": name}], "traces": [{"spans": [{"name": name}]}]},
    "promptrails": lambda name: {"agents": [{"name": name}], "prompts": [{"name": name}], "keys": [{"token": name}]},
    "scope": lambda name: {"prompts": [{"name": name, "versions": [{"content": name}]}]},
    "xr2": lambda name: {
        "prompts": [{"slug": name, "versions": [{"user_prompt": name}]}],
        "ab_tests": [{"name": name, "slug": name, "version_a": 1, "version_b": 1, "total_requests": 3}],
    },
}


@contextmanager
def local_platform(
    clock: Clock, seed: int | None, data: Path | None = None, given: bool = True
) -> Iterator[LocalPlatform]:
    """A local platform without a server."""
    with closing(Store(data)) as store:
        yield LocalPlatform(store, clock, seed, PROMPTS if given else [])


def use(local: LocalPlatform, name: str, chance: random.Random) -> None:
    """Do something with a platform, at random."""
    vendor = local.vendors[name]
    backend, environment = vendor.backend, vendor.environment
    assert backend is not None
    # In this order: what is added needs a platform that holds something, with options that mean something.
    for turn, what in enumerate(sorted(chance.choices(range(6), k=8))):
        match what:
            case 0:
                backend.seed(SEEDS[name](f"used {turn}"))
            case 1:
                option = chance.choice(fields(backend.options))
                setattr(backend.options, option.name, "changed")
            case 2:
                backend.options = type(backend.options)()
            case 3:
                environment.uuid()
                environment.randomness("something").random()
            case 4:
                environment.collection("anything").put(str(turn), value={"turn": turn})
            case _:
                environment.clear()


def held(local: LocalPlatform, name: str, ids: bool = True) -> Any:
    """Everything that a platform holds, and the ids that it would make next."""
    vendor = local.vendors[name]
    assert vendor.backend is not None
    records = [row[1:] for row in sorted(vendor.environment.save().rows)]
    after = [vendor.environment.uuid() for _ in range(3)] if ids else []
    return records, vars(vendor.backend.options), vendor.backend.state(), after


@pytest.mark.parametrize("in_file", [False, True], ids=["memory", "file"])
@pytest.mark.parametrize("name", PLATFORMS)
def test_a_reset_comes_to_what_a_fresh_server_holds(name: str, in_file: bool, tmp_path: Path, clock: Clock) -> None:
    chance = random.Random(name)
    with local_platform(clock, 1, tmp_path / "state.db" if in_file else None) as local:
        for turn in range(12):
            if turn % 4 == 3:
                clock.forward(hours=chance.randint(-30, 30), milliseconds=1)
            for each in PLATFORMS:
                use(local, each, chance)
            local.reset()
            with local_platform(clock, 1) as fresh:
                assert held(local, name) == held(fresh, name), turn


def test_a_list_among_the_options_is_put_back_too(clock: Clock) -> None:
    with local_platform(clock, 1) as local:
        backend: Any = local.vendors["promptic"].backend
        for _ in range(3):
            assert backend.options.unavailable_models == []
            backend.options.unavailable_models.append("gone")
            local.reset()


@pytest.mark.parametrize("given", [True, False], ids=["with prompts", "without"])
@pytest.mark.parametrize("name", PLATFORMS)
def test_without_a_seed_no_id_comes_twice(name: str, given: bool, clock: Clock) -> None:
    with local_platform(clock, None, given=given) as local, local_platform(clock, 1, given=given) as one:
        with local_platform(clock, 2, given=given) as other:
            # What differs from seed to seed is what is drawn.
            drawn = [
                at for at, (a, b) in enumerate(zip(held(one, name)[0], held(other, name)[0], strict=True)) if a != b
            ]
        seen: set[Any] = set()
        for turn in range(1, 6):
            records, _, _, after = held(local, name)
            seen.update(records[at] for at in drawn)
            seen.update(after)
            assert len(seen) == turn * (len(drawn) + len(after))
            local.reset()


def test_a_reset_forgets_what_a_client_did(clock: Clock) -> None:
    with local_platform(clock, 1) as local:
        backend: Any = local.vendors["xr2"].backend
        key = backend.authenticate(KEY)
        first = [backend.get_prompt(key, "welcome", "x")["trace_id"] for _ in range(3)]
        for _ in range(3):
            local.reset()
            assert backend.traces == []
            assert [backend.get_prompt(key, "welcome", "x")["trace_id"] for _ in range(3)] == first


def test_seeding_is_done_once_where_it_would_come_to_the_same(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    with local_platform(clock, None, given=False) as local:
        seeded: list[str] = []
        for name in PLATFORMS:
            backend: Any = local.vendors[name].backend

            def reset(name: str = name, usual: Callable[[], None] = backend.reset) -> None:
                seeded.append(name)
                usual()

            monkeypatch.setattr(backend, "reset", reset)
        for _ in range(3):
            clock.forward(seconds=1)
            local.reset()
        # Promptic's fixture is of the last hour and has ids that nobody gave.
        assert seeded == ["promptic"] * 3


def test_seeding_is_done_once_for_each_moment_with_a_seed(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    with local_platform(clock, 1) as local:
        backend: Any = local.vendors["promptic"].backend
        calls: list[str] = []
        usual = backend.reset

        def reset() -> None:
            calls.append("reset")
            usual()

        monkeypatch.setattr(backend, "reset", reset)
        for _ in range(3):
            local.reset()
        assert calls == []
        clock.forward(seconds=1)
        for _ in range(3):
            local.reset()
        assert len(calls) == 1


def test_a_file_that_an_earlier_server_left_is_reset_too(tmp_path: Path, clock: Clock) -> None:
    for _ in range(2):
        with local_platform(clock, 1, tmp_path / "state.db") as local:
            for name in PLATFORMS:
                use(local, name, random.Random(1))
            local.reset()
            local.reset()
            with local_platform(clock, 1) as fresh:
                assert [held(local, name) for name in PLATFORMS] == [held(fresh, name) for name in PLATFORMS]


def test_what_depends_on_the_moment_follows_the_clock(clock: Clock) -> None:
    with local_platform(clock, 1) as local:
        for first in ("2026-01-15T10:30:00.123Z", "2026-01-15T12:30:00.123Z"):
            clock.forward(hours=2)
            local.reset()
            assert min(each["startTime"] for each in held(local, "promptic", ids=False)[2]["traces"]) == first


def test_what_another_thread_draws_meanwhile_is_not_kept(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    with local_platform(clock, 1) as local, local_platform(clock, 1) as fresh:
        vendor = local.vendors["promptic"]
        backend: Any = vendor.backend
        usual = backend.reset

        def reset() -> None:
            usual()
            thread = Thread(target=vendor.environment.uuid)
            thread.start()
            thread.join()

        clock.forward(hours=1)
        with monkeypatch.context() as patch:
            patch.setattr(backend, "reset", reset)
            local.reset()
        local.reset()
        fresh.reset()
        assert held(local, "promptic") == held(fresh, "promptic")
