"""What the views show: the contract of the record with commands, server and export.

Every view is frozen and holds plain values: it can be printed, encoded as JSON and
kept after the record is closed. Ids of claims, incidents, stories and entities are
ids of groups: the smallest id among their members, former ids redirect.
"""

from onrecord.record.views.types.compared import (
    ComparedText,
    ComparisonView,
    FactCell,
    FactKind,
    FactRow,
    FactWords,
    Manner,
    SectorCount,
    Standing,
)
from onrecord.record.views.types.decided import (
    DecidedSide,
    DecisionView,
    State,
    Undone,
    UnsureSide,
    UnsureView,
)
from onrecord.record.views.types.happened import (
    DoubtView,
    FigureRevision,
    FigureView,
    IncidentView,
    LedgerLine,
    ReportView,
    Stands,
    Toll,
    WhyRevised,
)
from onrecord.record.views.types.held import (
    Hit,
    HitKind,
    PageView,
    StoryMove,
    StoryView,
    Summary,
)
from onrecord.record.views.types.lived import (
    ClaimLife,
    Month,
    RoleTold,
    Voice,
    WordSeen,
)
from onrecord.record.views.types.looking import (
    ArticleRef,
    By,
    Cut,
    IncidentQuery,
    Words,
)
from onrecord.record.views.types.named import (
    Entity,
    EntityRef,
    EntityView,
    LinkView,
    RoleSeen,
    Spelling,
)
from onrecord.record.views.types.said import (
    ClaimView,
    CorrectionView,
    DisputeView,
    Side,
    SideKind,
    StatementView,
)

__all__ = [
    "ArticleRef",
    "By",
    "ClaimLife",
    "ClaimView",
    "ComparedText",
    "ComparisonView",
    "CorrectionView",
    "Cut",
    "DecidedSide",
    "DecisionView",
    "DisputeView",
    "DoubtView",
    "Entity",
    "EntityRef",
    "EntityView",
    "FactCell",
    "FactKind",
    "FactRow",
    "FactWords",
    "FigureRevision",
    "FigureView",
    "Hit",
    "HitKind",
    "IncidentQuery",
    "IncidentView",
    "LedgerLine",
    "LinkView",
    "Manner",
    "Month",
    "PageView",
    "ReportView",
    "RoleSeen",
    "RoleTold",
    "SectorCount",
    "Side",
    "SideKind",
    "Spelling",
    "Standing",
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
    "Voice",
    "WhyRevised",
    "WordSeen",
    "Words",
]
