"""A server that fetches first and then forks four workers, as with `gunicorn --preload`: `preforking.py PLATFORM ADDRESS`.

Each worker answers HTTP with its process id and where the prompt came from. The server ends with its standard input.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
from importlib import import_module

import promptport


def work(client: promptport.Client, listener: socket.socket) -> None:
    """Answer one connection after the other."""
    while True:
        connection, _ = listener.accept()
        with connection:
            name = connection.recv(65_536).split(b" ")[1].decode().strip("/")
            prompt = client.get(name)
            text = prompt.render(customer_name="Alice", language="en").text
            body = f"{os.getpid()} {prompt.origin.source} {text.split('.')[0]}".encode()
            connection.sendall(
                b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s" % (len(body), body)
            )


def main(platform: str, address: str) -> None:
    """Fetch, fork, print the port, wait, end."""
    settings = import_module(f"promptport_local.{platform}").settings(address)
    client = promptport.Client(platform, **settings)
    client.get("welcome")
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    workers = []
    for _ in range(4):
        pid = os.fork()
        if pid == 0:
            work(client, listener)
        workers.append(pid)
    print(listener.getsockname()[1], *workers, flush=True)
    sys.stdin.read()
    for pid in workers:
        os.kill(pid, signal.SIGTERM)
        os.waitpid(pid, 0)
    client.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
