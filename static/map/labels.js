// Names and letters: placed at the middle of the widest part, nudged, dropped before they overlap.
(function (map) {
  "use strict";
  const SIZES = [15, 13, 11.5, 11];
  const pen = document.createElement("canvas").getContext("2d");
  const widths = new Map();

  function width(text, size, weight) {
    const key = `${weight} ${size} ${text}`;
    if (!widths.has(key)) {
      pen.font = `${weight} ${size}px "Source Sans", "Noto Sans Arabic", sans-serif`;
      widths.set(key, pen.measureText(text).width);
    }
    return widths.get(key);
  }
  map.forgetWidths = () => widths.clear();
  map.textWidth = width;

  const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  const free = (box, taken) => !taken.some((other) => meets(box, other));
  map.isFree = free;

  // Whether the edge of what is seen of the map goes through a box.
  const cut = (box, view) => meets(box, view) && (box[0] < view[0] || box[1] < view[1] || box[2] > view[2] || box[3] > view[3]);

  function write(group, text, x, y, size, kind) {
    const node = map.element("text", { x, y, "font-size": size, class: kind, "text-anchor": "middle" }, group);
    node.textContent = text;
    return node;
  }

  // The names to show at this zoom. `at(n)` is a polygon's label point in pixels, `room(n)` the radius free around it.
  map.placeNames = function (scene) {
    const { city, group, at, room, zoom, lang, selected, hovered, view } = scene;
    group.replaceChildren();
    const taken = [...map.pointBoxes(scene), ...scene.corners];
    const shown = new Map();
    const most = zoom < 12.5 ? 1 : zoom < 14 ? 2 : 3;
    const first = [...selected, ...(hovered === null ? [] : [hovered])];
    const order = [...new Set([...first, ...city.order])];
    for (const n of order) {
      const chosen = first.includes(n);
      const level = city.level[n];
      if (!chosen && level > most) continue;
      const both = chosen || zoom >= 14 || (level <= 1 && zoom >= 12.5);
      const size = chosen ? 15 : SIZES[level];
      const weight = chosen ? 700 : level <= 1 ? 600 : 500;
      const names = lang === "ar" ? [city.names[n][1], city.names[n][0]] : city.names[n];
      let lines = both && names[0] !== names[1] ? names : names.slice(0, 1);
      let box = null, spot = null;
      for (const attempt of lines.length > 1 && !chosen ? [lines, lines.slice(0, 1)] : [lines]) {
        const wide = Math.max(width(attempt[0], size, weight), attempt[1] ? width(attempt[1], size * 0.84, 450) : 0);
        if (!chosen && wide > room(n) * (level <= 1 ? 5 : 4)) continue;
        const high = size * 1.12 + (attempt[1] ? size * 1.02 : 0);
        const [x, y] = at(n);
        const tops = [0, -0.55, 0.55, -1, 1].map((up) => y - high / 2 + up * Math.min(room(n), high));
        // A chosen place that its own name would cover is named above it.
        if (chosen && high > room(n) * 1.6) tops.unshift(scene.frame(n)[1] - high - 6);
        for (const top of tops) {
          box = [x - wide / 2 - 3, top - 1, x + wide / 2 + 3, top + high + 1];
          if (chosen || (free(box, taken) && !cut(box, view))) { spot = [x, top]; lines = attempt; break; }
        }
        if (spot) break;
      }
      if (!spot) continue;
      taken.push(box);
      const kind = `name level-${level}${chosen ? " chosen" : ""}`;
      const nodes = [write(group, lines[0], spot[0], spot[1] + size * 0.9, size, kind)];
      if (lines[1]) nodes.push(write(group, lines[1], spot[0], spot[1] + size * 1.92, size * 0.84, `${kind} second`));
      shown.set(n, { box, nodes, chosen });
    }
    return shown;
  };

  // One letter for each bloc of a holder, where it has room beside the names; a name gives way before a bloc goes without.
  map.placeLetters = function (scene, names, blocs) {
    const { group, at, room, zoom, letters, view } = scene;
    group.replaceChildren();
    const taken = [...names.values()].map((each) => each.box).concat(map.pointBoxes(scene), scene.corners);
    for (const each of names.values()) for (const node of each.nodes) node.removeAttribute("visibility");
    for (const { holder, bloc, area } of blocs) {
      if (!letters[holder] || area < 1500) continue;
      const near = zoom >= 14;
      const size = near ? 17 : Math.max(16, Math.min(40, Math.sqrt(area) / 7));
      const open = bloc.filter((n) => !scene.selected.includes(n)); // a chosen place shows its pattern
      const spots = (open.length ? open : bloc).flatMap((n) => {
        const [x, y] = at(n);
        const r = room(n);
        return [[0, 0], [0, -1.3], [0, 1.3], [0, -2], [0, 2], [-1, 0], [1, 0], [-2.4, 0], [2.4, 0], [0, -0.7], [0, 0.7], [-0.6, -0.6], [0.6, 0.6], [0.6, -0.6], [-0.6, 0.6]]
          .filter(([a, b]) => Math.hypot(a, b) * size <= Math.max(r - size * 0.35, 0) || (!a && !b))
          .map(([a, b]) => ({ x: x + a * size, y: y + b * size, room: r - Math.hypot(a, b) * size * 0.5 }));
      });
      const seen = (s) => s.x > view[0] + size && s.x < view[2] - size && s.y > view[1] + size && s.y < view[3] - size;
      spots.sort((a, b) => seen(b) - seen(a) || b.room - a.room);
      const below = scene.lang === "ar" ? 0.85 : 0.5; // Arabic letters reach below the line
      const box = (s, z) => [s.x - z * 0.42, s.y - z * 0.5, s.x + z * 0.42, s.y + z * below];
      let spot = null, z = size;
      for (const shrunk of near ? [size] : [size, size * 0.7, 16]) {
        spot = spots.find((s) => free(box(s, shrunk), taken));
        z = shrunk;
        if (spot) break;
      }
      if (!spot && near) continue;
      if (!spot) {
        spot = spots[0];
        for (const each of names.values())
          if (!each.chosen && meets(box(spot, z), each.box)) for (const node of each.nodes) node.setAttribute("visibility", "hidden");
      }
      taken.push(box(spot, z));
      write(group, letters[holder], spot.x, spot.y + z * 0.34, z, "letter");
    }
  };
})((window.eastAleppo = window.eastAleppo || {}));
