"""What a test does to the platforms of a server, as people do on the platforms' own pages: the acts of the door, in-process."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from promptport_local.door import Door
from promptport_local.door_acts import check_act, plain
from promptport_local.request_log import After


class Acts:
    """The acts of a server that runs. Over HTTP the same are done at `/_local/...`.

    Args:
        door: Gives the door, or raises LocalError where the server does not run.
    """

    def __init__(self, door: Callable[[], Door]) -> None:
        self._door = door

    def publish(
        self, platform: str, name: str, messages: Sequence[Mapping[str, str]], labels: Sequence[str] = ()
    ) -> str:
        """Make a version of a prompt, and the prompt where there is none.

            server.publish("xr2", "welcome", [{"role": "user", "content": "Hi {{customer_name}}."}])

        What is not given is as in the version before: settings of a model, what is declared of variables of the same names.

        Args:
            platform: The platform.
            name: The prompt's name.
            messages: What it says: each with `role` and `content`, a text. The role `placeholder` is the place for a client's
                messages, of the name that is its content, where the platform has such places.
            labels: The labels that it carries, such as `["staging"]`; without any it goes into production.

        Returns:
            The version, as a client of the platform names it: a number, a label of PromptRails, an id of Scope or Promptic.

        Raises:
            ValueError: There is no such platform, or it can't hold that; the text says what it can.
        """
        return str(self._act("publish", platform=platform, name=name, messages=messages, labels=labels)["version"])

    def label(self, platform: str, name: str, version: str | int, label: str) -> None:
        """Move a label to a version of a prompt: `production` on every platform, others as the platform has them.

        Raises:
            ValueError: There is no such platform, prompt, version or label.
        """
        self._act("label", platform=platform, name=name, version=version, label=label)

    def ab_test(self, platform: str, name: str, weights: Mapping[str, float]) -> None:
        """Begin an A/B test of a prompt, in place of one that runs.

            server.ab_test("xr2", "welcome", {"1": 50, "2": 50})

        Args:
            platform: The platform.
            name: The prompt's name.
            weights: The shares of the calls, by version.

        Raises:
            ValueError: There is no such platform, prompt or version, or the platform has no such test.
        """
        self._act("ab_test", platform=platform, name=name, weights=weights)

    def end_ab_test(self, platform: str, name: str) -> None:
        """End the A/B test of a prompt.

        Raises:
            ValueError: There is no such platform or prompt, or no test of it runs.
        """
        self._act("end_ab_test", platform=platform, name=name)

    def expire_tokens(self, platform: str) -> int:
        """Let every token expire now that a platform has issued. Returns how many those were.

        Raises:
            ValueError: There is no such platform, or it has no tokens that expire.
        """
        return int(self._act("expire_tokens", platform=platform)["expired"])

    def outage(self, platform: str, seconds: float = 60) -> None:
        """Answer every request to a platform with 503 from now on, for so many seconds. `reset` ends it sooner.

        Raises:
            ValueError: There is no such platform, or the seconds are not above 0, or more than a day.
        """
        self._act("outage", platform=platform, seconds=seconds)

    def slow(self, platform: str, delay: float, seconds: float = 60) -> None:
        """Answer every request to a platform late from now on. `reset` ends it sooner.

        Args:
            platform: The platform.
            delay: The seconds that each answer waits.
            seconds: For how many seconds that is so.

        Raises:
            ValueError: There is no such platform, or the seconds are not above 0, or more than a day.
        """
        self._act("slow", platform=platform, delay=delay, seconds=seconds)

    def requests_after(self, number: int = 0) -> After:
        """The next requests that were over after another, in the order in which they were, and how many are not kept any more.

        Args:
            number: The number of the other (`LoggedRequest.number`); 0 for the first ones.
        """
        return self._door().requests_after(number)

    def _act(self, act: str, **given: Any) -> Any:
        given = plain(given)
        check_act(act, given)
        return getattr(self._door(), act)(**given)
