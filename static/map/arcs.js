// The city's shared arcs: unpacked once, joined into rings, and chained into lines.
(function (map) {
  "use strict";
  const SCALE = 100000;

  // An arc travels as differences: lon, lat, then one step after another, in hundred-thousandths of a degree.
  function unpack(numbers) {
    const points = [];
    let lon = 0, lat = 0;
    for (let n = 0; n < numbers.length; n += 2) {
      lon += numbers[n];
      lat += numbers[n + 1];
      points.push([lat / SCALE, lon / SCALE]);
    }
    return points;
  }

  map.unpackCity = function (city) {
    city.lines = city.arcs.map(unpack);
    city.rings = city.cut.map((rings) =>
      rings.map((ring) =>
        ring.flatMap((n) => {
          const points = n < 0 ? city.lines[~n].slice().reverse() : city.lines[n];
          return points.slice(1);
        })
      )
    );
    city.neighbours = city.ids.map(() => new Set());
    for (const [left, right] of city.sides)
      if (left >= 0 && right >= 0) {
        city.neighbours[left].add(right);
        city.neighbours[right].add(left);
      }
  };

  // Arcs joined end to end, so that dashes and corners run on through a junction.
  map.chains = function (city, numbers) {
    const ends = new Map();
    const key = (point) => `${point[0]},${point[1]}`;
    for (const n of numbers)
      for (const at of [0, -1]) {
        const end = key(city.lines[n].at(at));
        if (!ends.has(end)) ends.set(end, []);
        ends.get(end).push(n);
      }
    const left = new Set(numbers);
    const out = [];
    const walk = (start) => {
      const chain = [start];
      for (let here = key(start); ; here = key(chain.at(-1))) {
        const next = ends.get(here).find((n) => left.has(n));
        if (next === undefined) break;
        left.delete(next);
        const line = city.lines[next];
        const forward = key(line[0]) === here;
        for (let i = 1; i < line.length; i++) chain.push(forward ? line[i] : line[line.length - 1 - i]);
      }
      if (chain.length > 1) out.push(chain);
    };
    // Lines that end somewhere first, from their ends; what is left goes round.
    for (const n of numbers)
      for (const at of [0, -1])
        if (left.has(n) && ends.get(key(city.lines[n].at(at))).length % 2) walk(city.lines[n].at(at));
    for (const n of numbers) if (left.has(n)) walk(city.lines[n][0]);
    return out;
  };

  // The outline of a group of polygons: arcs with the group on one side only.
  map.outline = (city, group) =>
    map.chains(city, city.sides.flatMap(([l, r], n) => (group.has(l) !== group.has(r) ? [n] : [])));

  // Polygons that hang together and have the same key.
  map.blocs = function (city, keys) {
    const seen = new Set();
    const out = [];
    keys.forEach((key, first) => {
      if (!key || seen.has(first)) return;
      const bloc = [first];
      seen.add(first);
      for (const here of bloc)
        for (const next of city.neighbours[here])
          if (!seen.has(next) && keys[next] === key) {
            seen.add(next);
            bloc.push(next);
          }
      out.push(bloc);
    });
    return out;
  };
})((window.eastAleppo = window.eastAleppo || {}));
