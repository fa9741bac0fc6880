"""What the promises take from the tests of clients and stores: platforms, a clock, a Redis server."""

from ..cache.conftest import redis_server as redis_server
from ..cache.conftest import running_redis as running_redis
from ..client.conftest import clock as clock
from ..client.conftest import known as known
