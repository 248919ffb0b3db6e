// The one script of the page. It says the language of the document, and lets a link that only changes the view
// change the address without loading the page again; without it the same links load the page.
(() => {
  const root = document.documentElement;
  root.lang = document.currentScript?.dataset.lang || root.lang;
  if (window.viewLinks) return;
  window.viewLinks = true;
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('.stHtml a[href^="./"]');
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const to = new URL(link.href);
    if (to.origin !== location.origin || to.pathname !== location.pathname) return;
    event.preventDefault();
    history.pushState({}, "", to);
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
})();
