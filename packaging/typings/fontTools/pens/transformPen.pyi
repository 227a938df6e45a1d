"""Pens that move what is drawn with them."""

class TransformPen:
    def __init__(self, outPen: object, transformation: tuple[float, ...]) -> None: ...
