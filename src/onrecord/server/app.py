"""The app: a record behind the screens."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from onrecord.server.desk import Desk
from onrecord.server.failures import add_failures
from onrecord.server.recorded import RecordArchive
from onrecord.server.routes import ROUTERS
from onrecord.server.security import Guard

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from onrecord.server.archive import Archive

STATIC = Path(__file__).parent / "static"


def make_app(path: Path) -> FastAPI:
    """The screens of the record in this file; it is closed when the app ends.

    Raises RecordError when the file is no record.
    """
    return app_over(RecordArchive(path))


def app_over(archive: Archive) -> FastAPI:
    """The screens of any archive; it is closed when the app ends."""

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        yield
        archive.close()

    app = FastAPI(
        title="onrecord", openapi_url=None, docs_url=None, redoc_url=None, lifespan=life
    )
    app.state.desk = Desk(archive)
    add_failures(app)
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(Guard)
    return app
