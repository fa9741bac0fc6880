"""Imports every object of xR2: for asyncio clients, whose calls must not stop to import one."""

from . import models as models
