"""The generator: reads the contracts beside it, checks them whole, and makes Python of them (`openapi/generate.py` runs it)."""
