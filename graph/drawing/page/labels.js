// Names beside actors and words on ties, placed the strongest first where they cover nothing, in the size of the
// screen whatever the zoom; the drawing, the PNG and the SVG take the same placement.
"use strict";
Shabaka.labels = (() => {
  const FAMILY = '"Noto Naskh Arabic", "Noto Sans Arabic", "Segoe UI", Tahoma, "Geeza Pro", "DejaVu Sans", sans-serif';
  const COVERING = 30;
  const widths = new Map();

  function measured(context, text, font) {
    const key = font + text;
    if (!widths.has(key)) {
      context.font = font;
      widths.set(key, context.measureText(text).width);
    }
    return widths.get(key);
  }

  function grid(cell = 64) {
    const cells = new Map();
    const keys = function* ({ left, top, right, bottom }) {
      for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x++)
        for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y++) yield `${x},${y}`;
    };
    return {
      add: (box) => { for (const key of keys(box)) cells.set(key, [...(cells.get(key) ?? []), box]); },
      free: (box) => {
        for (const key of keys(box))
          for (const other of cells.get(key) ?? [])
            if (other !== box.own && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return false;
        return true;
      },
    };
  }

  // ``view``: selection, where (actor index -> place on the screen), scale, width, height, focus (actor or tie id).
  function placed(context, view) {
    const { selection, where, scale, focus } = view;
    const taken = grid(); // by shapes and names
    const names = grid(); // by names only
    const found = [];
    const inside = (x, y) => x > -80 && y > -30 && x < view.width + 80 && y < view.height + 30;
    const own = new Map();
    for (const [index, [x, y]] of where) {
      if (!inside(x, y)) continue;
      const reach = Shabaka.look.size(selection.degree(index)) * scale;
      const box = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
      own.set(index, box);
      if (reach > 5) taken.add(box);
    }
    const first = (index) => (focus.actors.has(index) ? 1 : 0);
    const priority = (index) => (first(index) ? 2 : view.lit?.actors.has(index) ? 1 : 0);
    const order = selection.order.filter((index) => own.has(index)).sort((a, b) => priority(b) - priority(a));
    order.forEach((index, rank) => {
      const text = Shabaka.words.plain(Shabaka.words.actor(Shabaka.data.actors[index]));
      const size = rank < 12 ? 15 : rank < 50 ? 13.5 : 12.5;
      const font = `${rank < 12 || first(index) ? "600 " : ""}${size}px ${FAMILY}`;
      const half = measured(context, text, font) / 2 + 3;
      const { left, right, top, bottom } = own.get(index);
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const spots = [[x, bottom + size * 0.85], [x, top - size * 0.75], [right + half + 2, y], [left - half - 2, y],
        [right + half * 0.8, top - size * 0.6], [left - half * 0.8, top - size * 0.6], [right + half * 0.8, bottom + size * 0.6], [left - half * 0.8, bottom + size * 0.6], [x, top - size * 1.3]];
      const boxes = spots.map(([cx, cy]) => ({ x: cx, y: cy, left: cx - half, right: cx + half, top: cy - size * 0.75, bottom: cy + size * 0.75, own: own.get(index) }));
      const whole = boxes.filter((box) => box.left >= 0 && box.right <= view.width);
      const box = first(index) ? boxes[0]
        : whole.find(taken.free) ?? (rank < COVERING ? whole.find(names.free) : null); // the strongest may cover a small shape
      if (!box) return;
      taken.add(box);
      names.add(box);
      found.push({ kind: "actor", text, font, size, x: box.x, y: box.y, index });
    });
    const all = [...found, ...onTies(context, view, taken, inside)];
    for (const label of all) {
      const [x, y] = anchor(label, view);
      label.away = [label.x - x, label.y - y];
    }
    return all;
  }

  // Boxes along a turned text, each as high as the text.
  function along(x, y, angle, half) {
    const n = Math.max(1, Math.ceil(half / 8));
    return Array.from({ length: n }, (_, place) => {
      const reach = (2 * half * (place + 0.5)) / n - half;
      const [cx, cy] = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
      return { left: cx - 8, right: cx + 8, top: cy - 7, bottom: cy + 7 };
    });
  }

  // Ties are named along their line where there is room for it: those of what is chosen first, then the strongest;
  // in a crowd only strong ones, until the view comes near.
  function onTies(context, view, taken, inside) {
    const found = [];
    const first = (tie) => (view.focus.ties.has(tie.id) || view.focus.actors.has(tie.from) || view.focus.actors.has(tie.to) ? 1 : 0);
    const order = [...view.selection.drawn].sort((a, b) => first(b) - first(a)).slice(0, 600);
    for (const tie of order) {
      const [from, to] = [view.where.get(tie.from), view.where.get(tie.to)];
      const [x, y] = Shabaka.look.middle(from, to, view.bends.get(tie.id));
      const length = Math.hypot(from[0] - to[0], from[1] - to[1]);
      if (!inside(x, y) || length < 30) continue;
      const angle = Math.atan((to[1] - from[1]) / (to[0] - from[0] || 1e-9));
      const weak = Shabaka.look.crowded() && tie.events.length < 3 && view.scale < 0.9 && !first(tie);
      const mark = Shabaka.look.look.statuses[tie.status].mark;
      const count = tie.events.length > 1 ? ` ${Shabaka.words.number(tie.events.length)}` : "";
      const text = `${mark ? `${mark} ` : ""}${Shabaka.words.say(tie.relation)}${count}`;
      const font = `11.5px ${FAMILY}`;
      const half = measured(context, text, font) / 2 + 2;
      const short = length < half * 2 + 24 * Math.min(1, view.scale);
      const boxes = along(x, y, angle, half);
      if (!weak && !short && boxes.every(taken.free)) {
        boxes.forEach(taken.add);
        found.push({ kind: "tie", text, font, size: 11.5, x, y, angle, tie });
      } else if (mark && taken.free({ left: x - 5, right: x + 5, top: y - 7, bottom: y + 7 })) {
        found.push({ kind: "mark", text: mark, font: `bold 13px ${FAMILY}`, size: 13, x, y, tie });
      }
    }
    return found;
  }

  const anchor = ({ index, tie }, { where, bends }) =>
    tie ? Shabaka.look.middle(where.get(tie.from), where.get(tie.to), bends.get(tie.id)) : where.get(index);

  // The same labels where their actors and ties are now.
  const moved = (labels, view) => labels.map((label) => {
    const [x, y] = anchor(label, view);
    return { ...label, x: x + label.away[0], y: y + label.away[1] };
  });

  // ``lit``: the actors and ties in the light, where some are.
  function draw(context, labels, lit) {
    const { paper, ink } = Shabaka.look.colours();
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.setLineDash([]);
    for (const { text, font, x, y, angle = 0, kind, index, tie } of labels) {
      context.save();
      context.translate(x, y);
      context.rotate(angle);
      context.globalAlpha = !lit || (kind === "actor" ? lit.actors.has(index) : lit.ties.has(tie.id)) ? 1 : 0.3;
      context.font = font;
      context.direction = Shabaka.words.direction(text);
      context.strokeStyle = paper;
      context.lineWidth = kind === "actor" ? 3.5 : 4;
      context.strokeText(text, 0, 0);
      context.fillStyle = kind === "actor" ? ink : Shabaka.look.ofWords(tie.relation);
      context.fillText(text, 0, 0);
      context.restore();
    }
  }

  return { placed, moved, draw, FAMILY };
})();
