"""Putting memory aside: later collections pass over it, and what is dropped is freed by the next call."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from ui.heap import put_aside


class Node:
    """An object that holds on to itself, as only the collector can free."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def leave_no_trace() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_collections_pass_over_what_was_put_aside() -> None:
    kept = [Node() for _ in range(1000)]
    put_aside()
    assert gc.get_freeze_count() > len(kept)
    seen = {id(each) for each in gc.get_objects()}
    assert not any(id(node) in seen for node in kept)


def test_what_was_dropped_since_is_freed_by_the_next_call() -> None:
    node = Node()
    alive = weakref.ref(node)
    put_aside()
    del node
    gc.collect()
    assert alive() is not None
    put_aside()
    assert alive() is None
