# Made from wrapper/promptport/typed/__init__.py by `python tools/stubs.py`: change that file, never this one.
from .module import written as written
from .rendering import Array as Array
from .rendering import Messages as Messages
from .rendering import Number as Number
from .rendering import Object as Object
from .rendering import R as R
from .rendering import Renders as Renders
from .rendering import Value as Value
from .rendering import rendered as rendered

__all__ = [
    "Array",
    "Messages",
    "Number",
    "Object",
    "R",
    "Renders",
    "Value",
    "rendered",
    "written",
]
