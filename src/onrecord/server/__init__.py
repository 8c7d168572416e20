"""The record in a browser: pages drawn by the server, for this machine alone."""

from onrecord.server.app import make_app
from onrecord.server.serving import serve

__all__ = ["make_app", "serve"]
