"""Pages, under the names that `promptrails.pagination` has for them.

Every page is a `PaginatedResponse`: it has `data` and `meta`, can be iterated, and `len` counts its items. For a test one can
be made by hand: `PaginatedResponse(data=[Agent(id="a")], meta=PaginationMeta(total=1))`.
"""

from promptport_api.promptrails.models import PaginationMeta

from ..model import DataPage as PaginatedResponse

__all__ = ["PaginatedResponse", "PaginationMeta"]
