"""How fast the page follows a reader, beside the naive way and the least a browser can do, in one run.

usage: python -m tests.bench.bench_map [--steps 20] [--readers 50]

A real browser steps the day slider by its arrow keys: on the app, on a page that makes a new folium map on every
rerun (naive_map.py), and on a static Leaflet page that restyles the same polygons (floor.html). The three take turns
step by step, to and fro over a day on which the map and the chosen place change. A step ends when the frame in
which what is looked at had changed has been handed to the screen. Compare ratios, not milliseconds. Bytes are counted
by the browser.
"""

import argparse
import itertools
import re
import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, Page
from streamlit.testing.v1 import AppTest

from geo.control import Days
from tests.bench.floor import static
from tests.bench.new_days import new_days
from tests.bench.plain_fill import colour
from tests.bench.readers import memory, readers
from tests.bench.wire import visit
from tests.browser import ROOT, Served, open_browser, serve, stand_in
from ui.load import Archive, archive, days, stamp
from ui.map_states import look
from ui.view import View, change

PLACE = "shaar"
HERE = Path(__file__).parent
SETTLE = 700  # milliseconds between steps: the page has come to rest
EXTRA = 8  # further readers whose memory is taken

# Resolves with the milliseconds from the key press until each thing had changed and the frame with it was handed to
# the screen: that is when the next frame begins.
TIMER = """([what, limit]) => new Promise((done) => {
  const fills = () => {
    const pages = [document, ...[...document.querySelectorAll("iframe")].map((f) => f.contentDocument).filter(Boolean)];
    return pages.flatMap((p) => [...p.querySelectorAll("path.leaflet-interactive")])
      .map((p) => p.style.fill || p.getAttribute("fill")).join();
  };
  const text = (css) => [...document.querySelectorAll(css)].filter((e) => !e.hidden).map((e) => e.textContent).join();
  const looks = { map: fills, headline: () => text("#evidence, .status [data-from]"),
    evidence: () => text("#evidence, .panel .follows") + (document.body.dataset.mapAhead ? "waiting" : "") };
  const before = {}, found = {};
  for (const name of what) before[name] = looks[name]();
  let start = null;
  for (const kind of ["keydown", "click"])
    window.addEventListener(kind, (e) => { start ??= e.timeStamp; }, { capture: true, once: true });
  const end = performance.now() + limit;
  const frame = () => {
    for (const name of what) {
      const now = name in found ? null : looks[name]();
      if (now && now !== before[name] && !now.endsWith("waiting")) {
        found[name] = 0;
        requestAnimationFrame(() => { found[name] = performance.now() - start; });
      }
    }
    if (what.every((name) => found[name])) return done(found);
    if (performance.now() > end) return done(found);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.timerStarted = true;
})"""


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--readers", type=int, default=50)
    asked = parser.parse_args()
    data = archive(stamp())
    known = days(data, View())
    before, after = pair(known)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        app = stack.enter_context(serve(ROOT / "app.py"))
        naive = stack.enter_context(serve(stand_in(folder, (HERE / "naive_map.py").read_text("utf-8"))))
        floor = stack.enter_context(static(known, PLACE, before))
        browser = stack.enter_context(open_browser())
        print(f"steps to and fro between {before} and {after}, {asked.steps} counted, {PLACE} chosen")
        first_visit(browser, app, before)
        warm_rerun((before, after), asked.steps)
        least = steps(browser, app, naive, floor, before, asked.steps)
        carried, sent = new_days(browser, app, list(known.states), PLACE)
        report("bytes a step to a new day", carried, "15 kB")
        report("the same, compressed on the wire", sent, "none")
        switch_off(browser, app, switch(data, known, before), before, asked.steps // 2, least)
        reading_at_once(browser, app, before, asked.readers)


def pair(known: Days) -> tuple[str, str]:
    """Two days in a row between which the chosen place and most of the map change."""
    dates = list(known.states)

    def changed(a: str, b: str) -> int:
        one, two = known.states[a], known.states[b]
        if look(one[PLACE], known.claims) == look(two[PLACE], known.claims):
            return 0
        return sum(colour(one[p]) != colour(two[p]) for p in one)

    return max(itertools.pairwise(dates), key=lambda each: changed(*each))


def first_visit(browser: Browser, app: Served, day: str) -> None:
    """Time and bytes of a first visit, the second one after the server has warmed up."""
    for name in ("first visit, server cold", "first visit, server warm"):
        page, wire = visit(browser, f"{app}/?day={day}&lang=en&place={PLACE}")
        painted = page.evaluate("performance.now()")
        page.wait_for_timeout(2500)
        largest = sorted(wire.files.items(), key=lambda each: -each[1])
        ours = ", ".join(
            f"{path.rpartition('/')[2]} {size / 1000:.0f}"
            for path, size in largest
            if size > 2000 and not path.startswith("/static/")
        )
        report(
            name, f"painted after {painted:.0f} ms; beyond Streamlit's own files {wire.own() / 1000:.0f} kB", "600 kB"
        )
        page.context.close()
    print(f"  of these: messages {wire.messages / 1000:.0f}, {ours}")
    report("server after the first visits", f"{memory(app.process):.0f} MB", "350 MB")


def warm_rerun(dates: tuple[str, str], count: int) -> None:
    """The whole script once more on the server, with another day and nothing new to read."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["lang"], app.query_params["place"] = "en", PLACE
    app.run()
    found = []
    for number in range(count + 4):
        app.select_slider(key="day").set_value(dates[number % 2])
        began = time.perf_counter()
        app.run()
        found.append((time.perf_counter() - began) * 1000)
    assert not app.exception, app.exception
    report("rerun on the server, warm", f"{statistics.median(found[4:]):.0f} ms", "60 ms")


def timed(page: Page, what: list[str], act: str, key: str = "") -> dict[str, float]:
    """Do one thing and wait until what is looked at was painted anew."""
    page.bring_to_front()
    page.evaluate("window.timerStarted = false")
    page.evaluate(f"(asked) => {{ window.timed = ({TIMER})(asked); }}", [what, 8000])
    page.wait_for_function("window.timerStarted")
    page.keyboard.press(key) if key else page.locator(act).click()
    found: dict[str, float] = page.evaluate("window.timed")
    return found


def steps(browser: Browser, app: Served, naive: Served, floor: str, day: str, count: int) -> float:
    """Slider steps of the three pages in turn; the floor's median in milliseconds."""
    pages = {
        "app": (*visit(browser, f"{app}/?day={day}&lang=en&place={PLACE}"), ["map", "headline", "evidence"]),
        "naive": (*visit(browser, f"{naive}/?day={day}"), ["map", "evidence"]),
        "floor": (*visit(browser, floor), ["map", "evidence"]),
    }
    times: dict[str, list[float]] = {}
    sizes: list[int] = []
    reruns: list[float] = []
    for page, _, _ in pages.values():
        page.wait_for_timeout(1500)
        page.locator("input[type=range]").first.focus()
    for number in range(count + 2):  # the first two warm up
        for name, (page, wire, what) in pages.items():
            wire.clear()
            found = timed(page, what, "", "ArrowRight" if number % 2 == 0 else "ArrowLeft")
            page.wait_for_timeout(SETTLE)
            if number < 2:
                continue
            for each in what:
                times.setdefault(f"{name} {each}", []).append(found.get(each, float("nan")))
            if name == "app":
                sizes.append(wire.messages + sum(wire.files.values()))
                reruns.append(wire.rerun())
    middle = {name: statistics.median(each) for name, each in times.items()}
    late = {name: sorted(each)[int(len(each) * 0.95) - 1] for name, each in times.items()}
    for name in times:
        print(f"  {name:14} median {middle[name]:6.1f} ms  p95 {late[name]:6.1f} ms")
    least = middle["floor map"]
    report(
        "step to painted map, to the floor",
        f"{middle['app map'] / least:.1f} x (p95 {late['app map'] / late['floor map']:.1f} x)",
        "2 x (3 x)",
    )
    report("step to painted map, naive to app", f"{middle['naive map'] / middle['app map']:.1f} x", "at least 8 x")
    report("step to headline, to the floor", f"{middle['app headline'] / least:.1f} x", "4 x")
    report("step to the whole evidence, to the floor", f"{middle['app evidence'] / least:.1f} x", "12 x")
    report("bytes a step to a day seen before", f"{statistics.median(sizes) / 1000:.1f} kB", "15 kB")
    report("from message sent to last answer, as the browser sees it", f"{statistics.median(reruns):.0f} ms", "none")
    for page, _, _ in pages.values():
        page.context.close()
    return least


def switch(data: Archive, known: Days, day: str) -> str:
    """The speaker on whom most of the day's colours rest."""

    def resting(entry: str) -> int:
        other = days(data, change(View(), without=(entry,))).states[day]
        return sum(colour(other[p]) != colour(state) for p, state in known.states[day].items())

    return max(sorted({f"claimant:{claim.claimant}" for claim in data.claims}), key=resting)


def switch_off(browser: Browser, app: Served, entry: str, day: str, count: int, least: float) -> None:
    """One source switched off and on again by its toggle."""
    page, _ = visit(browser, f"{app}/?day={day}&lang=en")
    page.wait_for_timeout(1500)
    toggle = f".st-key-switch-{re.sub('[^A-Za-z0-9_-]', '-', entry)} label"
    found = []
    for number in range(count + 2):
        if not page.locator(toggle).is_visible():
            page.locator(".st-key-sources-popover button").first.click()
            page.locator(toggle).wait_for()
        took = timed(page, ["map"], toggle).get("map", float("nan"))
        page.wait_for_timeout(SETTLE)
        if number >= 2:
            found.append(took)
    page.context.close()
    middle = statistics.median(found)
    report(f"{entry} switched to repainted map", f"{middle:.0f} ms, {middle / least:.1f} x the floor", "20 x")


def reading_at_once(browser: Browser, app: Served, day: str, count: int) -> None:
    """Memory of further readers, then many of them stepping days at once."""
    before = memory(app.process)
    pages = [visit(browser, f"{app}/?day={day}&lang=en")[0] for _ in range(EXTRA)]
    pages[-1].wait_for_timeout(1500)
    report("a further reader", f"{(memory(app.process) - before) / EXTRA:.2f} MB", "2 MB")
    for page in pages:
        page.context.close()
    times, errors = readers(app, count, 8)
    late = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else float("nan")
    said = f"median {statistics.median(times):.0f} ms, p95 {late:.0f} ms, {len(errors)} errors in {len(times)} steps"
    report(f"{count} readers, each a step every three seconds", said, "no errors")
    for error in sorted(set(errors))[:3]:
        print(f"  {error}")


def report(name: str, found: str, target: str) -> None:
    """One line: what was measured, what was found, what is aimed at."""
    print(f"{name}: {found}  [target {target}]", flush=True)


if __name__ == "__main__":
    main()
