"""What a report says besides kind, place and people: weapons, groups, doubts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.reports.doubts import dating_of, place_doubts
from onrecord.extract.reports.struck import targets_of, victims_of
from onrecord.extract.reports.weapons import weapons_of

if TYPE_CHECKING:
    from onrecord.extract.reports.merge import Incident
    from onrecord.extract.reports.scene import Scene
    from onrecord.model import Report


def detailed(scene: Scene, incident: Incident, report: Report) -> Report:
    """The report with weapons, victims and targets, its date's words, and doubts."""
    dating = dating_of(scene, incident)
    return replace(
        report,
        weapons=weapons_of(scene, incident),
        targets=targets_of(scene, incident),
        victims=victims_of(scene, incident),
        date_spans=dating.spans,
        is_date_counted=dating.is_counted,
        doubts=(*dating.doubts, *place_doubts(scene, report.place)),
    )
