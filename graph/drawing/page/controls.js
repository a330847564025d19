// Filters: the legend of relations, statuses and types that is also the switch of each; outlets; the sliders.
"use strict";
Shabaka.controls = (() => {
  const { element: h, fill, byId, data, state, words, look } = Shabaka;
  const { relations, statuses, types } = look.look;
  const OUTLETS = 40;

  function swatch(relation) {
    const colour = look.ofRelation(relation);
    const { dashes, arrow } = relations[relation];
    return h("svg", { viewBox: "0 0 44 14", class: "swatch", "aria-hidden": "true" },
      h("line", { x1: 2, y1: 7, x2: arrow ? 34 : 42, y2: 7, stroke: colour, "stroke-width": 2.5, "stroke-dasharray": dashes ? dashes.join(" ") : null }),
      arrow && h("polygon", { points: "33,2 43,7 33,12", fill: colour }));
  }

  function statusSwatch(status) {
    const { opacity, mark } = statuses[status];
    const { ink } = look.colours();
    const head = { asserted: h("polygon", { points: "33,2 43,7 33,12", fill: ink }), hypothetical: h("path", { d: "M34 2 L42 7 L34 12", fill: "none", stroke: ink, "stroke-width": 2 }), negated: h("path", { d: "M40 1 V13", stroke: ink, "stroke-width": 3 }) }[status];
    return h("svg", { viewBox: "0 0 44 14", class: "swatch", "aria-hidden": "true", opacity },
      h("line", { x1: 2, y1: 7, x2: status === "negated" ? 40 : 34, y2: 7, stroke: ink, "stroke-width": 2 }),
      head, mark && h("text", { x: 18, y: 11.5, "text-anchor": "middle", "font-size": 12, "font-weight": "bold", fill: ink, stroke: look.colours().paper, "stroke-width": 3, "paint-order": "stroke" }, mark));
  }

  const SHAPES = {
    dot: () => ["circle", { cx: 8, cy: 8, r: 6 }], square: () => ["rect", { x: 2, y: 2, width: 12, height: 12 }],
    hexagon: () => ["polygon", { points: "1,8 4.5,2 11.5,2 15,8 11.5,14 4.5,14" }], triangle: () => ["polygon", { points: "8,1 15,14 1,14" }],
    diamond: () => ["polygon", { points: "8,0 16,8 8,16 0,8" }],
    star: () => ["polygon", { points: "8,0 10,5.5 16,6 11.3,9.7 13,15.5 8,12.2 3,15.5 4.7,9.7 0,6 6,5.5" }],
  };
  function typeSwatch(type) {
    const [name, about] = SHAPES[types[type].shape]();
    return h("svg", { viewBox: "0 0 16 16", class: "swatch shape", "aria-hidden": "true" }, h(name, { ...about, fill: types[type].colour }));
  }

  function switches(list, values, label, picture, counts) {
    return values.filter((value) => counts.get(value)).map((value) => h("label", { class: "switch" },
      h("input", { type: "checkbox", "data-list": list, value, onchange: () => state.toggle(list, value) }),
      picture ? picture(value) : null, h("span", { class: "name" }, h("bdi", {}, words.brief(label(value)))), h("span", { class: "count" }, words.number(counts.get(value)))));
  }

  const counted = (all) => { const counts = new Map(); for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1); return counts; };

  function slider(name, { min, max, step, shown }) {
    const output = h("output", {});
    const input = h("input", {
      type: "range", id: `range-${name}`, "data-range": name, min, max, step, "aria-label": words.say(name), disabled: min >= max,
      oninput: () => { output.textContent = shown(Number(input.value)); later(() => state.change({ [name]: Number(input.value) }, { keep: false })); },
      onchange: () => requestAnimationFrame(state.settle),
    });
    output.dataset.for = name;
    return h("label", { class: "range" }, h("span", {}, words.say(name), " ", output), input);
  }

  let waiting = 0;
  function later(work) {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(work);
  }

  let strongest = 0; // number of events of the strongest tie
  const SLIDERS = () => {
    strongest ||= [...counted(data.events.map((event) => Shabaka.selection.tieOf(event).id)).values()].reduce((a, b) => Math.max(a, b), 1);
    return {
      top: { min: Math.min(5, data.actors.length), max: Math.min(data.actors.length, Shabaka.settings.most), step: 1, shown: (n) => words.number(n) },
      least: { min: 1, max: Math.min(strongest, 30), step: 1, shown: (n) => words.number(n) },
      confidence: { min: 0, max: 0.95, step: 0.05, shown: (n) => words.number(n, { style: "percent" }) },
    };
  };

  function group(key, children, open = true) {
    return children.length ? h("details", { open, class: "group" }, h("summary", {}, words.say(key)), children) : null;
  }

  // Builds the filters anew, as after a change of language or of colours.
  function build() {
    const outletCounts = counted(data.events.map((event) => data.outlets[event.outlet]));
    const outlets = [...outletCounts.keys()].sort((a, b) => outletCounts.get(b) - outletCounts.get(a) || (a < b ? -1 : 1)).slice(0, OUTLETS);
    const say = (value) => words.say(value);
    const sliders = SLIDERS();
    fill(byId("filter-groups"),
      group("relation", switches("relations", Object.keys(relations), say, swatch, counted(data.events.map((event) => event.relation)))),
      group("status", switches("statuses", Object.keys(statuses), say, statusSwatch, counted(data.events.map((event) => event.status)))),
      group("type", switches("types", Object.keys(types), say, typeSwatch, counted(data.actors.map((actor) => actor.type)))),
      h("div", { class: "group" }, Object.entries(sliders).map(([name, about]) => slider(name, about))),
      group("outlet", outlets.length > 1 ? switches("outlets", outlets, (name) => name || words.say("no_outlet"), null, outletCounts) : [], false),
      h("div", { id: "hidden-actors" }));
    show();
  }

  // Brings the filters in step with the state.
  function show() {
    const { now } = state;
    for (const box of document.querySelectorAll("[data-list]")) box.checked = !now[box.dataset.list].includes(box.value);
    const sliders = SLIDERS();
    for (const input of document.querySelectorAll("[data-range]")) {
      input.value = now[input.dataset.range];
      document.querySelector(`output[data-for="${input.dataset.range}"]`).textContent = sliders[input.dataset.range].shown(now[input.dataset.range]);
    }
    const hidden = now.hidden.map((iri) => data.byIri.get(iri));
    fill(byId("hidden-actors"), hidden.length ? group("hidden", hidden.map((actor) => h("button", {
      type: "button", class: "link", onclick: () => state.toggle("hidden", actor.iri),
    }, words.say("show_again"), ": ", h("bdi", {}, words.brief(words.actor(actor)))))) : null);
  }

  return { build, show, later, swatch, typeSwatch };
})();
