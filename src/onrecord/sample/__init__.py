"""The sample: pages of news about an invented country, and what is in them.

`sample_pages()` gives the pages with what is known about their capture;
README.md beside this file tells what the JSON beside each page holds.
"""

from onrecord.sample.pages import SamplePage, sample_pages

__all__ = ["SamplePage", "sample_pages"]
