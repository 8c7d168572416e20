"""What annotate and extract cost and lose beside the pipeline as it comes."""

from bench.cpu import cpu_ratio, findings_lost

TEXT = (
    "Ferry sinks off Vorrin\n\nTwelve people died when a ferry sank off Vorrin on"
    " Monday, the harbour office said. \u201cWe warned them,\u201d said Ana Petrell,"
    " its head.\n\nThe ferry left the port at noon. It had no licence, police said."
)


def test_nothing_is_lost_beside_the_untouched_pipeline() -> None:
    assert findings_lost([TEXT]) == 0


def test_the_ratio_is_one_number_above_nought() -> None:
    assert cpu_ratio([TEXT]) > 0
