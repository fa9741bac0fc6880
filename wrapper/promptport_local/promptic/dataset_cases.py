"""The operations on the cases of datasets, those that experiments learn from among them."""

from __future__ import annotations

from promptport_local.promptic.cases import Cases
from promptport_local.promptic.datasets import Datasets
from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.state import State, listed


class DatasetCases:
    """The cases of components' datasets.

    Args:
        state: What is held.
        datasets: The datasets.
        cases: Their cases.
    """

    def __init__(self, state: State, datasets: Datasets, cases: Cases) -> None:
        self._state = state
        self._datasets = datasets
        self._cases = cases

    def list_dataset_cases(self, caller: Caller, component: str, dataset: str) -> Json:
        """The cases of a dataset, by their places."""
        return listed(self._cases.of(self._datasets.need(caller, component, dataset)["id"]))

    def get_dataset_case(self, caller: Caller, component: str, dataset: str, case: int) -> Json:
        """A case of a dataset."""
        return self._state.need("cases", self._datasets.need(caller, component, dataset)["id"], case)

    def create_dataset_cases(self, caller: Caller, component: str, dataset: str, body: list[Json]) -> Json:
        """Add cases to a dataset.

        Raises:
            Refusal: 404 where there is no such dataset; 409 where it belongs to an experiment that was started.
        """
        record = self._datasets.need_open(caller, component, dataset)
        return listed(self._cases.add(record["id"], body))

    def update_dataset_case(self, caller: Caller, component: str, dataset: str, case: int, body: Json) -> Json:
        """Change a case of a dataset; what is given as null has no value any more."""
        record = self.get_dataset_case(caller, component, dataset, case)
        self._datasets.need_open(caller, component, dataset)
        return self._state.change("cases", record, body)

    def delete_dataset_case(self, caller: Caller, component: str, dataset: str, case: int) -> None:
        """Remove a case of a dataset."""
        record = self.get_dataset_case(caller, component, dataset, case)
        self._datasets.need_open(caller, component, dataset)
        self._state.remove("cases", record)
