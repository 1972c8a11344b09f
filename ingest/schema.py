"""What may stand in a pack: the keys, their types, and what goes together. Nothing else may."""

from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from ingest.matchers import Take

_SHAPES: Final = ("line", "starts_with", "label", "ends_with", "contains", "tokens", "date", "regex", "repeated")

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_-]+)+$")]
Text = Annotated[str, StringConstraints(min_length=1)]
Pattern = Annotated[Text, AfterValidator(lambda pattern: pattern.replace("\n", ""))]  # one may be written on several lines
Texts = Annotated[list[Text], Field(min_length=1)]
Label = Literal[
    "title", "duplicate_headline", "photo_caption", "date_line", "byline", "source_attribution", "related_content", "social",
    "call_to_action", "tags", "navigation", "comments", "advertisement", "legal_notice", "markup", "duplicate_text", "other",
]  # fmt: skip
ToField = Literal["title", "date_published", "credits", "authors", "captions", "tags", "related"]
PageField = Literal["title", "date_published", "authors", "tags"]
Zone = Literal["head", "between", "tail"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class WordsSpec(_Strict):
    """How many words a line has."""

    min: int = 1
    max: int = 10_000


class MatchSpec(_Strict):
    """Exactly one shape, with the keys that go with it."""

    line: Texts | None = Field(None, description="The whole line is one of these phrases, punctuation round it aside.")
    starts_with: Texts | None = Field(None, description="The line begins with one of these phrases.")
    then: Literal["anything", "value", "name", "date", "headline"] | None = Field(
        None, description="With starts_with: what the rest of the line must be."
    )
    label: Texts | None = Field(None, description="One of these phrases, a separator, a short value.")
    value: Literal["any", "name", "date", "list", "headline"] | None = Field(None, description="With label: what kind of value.")
    ends_with: Texts | None = Field(None, description="The line ends with one of these phrases.")
    contains: Texts | None = Field(None, description="One of these phrases stands in the line.")
    tokens: Texts | None = Field(None, description="Every word of the line is one of these.")
    least: int | None = Field(None, description="With tokens: at least so many words.")
    date: list[Text] | None = Field(None, description="The line is only a date, perhaps with these words around it.")
    regex: Pattern | None = Field(
        None, description="A pattern that is searched for in the folded line; its own line breaks count for nothing."
    )
    repeated: Literal[True] | None = Field(None, description="The line stood in the text before.")

    @model_validator(mode="after")
    def _one_shape(self) -> "MatchSpec":
        shapes = [name for name in _SHAPES if getattr(self, name) is not None]
        if len(shapes) != 1:
            given = " and ".join(shapes) or "none"
            raise ValueError(f"exactly one shape is needed ({', '.join(_SHAPES)}); here: {given}")
        for key, shape in (("then", "starts_with"), ("value", "label"), ("least", "tokens")):
            if getattr(self, key) is not None and shapes != [shape]:
                raise ValueError(f"{key!r} goes with {shape!r}, not with {shapes[0]!r}")
        return self


class GuardSpec(_Strict):
    """Conditions on a line that the shape has matched."""

    ends_with: Literal["sentence"] | Texts | None = None
    begins_with: Texts | None = None
    contains: Texts | None = None
    words: WordsSpec | None = None
    zone: Zone | Annotated[list[Zone], Field(min_length=1)] | None = None
    after: Annotated[list[Label], Field(min_length=1)] | None = None
    before: Annotated[list[Label], Field(min_length=1)] | None = None
    once: Literal[True] | None = None
    equals_title: Literal[True] | None = None
    verse: Literal[True] | None = None
    flat: Literal[True] | None = None
    list_: Literal[True] | None = Field(None, alias="list")


class CaseSpec(_Strict):
    """A whole text and what must go from it; an empty list where nothing may."""

    text: Text
    removes: list[Text]


class RuleSpec(_Strict):
    """One rule as it stands in a pack."""

    id: Id
    label: Label
    why: Text
    match: MatchSpec
    take: Take | None = None
    where: GuardSpec | None = None
    unless: GuardSpec | None = None
    to: ToField | None = None
    evidence: Literal["strong", "weak"] = "strong"
    sites: Texts | None = None
    languages: Texts | None = None
    removes: list[Text] = []
    keeps: list[Text] = []
    cases: list[CaseSpec] = []

    @model_validator(mode="after")
    def _proves_itself(self) -> "RuleSpec":
        if not self.removes and not any(case.removes for case in self.cases):
            raise ValueError("a rule needs an example of what it removes ('removes')")
        if not self.keeps and all(case.removes for case in self.cases):
            raise ValueError("a rule needs an example of what it keeps ('keeps'): a near miss")
        return self


class PageCaseSpec(_Strict):
    """A piece of a page, and which of its words the selectors take and leave."""

    html: Text
    removes: list[Text] = []
    keeps: Texts


class PageSpec(_Strict):
    """What a pack says of whole pages, in CSS selectors."""

    drop: Texts | None = Field(None, description="Elements that go before the article is looked for.")
    keep: Texts | None = Field(None, description="Elements that are the article; nothing else is. Only with sites.")
    fields: dict[PageField, Text] = Field(
        default={}, description="Elements whose text (or datetime, or content) is a field of the record. Only with sites."
    )
    cases: list[PageCaseSpec] = Field(min_length=1)


class PackSpec(_Strict):
    """One YAML file of rules."""

    language: str | None = Field(None, description="The language of the texts these rules are for; leave out for all.")
    sites: Texts | None = Field(None, description="The sites these rules are for; leave out for all.")
    words: dict[str, Texts] = Field(default={}, description="Word lists, for <name> in phrases of any pack.")
    page: PageSpec | None = Field(None, description="What goes and what stays of whole pages of HTML.")
    rules: list[RuleSpec] = []
    disable: list[str] = Field(default=[], description="Ids of rules of earlier layers that shall not run.")


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a pack, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **PackSpec.model_json_schema()}
