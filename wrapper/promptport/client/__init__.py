"""One client for every platform: `promptport.Client`, and `promptport.AsyncClient` for asyncio."""
