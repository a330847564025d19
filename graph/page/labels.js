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
    const order = selection.order.filter((index) => own.has(index)).sort((a, b) => first(b) - first(a));
    order.forEach((index, rank) => {
      const text = Shabaka.words.plain(Shabaka.words.actor(Shabaka.data.actors[index]));
      const size = rank < 12 ? 15 : rank < 50 ? 13.5 : 12.5;
      const font = `${rank < 12 || first(index) ? "600 " : ""}${size}px ${FAMILY}`;
      const half = measured(context, text, font) / 2 + 3;
      const { left, right, top, bottom } = own.get(index);
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const spots = [[x, bottom + size * 0.85], [x, top - size * 0.75], [right + half + 2, y], [left - half - 2, y]];
      for (const [cx, cy] of first(index) ? spots.slice(0, 1) : spots) {
        const box = { left: cx - half, right: cx + half, top: cy - size * 0.75, bottom: cy + size * 0.75, own: own.get(index) };
        if (!first(index) && (box.left < 0 || box.right > view.width)) continue;
        if (!first(index) && !(rank < COVERING ? names : taken).free(box)) continue; // the strongest may cover a small shape
        taken.add(box);
        names.add(box);
        found.push({ kind: "actor", text, font, size, x: cx, y: cy, index });
        break;
      }
    });
    return [...found, ...onTies(context, view, taken, inside)];
  }

  // Ties are named where there is room for it: those of what is chosen first, then the strongest.
  function onTies(context, view, taken, inside) {
    const found = [];
    const first = (tie) => (view.focus.ties.has(tie.id) || view.focus.actors.has(tie.from) || view.focus.actors.has(tie.to) ? 1 : 0);
    const order = [...view.selection.drawn].sort((a, b) => first(b) - first(a)).slice(0, 600);
    for (const tie of order) {
      const [from, to] = [view.where.get(tie.from), view.where.get(tie.to)];
      const [x, y] = Shabaka.look.middle(from, to, view.bends.get(tie.id));
      const length = Math.hypot(from[0] - to[0], from[1] - to[1]);
      if (!inside(x, y) || length < 30) continue;
      const mark = Shabaka.look.look.statuses[tie.status].mark;
      const count = tie.events.length > 1 ? ` ${Shabaka.words.number(tie.events.length)}` : "";
      const text = `${mark ? `${mark} ` : ""}${Shabaka.words.say(tie.relation)}${count}`;
      const font = `11.5px ${FAMILY}`;
      const half = measured(context, text, font) / 2 + 2;
      const short = length < half * 2 + 24 * Math.min(1, view.scale);
      const box = { left: x - half, right: x + half, top: y - 8, bottom: y + 8 };
      if (!short && taken.free(box)) {
        taken.add(box);
        found.push({ kind: "tie", text, font, size: 11.5, x, y, tie });
      } else if (mark && taken.free({ left: x - 5, right: x + 5, top: y - 7, bottom: y + 7 })) {
        found.push({ kind: "mark", text: mark, font: `bold 13px ${FAMILY}`, size: 13, x, y, tie });
      }
    }
    return found;
  }

  function draw(context, labels) {
    const { paper, ink } = Shabaka.look.colours();
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.direction = Shabaka.words.language === "ar" ? "rtl" : "ltr";
    context.setLineDash([]);
    for (const { text, font, x, y, kind, tie } of labels) {
      context.font = font;
      context.strokeStyle = paper;
      context.lineWidth = kind === "actor" ? 3.5 : 4;
      context.strokeText(text, x, y);
      context.fillStyle = kind === "actor" ? ink : Shabaka.look.ofRelation(tie.relation);
      context.fillText(text, x, y);
    }
  }

  return { placed, draw, FAMILY };
})();
