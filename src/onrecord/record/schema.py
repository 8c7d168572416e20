"""The tables: one for each type of the model, with a column for each field.

Columns after the model's own say who found a row (`run`, `by`) or hold what queries
need (a day, a folded name). `members`, `entities` and `entity_names` are derived
from links, and a person's links from `decisions`: they can be made again. Everything
else is only ever appended to, until its page is forgotten; nothing is ever taken from
the custody log and from `decisions`, whose words are in `anchors`.
A change here needs a migration in `migrations/versions` and a new `CURRENT`.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    false,
    literal_column,
)

from onrecord.model import (
    Block,
    DateRange,
    Fetched,
    KnownPlace,
    MetaValue,
    Moment,
    Origin,
    Party,
    PlaceName,
    ReportDoubt,
    Struck,
    Weapon,
    Zoned,
)
from onrecord.record.columns import (
    Json,
    OneSpan,
    Packed,
    PackedBytes,
    PackedText,
    Spans,
    Utc,
)

CURRENT = "0008"  # the newest migration
DOUBTS = tuple[ReportDoubt, ...]

metadata = MetaData()

about = Table(
    "about",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
runs = Table(
    "runs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("versions", Json(tuple[tuple[str, str], ...]), nullable=False),
)
captures = Table(
    "captures",
    metadata,
    Column("id", Text, primary_key=True),
    Column("where", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("how", Text, nullable=False),
    Column("captured_at", Utc),
    Column("outlet", Text),
    Column("media_type", Text, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("fetched", Json(Fetched)),
    Column("data", PackedBytes, nullable=False),
    Column("address", Text, index=True),  # what `where` is compared by
)
custody = Table(
    "custody",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Utc, nullable=False),
    Column("event", Text, nullable=False),
    Column("capture_id", Text, nullable=False, index=True),
    Column("sha256", Text, nullable=False),
    Column("where", Text, nullable=False),
    Column("captured_at", Utc),
    Column("detail", Text),  # what the event is about, see CustodyEntry
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
)
FORGOTTEN = custody.c.event == literal_column("'forgotten'")
Index(
    "custody_forgotten",
    custody.c.sha256,
    sqlite_where=FORGOTTEN,
    postgresql_where=FORGOTTEN,
)
stamps = Table(
    "stamps",
    metadata,
    Column("seq", ForeignKey("custody.seq"), primary_key=True, autoincrement=False),
    Column("token", LargeBinary, nullable=False),  # the authority's answer, as sent
)
pages = Table(
    "pages",
    metadata,
    Column("id", Text, primary_key=True),
    Column("capture_id", ForeignKey("captures.id"), nullable=False, index=True),
    Column("language", Text),
    Column("reader", Text, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("added_at", Utc, nullable=False),
    Column("is_language_supported", Boolean, nullable=False),
    Column("text", PackedText, nullable=False),
    Column("blocks", Packed(tuple[Block, ...]), nullable=False),
    Column("metadata", Packed(tuple[MetaValue, ...]), nullable=False),
)


def _found() -> list[Column[object]]:
    return [
        Column("run", ForeignKey("runs.id"), nullable=False),
        Column("by", Text, nullable=False),
    ]


def _placed() -> list[Column[object]]:
    return [
        Column("article_id", ForeignKey("articles.id"), nullable=False, index=True),
        Column("page_id", ForeignKey("pages.id"), nullable=False, index=True),
    ]


articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("page_id", ForeignKey("pages.id"), nullable=False, index=True),
    Column("type", Text, nullable=False),
    Column("title", Text),
    Column("titles", Spans, nullable=False),
    Column("zones", Packed(tuple[Zoned, ...]), nullable=False),
    Column("outlet", Text, index=True),
    Column("byline", Json(tuple[str, ...]), nullable=False),
    Column("published", Json(Moment)),
    Column("modified", Json(Moment)),
    Column("language", Text),
    Column("tags", Json(tuple[str, ...]), nullable=False),
    Column("section", Text),
    Column("source_line", Text),
    Column("url", Text, index=True),
    Column("origins", Json(tuple[Origin, ...]), nullable=False, server_default="[]"),
    *_found(),
    Column("published_day", Date, index=True),
)
mentions = Table(
    "mentions",
    metadata,
    Column("id", Text, primary_key=True),
    *_placed(),
    Column("span", OneSpan, nullable=False),
    Column("text", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("head", Text, nullable=False),
    Column("actor", Text),
    Column("role", Text),
    Column("role_spans", Spans, nullable=False),
    Column("institution", Text),
    Column("country", Text),
    Column("private_reason", Text),
    Column("confidence", Float, nullable=False),
    Column("place", Json(KnownPlace)),
    *_found(),
)
statements = Table(
    "statements",
    metadata,
    Column("id", Text, primary_key=True),
    *_placed(),
    Column("content", Spans, nullable=False),
    Column("source", Spans, nullable=False),
    Column("cue", Spans, nullable=False),
    Column("cue_class", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("speaker", Text, index=True),
    Column("speaker_name", Text),
    Column("role", Text),
    Column("institution", Text),
    Column("sector", Text),
    Column("said_at", Json(DateRange)),
    Column("nested_in", Text),
    Column("negated", Boolean, nullable=False),
    Column("hedged", Boolean, nullable=False),
    Column("denied", Spans, nullable=False),
    Column("zone", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("addressee", Spans, nullable=False, server_default="[]"),
    Column("occasion", Spans, nullable=False, server_default="[]"),
    Column("found_by", Text),
    *_found(),
)
reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    *_placed(),
    Column("event_type", Text, nullable=False),
    Column("sub_event_type", Text),
    Column("detail", Text),
    Column("place", Json(PlaceName)),
    Column("date", Json(DateRange)),
    Column("status", Text, nullable=False),
    Column("spans", Spans, nullable=False),
    Column("actors", Json(tuple[Party, ...]), nullable=False),
    Column("recipients", Json(tuple[Party, ...]), nullable=False),
    Column("claimed_by", Json(Party)),
    Column("is_main", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("weapons", Json(tuple[Weapon, ...]), nullable=False, server_default="[]"),
    Column("targets", Json(tuple[Struck, ...]), nullable=False, server_default="[]"),
    Column("victims", Json(tuple[Struck, ...]), nullable=False, server_default="[]"),
    Column("date_spans", Spans, nullable=False, server_default="[]"),
    Column("is_date_counted", Boolean, nullable=False, server_default=false()),
    Column("doubts", Json(DOUBTS), nullable=False, server_default="[]"),
    *_found(),
    Column("date_start", Date, index=True),
    Column("date_end", Date),
    Column("place_folded", Text),
)
figures = Table(
    "figures",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report_id", ForeignKey("reports.id"), nullable=False, index=True),
    *_placed(),
    Column("effect", Text, nullable=False),
    Column("low", Integer),
    Column("high", Integer),
    Column("qualifier", Text),
    Column("about", Boolean, nullable=False),
    Column("counted", Text),
    Column("part_of", Text),
    Column("attributed_to", Text),
    Column("statement_id", Text),
    Column("span", OneSpan, nullable=False),
    Column("is_superseded", Boolean, nullable=False),
    Column("is_doubtful", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("adds_to", Text),
    *_found(),
)
corrections = Table(
    "corrections",
    metadata,
    Column("id", Text, primary_key=True),
    *_placed(),
    Column("kind", Text, nullable=False),
    Column("spans", Spans, nullable=False),
    Column("said", Spans, nullable=False),
    Column("corrected", Spans, nullable=False),
    Column("targets", Json(tuple[str, ...]), nullable=False),
    Column("at", Json(Moment)),
    Column("confidence", Float, nullable=False),
    *_found(),
)
disputes = Table(
    "disputes",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("left", Text, nullable=False, index=True),
    Column("right", Text, nullable=False, index=True),
    Column("evidence", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("shown", Text, nullable=False),
    Column("page_id", ForeignKey("pages.id"), nullable=False, index=True),
    Column("spans", Spans, nullable=False),
    *_found(),
    Column("shown_by", Text, nullable=False),  # page: its own words; resolution
    Column("at", Utc, nullable=False),
    Column("revoked_at", Utc),
)
links = Table(
    "links",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("left", Text, nullable=False, index=True),
    Column("right", Text, nullable=False, index=True),
    Column("relation", Text, nullable=False),
    Column("judgement", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    *_found(),
    Column("at", Utc, nullable=False),
    Column("revoked_at", Utc),
    Column("decision", Text),  # which a person's judgement rests on
)
decisions = Table(
    "decisions",
    metadata,
    Column("number", ForeignKey("custody.seq"), primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Utc, nullable=False),
    Column("by", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("left", Json(tuple[tuple[str, str], ...]), nullable=False),
    Column("right", Json(tuple[tuple[str, str], ...]), nullable=False),
    Column("undoes", Text),
)  # a side is the captures of its anchors, each with the anchor's seal
anchors = Table(
    "anchors",
    metadata,
    Column("decision", ForeignKey("decisions.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),  # left, then right
    Column("member", Text, nullable=False, index=True),
    Column("capture_id", Text, nullable=False, index=True),
    Column("page_id", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("span", OneSpan, nullable=False),
    Column("text", Text, nullable=False),
    Column("salt", Text, nullable=False),  # so that nobody can guess what was sealed
)
members = Table(
    "members",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("member", Text, primary_key=True),
    Column("group_id", Text, nullable=False),
    Column("is_resolved", Boolean, nullable=False),
    Index("members_by_group", "kind", "group_id"),
)
UNRESOLVED = members.c.is_resolved.is_(False)
Index(
    "members_unresolved",
    members.c.is_resolved,
    sqlite_where=UNRESOLVED,
    postgresql_where=UNRESOLVED,
)
redirects = Table(
    "redirects",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("former", Text, primary_key=True),
    Column("current", Text, nullable=False),
    Column("at", Utc, nullable=False),
)
entities = Table(
    "entities",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("is_private", Boolean, nullable=False),
    Column("private_reason", Text),
)
entity_names = Table(
    "entity_names",
    metadata,
    Column("entity_id", ForeignKey("entities.id"), primary_key=True),
    Column("text", Text, primary_key=True),
    Column("folded", Text, nullable=False, index=True),
    Column("count", Integer, nullable=False),
)
judged_pairs = Table(  # derived: made anew whenever it is missing
    "judged_pairs",
    metadata,
    Column("pair", Text, primary_key=True),  # a hash of the judge and both texts
    Column("agree", Float, nullable=False),
    Column("dispute", Float, nullable=False),
    Column("other", Float, nullable=False),
)
search_entries = Table(
    "search_entries",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("id", Text, nullable=False, index=True),
    Column("weight", Float, nullable=False),  # of its score; teasers count less
    Column("article_id", ForeignKey("articles.id"), nullable=False, index=True),
)
watched = Table(
    "watched",
    metadata,
    Column("url", Text, primary_key=True),
    Column("kind", Text, nullable=False),  # feed, page
    Column("found_in", Text),  # the feed that lists a page
    Column("added_at", Utc, nullable=False),
    Column("asked_at", Utc),
    Column("next_at", Utc, nullable=False, index=True),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("failures", Integer, nullable=False),
    Column("reason", Text),  # of the last failure
)
