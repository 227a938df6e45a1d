"""Does pieces of work ahead of who uses them, on other threads."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def ahead(works: Iterable[Callable[[], T]], threads: int) -> Iterator[T]:
    """Yield what each of `works` returns, in their order, while the next are being done.

    Few results wait at a time, as each may be a photo.  What one raises is raised in its turn.
    """
    with ThreadPoolExecutor(threads) as pool:
        waiting: deque[Future[T]] = deque()
        try:
            for work in works:
                waiting.append(pool.submit(work))
                if len(waiting) > threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
