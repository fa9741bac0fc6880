"""The way of one request through one platform: read, script, authenticate, validate, answer, validate again."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import replace

from starlette.types import Receive, Scope, Send

from promptport_local.answer import Answer
from promptport_local.asgi import (
    BodyTooLarge,
    ClientGone,
    close,
    drop,
    gone,
    header_pairs,
    read_body,
    send_answer,
    send_parts,
)
from promptport_local.call import Call, read_call
from promptport_local.contract import Match
from promptport_local.credentials import credentials_of
from promptport_local.errors import Reason, Refusal
from promptport_local.request_log import LoggedRequest, RequestLog, Violation
from promptport_local.scripts import Script, Scripts
from promptport_local.vendor import VendorServer

_log = logging.getLogger("promptport_local")
_NOTHING = Answer(204, b"", None)


class Endpoint:
    """Serves one platform, as an ASGI application.

    Args:
        vendor: The platform.
        requests: Where requests are noted.
        scripts: Where scripted answers wait.
        violations: Where answers that break the contract are noted.
        stopping: Set when the server stops, so that nobody waits for a delay.
    """

    def __init__(
        self,
        vendor: VendorServer,
        requests: RequestLog,
        scripts: Scripts,
        violations: list[Violation],
        stopping: asyncio.Event,
    ) -> None:
        self._vendor = vendor
        self._name = vendor.contract.name
        self._requests = requests
        self._scripts = scripts
        self._violations = violations
        self._stopping = stopping

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        begun = time.perf_counter()
        raw_path = scope["raw_path"].decode("ascii", "replace").removeprefix(f"/{self._name}") or "/"
        match = self._vendor.contract.match(scope["method"], raw_path)
        entry = LoggedRequest(
            platform=self._name,
            operation=match.operation.id if match.operation else None,
            method=scope["method"],
            path=raw_path,
            query=scope["query_string"].decode("latin-1"),
            headers=header_pairs(scope),
            secrets=self._vendor.secrets(match.operation) if match.operation else frozenset(),
        )
        self._requests.add(entry)
        try:
            body = await read_body(scope, receive, self._vendor.largest_body(raw_path))
        except ClientGone:
            self._over(entry, None)
            return
        except BodyTooLarge:
            answer = self._vendor.reject(Reason.TOO_LARGE, match.operation, None)
            self._over(entry, answer)
            await send_answer(send, answer)
            return
        self._requests.received(entry, body)
        script = self._scripts.take(self._name, entry.operation, raw_path)
        entry.scripted = script is not None
        script = script or Script()
        answer = self._answer(match, entry) if script.carried_out else _NOTHING
        answer = script.answer or answer
        stopped = script.delay > 0 and await self._stopped_within(script.delay)
        entry.seconds = time.perf_counter() - begun
        if stopped or script.drop:
            self._over(entry, None)
            await drop(scope, receive)
            return
        self._over(entry, answer)
        if script.truncate is None and not answer.parts:
            await send_answer(send, answer)
        elif not await send_parts(send, answer, script.truncate, lambda: self._left_alone(receive, script.pause)):
            await close(scope, receive)

    def _over(self, entry: LoggedRequest, answer: Answer | None) -> None:
        """Note what is answered, before it is sent: who has the answer finds it in the log."""
        entry.status = answer.status if answer else None
        self._requests.over(entry, answer)

    async def _stopped_within(self, seconds: float) -> bool:
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return False
        return True

    async def _left_alone(self, receive: Receive, seconds: float) -> bool:
        """Wait between two parts of an answer; whether the client has gone, or the server stops."""
        if seconds == 0:
            return False
        ends = [asyncio.ensure_future(self._stopping.wait()), asyncio.ensure_future(gone(receive))]
        done, waiting = await asyncio.wait(ends, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for each in waiting:
            each.cancel()
        return bool(done)

    def _answer(self, match: Match, entry: LoggedRequest) -> Answer:
        """The platform's own answer, which keeps to the contract or becomes a 500 that says so."""
        beside = self._vendor.beside(entry) if match.operation is None and not match.allowed else None
        if beside is not None:
            return beside
        if match.operation is None:
            elsewhere = None if match.allowed else self._vendor.redirect(entry.path)
            if elsewhere is not None:
                query = f"?{entry.query}" if entry.query else ""
                host = next((value for key, value in entry.headers if key == "host"), "localhost")
                place = f"http://{host}/{self._name}{elsewhere}{query}"
                return Answer(307, b"", None, (("Location", place),))
            reason = Reason.WRONG_VERB if match.allowed else Reason.NO_ROUTE
            answer = self._vendor.reject(reason, None, None)
            allow = (("Allow", ", ".join(match.allowed)),) if match.allowed else ()
            return replace(answer, headers=(*answer.headers, *allow))
        contract = self._vendor.contract
        try:
            call = read_call(contract, match.operation, match.path, entry.query, entry.headers, entry.body)
            answer = self._behave(call) if self._vendor.narrowing is None else self._behave_as_of(call, entry)
            wrong = contract.breach(match.operation, answer)
            if self._vendor.release is not None:
                answer = self._vendor.reshape(match.operation, answer, self._vendor.release)
        except Exception as error:
            # A mistake of ours must not look like an answer of the platform, and must not end the server either.
            _log.exception("%s %s failed", self._name, match.operation.id)
            wrong = f"{type(error).__name__}: {error}"
        if wrong is None:
            return answer
        self._violations.append(Violation(self._name, match.operation.id, wrong))
        return Answer.json({"detail": f"The local platform broke the contract of {match.operation.id}: {wrong}"}, 500)

    def _behave_as_of(self, call: Call, entry: LoggedRequest) -> Answer:
        """The answer of the release that the platform is served as."""
        assert self._vendor.narrowing is not None
        entry.ignored = self._vendor.narrowing.narrow_call(call)
        narrowed = self._vendor.narrowing.narrow_answer(call.operation, self._behave(call))
        return narrowed or self._vendor.reject(Reason.OTHER_RELEASE, call.operation, call)

    def _behave(self, call: Call) -> Answer:
        vendor = self._vendor
        try:
            vendor.look_at(call)
            if call.broken and vendor.broken_json_first:
                return vendor.reject(Reason.BROKEN_JSON, call.operation, call)
            credentials = credentials_of(vendor.contract, call)
            if isinstance(credentials, Reason):
                return vendor.reject(credentials, call.operation, call)
            call.who = vendor.authenticate(call, credentials)
            if call.broken:
                return vendor.reject(Reason.BROKEN_JSON, call.operation, call)
            if call.problems:
                return vendor.reject(Reason.INVALID, call.operation, call)
            behaviour = vendor.behaviours.get(call.operation.id)
            return behaviour(call) if behaviour else _example(call)
        except Refusal as refusal:
            return vendor.refused(refusal, call)


def _example(call: Call) -> Answer:
    example = call.operation.success(call.header("accept") or "")
    if example is None:
        raise LookupError("the contract has no example of a success")
    return Answer(example.status, example.body, example.media, (*example.headers, ("X-Example", "1")))
