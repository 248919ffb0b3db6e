"""The least a browser can do: one static page (floor.html) that restyles the same polygons on the same days."""

import functools
import http.server
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geo.control import Days
from geo.polygons import read_polygons
from tests.bench.plain_fill import colour
from tests.browser import ROOT
from ui.escape import for_script

HERE = Path(__file__).parent


@contextmanager
def static(known: Days, place: str, first: str) -> Iterator[str]:
    """The floor: one page, served as a file."""
    dates, shapes = list(known.states), read_polygons()
    content = {
        "days": dates,
        "first": dates.index(first),
        "shapes": [[[[y, x] for x, y in ring.coords] for ring in (p.exterior, *p.interiors)] for p in shapes.values()],
        "fills": [[colour(known.states[day][p]) for p in shapes] for day in dates],
        "said": [f"{day}: {known.states[day][place].holder} {known.states[day][place].standing}" for day in dates],
    }
    with tempfile.TemporaryDirectory() as folder:
        page = (HERE / "floor.html").read_text("utf-8").replace("DATA", for_script(content))
        (Path(folder) / "index.html").write_text(page, "utf-8")
        (Path(folder) / "leaflet").symlink_to(ROOT / "static" / "leaflet", target_is_directory=True)
        handler = functools.partial(Quiet, directory=folder)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_address[1]}"
            server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""
