"""Names of elements: which part of a page they speak of, and names that only look like it."""

import pytest

from ingest.roles import role_of


@pytest.mark.parametrize(
    ("names", "role"),
    [
        ("wp-caption-text", "caption"),
        ("c-image__caption", "caption"),
        ("imageCaption", "caption"),
        ("captioned-story", None),
        ("metro-factbox-content green", "box"),
        ("InfoBox_wrapper__x1", "box"),
        ("text-box", None),
        ("box", None),
        ("related-articles", "related"),
        ("c-RelatedLinks", "related"),
        ("correlated", None),
        ("readMore", "related"),
        ("read", None),
        ("teaser-list", "teaser"),
        ("newsletter-signup", "prompt"),
        ("paywall", None),
        ("subscribers-only", "prompt"),
        ("author-bio", "author"),
        ("author", None),
        ("biology", None),
        ("comments-area", "comments"),
        ("commentary", None),
        ("comment-page-body", "comments"),
        ("story-body article__content", None),
        ("", None),
    ],
)
def test_role_of(names: str, role: str | None) -> None:
    assert role_of(names) == role
