"""Reports of one event joined across pages, against the events of the gold."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from bench.incident_gold import IncidentPage, SameEvent

Events = Mapping[str, str]  # the event of each incident, by `page#id`


def events_of(pages: Iterable[IncidentPage], same: Iterable[SameEvent]) -> Events:
    """The event of every incident: its own, where no line joins it to another."""
    joined = {each: event.incidents[0] for event in same for each in event.incidents}
    names = (f"{page.page}#{each.id}" for page in pages for each in page.incidents)
    return {name: joined.get(name, name) for name in names}


def b_cubed(gold: Events, found: Events) -> dict[str, float]:
    """B-cubed precision, recall and F1 over the incidents that both know.

    >>> gold = {"a#1": "x", "b#1": "x", "c#1": "y"}
    >>> b_cubed(gold, {"a#1": "1", "b#1": "1", "c#1": "2"})
    {'f1': 1.0, 'p': 1.0, 'r': 1.0}
    """
    known = sorted(gold.keys() & found.keys())
    if not known:
        return {"f1": 0.0, "p": 0.0, "r": 0.0}
    right, ours = _groups(gold, known), _groups(found, known)
    both = {each: len(right[each] & ours[each]) for each in known}
    p = sum(both[each] / len(ours[each]) for each in known) / len(known)
    r = sum(both[each] / len(right[each]) for each in known) / len(known)
    return {"f1": 2 * p * r / (p + r), "p": p, "r": r}


def _groups(events: Events, known: Iterable[str]) -> dict[str, set[str]]:
    """All that are one event with an incident, itself among them."""
    members: defaultdict[str, set[str]] = defaultdict(set)
    names = list(known)
    for name in names:
        members[events[name]].add(name)
    return {name: members[events[name]] for name in names}
