"""Many like pieces of work, shared out to as many processes as there are cores.

Processes are forked: they see everything that was made before, and only what they give back travels.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from whatworks.errors import WhatWorksError

T = TypeVar("T")
R = TypeVar("R")

_LEAST = 150  # pieces a process; with fewer, starting it takes longer than it saves
_MOST = 8  # processes; the rest of a build is done by one
_BLOCK = 32  # pieces that stay together, since neighbours often need the same things


def cores() -> int:
    """How many processes can run at once, as far as more of them would help."""
    asked = getattr(os, "sched_getaffinity", None)
    return min(len(asked(0)) if asked else os.cpu_count() or 1, _MOST)


def in_shares(items: Sequence[T], work: Callable[[T], R], jobs: int) -> list[R]:
    """What `work` gives for each item, in their order, by up to so many processes.

    Raises:
        WhatWorksError: as `work` raised it, or a process ended without an answer.

    """
    jobs = min(jobs, len(items) // _LEAST) if _can_fork() else 1
    if jobs <= 1:
        return [work(item) for item in items]
    own, *others = [[at for at in range(len(items)) if at // _BLOCK % jobs == one] for one in range(jobs)]
    helpers = [_Helper([items[at] for at in share], work) for share in others]
    found = {at: work(items[at]) for at in own}
    for share, helper in zip(others, helpers, strict=True):
        found.update(zip(share, helper.answer(), strict=True))
    return [found[at] for at in range(len(items))]


def in_background(work: Callable[[], R], jobs: int) -> Callable[[], R]:
    """Begin some work in a process of its own, if there may be more than one; what is returned waits for its result."""
    if jobs <= 1 or not _can_fork():
        return work
    helper = _Helper([work], lambda begun: begun())
    return lambda: helper.answer()[0]


class _Helper(Generic[R]):
    """A process that does a share of the work."""

    def __init__(self, items: Sequence[T], work: Callable[[T], R]) -> None:
        fork = multiprocessing.get_context("fork")
        self._answer, answer = fork.Pipe(duplex=False)
        # A daemon ends with its parent, should that not wait for its answer.
        self._process = fork.Process(target=_share, args=(answer, items, work), daemon=True)
        self._process.start()
        answer.close()

    def answer(self) -> list[R]:
        """What the work gave, once it is done."""
        try:
            found, fault = self._answer.recv()
        except EOFError:
            raise WhatWorksError("A helper process ended without an answer; see above.") from None
        self._process.join()
        if fault is not None:
            raise WhatWorksError(fault)
        return found  # type: ignore[no-any-return]


def _share(answer: Connection, items: Sequence[T], work: Callable[[T], R]) -> None:
    try:
        answer.send(([work(item) for item in items], None))
    except WhatWorksError as error:
        answer.send(([], str(error)))


def _can_fork() -> bool:
    """Whether a fork is safe: not where the system's own libraries run threads, nor beside threads of ours."""
    return sys.platform == "linux" and threading.active_count() == 1
