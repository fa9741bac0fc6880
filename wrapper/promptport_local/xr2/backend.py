"""xR2's behaviour without HTTP: who may, which version it is, what an event must look like."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, timedelta
from typing import Any

from promptport_local.clock import read, written
from promptport_local.xr2.holdings import Holdings
from promptport_local.xr2.records import Json, Refusal

_TRACE_DAYS = 30
_KINDS: dict[str, tuple[type, ...]] = {"string": (str,), "number": (int, float), "boolean": (bool,)}


class Backend(Holdings):
    """The local xR2: its state (see `Holdings`) and its three calls. Use it to seed and to inspect, in-process."""

    def authenticate(self, token: str) -> Json:
        """The record of an API key.

        Raises:
            Refusal: 401; the key is unknown or revoked (with `WWW-Authenticate`, as xR2 has it), or its owner is gone
                (without).
        """
        key: Json | None = self._held.keys.get(token)
        if key is None or not key["active"]:
            raise Refusal(401, "The API key is not known, or was revoked.", (("WWW-Authenticate", "Bearer"),))
        if not key["owner_active"]:
            raise Refusal(401, "The owner of the API key is not active.")
        return key

    def check_api_key(self, key: Json) -> Json:
        """Whom a key belongs to.

        Raises:
            Refusal: 404; the owner has no workspace.
        """
        _need_workspace(key)
        return {"ok": True, "user": key["user"]}

    def get_prompt(
        self, key: Json, slug: str, source_name: str, version_number: int | None = None, status: str | None = None
    ) -> Json:
        """Choose a version of a prompt and mint a trace for it.

        xR2 looks among the prompts of the key's owner. Without a number and a status a running A/B test chooses, or it
        is the version in production; with either no test takes part. A number of 0 matches nothing.

        Args:
            key: The caller's key, from `authenticate`.
            slug: The prompt.
            source_name: The caller's label for itself, echoed.
            version_number: Only this version.
            status: Only versions of this status, the newest of them.

        Raises:
            Refusal: 429 where the quota is used up; 404 where nothing matches, with one of xR2's four labels, or where
                the owner has no workspace.
        """
        self._check_quota(key)
        _need_workspace(key)
        user = key["user"]
        prompt: Json | None = self._held.prompts.get(user, slug)
        if prompt is None:
            raise _refusal(
                "Prompt not found",
                f"{user} has no prompt {slug!r}.",
                slug=slug,
                api_key_owner=user,
                source_name=source_name,
            )
        test: Json | None = None
        variant = None
        version: Json | None = None
        if version_number is None and status is None:
            test, variant, version = self._variant(prompt)
            version = version or _in_production(prompt)
        else:
            version = _matching(prompt, version_number, status)
        with self._store.transaction():
            trace_id = self._mint(prompt, version, source_name)
            self._count(user)
        answer = {
            "slug": slug,
            "source_name": source_name,
            **{name: value for name, value in version.items() if name != "model_config"},
            "trace_id": trace_id,
            "ab_test_id": test["id"] if test else None,
            "ab_test_name": test["name"] if test else None,
            "ab_test_variant": variant,
        }
        if self.options.model_config:
            answer["model_config"] = version["model_config"]
        return answer

    def track_event(
        self,
        trace_id: str,
        event_name: str,
        source_name: str,
        user_id: str | None = None,
        session_id: str | None = None,
        value: float | None = None,
        currency: str | None = None,
        metadata: Json | None = None,
    ) -> Json:
        """Record an event, or answer with the first of its name on this trace: xR2 keeps one of each.

        A repeat is checked like the first, and what it carries is discarded.

        Raises:
            Refusal: 404 where no active definition of this name stands in the workspace of the trace (an unknown or
                expired trace has none); 400 where the metadata lacks a required field or has one of the wrong type.
                Both are 500 where `options.wrap_500` is set.
        """
        metadata = metadata or {}
        with self._store.transaction():
            trace = self._trace(trace_id)
            definition = self._held.events.get(trace["workspace"], event_name) if trace else None
            if definition is None or not definition["is_active"]:
                raise self._event_refusal(404, f"The event {event_name!r} is not defined.")
            for field in definition["metadata_schema"]:
                self._check_field(field, metadata)
            first: Json | None = self._held.tracked.get(trace_id, event_name)
            event = first or {
                "event_id": self._uuid(),
                "timestamp": self._environment.now().astimezone(UTC).isoformat(timespec="microseconds"),
                "trace_id": trace_id,
                "event_name": event_name,
                "source_name": source_name,
                "user_id": user_id,
                "session_id": session_id,
                "value": value,
                "currency": currency,
                "metadata": metadata,
            }
            if first is None:
                self._held.tracked.put(trace_id, event_name, value=event)
        return {
            "status": "success",
            **{name: event[name] for name in ("event_id", "trace_id", "event_name", "timestamp")},
            "is_duplicate": first is not None,
        }

    def _variant(self, prompt: Json) -> tuple[Json | None, str | None, Json | None]:
        """The test, the variant and the version that a running A/B test chooses: all three, or none."""
        with self._store.transaction():
            running = [
                test
                for test in self._held.ab_tests.all()
                if test["status"] == "running"
                and (test["workspace"], test["slug"]) == (prompt["workspace"], prompt["slug"])
            ]
            if not running:
                return None, None, None
            test = running[-1]
            if test["served_a"] + test["served_b"] >= test["total_requests"]:
                self._held.ab_tests.put(test["workspace"], test["name"], value={**test, "status": "completed"})
                return None, None, None
            if self.options.choice == "alternate":
                letter = "a" if test["served_a"] <= test["served_b"] else "b"
            else:
                letter = self._random.choice("ab")
            test[f"served_{letter}"] += 1
            self._held.ab_tests.put(test["workspace"], test["name"], value=test)
        number = test[f"version_{letter}"]
        version = next((each for each in prompt["versions"] if each["version_number"] == number), None)
        # xR2 says nothing of a version that is gone, and has counted it.
        return (test, f"version_{letter}", version) if version else (None, None, None)

    def _check_quota(self, key: Json) -> None:
        quota = key["quota"]
        used = self.used(key["user"])
        if quota is not None and used >= quota:
            today = self._environment.now().astimezone(UTC)
            midnight = (today + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
            raise _refusal(
                "API rate limit exceeded",
                f"The daily quota of {quota} requests is used up.",
                429,
                current_usage=used,
                max_requests_per_day=quota,
                reset_time=written(midnight),
            )

    def used(self, user: str) -> int:
        """How often a user fetched a prompt successfully today, by UTC: what counts against the quota."""
        record = self._held.usage.get(user, self._today())
        return int(record["count"]) if record else 0

    def _count(self, user: str) -> None:
        record = {"user": user, "day": self._today(), "count": self.used(user) + 1}
        self._held.usage.put(user, self._today(), value=record)

    def _today(self) -> str:
        return self._environment.now().astimezone(UTC).date().isoformat()

    def _mint(self, prompt: Json, version: Json, source_name: str) -> str:
        now = self._environment.now()
        digest = hashlib.sha1(prompt["slug"].encode(), usedforsecurity=False).hexdigest()[:8]
        while True:
            trace_id = f"evt_{digest}_{int(now.timestamp())}_{self._random.getrandbits(32):08x}"
            # With a seed and a file the same digits come again after a restart.
            if self._held.traces.get(trace_id) is None:
                break
        trace = {
            "trace_id": trace_id,
            "slug": prompt["slug"],
            "workspace": prompt["workspace"],
            "version_number": version["version_number"],
            "source_name": source_name,
            "created_at": written(now),
        }
        self._held.traces.put(trace_id, value=trace)
        return trace_id

    def _trace(self, trace_id: str) -> Json | None:
        trace: Json | None = self._held.traces.get(trace_id)
        if trace is None:
            return None
        expired = self._environment.now() - read(trace["created_at"]) > timedelta(days=_TRACE_DAYS)
        return None if expired else trace

    def _check_field(self, field: Json, metadata: Json) -> None:
        name = field["name"]
        if name not in metadata:
            if field.get("required"):
                raise self._event_refusal(400, f"The metadata lacks the field {name!r}.")
            return
        kind = field.get("type", "string")
        if kind in _KINDS and not isinstance(metadata[name], _KINDS[kind]):
            raise self._event_refusal(400, f"The metadata field {name!r} must be of type {kind}.")

    def _event_refusal(self, status: int, text: str) -> Refusal:
        if self.options.wrap_500:
            return Refusal(500, f"The event could not be recorded: {status}: {text}")
        return Refusal(status, text)


def _need_workspace(key: Json) -> None:
    if key["workspace"] is None:
        raise Refusal(404, f"{key['user']} has no workspace.")


def _in_production(prompt: Json) -> Json:
    deployed = [each for each in prompt["versions"] if each["status"] == "production"]
    if not deployed:
        raise _refusal(
            "No deployed version found",
            f"No version of the prompt {prompt['slug']!r} is in production.",
            slug=prompt["slug"],
            available_statuses=_statuses(prompt),
            suggestion="Publish a version, or ask for one by its number or status.",
        )
    return max(deployed, key=lambda each: (read(each["deployed_at"] or each["created_at"]), each["version_number"]))


def _matching(prompt: Json, number: int | None, status: str | None) -> Json:
    versions: Sequence[Json] = prompt["versions"]
    slug = prompt["slug"]
    if number is not None:
        versions = [each for each in versions if each["version_number"] == number]
        if not versions:
            raise _refusal(
                "Version not found",
                f"The prompt {slug!r} has no version {number}.",
                version_number=number,
                slug=slug,
                available_versions=sorted((each["version_number"] for each in prompt["versions"]), reverse=True),
            )
    if status is not None:
        versions = [each for each in versions if each["status"] == status]
        if not versions:
            raise _refusal(
                "Version with status not found",
                f"No version of the prompt {slug!r} that was asked for has the status {status!r}.",
                requested_status=status,
                slug=slug,
                available_statuses=_statuses(prompt),
            )
    return max(versions, key=lambda each: (read(each["created_at"]), each["version_number"]))


def _statuses(prompt: Json) -> list[str]:
    return list(dict.fromkeys(each["status"] for each in prompt["versions"]))


def _refusal(error: str, message: str, status: int = 404, **more: Any) -> Refusal:
    return Refusal(status, {"error": error, "message": message, **more})
