"""What generated code stands on: operations as data, senders as Protocols, answers as read-only objects. No I/O.

Generated code imports this package and nothing else of the wrapper.
"""

from .decoder import NOTHING as NOTHING
from .decoder import Convert as Convert
from .decoder import Field as Field
from .deprecation import deprecated as deprecated
from .differences import Difference as Difference
from .differences import Fields as Fields
from .differences import Shape as Shape
from .differences import compare as compare
from .differences import contract_of as contract_of
from .differences import describe as describe
from .differences import differences as differences
from .differences import noting as noting
from .fitting import fitting as fitting
from .history import History as History
from .history import Releases as Releases
from .model import Model as Model
from .model import plain as plain
from .operation import AsDict as AsDict
from .operation import Content as Content
from .operation import File as File
from .operation import Operation as Operation
from .operation import Parameter as Parameter
from .operation import Parse as Parse
from .operation import ParseEvent as ParseEvent
from .operation import Repeatable as Repeatable
from .operation import Request as Request
from .operation import Scheme as Scheme
from .page import DataPage as DataPage
from .page import Page as Page
from .page import walk as walk
from .page import walk_async as walk_async
from .readers import Loose as Loose
from .readers import array as array
from .readers import by_kind as by_kind
from .readers import load as load
from .readers import loose as loose
from .readers import mapping as mapping
from .readers import nothing as nothing
from .readers import optional as optional
from .readers import otherwise as otherwise
from .readers import reads as reads
from .readers import tagged as tagged
from .readers import timestamp as timestamp
from .response import Result as Result
from .sender import AsyncResultSender as AsyncResultSender
from .sender import AsyncSender as AsyncSender
from .sender import AsyncStream as AsyncStream
from .sender import ResultSender as ResultSender
from .sender import Sender as Sender
from .sender import Stream as Stream
from .values import Unreadable as Unreadable
from .values import kind_of as kind_of
from .values import snake as snake
