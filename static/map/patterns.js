// How a look is filled: a plain colour, or a pattern of the holder's colours that is made when first needed.
// Colours are CSS variables, so the dark theme needs no second set.
(function (map) {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const SHORT = { government: "gov", opposition: "opp", sdf: "sdf", is: "is" };
  const made = new Map();
  let defs = null;
  let scale = 1;

  function element(name, attributes, parent) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (parent) parent.appendChild(made);
    return made;
  }

  function sheet() {
    if (!defs) {
      const svg = element("svg", { width: 0, height: 0, "aria-hidden": "true", style: "position:absolute" }, document.body);
      defs = element("defs", {}, svg);
    }
    return defs;
  }

  const colour = (holder, tone) => `var(--${SHORT[holder] || "none"}${tone || ""})`;

  function pattern(id, size, turn, part, draw) {
    const made = element("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse", "data-turn": turn, "data-part": part }, sheet());
    made.setAttribute("patternTransform", `rotate(${turn}) scale(${scale * part})`);
    draw((name, attributes) => element(name, attributes, made));
    return `url(#${id})`;
  }

  function hatch(add, size) {
    add("path", { d: `M0 0H${size}M0 0V${size}`, style: "stroke:var(--hatch)", "stroke-width": 1.7, fill: "none" });
  }

  // The fill of a look: [holder, standing, parties, rival], as in ui/map_states.py. `part` of a pattern's usual size.
  map.fill = function (look, part = 1) {
    const [whose, standing, parties, rival] = look;
    const holder = whose === "divided" ? parties[0] : whose === "unknown" ? "" : whose;
    const second = whose === "divided" ? parties[1] : rival;
    const split = whose === "divided" ? "divided" : "";
    const key = `${holder || "none"}-${split}${standing}-${second || "none"}${part === 1 ? "" : "-small"}`;
    if (!made.has(key)) made.set(key, paint(`look-${key}`, holder, standing, second, split, part));
    return made.get(key);
  };

  function paint(id, holder, standing, second, split, part) {
    if (!holder) return "var(--land)";
    const tone = split && standing === "baseline" ? "-b" : "";
    const other = second ? colour(second, tone) : "var(--land)";
    // Divided: equal squares of both, no denial implied; what else is true of it lies over them, a start is pale.
    if (split)
      return pattern(id, 14, 0, part, (add) => {
        add("rect", { width: 14, height: 14, style: `fill:${colour(holder, tone)}` });
        const crossed = "M0 0L14 14M14 0L0 14";
        add("path", { d: "M7 0H14V7H0V14H7Z", style: `fill:${other}` });
        add("path", { d: "M0 0H14M0 7H14M0 0V14M7 0V14", style: "stroke:var(--ground)", "stroke-width": 0.8 });
        const over = { contested: crossed, entered: crossed, disputed: "M0 14L14 0" }[standing];
        if (over) add("path", { d: over, style: "stroke:var(--hatch)", "stroke-width": 1.7, fill: "none" });
      });
    // Disputed: stripes, wide for the holder, narrow for who stands against.
    if (standing === "disputed")
      return pattern(id, 12, 45, part, (add) => {
        add("rect", { width: 12, height: 12, style: `fill:${colour(holder)}` });
        add("rect", { width: 4, height: 12, style: `fill:${other}` });
        add("path", { d: "M0 0V12M4 0V12", style: "stroke:var(--ground)", "stroke-width": 1.1 });
      });
    if (standing === "claimed")
      return pattern(id, 7, 0, part, (add) => {
        add("rect", { width: 7, height: 7, style: `fill:${colour(holder, "-t")}` });
        add("circle", { cx: 1.75, cy: 1.75, r: 1.15, style: `fill:${colour(holder)}` });
        add("circle", { cx: 5.25, cy: 5.25, r: 1.15, style: `fill:${colour(holder)}` });
      });
    if (standing === "contested" || standing === "entered")
      return pattern(id, 9, 45, part, (add) => {
        add("rect", { width: 9, height: 9, style: `fill:${colour(holder, "-t")}` });
        hatch(add, 9);
      });
    return colour(holder, standing === "baseline" ? "-b" : "");
  }

  map.scalePatterns = function (zoom) {
    scale = zoom < 12.5 ? 0.78 : zoom < 14 ? 1 : 1.2;
    for (const each of sheet().querySelectorAll("pattern"))
      each.setAttribute("patternTransform", `rotate(${each.dataset.turn}) scale(${scale * each.dataset.part})`);
  };
  map.element = element;
})((window.eastAleppo = window.eastAleppo || {}));
