// The one script of the page. It says the language of the document, completes links that name only what they change
// (ui/links.py) before they are used, lets a link that only changes the view change the address without loading the page
// again, opens the first place found when Enter is pressed in the search field, and puts the address on a printed sheet;
// without it the same links load the page.
(() => {
  const root = document.documentElement;
  const told = document.currentScript?.dataset || {};
  root.lang = told.lang || root.lang;
  const skip = document.querySelector("[data-testid=stSkipToContent]"); // Streamlit's own, always English
  if (skip && told.skip) skip.textContent = told.skip;
  if (window.viewLinks) return;
  window.viewLinks = true;
  // A link names what it changes; the rest of the view is in the page's own address, and may change while it stands.
  const whole = (event) => {
    const link = event.target.closest?.('.stHtml a[href^="./"], .stHtml a[data-onward]');
    if (!link) return null;
    const to = new URL(link.dataset.onward || link.getAttribute("href"), document.baseURI);
    if (to.searchParams.has("day")) return link;
    link.dataset.onward ||= link.getAttribute("href");
    const named = new Set(to.searchParams.keys());
    for (const [name, value] of new URLSearchParams(location.search))
      if (!named.has(name)) to.searchParams.append(name, value);
    link.href = to;
    return link;
  };
  for (const kind of ["pointerover", "pointerdown", "focusin"]) document.addEventListener(kind, whole, true);
  window.addEventListener("beforeprint", () => {
    for (const line of document.querySelectorAll(".printed")) line.textContent = location.href;
  });
  // Enter in the search field presses the first place found for exactly what stands in it, once that is there.
  const first = (field, tries) => {
    const asked = document.querySelector(".st-key-found [data-asked]");
    if (asked?.dataset.asked === field.value.trim()) document.querySelector(".st-key-found button")?.click();
    else if (tries && field.value.trim()) setTimeout(first, 100, field, tries - 1);
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing && event.target.closest?.(".st-key-search")) first(event.target, 50);
  }, true);
  document.addEventListener("click", (event) => {
    const link = whole(event);
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const to = new URL(link.href);
    if (to.origin !== location.origin || to.pathname !== location.pathname) return;
    event.preventDefault();
    history.pushState({}, "", to);
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
})();
