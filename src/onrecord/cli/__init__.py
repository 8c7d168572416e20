"""The `onrecord` command."""

from onrecord.cli.app import main

__all__ = ["main"]
