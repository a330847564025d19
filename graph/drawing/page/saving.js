// What can be taken away: the view as PNG and SVG, what is shown as CSV, the link.
"use strict";
Shabaka.saving = (() => {
  const { element: h, byId, data, state, words, look } = Shabaka;

  function give(blob, name) {
    const link = h("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    document.documentElement.dataset.saved = `${name} ${blob.size}`;
  }

  function caption() {
    const { from, until } = state.now;
    const span = from || until ? ` · ${words.date(from)} – ${words.date(until)}` : "";
    return words.plain(document.title, 80) + span;
  }

  function png() {
    const from = Shabaka.drawing.canvas();
    const made = document.createElement("canvas");
    const head = Math.round(from.width / 40) + 16;
    made.width = from.width;
    made.height = from.height + head;
    const context = made.getContext("2d");
    const { paper, ink } = look.colours();
    context.fillStyle = paper;
    context.fillRect(0, 0, made.width, made.height);
    context.drawImage(from, 0, head);
    context.fillStyle = ink;
    context.font = `600 ${head / 2}px ${Shabaka.labels.FAMILY}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.direction = document.documentElement.dir;
    context.fillText(caption(), made.width / 2, head / 2);
    made.toBlob((blob) => give(blob, "shabaka.png"), "image/png");
  }

  const SHAPES = {
    dot: (x, y, r) => h("circle", { cx: x, cy: y, r }),
    square: (x, y, r) => h("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r }),
    diamond: (x, y, r) => polygon(x, y, r, 4, -0.5, 1),
    triangle: (x, y, r) => polygon(x, y + 0.275 * r, 1.15 * r, 3, -0.5, 1),
    hexagon: (x, y, r) => polygon(x, y, r, 6, 0, 1),
    star: (x, y, r) => polygon(x, y, 1.1 * r, 10, -0.5, 0.42),
  };
  function polygon(x, y, r, corners, turn, inner) {
    const points = Array.from({ length: corners }, (_, n) => {
      const [angle, reach] = [Math.PI * ((2 * n) / corners + turn), n % 2 ? r * inner : r];
      return `${round(x + reach * Math.cos(angle))},${round(y + reach * Math.sin(angle))}`;
    });
    return h("polygon", { points: points.join(" ") });
  }
  const round = (n) => Math.round(n * 10) / 10;

  function line(tie, view) {
    const [from, to] = [view.where.get(tie.from), view.where.get(tie.to)];
    const bend = view.bends.get(tie.id);
    const via = bend ? look.control(from, to, bend) : [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const angle = Math.atan2(to[1] - via[1], to[0] - via[0]);
    const reach = look.size(view.selection.degree(tie.to)) * view.scale;
    const end = [to[0] - reach * Math.cos(angle), to[1] - reach * Math.sin(angle)];
    const colour = look.ofRelation(tie.relation);
    const { dashes, arrow } = look.look.relations[tie.relation];
    const wide = Math.max(0.6, look.width(tie.events.length) * view.scale);
    const head = [[-10, -5], [-10, 5]].map(([x, y]) => [x, y].map((n) => n * Math.max(0.6, view.scale)))
      .map(([x, y]) => `${round(end[0] + x * Math.cos(angle) - y * Math.sin(angle))},${round(end[1] + x * Math.sin(angle) + y * Math.cos(angle))}`);
    return h("g", { opacity: (look.opacity(tie) * (view.lit && !view.lit.ties.has(tie.id) ? 0.25 : 1)).toFixed(2) },
      h("path", { d: `M${from.map(round)} Q${via.map(round)} ${end.map(round)}`, fill: "none", stroke: colour, "stroke-width": round(wide), "stroke-dasharray": dashes ? dashes.join(" ") : null }),
      arrow && h("polygon", { points: [end.map(round).join(","), ...head].join(" "), fill: tie.status === "asserted" ? colour : "none", stroke: colour }));
  }

  function svg() {
    const view = Shabaka.drawing.onScreen();
    const { paper, ink } = look.colours();
    const labels = Shabaka.labels.placed(document.createElement("canvas").getContext("2d"), view);
    const drawn = h("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${view.width} ${view.height}`, width: view.width, height: view.height },
      h("rect", { width: view.width, height: view.height, fill: paper }),
      view.selection.drawn.map((tie) => line(tie, view)),
      view.selection.shown.map((actor) => {
        const { shape, colour } = look.look.types[actor.type] ?? look.look.types[""];
        const made = SHAPES[shape](...view.where.get(actor.id), look.size(view.selection.degree(actor.id)) * view.scale);
        made.setAttribute("fill", colour);
        made.setAttribute("stroke", look.colours().border);
        return made;
      }),
      labels.map(({ text, x, y, angle, size, kind, tie, font }) => h("text", {
        x: round(x), y: round(y), direction: words.direction(text),
        transform: angle ? `rotate(${round((angle * 180) / Math.PI)} ${round(x)} ${round(y)})` : null, "text-anchor": "middle", "dominant-baseline": "central", "font-family": Shabaka.labels.FAMILY, "font-size": size,
        "font-weight": /^(600|bold)/.test(font) ? 600 : null, fill: kind === "actor" ? ink : look.ofWords(tie.relation), stroke: paper, "stroke-width": 3, "paint-order": "stroke",
      }, text)));
    give(new Blob([new XMLSerializer().serializeToString(drawn)], { type: "image/svg+xml" }), "shabaka.svg");
  }

  // A cell that a spreadsheet would take for a formula is told apart by an apostrophe.
  const cell = (value) => {
    const text = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) && typeof value !== "number" ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };

  async function csv() {
    const { articles, sentences, events } = await data.sentences();
    const names = ["source", "relation", "target", "status", "date", "confidence", "outlet", "article", "url", "rule", "sentence"];
    const rows = Shabaka.main.selection.drawn.flatMap((tie) => tie.events).map((event) => {
      const about = events[event.index];
      const article = articles[about.article];
      const [source, target] = [event.from, event.to].map((index) => words.actor(data.actors[index]));
      return [source, event.relation, target, event.status, event.date, event.confidence, data.outlets[event.outlet], article.headline, article.url, about.rule, sentences[about.sentence]];
    });
    give(new Blob(["\ufeff", [names, ...rows].map((row) => row.map(cell).join(",")).join("\r\n"), "\r\n"], { type: "text/csv" }), "shabaka.csv");
  }

  async function share() {
    try {
      await navigator.clipboard.writeText(location.href);
      byId("status").textContent = words.say("shared");
    } catch { // no clipboard for a file: the address bar holds the link all the same
      byId("status").textContent = location.hash || "#";
    }
  }

  function start() {
    for (const [id, work] of Object.entries({ png, svg, csv, share })) {
      byId(`save-${id}`).addEventListener("click", () => { byId("take").open = false; work(); });
    }
  }

  return { start, cell };
})();
