// The page without a mouse: arrows go to the nearest actor in their direction, letters do what the buttons do.
"use strict";
Shabaka.keyboard = (() => {
  const { byId, data, state, words } = Shabaka;
  const WAYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  let at = null;

  function step([dx, dy]) {
    const { where } = Shabaka.drawing.onScreen();
    if (!where.has(at)) at = Shabaka.main.selection.order[0] ?? null;
    else {
      const [x, y] = where.get(at);
      let best = Infinity;
      for (const [index, [ox, oy]] of where) {
        const along = (ox - x) * dx + (oy - y) * dy;
        const aside = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
        if (index !== at && along > 1 && along + 2 * aside < best) { best = along + 2 * aside; at = index; }
      }
    }
    if (at === null) return;
    Shabaka.drawing.point(at, "node");
    const actor = data.actors[at];
    byId("spoken").textContent = [words.actor(actor), words.say(actor.type), words.say("events_n", { n: Shabaka.main.selection.degree(at) })].join(words.comma());
  }

  const KEYS = {
    "/": () => byId("search").focus(),
    "+": () => Shabaka.drawing.zoom(1.25), "=": () => Shabaka.drawing.zoom(1.25), "-": () => Shabaka.drawing.zoom(0.8),
    0: () => Shabaka.drawing.fit(), z: state.undo, Escape: () => (document.body.classList.contains("filters-open") ? byId("filters-button").click() : Shabaka.card.close()),
    h: () => chosen((actor) => state.change({ hidden: [...state.now.hidden, actor.iri], open: "" })),
    p: () => chosen((actor, index) => {
      const { [actor.iri]: pinned, ...others } = state.now.pinned;
      const { x, y } = Shabaka.drawing.network.getPosition(index);
      state.change({ pinned: pinned ? others : { ...others, [actor.iri]: Shabaka.arrangement.kept(x, y) } });
    }),
  };

  function chosen(work) {
    const index = Shabaka.card.chosen().actor ?? at;
    if (index !== null && Shabaka.main.selection.shown.includes(data.actors[index])) work(data.actors[index], index);
  }

  function start() {
    byId("stage").addEventListener("keydown", (event) => {
      if (event.target.id !== "stage") return;
      if (WAYS[event.key]) step(WAYS[event.key]);
      else if (event.key === "Enter" && at !== null) Shabaka.card.openActor(at);
      else return;
      event.preventDefault();
    });
    document.addEventListener("keydown", (event) => {
      const typing = event.target.matches("input[type=search], input[type=text]");
      if (typing || event.altKey || event.metaKey || (event.ctrlKey && event.key !== "z") || !KEYS[event.key]) return;
      if (event.target.matches("input[type=range]") && event.key !== "Escape") return;
      KEYS[event.key]();
      event.preventDefault();
    });
  }

  return { start };
})();
