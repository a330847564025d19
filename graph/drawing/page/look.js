// How actors and ties look: shape and colour by type, colour, dashes and arrow by relation, arrow head by status.
"use strict";
Shabaka.look = (() => {
  const { look } = Shabaka.settings;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const theme = () => Shabaka.state.now.theme || (dark.matches ? "dark" : "light");
  const colours = () => look.themes[theme()];
  const ofRelation = (relation) => look.relations[relation][theme()];
  const CROWD = 150; // ties beyond which the weak step back
  const ofWords = (relation) => look.relations[relation].words[theme()]; // darker: letters are thinner than lines
  let scale = { degree: 1, ties: 1, least: 7 }; // of what is shown: the highest degree, the number of ties, the smallest shape
  const suit = ({ shown, drawn, degree }) => {
    const least = shown.length <= 100 ? 11 : 7;
    scale = { degree: shown.reduce((most, actor) => Math.max(most, degree(actor.id)), shown.length <= 100 ? 12 : 40), ties: drawn.length, least };
  };
  const crowded = () => scale.ties > CROWD;
  const width = (count) => Math.min((scale.ties <= CROWD ? 2.6 : scale.ties < 600 ? 1.8 : 1.3) + 1.4 * Math.log2(count), 9);
  const size = (degree) => scale.least + (36 - scale.least) * Math.sqrt(Math.min(1, degree / scale.degree));
  // In a crowd a tie of one event is a hint, one of many stands out.
  const opacity = (one) => look.statuses[one.status].opacity * (crowded() ? Math.min(1, 0.5 + 0.2 * Math.log2(one.events.length)) : 1);

  function node(actor, degree, place, pinned) {
    const { shape, colour } = look.types[actor.type] ?? look.types[""];
    const { border, ink } = colours();
    const edge = pinned ? ink : border;
    return {
      id: actor.id, x: place[0], y: place[1], shape, size: size(degree), borderWidth: pinned ? 2.5 : 1.5,
      color: { background: colour, border: edge, highlight: { background: colour, border: ink }, hover: { background: colour, border: ink } },
    };
  }

  // Ties of one pair lie side by side: ``lane`` 0 is straight, the others bend to either side.
  function tie(one, lane) {
    const colour = ofRelation(one.relation);
    const { dashes, arrow } = look.relations[one.relation];
    const status = look.statuses[one.status];
    const bend = one.from < one.to ? lane : -lane;
    return {
      id: one.id, from: one.from, to: one.to, width: width(one.events.length), dashes,
      color: { color: colour, highlight: colour, hover: colour, opacity: opacity(one), inherit: false },
      arrows: { to: { enabled: arrow, type: status.arrow, scaleFactor: status.arrow === "bar" ? 0.9 : crowded() ? 0.6 : 0.8 } },
      smooth: lane ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : false,
      bend,
    };
  }

  // Lanes by tie id: the ties of a pair in the order of the relations, spread about the straight line.
  function lanes(ties) {
    const pairs = new Map();
    for (const one of ties) {
      const pair = one.from < one.to ? `${one.from}-${one.to}` : `${one.to}-${one.from}`;
      pairs.set(pair, [...(pairs.get(pair) ?? []), one]);
    }
    const found = new Map();
    for (const together of pairs.values()) {
      together.sort((a, b) => (a.id < b.id ? -1 : 1));
      together.forEach((one, place) => found.set(one.id, (place - (together.length - 1) / 2) * 0.22));
    }
    return found;
  }

  // The control point of a bent tie: that of vis-network's curvedCW, so that what we draw lies on its line.
  function control([x1, y1], [x2, y2], bend) {
    const angle = Math.atan2(y1 - y2, x2 - x1) + (bend * 0.5 + 0.5) * Math.PI;
    const radius = (Math.abs(bend) * 0.5 + 0.5) * Math.hypot(x2 - x1, y2 - y1);
    return [x1 + radius * Math.sin(angle), y1 + radius * Math.cos(angle)];
  }

  function middle(from, to, bend) {
    if (!bend) return [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const via = control(from, to, bend);
    return [0, 1].map((axis) => from[axis] / 4 + via[axis] / 2 + to[axis] / 4);
  }

  const parts = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);

  // Black or white, whichever is told better from a colour that the paper shines through (WCAG 2.2, relative luminance).
  function over(colour, opaque) {
    const paper = parts(colours().paper);
    const [r, g, b] = parts(colour).map((part, place) => part * opaque + paper[place] * (1 - opaque))
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000000" : "#ffffff";
  }

  dark.addEventListener("change", () => Shabaka.state.refresh());
  return { node, tie, lanes, control, middle, theme, colours, ofRelation, ofWords, size, width, opacity, over, crowded, suit, look, dark };
})();
