"""The pages that a preview is waiting for, which it may cease to want."""

from threading import Event


class Order:
    """At most one setting of pages: whether it runs, and whether anybody waits for it still."""

    def __init__(self) -> None:
        self._unwanted: Event | None = None
        self._took_over = False  # from one that was withdrawn

    @property
    def runs(self) -> bool:
        """Whether pages are being set."""
        return self._unwanted is not None

    def begin(self) -> Event:
        """Return what tells whoever sets pages, once it is set, that nobody waits for them."""
        self._unwanted = Event()
        return self._unwanted

    def end(self, *, shown: bool) -> None:
        """Note that the setting has ended, and whether there is something to be seen now."""
        self._took_over = self._is_withdrawn and not shown
        self._unwanted = None

    @property
    def _is_withdrawn(self) -> bool:
        return self._unwanted is not None and self._unwanted.is_set()

    def make_way(self) -> None:
        """Withdraw what newer pages wait for; never twice in a row, or nothing would ever be seen."""
        if not self._took_over:
            self.withdraw()

    def withdraw(self) -> None:
        """Let nobody go on with what is being set."""
        if self._unwanted is not None:
            self._unwanted.set()
