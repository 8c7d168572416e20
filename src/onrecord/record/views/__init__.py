"""What readers see of a record: types in `types`, one file a family of readers.

A reader takes the open record and answers with views. Ids may be given as their
beginnings. Every reader takes a `Cut`; a thing that a cut hides wholly is None.
"""

from onrecord.record.views.captures import CaptureRow, Sighting, captures_of
from onrecord.record.views.claims import list_claims, read_claim, read_claims
from onrecord.record.views.cut import NO_CUT
from onrecord.record.views.decisions import decision_words, list_decisions
from onrecord.record.views.disputes import list_disputes
from onrecord.record.views.entities import (
    find_entities,
    read_entities,
    read_entity,
    read_speakers,
)
from onrecord.record.views.incidents import (
    list_incidents,
    read_incident,
    read_incidents,
)
from onrecord.record.views.masking import MASK, masked
from onrecord.record.views.moves import list_moves
from onrecord.record.views.pages import read_page, summary
from onrecord.record.views.private import read_private_names
from onrecord.record.views.searching import search
from onrecord.record.views.stories import list_stories, read_story
from onrecord.record.views.types import (
    ArticleRef,
    By,
    ClaimView,
    CorrectionView,
    Cut,
    DecidedSide,
    DecisionView,
    DisputeView,
    Entity,
    EntityRef,
    EntityView,
    FigureRevision,
    FigureView,
    Hit,
    HitKind,
    IncidentQuery,
    IncidentView,
    LedgerLine,
    LinkView,
    PageView,
    ReportView,
    RoleSeen,
    Side,
    SideKind,
    Spelling,
    Stands,
    State,
    StatementView,
    StoryMove,
    StoryView,
    Summary,
    Toll,
    Undone,
    UnsureSide,
    UnsureView,
    WhyRevised,
    Words,
)
from onrecord.record.views.unsure import list_unsure

__all__ = [
    "MASK",
    "NO_CUT",
    "ArticleRef",
    "By",
    "CaptureRow",
    "ClaimView",
    "CorrectionView",
    "Cut",
    "DecidedSide",
    "DecisionView",
    "DisputeView",
    "Entity",
    "EntityRef",
    "EntityView",
    "FigureRevision",
    "FigureView",
    "Hit",
    "HitKind",
    "IncidentQuery",
    "IncidentView",
    "LedgerLine",
    "LinkView",
    "PageView",
    "ReportView",
    "RoleSeen",
    "Side",
    "SideKind",
    "Sighting",
    "Spelling",
    "Stands",
    "State",
    "StatementView",
    "StoryMove",
    "StoryView",
    "Summary",
    "Toll",
    "Undone",
    "UnsureSide",
    "UnsureView",
    "WhyRevised",
    "Words",
    "captures_of",
    "decision_words",
    "find_entities",
    "list_claims",
    "list_decisions",
    "list_disputes",
    "list_incidents",
    "list_moves",
    "list_stories",
    "list_unsure",
    "masked",
    "read_claim",
    "read_claims",
    "read_entities",
    "read_entity",
    "read_incident",
    "read_incidents",
    "read_page",
    "read_private_names",
    "read_speakers",
    "read_story",
    "search",
    "summary",
]
