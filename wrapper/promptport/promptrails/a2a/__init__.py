"""Agents that call agents, by JSON-RPC."""
