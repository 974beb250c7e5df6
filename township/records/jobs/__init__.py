"""Long work outside the request: a `Maker` declares it once; progress, cancelling, retrying and fetching come of it.

With a worker (`BACKGROUND=1`) the browser waits on a page of its own; without one the file is made at once.
"""

from .declaring import Maker, Product, makers
from .running import ask

__all__ = ["Maker", "Product", "ask", "makers"]
