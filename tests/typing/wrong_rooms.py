"""Misspelt settings of each platform's own client, each with the kind of error that mypy must find. It is never run."""

from __future__ import annotations

import httpx

from promptport import files, langfuse, promptic, promptrails, scope, xr2

xr2.xR2Client(api_kye="x")  # call-arg
xr2.AsyncxR2Client(api_kye="x")  # call-arg
xr2.xR2Client(api_key=3)  # arg-type
xr2.xR2Client(api_key="x").with_options(timeuot=1)  # call-arg
xr2.xR2Client("x", http_client=httpx.AsyncClient())  # arg-type
xr2.AsyncxR2Client("x", http_client=httpx.Client())  # arg-type
promptrails.PromptRails(api_kye="x")  # call-arg
promptrails.AsyncPromptRails(api_kye="x")  # call-arg
promptrails.PromptRails("x", timeout="30")  # arg-type
promptrails.PromptRails("x").with_options(retires=1)  # call-arg
promptic.PrompticClient(api_kye="x")  # call-arg
promptic.AsyncPrompticClient(api_kye="x")  # call-arg
promptic.PrompticClient(acces_token="x")  # call-arg
promptic.PrompticClient(api_key="x").with_options(headres={})  # call-arg
scope.ApiKeyCredentials(api_kye="x", api_secret="y")  # call-arg
print(scope.ApiKeyCredentials.from_env().api_kye)  # attr-defined
scope.configure(cache_tll=60)  # call-arg
scope.Configuration(cache_tll=60)  # call-arg
scope.client(credentails=None)  # call-arg
scope.async_client(credentails=None)  # call-arg
scope.client().auth.sdk_token(account_id="", key_id="", key_secret="")  # deprecated
promptrails.PromptRails("x", release=3)  # arg-type
promptrails.PromptRails("x").approvals.list()  # deprecated
print(promptrails.AsyncPromptRails("x").scores.get("y"))  # deprecated
promptic.PrompticClient("x", relase="1.1.0")  # call-arg
promptic.PrompticClient("x").list_runs("y")  # deprecated
print(promptrails.AgentMemory())  # deprecated
promptrails.tracing.Tracer("x").trace(knid="tool")  # call-overload
promptrails.tracing.Tracer("x").trace(kind="tool")(len)(1)  # arg-type
promptrails.tracing.Tracer("x", exporter=object())  # arg-type
langfuse.LangfuseClient(public_kye="x")  # call-arg
langfuse.AsyncLangfuseClient(secret_kye="x")  # call-arg
langfuse.LangfuseClient("x", "y").with_options(timeuot=1)  # call-arg
files.Folder(".", wrnog=1)  # call-arg
