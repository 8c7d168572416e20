"""An assistant model on the command line: only where the user names one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.fetching import check_network
from onrecord.cli.render import joined
from onrecord.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.language import Assistant
    from onrecord.pipeline import Ingested
    from onrecord.settings import Settings

AssistantUrl = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="Also ask the model at this OpenAI-compatible address for statements, "
        "such as http://127.0.0.1:8080/v1; it gets the article's words. "
        "[ONRECORD_ASSISTANT_URL, a key in ONRECORD_ASSISTANT_KEY]",
    ),
]
AssistantModel = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The model to ask there; its name stands beside each of its proposals. "
        "[ONRECORD_ASSISTANT_MODEL]",
    ),
]


def assistant_of(
    settings: Settings, url: str | None, model: str | None
) -> Assistant | None:
    """The assistant that the options or the environment name; None when none is.

    With --no-network the one in the environment is not asked. Raises ConfigError
    when the options name one as well, and when only half of one is named.
    """
    if url is not None or model is not None:
        check_network(settings, "an assistant")
    named = settings.assistant
    url, model = url or named.url, model or named.model
    if not settings.allow_network or not (url or model):
        return None
    if not url:
        raise ConfigError(
            f"where does {model} answer? name it with --assistant-url or "
            f"ONRECORD_ASSISTANT_URL"
        )
    if not model:
        raise ConfigError(
            f"which model is to answer at {url}? name it with --assistant-model or "
            f"ONRECORD_ASSISTANT_MODEL"
        )
    from onrecord.language import ChatAssistant

    return ChatAssistant(url, model, named.key)


def proposals_of(item: Ingested) -> str | None:
    """What the assistant gave for one page; None when it was not asked."""
    told = item.assisted
    if told is None:
        return None
    dropped = f"{told.dropped} not in the page's words" if told.dropped else None
    known = f"{told.known} known" if told.known else None
    proposed = f"{told.proposed} proposed by {told.model}"
    return joined(proposed, dropped, known).plain


def unassisted(done: Iterable[Ingested]) -> int:
    """How many pages the assistant was not asked about, or not about all of them."""
    return sum(
        item.assisted is not None and item.assisted.failure is not None for item in done
    )
