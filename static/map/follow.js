// The map follows the day slider of the page it stands in: same origin, so the step is seen before the server hears
// of it. Python writes the same day into the page later; where the slider is not found, what is written counts.
(function (map) {
  "use strict";
  let page = null;
  try {
    page = window.parent.document;
  } catch {
    page = null; // another origin: the first day stays
  }
  let slider = "day";
  let count = 0;
  let backwards = false;
  let heard = () => {};
  let aheadOf = "";
  let wrote = "";

  const input = () => page && page.querySelector(`.st-key-${CSS.escape(slider)} input[type="range"]`);

  // The number of the day the slider stands on, or null where there is no slider for exactly these days.
  map.sliderDay = function () {
    const found = input();
    if (!found || !count) return null;
    const [low, high, step, value] = [found.min, found.max, found.step || 1, found.value].map(Number);
    if (Math.round((high - low) / step) !== count - 1) return null;
    const day = Math.round((value - low) / step);
    if (day < 0 || day >= count) return null;
    return backwards ? count - 1 - day : day;
  };

  // The day of the last rerun, as Python has written it on the page; empty where it is not found.
  map.writtenDay = () => page?.querySelector(`[data-written="${CSS.escape(slider)}"]`)?.dataset.day || "";

  map.follow = function (name, days, mirrored, listener) {
    slider = name;
    count = days;
    backwards = mirrored;
    heard = listener;
  };

  function look(event) {
    if (event.target.closest?.(`.st-key-${CSS.escape(slider)}`)) heard();
  }

  if (page) {
    page.addEventListener("input", look, true);
    const watch = new MutationObserver((changes) => {
      const moved = changes.some((change) => change.type === "attributes" && change.target.closest(`.st-key-${CSS.escape(slider)}`));
      const written = map.writtenDay();
      if (moved || written !== wrote) heard();
      wrote = written;
    });
    watch.observe(page.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-valuetext", "value", "data-day"] });
    window.addEventListener("pagehide", () => {
      watch.disconnect();
      page.removeEventListener("input", look, true);
    });
  }

  // What the page has prepared for single days (see ui/map.py): only the shown day's part is visible, and the
  // page can tell while the map is ahead of what Python has written.
  map.showDayInPage = function (day, ahead) {
    if (!page) return;
    for (const part of page.querySelectorAll(`[data-follows="${CSS.escape(slider)}"] [data-from]`))
      part.hidden = day < part.dataset.from || day > part.dataset.to;
    // Hiding the old words repaints half the page: that is for the frame after the map's.
    aheadOf = ahead ? day : "";
    if (ahead) requestAnimationFrame(() => setTimeout(markAhead));
    else markAhead();
  };

  function markAhead() {
    if (aheadOf) page.body.dataset.mapAhead = aheadOf;
    else delete page.body.dataset.mapAhead;
  }

  // Latin letters in the faces that Streamlit has already loaded; the browser has these files.
  map.borrowFonts = function () {
    if (!page) return;
    const rules = [];
    for (const sheet of page.styleSheets) {
      let own = [];
      try {
        own = [...sheet.cssRules];
      } catch {
        continue; // a sheet of another origin
      }
      for (const rule of own)
        if (rule instanceof window.parent.CSSFontFaceRule && /Source (Sans|Serif)/.test(rule.cssText) && !/italic/.test(rule.style.fontStyle))
          rules.push(rule.cssText.replace(/url\("?([^")]+)"?\)/g, (_, url) => `url("${new URL(url, sheet.href || page.baseURI)}")`));
    }
    const style = document.createElement("style");
    style.textContent = rules.join("\n");
    document.head.appendChild(style);
  };
})((window.eastAleppo = window.eastAleppo || {}));
