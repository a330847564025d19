// Three charts of what is shown: who with whom, events in time, support against threat.
"use strict";
Shabaka.charts = (() => {
  const { element: h, fill, byId, data, words, look } = Shabaka;
  const TOP = 12;
  const WIDTH = 340;
  const short = (index) => words.plain(words.actor(data.actors[index]), 17);
  const svg = (height, label, ...children) => h("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": label, class: "chart" }, children);
  const text = (x, y, said, more = {}) => h("text", { x, y, "font-size": 11, fill: "currentColor", ...more }, said);
  const figure = (key, drawing, ...more) => h("figure", {}, h("figcaption", {}, words.say(key)), drawing, ...more);

  // Rows are sources, columns targets; a cell is divided among the relations by their events.
  function matrix({ drawn, order }) {
    const top = order.slice(0, TOP);
    const names = 122;
    const cell = (WIDTH - names) / Math.max(top.length, 1);
    const rtl = words.language === "ar";
    const x = (column) => (rtl ? WIDTH - names - (column + 1) * cell : names + column * cell);
    const cells = new Map();
    const add = (row, column, tie) => {
      const key = `${row} ${column}`;
      cells.set(key, [...(cells.get(key) ?? []), tie]);
    };
    for (const tie of drawn) {
      const [row, column] = [top.indexOf(tie.from), top.indexOf(tie.to)];
      if (row < 0 || column < 0) continue;
      add(row, column, tie);
      if (tie.relation === "meets") add(column, row, tie);
    }
    const most = Math.max(1, ...[...cells.values()].map((ties) => ties.reduce((sum, tie) => sum + tie.events.length, 0)));
    const head = 14;
    const marks = [];
    for (const [key, ties] of cells) {
      const [row, column] = key.split(" ").map(Number);
      const all = ties.reduce((sum, tie) => sum + tie.events.length, 0);
      let done = 0;
      for (const tie of ties) {
        const part = ((cell - 2) * tie.events.length) / all;
        marks.push(h("rect", {
          x: x(column) + 1 + done, y: head + row * cell + 1, width: part, height: cell - 2, fill: look.ofRelation(tie.relation),
          opacity: 0.35 + (0.65 * all) / most, class: "press", tabindex: 0, role: "button",
          "aria-label": `${short(tie.from)} ${words.say(tie.relation)} ${short(tie.to)} ${words.number(tie.events.length)}`,
          onclick: () => Shabaka.card.openTie(tie.id), onkeydown: (event) => event.key === "Enter" && Shabaka.card.openTie(tie.id),
        }));
        done += part;
      }
      marks.push(text(x(column) + cell / 2, head + row * cell + cell / 2 + 3, words.number(all), { "text-anchor": "middle", "font-size": 9, "pointer-events": "none", fill: look.over(look.ofRelation(ties[0].relation), 0.35 + (0.65 * all) / most) }));
    }
    const lines = top.flatMap((index, place) => [
      text(rtl ? WIDTH : names - 4, head + place * cell + cell / 2 + 3, `${words.number(place + 1)}. ${short(index)}`, { direction: rtl ? "rtl" : "ltr", "text-anchor": rtl ? "start" : "end" }),
      text(x(place) + cell / 2, 10, words.number(place + 1), { "text-anchor": "middle", "font-size": 9 }),
      h("rect", { x: x(place) + 1, y: head + place * cell + 1, width: cell - 2, height: cell - 2, class: "self" })]);
    return figure("matrix", svg(head + top.length * cell, words.say("matrix"), lines, marks));
  }

  // Stacked bars of the events shown, by month, or by year where there are many.
  function timeline({ drawn }) {
    const dated = drawn.flatMap((tie) => tie.events).filter((event) => event.days && event.date.length >= 4);
    if (!dated.length) return null;
    const byMonth = new Set(dated.map((event) => event.date.slice(0, 4))).size <= 4;
    const slot = (event) => (byMonth && event.date.length >= 7 ? event.date.slice(0, 7) : event.date.slice(0, 4));
    const counts = new Map();
    for (const event of dated) {
      if (byMonth && event.date.length < 7) continue;
      const at = counts.get(slot(event)) ?? counts.set(slot(event), {}).get(slot(event));
      at[event.relation] = (at[event.relation] ?? 0) + 1;
    }
    const slots = filled([...counts.keys()].sort(), byMonth);
    const sum = (at) => Object.values(at ?? {}).reduce((a, b) => a + b, 0);
    const most = Math.max(1, ...[...counts.values()].map(sum));
    const [height, foot, top] = [130, 16, 14];
    const width = WIDTH / Math.max(slots.length, 1);
    const rtl = words.language === "ar";
    const bars = slots.flatMap((name, place) => {
      let done = 0;
      return Object.keys(look.look.relations).filter((relation) => counts.get(name)?.[relation]).map((relation) => {
        const tall = ((height - foot - top) * counts.get(name)[relation]) / most;
        done += tall;
        return h("rect", { x: (rtl ? slots.length - 1 - place : place) * width + 0.5, width: Math.max(width - 1, 0.5), y: height - foot - done, height: tall, fill: look.ofRelation(relation) });
      });
    });
    const ends = [slots[0], slots.at(-1)].map((name) => words.date(name));
    if (rtl) ends.reverse();
    const edge = rtl ? WIDTH : 0;
    return figure("timeline", svg(height + 6, words.say("timeline"),
      h("line", { x1: 0, x2: WIDTH, y1: top, y2: top, stroke: "currentColor", opacity: 0.25, "stroke-dasharray": "2 3" }), bars,
      text(edge, top - 3, `${words.number(most)} ${words.say(byMonth ? "per_month" : "per_year")}`, { "text-anchor": "start", direction: rtl ? "rtl" : "ltr", "font-size": 10 }),
      text(0, height - 2, ends[0], { direction: "ltr" }), slots.length > 1 && text(WIDTH, height - 2, ends[1], { "text-anchor": "end", direction: "ltr" })));
  }

  // Every slot between the first and the last, so that empty time shows.
  function filled(slots, byMonth) {
    if (!slots.length) return slots;
    const found = [];
    let [year, month] = slots[0].split("-").map(Number);
    for (let name = slots[0]; name <= slots.at(-1) && found.length < 600;) {
      found.push(name);
      if (byMonth) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
      else year += 1;
      name = byMonth ? `${year}-${String(month).padStart(2, "0")}` : String(year);
    }
    return found;
  }

  // To one side the support an actor gives and gets, to the other the threats.
  function balance({ drawn, order }) {
    const score = new Map();
    for (const tie of drawn) {
      if (!["supports", "threatens"].includes(tie.relation)) continue;
      for (const [index, way] of [[tie.from, "given"], [tie.to, "received"]]) {
        const at = score.get(index) ?? score.set(index, { supports: { given: 0, received: 0 }, threatens: { given: 0, received: 0 } }).get(index);
        at[tie.relation][way] += tie.events.length;
      }
    }
    const all = ({ given, received }) => given + received;
    const top = order.filter((index) => score.has(index)).sort((a, b) => all(score.get(b).supports) + all(score.get(b).threatens) - all(score.get(a).supports) - all(score.get(a).threatens)).slice(0, TOP);
    if (!top.length) return null;
    const most = Math.max(1, ...top.flatMap((index) => [all(score.get(index).supports), all(score.get(index).threatens)]));
    const [middle, row] = [WIDTH / 2, 30];
    const scale = (middle - 16) / most;
    const bars = top.flatMap((index, place) => ["threatens", "supports"].flatMap((relation) => {
      const way = relation === "supports" ? 1 : -1;
      let done = 0;
      return ["given", "received"].map((name) => {
        const long = score.get(index)[relation][name] * scale;
        done += long;
        return h("rect", { x: way > 0 ? middle + done - long : middle - done, width: long, y: place * row + 14, height: 11, fill: look.ofRelation(relation), opacity: name === "given" ? 1 : 0.45 });
      }).concat(all(score.get(index)[relation]) ? text(middle + way * (done + 3), place * row + 23, words.number(all(score.get(index)[relation])), { "text-anchor": way > 0 ? "start" : "end", direction: "ltr", "font-size": 9 }) : []);
    }));
    const names = top.map((index, place) => text(middle, place * row + 10, short(index), { "text-anchor": "middle" }));
    return figure("balance", svg(top.length * row, words.say("balance"), h("line", { x1: middle, x2: middle, y1: 0, y2: top.length * row, stroke: "currentColor", opacity: 0.4 }), names, bars),
      h("p", { class: "about" }, h("span", { class: "relation threatens" }, words.say("threatens")), " | ", h("span", { class: "relation supports" }, words.say("supports")), ` · ${words.say("given")} ■ ${words.say("received")} `, h("span", { class: "pale" }, "■")));
  }

  // The brokers and the signed triads of the whole file, as computed when it was written.
  function measured() {
    const { brokers, triads } = Shabaka.settings.measures;
    return [
      brokers.length ? figure("brokers", h("ol", {}, brokers.map((iri) => h("li", {}, Shabaka.card.actorButton(data.byIri.get(iri).id))))) : null,
      triads.balanced + triads.unbalanced ? figure("triads", h("p", {}, ["balanced", "unbalanced"].map((kind) => `${words.say(kind)}: ${words.number(triads[kind])} `))) : null,
    ];
  }

  function show(selection, now) {
    if (now.panel !== "charts") return fill(byId("charts"));
    return fill(byId("charts"), matrix(selection), timeline(selection), balance(selection), measured());
  }

  return { show };
})();
