"""What a platform says of itself and answers."""

from __future__ import annotations

import pickle
from copy import deepcopy

import pytest

from ...errors import Error, NotSupported
from ...platform import Query, Traits
from ...prompt.prompt import Prompt
from ..variants import Example, Variant, asked, opened
from .checks import same, unseen, well_formed
from .fixtures import SuiteFixtures


class AnswerTests(SuiteFixtures):
    """Of what a platform answers: plain data, for every way to ask."""

    def test_traits(self, variant: Variant, example: Example) -> None:
        """It says who it is and what it can do, in both variants alike, and without a secret."""
        traits = variant.traits
        assert isinstance(traits, Traits)
        assert all(isinstance(each, str) for each in (traits.name, traits.origin, traits.account, traits.versions))
        assert traits.name
        assert traits.origin
        assert traits.versions in ("number", "id", "")
        assert traits.labels is None or (
            isinstance(traits.labels, tuple) and all(isinstance(each, str) for each in traits.labels)
        )
        assert isinstance(traits.lists, bool)
        assert isinstance(traits.local, bool)
        assert pickle.loads(pickle.dumps(traits)) == traits
        with opened(example, "sync") as one, opened(example, "async") as other:
            assert one.traits == other.traits == traits
        unseen(example, traits)

    def test_fetch_by_name(self, variant: Variant, example: Example) -> None:
        """A prompt is plain data that can be kept, rendered, and used again and again."""
        fetched = variant.fetch(Query(example.name))
        well_formed(fetched, example.name)
        before = deepcopy(fetched)
        prompt = Prompt.of(fetched, variant.traits.name, "network")
        for _ in range(2):
            rendered = prompt.render(example.values)
            assert rendered.text == example.text
            rendered.to_anthropic()
        assert fetched == before
        assert same(variant.fetch(Query(example.name)), before)

    def test_fetch_by_version(self, variant: Variant, example: Example) -> None:
        """A version can be asked for where there are versions, and is the same each time."""
        if not variant.traits.versions:
            assert example.version is None
            return
        assert example.version is not None, "the example needs a version that is there"
        query = Query(example.name, version=example.version)
        fetched = variant.fetch(query)
        well_formed(fetched, example.name)
        assert example.version in (fetched.version, fetched.id, str(fetched.version))
        assert same(variant.fetch(query), fetched)
        assert fetched.cacheable, "a version that was asked for is nobody's alone"

    def test_fetch_by_label(self, variant: Variant, example: Example) -> None:
        """A label can be asked for where there are labels, and the answer says it."""
        if variant.traits.labels == ():
            assert example.label is None
            return
        assert example.label is not None, "the example needs a label that is there"
        fetched = variant.fetch(Query(example.name, label=example.label))
        well_formed(fetched, example.name)
        assert fetched.label == example.label

    def test_traces(self, variant: Variant, example: Example) -> None:
        """A trace, where there is one, belongs to one fetch."""
        traces = [variant.fetch(Query(example.name)).trace for _ in range(3)]
        assert set(traces) == {None} or len(set(traces)) == 3

    def test_listing(self, variant: Variant, example: Example) -> None:
        """All names are listed, or it is said that the platform can't."""
        if variant.traits.lists:
            assert example.names is not None, "the example needs the names that are listed"
            assert sorted(variant.names()) == sorted(example.names)
            assert example.name in example.names
        else:
            assert example.names is None
            with pytest.raises(NotSupported):
                variant.names()

    def test_scores(self, variant: Variant, example: Example) -> None:
        """Where a platform takes scores, it takes one, or says in our terms what is wrong with it."""
        if not hasattr(variant.source, "score"):
            return
        trace = variant.fetch(Query(example.name)).trace
        error: Error | None = None
        try:
            variant.score(trace or "no-such-trace", "suite", 1.0)
        except Error as raised:
            error = raised
        unseen(example, error)

    def test_both_variants_agree(self, example: Example) -> None:
        """What one variant answers, the other answers as well."""
        with opened(example, "sync") as one, opened(example, "async") as other:
            for query in asked(example):
                assert same(one.fetch(query), other.fetch(query))
