// The map itself: built once from the city, then told what to show.
(function (eastAleppo) {
  "use strict";
  const NONE = { interactive: false, fill: false, smoothFactor: 0, noClip: true };
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const narrow = () => window.innerWidth < 640;
  let map, city, told, table, points, shown = null, written = null;
  let paths = [], lines = {}, groups = {}, names = new Map();
  let hovered = null, drawn = "", corners = [];

  // folium's map, as st_folium hands it over.
  eastAleppo.start = function (leafletMap) {
    map = leafletMap;
    city = eastAleppo.city;
    if (calm) map._zoomAnimated = map.options.inertia = false; // as Leaflet itself does where it cannot animate
    eastAleppo.unpackCity(city);
    eastAleppo.borrowFonts();
    fitFrame();
    for (const [name, order] of [["edge", 390], ["polygons", 400], ["lines", 410], ["marks", 420], ["words", 650]]) {
      const pane = map.createPane(name);
      pane.style.zIndex = order;
      if (name !== "polygons") pane.style.pointerEvents = "none";
    }
    const renderer = (pane) => L.svg({ pane, padding: 0.4 });
    drawEdge(renderer("edge"));
    drawPolygons(renderer("polygons"));
    drawLines(renderer("lines"));
    drawMarks(renderer("marks"));
    prepareWords();
    addControls();
    map.setMaxBounds(L.latLngBounds(city.bounds).pad(0.35));
    map.fitBounds(L.latLngBounds(city.first).pad(0.04), { animate: false });
    map.setMinZoom(Math.min(map.getZoom(), map.getBoundsZoom(city.bounds)));
    eastAleppo.shareView(map);
    map.on("zoomend viewreset", redrawWords);
    map.on("resize", redrawWords);
    map.on("moveend", () => {
      if (!told) return;
      placeNames();
      placePoints();
      placeLetters();
    });
    document.fonts.ready.then(() => { eastAleppo.forgetWidths(); redrawWords(); });
    document.fonts.addEventListener("loadingdone", () => { eastAleppo.forgetWidths(); redrawWords(); });
  };

  // On a phone the frame is lower than Python asks: it cannot know how wide the screen is.
  function fitFrame() {
    const box = map.getContainer();
    const wanted = parseInt(box.style.height, 10);
    const height = () => (narrow() ? Math.min(wanted, 352) : wanted);
    const component = window.Streamlit;
    if (component) {
      const set = component.setFrameHeight.bind(component);
      component.setFrameHeight = () => set(height());
    }
    const fit = () => {
      box.style.height = `${height()}px`;
      document.documentElement.classList.toggle("narrow", narrow());
      if (component) component.setFrameHeight();
      map.invalidateSize({ animate: false });
    };
    window.addEventListener("resize", fit);
    box.style.width = "100%";
    fit();
  }

  const line = (renderer, kind, points) => L.polyline(points || [], { ...NONE, renderer, pane: renderer.options.pane, className: kind }).addTo(map);

  function drawEdge(renderer) {
    const outer = city.sides.flatMap(([l, r], n) => (l < 0 || r < 0 ? [n] : []));
    line(renderer, "city-edge", eastAleppo.chains(city, outer));
  }

  function drawPolygons(renderer) {
    paths = city.ids.map((id, n) => {
      const layer = L.polygon(city.rings[n], {
        renderer, pane: "polygons", className: "polygon", smoothFactor: 0, noClip: true, bubblingMouseEvents: false,
      });
      // st_folium reports a click by the layer's tooltip: here the id, and nothing is shown on hover.
      layer._tooltip = { _content: id, close() {} };
      layer.getTooltip = () => ({ getContent: () => id });
      layer.on("click", () => tellClick(id));
      layer.on("mouseover", () => hover(n));
      layer.on("mouseout", () => hover(null));
      layer.addTo(map);
      const path = layer.getElement();
      path.dataset.id = id;
      path.setAttribute("role", "button");
      path.setAttribute("tabindex", n ? -1 : 0);
      path.addEventListener("focus", () => focus(n));
      path.addEventListener("blur", () => lines.focus.setLatLngs([]));
      path.addEventListener("keydown", (event) => press(event, n));
      return { layer, path, look: -1 };
    });
  }

  function drawLines(renderer) {
    const inner = city.sides.flatMap(([l, r], n) => (l >= 0 && r >= 0 ? [n] : []));
    line(renderer, "border", eastAleppo.chains(city, inner));
    for (const feature of city.ground) line(renderer, `ground-${feature.kind}`, feature.lines);
    line(renderer, "old-city", eastAleppo.outline(city, new Set(city.oldCity)));
    const flips = (kind) => line(renderer, kind);
    lines.flips = [flips("flip wide"), flips("flip"), flips("flip inner")];
    lines.casing = line(renderer, "front-casing");
    lines.certain = line(renderer, "front");
    lines.uncertain = line(renderer, "front uncertain");
    groups.clip = eastAleppo.element("path", {}, eastAleppo.element("clipPath", { id: "inside-flips" }, renderer._container.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "defs"))));
    for (const each of lines.flips) each.getElement().setAttribute("clip-path", "url(#inside-flips)");
  }

  function drawMarks(renderer) {
    lines.hover = line(renderer, "hover");
    lines.chosenCasing = line(renderer, "chosen-casing");
    lines.chosen = line(renderer, "chosen");
    lines.focus = line(renderer, "focus");
  }

  function prepareWords() {
    const svg = eastAleppo.element("svg", { class: "words leaflet-zoom-hide", "aria-hidden": "true" }, map.getPane("words"));
    const points = eastAleppo.element("svg", { class: "words points leaflet-zoom-hide" });
    map.getPane("words").prepend(points);
    groups.points = eastAleppo.element("g", {}, points);
    groups.names = eastAleppo.element("g", {}, svg);
    groups.letters = eastAleppo.element("g", {}, svg);
  }

  function addControls() {
    groups.zoom = L.control.zoom({ position: "topleft" }).addTo(map);
    groups.scale = L.DomUtil.create("div", "scale", map.getContainer());
    groups.credit = L.DomUtil.create("div", "credit", map.getContainer());
    map.getContainer().setAttribute("role", "group");
  }

  // A click reaches Python at once; st_folium's own report, a quarter of a second later, finds nothing new to say.
  function tellClick(id) {
    const own = window.__GLOBAL_DATA__;
    if (!own || !window.Streamlit) return;
    const value = { last_object_clicked_count: own.last_object_clicked_count + 1, last_object_clicked_tooltip: id };
    own.previous_data = value;
    window.Streamlit.setComponentValue(value);
  }

  function hover(n) {
    hovered = n;
    lines.hover.setLatLngs(n === null ? [] : eastAleppo.outline(city, new Set([n])));
    if (told) {
      placeNames();
      placeLetters();
    }
  }

  function focus(n) {
    for (const { path } of paths) path.setAttribute("tabindex", -1);
    paths[n].path.setAttribute("tabindex", 0);
    if (paths[n].path.matches(":focus-visible")) {
      lines.focus.setLatLngs(eastAleppo.outline(city, new Set([n])));
      const centre = L.latLng(city.points[n]);
      if (!map.getBounds().pad(-0.05).contains(centre)) map.panTo(centre, { animate: !calm });
    }
  }

  // Enter chooses; arrows walk to the neighbour that lies that way.
  const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  function press(event, n) {
    if (event.key === "Enter" || event.key === " ") {
      paths[n].layer.fire("click", { latlng: L.latLng(city.points[n]), originalEvent: event });
    } else if (WAYS[event.key]) {
      const [east, north] = WAYS[event.key];
      const [lat, lon] = city.points[n];
      let best = null, score = -Infinity;
      city.points.forEach(([y, x], other) => {
        const dx = (x - lon) * 0.81, dy = y - lat, far = Math.hypot(dx, dy);
        const ahead = (dx * east + dy * north) / far;
        if (other !== n && ahead > 0.5 && ahead * ahead / far > score) { score = ahead * ahead / far; best = other; }
      });
      if (best !== null) paths[best].path.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // What Python says: the states of all days, what is chosen, the language. Runs on every change of it.
  eastAleppo.tell = function (message) {
    const before = told;
    told = message;
    const first = Date.parse(told.first);
    told.days = Array.from({ length: told.count }, (_, n) => new Date(first + n * 864e5).toISOString().slice(0, 10));
    told.looks = told.looks.map((said) => {
      const [holder, standing, parties, rival] = said.split("|");
      return [holder, standing, parties ? parties.split("+") : [], rival];
    });
    if (!before || before.version !== message.version) {
      const unpack = (runs) => {
        const row = [];
        for (const [, sign, count] of runs.matchAll(/(\D)(\d*)/g))
          for (let n = +(count || 1); n; n--) row.push(message.signs.indexOf(sign));
        return row;
      };
      table = message.states.map(unpack);
      points = message.points.map(unpack);
      told.named = points.map((row) => row.some((look) => told.looks[look][0]));
      for (const path of paths) path.look = -1;
      shown = null;
    } else told.named = before.named;
    const root = document.documentElement;
    root.dataset.theme = message.dark ? "dark" : "light";
    root.lang = message.lang;
    root.dir = message.lang === "ar" ? "rtl" : "ltr";
    if (!before || before.lang !== message.lang) translate();
    eastAleppo.follow(message.slider, message.days.length, message.backwards, step);
    choose(before);
    shown = null;
    step();
    if (!before || before.lang !== message.lang || String([before.chosen, before.point, before.version]) !== String([message.chosen, message.point, message.version])) redrawWords();
  };

  function translate() {
    const rtl = told.lang === "ar";
    const low = narrow();
    groups.zoom.setPosition(low ? (rtl ? "bottomleft" : "bottomright") : rtl ? "topright" : "topleft");
    for (const [button, title] of [[groups.zoom._zoomInButton, told.text.zoomIn], [groups.zoom._zoomOutButton, told.text.zoomOut]]) {
      button.title = title;
      button.setAttribute("aria-label", title);
    }
    map.getContainer().setAttribute("aria-label", told.text.map);
    groups.credit.textContent = told.text.credit;
    shown = null;
    for (const path of paths) path.look = -1;
  }

  function choose(before) {
    const chosen = new Set(told.chosen.map((id) => city.ids.indexOf(id)).filter((n) => n >= 0));
    const outline = chosen.size ? eastAleppo.outline(city, chosen) : [];
    lines.chosenCasing.setLatLngs(outline);
    lines.chosen.setLatLngs(outline);
    for (const [n, { path }] of paths.entries()) path.setAttribute("aria-pressed", chosen.has(n));
    const landmark = city.landmarks.find(([id]) => id === told.point);
    if (landmark && before?.point !== told.point && !map.getBounds().pad(-0.05).contains(landmark.slice(1, 3)))
      map.panTo(landmark.slice(1, 3), { animate: !calm && !!before });
    if (chosen.size && String(before?.chosen) !== String(told.chosen)) {
      const bounds = L.latLngBounds([...chosen].flatMap((n) => city.rings[n][0]));
      const view = map.getBounds();
      if (!view.contains(bounds) && !view.pad(-0.15).contains(bounds.getCenter())) map.panTo(bounds.getCenter(), { animate: !calm && !!before });
    }
  }

  // Show the day of the slider; the day of the last rerun where there is none.
  function step() {
    if (!told) return;
    const own = eastAleppo.sliderDay(), last = eastAleppo.writtenDay();
    const day = own === null ? Math.max(told.days.indexOf(last), 0) : own;
    if (day === shown && last === written) return;
    const iso = told.days[day];
    written = last;
    if (day !== shown) show(day, iso);
    eastAleppo.showDayInPage(iso, iso !== last);
  }

  function show(day, iso) {
    shown = day;
    paths.forEach((each, n) => {
      const look = table[n][day];
      if (look === each.look) return;
      each.look = look;
      each.path.style.fill = eastAleppo.fill(told.looks[look]);
      each.path.dataset.look = told.looks[look].flat().filter(Boolean).join(" ");
      each.path.setAttribute("aria-label", `${city.names[n][told.lang === "ar" ? 1 : 0]}: ${told.words[look]}`);
    });
    showFronts();
    showFlips(iso);
    if (drawn !== seenPoints()) placePoints();
    placeLetters();
    map.getContainer().dataset.day = iso;
    map.getContainer().dataset.version = told.version;
  }

  function showFronts() {
    const kinds = { c: [], u: [] };
    city.sides.forEach(([l, r], n) => {
      if (l < 0 || r < 0) return;
      const kind = told.fronts[paths[l].look][paths[r].look];
      if (kinds[kind]) kinds[kind].push(n);
    });
    const certain = eastAleppo.chains(city, kinds.c), uncertain = eastAleppo.chains(city, kinds.u);
    lines.casing.setLatLngs([...certain, ...uncertain]);
    lines.certain.setLatLngs(certain);
    lines.uncertain.setLatLngs(uncertain);
    lines.certain.getElement().dataset.arcs = kinds.c.length;
    lines.uncertain.getElement().dataset.arcs = kinds.u.length;
  }

  function showFlips(iso) {
    const ids = told.flips[iso] || [];
    const group = new Set(ids.map((id) => city.ids.indexOf(id)));
    const outline = group.size ? eastAleppo.outline(city, group) : [];
    for (const each of lines.flips) each.setLatLngs(outline);
    clipFlips();
  }
  const clipFlips = () => groups.clip.setAttribute("d", lines.flips[0].getElement().getAttribute("d") || "M0 0");

  function pixel(point) {
    const { x, y } = map.latLngToLayerPoint(point);
    return [x, y];
  }

  // Where buttons, scale and credit stand in the frame: measured when they may have moved, never on a step.
  function measureCorners() {
    const frame = map.getContainer().getBoundingClientRect();
    corners = [groups.zoom.getContainer(), groups.scale, groups.credit].map((part) => {
      const { left, top, right, bottom } = part.getBoundingClientRect();
      return [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top];
    });
  }

  function scene(group) {
    const from = map.containerPointToLayerPoint([0, 0]);
    const metre = 256 * 2 ** map.getZoom() / 40075016.686 / Math.cos((city.bounds[0][0] * Math.PI) / 180);
    return {
      city, group, hovered, zoom: map.getZoom(), lang: told.lang, letters: told.letters, metre,
      selected: told.chosen.map((id) => city.ids.indexOf(id)).filter((n) => n >= 0).slice(0, 1),
      place: pixel, point: pointOfDay(),
      at: (n) => pixel(city.points[n]),
      room: (n) => city.room[n] * metre,
      frame: (n) => {
        const corners = L.latLngBounds(city.rings[n][0]);
        const low = map.latLngToLayerPoint(corners.getSouthWest()), high = map.latLngToLayerPoint(corners.getNorthEast());
        return [low.x, high.y, high.x, low.y];
      },
      view: (() => {
        const size = map.getSize();
        return [from.x, from.y, from.x + size.x, from.y + size.y];
      })(),
      corners: corners.map((box) => box.map((side, n) => side + (n % 2 ? from.y : from.x))),
    };
  }

  function redrawWords() {
    if (!told) return;
    const zoom = map.getZoom();
    eastAleppo.scalePatterns(zoom);
    document.documentElement.dataset.zoom = zoom < 12.5 ? "city" : zoom < 14 ? "default" : "near";
    clipFlips();
    drawScale();
    measureCorners();
    placeNames();
    placePoints();
    placeLetters();
  }

  function placeNames() {
    names = eastAleppo.placeNames(scene(groups.names));
  }

  // The landmarks as they look on the day shown.
  function placePoints() {
    drawn = seenPoints();
    eastAleppo.placePoints(scene(groups.points), [...names.values()].map((each) => each.box));
  }

  const seenPoints = () => points.map((row) => row[shown ?? 0]).join();

  function pointOfDay() {
    const look = (n) => told.looks[points[n]?.[shown ?? 0]];
    return {
      named: told.named, letters: told.letters, chosen: city.landmarks.findIndex(([id]) => id === told.point),
      look: (n) => (look(n)?.[0] ? look(n) : null),
      words: (n) => told.words[points[n]?.[shown ?? 0]] || "",
      click(id, event) {
        if (map.dragging.moved()) return;
        L.DomEvent.stop(event);
        tellClick(id);
      },
    };
  }

  function placeLetters() {
    const here = scene(groups.letters);
    const keys = paths.map(({ look }) => (look < 0 ? "" : told.letters[told.looks[look][0]] ? told.looks[look][0] : ""));
    // From near every polygon has its own letter, from afar every bloc.
    const members = here.zoom >= 14 ? keys.flatMap((key, n) => (key ? [[n]] : [])) : eastAleppo.blocs(city, keys);
    const blocs = members.map((bloc) => ({
      bloc, holder: keys[bloc[0]], area: bloc.reduce((sum, n) => sum + city.area[n], 0) * here.metre ** 2,
    }));
    eastAleppo.placeLetters(here, names, blocs.sort((a, b) => b.area - a.area));
  }

  function drawScale() {
    const { metre } = scene(null);
    const metres = [200, 500, 1000, 2000, 5000, 10000].find((m) => m * metre >= 55) || 10000;
    groups.scale.textContent = told.text.scale[metres];
    groups.scale.style.width = `${Math.round(metres * metre)}px`;
  }
})((window.eastAleppo = window.eastAleppo || {}));
