"""The one road to the wire: authenticate, send, retry, parse or raise, observe."""
