"""Imports every type of Promptic: for asyncio clients, whose calls must not stop to import one when an answer is compared."""

from promptport_api.promptic.models import *  # noqa: F403 # each name loads its type
