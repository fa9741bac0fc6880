"""Proves what a FastAPI application answers that hands on xR2's prompts: the same with the vendor's models and with ours."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import TypeAdapter, ValidationError, create_model

import promptport.xr2.models

from .test_vendor_xr2_models import PROMPT

THEIRS: Any = import_module("xr2_sdk.models")
OURS: Any = promptport.xr2.models
ROUTES: dict[str, dict[str, Any]] = {
    "/plain": {"response_model": None},
    "/annotated": {},
    "/alias": {"response_model_by_alias": False},
    "/without-none": {"response_model_exclude_none": True},
    "/what-came": {"response_model_exclude_unset": True},
    "/some": {"response_model_include": {"slug", "variables"}},
    "/others": {"response_model_exclude": {"slug", "model_config"}},
}


def application(models: Any) -> FastAPI:
    """An application whose routes answer a prompt in each way."""
    app, prompt = FastAPI(), models.PromptContentResponse.model_validate(PROMPT)

    def answered() -> Any:
        return prompt

    def listed() -> Any:
        return [prompt, prompt.model_dump()]

    def nested() -> Any:
        return {"prompt": prompt, "rendered": [prompt.render()]}

    def taken(body: Any) -> Any:
        return {"type": type(body).__name__, "text": body.render().system_prompt}

    taken.__annotations__["body"] = models.PromptContentResponse
    for path, options in ROUTES.items():
        app.get(path, **{"response_model": models.PromptContentResponse, **options})(answered)
    app.get("/listed", response_model=list[models.PromptContentResponse])(listed)
    app.get("/nested", response_model=None)(nested)
    app.post("/taken")(taken)
    return app


@pytest.fixture(scope="module")
def both() -> tuple[TestClient, TestClient]:
    """The application with the vendor's models, and with ours."""
    return TestClient(application(THEIRS)), TestClient(application(OURS))


def moments(value: Any) -> Any:
    """An answer with each moment in one form: without a `response_model` FastAPI writes `+00:00` where pydantic has `Z`."""
    if isinstance(value, dict):
        return {name: moments(each) for name, each in value.items()}
    if isinstance(value, list):
        return [moments(each) for each in value]
    return value.replace("+00:00", "Z") if isinstance(value, str) else value


@pytest.mark.parametrize("path", [*ROUTES, "/listed", "/nested"])
def test_what_is_answered(both: tuple[TestClient, TestClient], path: str) -> None:
    """Fields, names and nulls; with a `response_model`, to the letter."""
    theirs, ours = (each.get(path) for each in both)

    assert theirs.status_code == ours.status_code == 200
    if path in ("/plain", "/nested"):
        assert moments(ours.json()) == moments(theirs.json())
    else:
        assert ours.text == theirs.text


@pytest.mark.parametrize("body", [PROMPT, {"slug": 1}, [], None])
def test_what_is_taken(both: tuple[TestClient, TestClient], body: Any) -> None:
    """A model is the body of a request; what does not fit is refused."""
    theirs, ours = (each.post("/taken", json=body) for each in both)

    assert ours.status_code == theirs.status_code
    if theirs.is_success:
        assert ours.json() == theirs.json()


def test_the_schema_that_is_published(both: tuple[TestClient, TestClient]) -> None:
    """Ours stands where it is used, the vendor's under `components`; the fields are the same."""
    theirs, ours = (each.get("/openapi.json").json() for each in both)
    there = theirs["components"]["schemas"]["PromptContentResponse"]
    here = ours["paths"]["/annotated"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]

    assert list(here["properties"]) == list(there["properties"])
    assert here["required"] == there["required"]


def test_pydantics_own_models_hold_ours() -> None:
    """As a field, in a list, and refused with pydantic's error."""
    for models in (THEIRS, OURS):
        prompt = models.PromptContentResponse.model_validate(PROMPT)
        job: Any = create_model("Job", prompt=(models.PromptContentResponse, ...))
        made = job(prompt=prompt)
        assert made.prompt is prompt
        assert made.model_dump() == {"prompt": prompt.model_dump()}
        assert job.model_validate_json(made.model_dump_json(by_alias=True)) == made
        several: Any = list[models.PromptContentResponse]  # type: ignore[name-defined] # whichever of the two it is
        assert TypeAdapter(several).validate_python([PROMPT]) == [prompt]
        with pytest.raises(ValidationError):
            job(prompt={"slug": 1})
