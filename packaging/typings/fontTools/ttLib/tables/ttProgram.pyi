"""TrueType instructions."""

class Program:
    def fromBytecode(self, bytecode: bytes) -> None: ...
