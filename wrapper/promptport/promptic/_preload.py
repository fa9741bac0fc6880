"""Imports every object of Promptic: for asyncio clients, whose calls must not stop to import one."""

from promptport_api.promptic.models import *  # noqa: F403 # each name loads its class
