"""What a client is made of. The blocking twin of what waits is made by `tools/unasync.py`."""
