# Made from wrapper/promptport/transfer/__init__.py by `python tools/stubs.py`: change that file, never this one.
from .comparing import Comparison as Comparison
from .comparing import Difference as Difference
from .comparing import diff as diff
from .planning import Creation as Creation
from .planning import PushPlan as PushPlan
from .planning import plan_push as plan_push
from .pulling import frozen as frozen
from .pulling import pull as pull
from .pushing import push as push
from .step import Step as Step
from .step import refused as refused
from .words import Part as Part
from .words import Row as Row
from .words import side_by_side as side_by_side

__all__ = [
    "Comparison",
    "Creation",
    "Difference",
    "Part",
    "PushPlan",
    "Row",
    "Step",
    "diff",
    "frozen",
    "plan_push",
    "pull",
    "push",
    "refused",
    "side_by_side",
]
