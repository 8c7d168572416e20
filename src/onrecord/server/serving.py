"""Serving a record to the browser on this machine."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import uvicorn

from onrecord.errors import ConfigError
from onrecord.server.app import make_app

if TYPE_CHECKING:
    from pathlib import Path

    from fastapi import FastAPI

HOST = "127.0.0.1"  # never another: whoever reaches the port reads the record


def serve(path: Path, *, port: int) -> None:
    """Show the record in this file until the process is interrupted.

    Prints one line with the address; port 0 takes any free one. Raises ConfigError
    when the port is taken, RecordError when the file is no record.
    """
    with closing(listen(port)) as listener:
        app = make_app(path)
        address = address_of(listener)
        sys.stdout.write(f"{path.name} is shown at {address} (Ctrl+C ends it)\n")
        sys.stdout.flush()
        with suppress(KeyboardInterrupt):
            server_over(app).run(sockets=[listener])


def listen(port: int) -> socket.socket:
    """A socket on this machine's own address; raises ConfigError when it is taken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere it would let two servers share a port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except (OSError, OverflowError) as error:
        listener.close()
        raise ConfigError(
            f"port {port} cannot be had ({error}); "
            "name another with --port, or --port 0 for any free one"
        ) from error
    return listener


def address_of(listener: socket.socket) -> str:
    """Where a browser finds what listens here."""
    return f"http://{HOST}:{listener.getsockname()[1]}/"


def server_over(app: FastAPI) -> uvicorn.Server:
    """A server for this app that logs warnings alone."""
    return uvicorn.Server(
        uvicorn.Config(
            app, log_level="warning", access_log=False, ws="none", server_header=False
        )
    )
