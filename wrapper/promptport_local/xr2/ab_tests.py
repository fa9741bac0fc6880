"""xR2's A/B tests: which of two versions a fetch gets."""

from __future__ import annotations

from typing import Any

from promptport_local.xr2.state import OWNER, WORKSPACE, Json, State


class AbTests:
    """A/B tests.

    Args:
        state: What the local xR2 holds.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def put(self, name: str, owner: str = OWNER, workspace: str = WORKSPACE, **fields: Any) -> None:
        """Keep a test, in place of the workspace's test with this name."""
        test = {
            "id": self._state.environment.uuid(),
            "name": name,
            "owner": owner,
            "workspace": workspace,
            "status": "running",
            **fields,
            "served_a": 0,
            "served_b": 0,
            "created_at": self._state.environment.moment(),
        }
        # Removed first, so that a test that is added again is the newest.
        self._state.ab_tests.remove(workspace, name)
        self._state.ab_tests.put(workspace, name, value=test)

    def running(self, prompt: Json) -> list[Json]:
        """The tests of a prompt that run, oldest first. The newest of them chooses."""
        place = prompt["workspace"], prompt["slug"]
        held = self._state.ab_tests.all()
        return [each for each in held if each["status"] == "running" and (each["workspace"], each["slug"]) == place]

    def end(self, prompt: Json) -> int:
        """End the tests of a prompt that run. Returns how many there were."""
        with self._state.environment.transaction():
            running = self.running(prompt)
            for each in running:
                self._state.ab_tests.put(each["workspace"], each["name"], value={**each, "status": "completed"})
        return len(running)

    def choose(self, prompt: Json) -> tuple[Json | None, str | None, Json | None]:
        """The test, the variant and the version that a running A/B test chooses; no version where that is gone."""
        with self._state.environment.transaction():
            running = self.running(prompt)
            if not running:
                return None, None, None
            test = running[-1]
            if test["served_a"] + test["served_b"] >= test["total_requests"]:
                self._state.ab_tests.put(test["workspace"], test["name"], value={**test, "status": "completed"})
                return None, None, None
            if self._state.options.choice == "alternate":
                letter = "a" if test["served_a"] <= test["served_b"] else "b"
            else:
                letter = self._state.environment.random.choice("ab")
            test[f"served_{letter}"] += 1
            self._state.ab_tests.put(test["workspace"], test["name"], value=test)
        number = test[f"version_{letter}"]
        version = next((each for each in prompt["versions"] if each["version_number"] == number), None)
        return test, f"version_{letter}", version
