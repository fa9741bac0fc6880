"""Imports every operation and object of Scope: for asyncio clients, whose calls must not stop to import one."""

from promptport_api.scope.api import prompts as prompts
from promptport_api.scope.models import prompt_version as prompt_version
from promptport_api.scope.models import token as token

from . import models as models
