"""What waits, for asyncio. The blocking twin is made from this file by `tools/unasync.py`."""
