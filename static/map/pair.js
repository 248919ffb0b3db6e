// Maps beside each other move together: what a reader does to one, the others of the page do too.
(function (map) {
  "use strict";
  const EVENT = "east-aleppo-view";
  const own = Math.random();
  let quiet = false;

  map.shareView = function (leaflet) {
    let page = null;
    try {
      page = window.parent.document && window.parent;
    } catch {
      return; // another origin: this map stays by itself
    }
    leaflet.on("moveend", () => {
      if (!quiet) page.dispatchEvent(new CustomEvent(EVENT, { detail: { own, centre: leaflet.getCenter(), zoom: leaflet.getZoom() } }));
    });
    const move = ({ detail }) => {
      if (detail.own === own) return;
      quiet = true;
      leaflet.setView(detail.centre, detail.zoom, { animate: false });
      quiet = false;
    };
    page.addEventListener(EVENT, move);
    window.addEventListener("pagehide", () => page.removeEventListener(EVENT, move));
  };
})((window.eastAleppo = window.eastAleppo || {}));
