# Made from wrapper/promptport/langfuse/_async/__init__.py by `python tools/unasync.py`: change that file, never this one.
"""What waits. The asyncio twin is the source of this file."""
