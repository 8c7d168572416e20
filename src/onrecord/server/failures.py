"""What a reader sees when something is not there or does not work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from onrecord.errors import InputError, OnRecordError
from onrecord.server.desk import desk_of
from onrecord.server.security import HEADERS

if TYPE_CHECKING:
    from fastapi import FastAPI, Request
    from fastapi.responses import HTMLResponse

WRONG = 400
NOT_FOUND = 404
BROKEN = 503


def add_failures(app: FastAPI) -> None:
    """Have the app answer errors with screens of their own."""
    app.add_exception_handler(InputError, _not_on_record)
    app.add_exception_handler(OnRecordError, _not_working)
    app.add_exception_handler(HTTPException, _no_screen)
    app.add_exception_handler(RequestValidationError, _no_such_choice)
    app.add_exception_handler(Exception, _our_bug)


def _not_on_record(request: Request, error: Exception) -> HTMLResponse:
    return _screen(request, NOT_FOUND, "Not on record", str(error))


def _not_working(request: Request, error: Exception) -> HTMLResponse:
    return _screen(request, BROKEN, "The record cannot be read", str(error))


def _no_screen(request: Request, error: Exception) -> HTMLResponse:
    status = error.status_code if isinstance(error, HTTPException) else NOT_FOUND
    return _screen(request, status, "Nothing at this address", request.url.path)


def _no_such_choice(request: Request, error: Exception) -> HTMLResponse:
    del error  # its message is about our code, not about the address
    asked = f"{request.url.path}?{request.url.query}"
    return _screen(request, WRONG, "The address asks for something odd", asked)


def _our_bug(request: Request, error: Exception) -> HTMLResponse:
    answer = _screen(request, 500, "A fault in onrecord", type(error).__name__)
    answer.headers.update(HEADERS)  # this answer is made before the guard sees it
    return answer


def _screen(request: Request, status: int, title: str, reason: str) -> HTMLResponse:
    return desk_of(request).show(
        "failure.html", status=status, title=title, reason=reason, code=status
    )
