// Landmarks: a point each, with the colour, pattern and letter of what is said of the landmark itself. One that no
// claim names stays small and pale; a dashed rim says that where it stands is an estimate.
(function (map) {
  "use strict";
  const FAR = 12.5; // from here on a landmark that sources speak of is drawn
  const NEAR = 14; // from here on every landmark is, with its name
  const SIZE = 7, SMALL = 3.6, FINGER = 12; // radii in pixels: coloured, pale, and what a finger meets

  const isShown = ({ zoom, point }, n) => point.chosen === n || zoom >= NEAR || (zoom >= FAR && point.named[n]);
  const around = (x, y, far) => [x - far, y - far, x + far, y + far];

  // Where names and letters must not stand: on a landmark that has a colour on any of the days, so that none moves,
  // and on the name of the chosen one.
  map.pointBoxes = (scene) =>
    scene.city.landmarks.flatMap(([, lat, lon], n) => {
      if (!isShown(scene, n) || !(scene.point.named[n] || n === scene.point.chosen)) return [];
      const [x, y] = scene.place([lat, lon]);
      return [around(x, y, SIZE + 1), ...(n === scene.point.chosen ? [nameBoxes(scene, n)[0]] : [])];
    });

  // Where the name of a landmark may stand: below it, or above.
  function nameBoxes({ city, place, lang, point }, n) {
    const [, lat, lon, english, arabic] = city.landmarks[n];
    const [x, y] = place([lat, lon]);
    const chosen = n === point.chosen;
    const size = chosen ? 13 : 11;
    const wide = map.textWidth(lang === "ar" ? arabic : english, size, chosen ? 700 : 500) / 2 + 2;
    const gap = chosen ? SIZE + 6 : SIZE + 1;
    return [[x - wide, y + gap, x + wide, y + gap + size * 1.3], [x - wide, y - gap - size * 1.3, x + wide, y - gap]];
  }

  // Draws the landmarks of this zoom and day; their names go where `taken` leaves room.
  map.placePoints = function (scene, taken) {
    const { city, group, place, lang, point } = scene;
    group.replaceChildren();
    const boxes = [...taken, ...map.pointBoxes(scene)];
    const order = city.landmarks.map((_, n) => n).filter((n) => isShown(scene, n));
    order.sort((a, b) => (b === point.chosen) - (a === point.chosen) || point.named[b] - point.named[a]);
    for (const n of order) {
      const [id, lat, lon, english, arabic, sure] = city.landmarks[n];
      const [x, y] = place([lat, lon]);
      const name = lang === "ar" ? arabic : english;
      const mark = map.element("g", { class: "point", role: "img", "data-id": id }, group);
      map.element("title", {}, mark).textContent = `${name}: ${point.words(n)}`;
      mark.addEventListener("click", (event) => point.click(id, event));
      drawMark(mark, x, y, point, n, sure);
      const chosen = n === point.chosen;
      const box = chosen ? nameBoxes(scene, n)[0] : scene.zoom >= NEAR && nameBoxes(scene, n).find((each) => map.isFree(each, boxes));
      if (!box) continue;
      boxes.push(box);
      const size = chosen ? 13 : 11;
      const kind = `landmark-name${chosen ? " chosen" : ""}`;
      map.element("text", { x, y: box[1] + size, "font-size": size, class: kind, "text-anchor": "middle" }, group).textContent = name;
    }
  };

  function drawMark(mark, x, y, point, n, sure) {
    const look = point.look(n);
    const r = look ? SIZE : SMALL;
    if (n === point.chosen) {
      map.element("circle", { cx: x, cy: y, r: r + 4, class: "ring-casing" }, mark);
      map.element("circle", { cx: x, cy: y, r: r + 3, class: "ring" }, mark);
    }
    map.element("circle", { cx: x, cy: y, r: r + 1.5, class: "casing" }, mark);
    const kind = `spot${look ? "" : " pale"}${sure ? "" : " about"}`;
    map.element("circle", { cx: x, cy: y, r, class: kind, style: `fill:${look ? map.fill(look, 0.55) : "var(--land)"}` }, mark);
    mark.dataset.look = look ? look.flat().filter(Boolean).join(" ") : "";
    const letter = look && point.letters[look[0]];
    if (letter) map.element("text", { x, y: y + 3.4, class: "letter small", "text-anchor": "middle" }, mark).textContent = letter;
    map.element("circle", { cx: x, cy: y, r: FINGER, class: "finger" }, mark);
  }
})((window.eastAleppo = window.eastAleppo || {}));
