"""One call under way: what follows on each of its attempts. Nothing here waits."""

from __future__ import annotations

from ..errors import CallError
from ..model import Operation
from ..platform import Principal
from .clock import Deadline
from .failure import ARRIVED, Failures, refusal
from .hooks import not_retried
from .options import Options
from .retry import Budget, Failed, Stop, decide
from .rules import Problem
from .wire import RawResponse, TransportError


class Call:
    """A call.

    Args:
        operation: What is called.
        deadline: When it ends at the latest.
        options: The client's behaviour.
        failures: Makes its error.
        budget: The retries that the client may spend.

    Attributes:
        attempts: How often the request was sent.
        lacking: What of the call the server's release lacks, in words.
        principal: Whose credentials, or token, it was sent with last, where that is known.
    """

    def __init__(
        self, operation: Operation, deadline: Deadline, options: Options, failures: Failures, budget: Budget
    ) -> None:
        self.operation = operation
        self.deadline = deadline
        self.attempts = 0
        self.lacking = ""
        self.principal: Principal | None = None
        self._options = options
        self._failures = failures
        self._budget = budget
        self._retries = 0
        self._before: Problem | None = None
        self._unknown = False  # whether an attempt may have been done
        budget.earn()

    def begin(self) -> Deadline:
        """Count an attempt; answers the seconds that it may take."""
        self.attempts += 1
        return Deadline(min(self._options.timeout, self.deadline.remaining()), self._options.clock.monotonic)

    def succeeded(self) -> None:
        """Give back the retries that led to a success, which shows that the server has the operation."""
        self._failures.release.answered(self.operation)
        if self._retries:
            self._budget.earn(self._retries)

    def after(self, outcome: RawResponse | TransportError) -> float:
        """The seconds to wait before the next attempt, after one that failed.

        Raises:
            CallError: There is to be none.
        """
        if isinstance(outcome, TransportError):
            failed = Failed(sent=outcome.sent, final=outcome.final)
            reason = self._spend(failed)
            if not isinstance(reason, Stop):
                return reason
            error = self._failures.broken(self.operation, outcome, self.attempts, self.deadline, self._before)
            raise self._with_its_fate(error, failed)
        response = refusal(outcome)
        problem = self._failures.problem(self.operation, response)
        if outcome.note:
            problem = problem._replace(hint=outcome.note)
        self._before = problem
        failed = Failed(problem.status, retry_after=problem.retry_after)
        reason = self._spend(failed)
        if not isinstance(reason, Stop):
            return reason
        error = self._failures.refused(self.operation, problem, response, self.attempts, self.lacking)
        raise self._with_its_fate(error, failed)

    def _with_its_fate(self, error: CallError, failed: Failed) -> CallError:
        """The error, which says of a request that must not be sent twice whether it may have been done."""
        error.may_have_arrived = self._unknown
        if failed.unknown and self.operation.repeatable is not True:
            error.hint = f"{ARRIVED} {error.hint or ''}".strip()
        return error

    def _spend(self, failed: Failed) -> float | Stop:
        """Take a retry, where one is due: answers the seconds before it, or why there is none."""
        self._unknown = self._unknown or failed.unknown
        decision = decide(
            failed,
            attempt=self._retries + 1,
            repeatable=self.operation.repeatable,
            remaining=self.deadline.remaining(),
            policy=self._options.policy,
            random=self._options.clock.random,
        )
        if not isinstance(decision, Stop) and not self._budget.spend():
            decision = Stop("too many calls have failed lately for a retry")
        if isinstance(decision, Stop):
            not_retried(self.operation.id, decision.reason)
            return decision
        self._retries += 1
        return decision.delay
