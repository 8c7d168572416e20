"""The screens, one router a family."""

from onrecord.server.routes.claims import router as claims
from onrecord.server.routes.events import router as events
from onrecord.server.routes.finding import router as finding
from onrecord.server.routes.home import router as home
from onrecord.server.routes.pages import router as pages
from onrecord.server.routes.people import router as people

ROUTERS = (home, claims, events, people, pages, finding)

__all__ = ["ROUTERS"]
