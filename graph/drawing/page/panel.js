// The panel beside the drawing with its three leaves, the buttons of the head, and the filters' drawer.
"use strict";
Shabaka.panel = (() => {
  const { byId, state, words } = Shabaka;
  const LEAVES = ["evidence", "list", "charts"];

  const press = (id, work) => byId(id).addEventListener("click", work);

  function start() {
    press("language", () => state.change({ language: state.now.language === "ar" ? "en" : "ar" }));
    press("theme", () => state.change({ theme: Shabaka.look.theme() === "dark" ? "light" : "dark" }));
    press("undo", state.undo);
    press("reset", state.reset);
    press("fit", Shabaka.drawing.fit);
    press("whole", () => state.change({ actor: "", path: [] }));
    press("close", Shabaka.card.close);
    press("filters-button", () => {
      const open = document.body.classList.toggle("filters-open");
      byId("filters-button").setAttribute("aria-expanded", String(open));
    });
    press("filters-close", () => byId("filters-button").click());
    for (const leaf of LEAVES) press(`tab-${leaf}`, () => state.change({ panel: state.now.panel === leaf ? "" : leaf }));
    byId("tabs").addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const turn = document.documentElement.dir === "rtl" ? -step : step;
      const next = LEAVES[(LEAVES.indexOf(event.target.id.slice(4)) + turn + LEAVES.length) % LEAVES.length];
      byId(`tab-${next}`).focus();
      state.change({ panel: next });
    });
  }

  function show(_, now) {
    document.body.classList.toggle("panel-open", Boolean(now.panel));
    byId("panel").hidden = !now.panel;
    for (const leaf of LEAVES) {
      byId(leaf).hidden = now.panel !== leaf;
      byId(`tab-${leaf}`).setAttribute("aria-selected", String(now.panel === leaf));
    }
  }

  return { start, show };
})();

// All that is drawn as a table, for who reads instead of looks.
Shabaka.list = (() => {
  const { element: h, fill, byId, data, words } = Shabaka;
  const MOST = 300;

  function show(selection, now) {
    if (now.panel !== "list") return fill(byId("list"));
    const head = ["source", "relation", "target", "degree"].map((key) => h("th", { scope: "col" }, words.say(key)));
    const rows = selection.drawn.slice(0, MOST).map((tie) => h("tr", { class: tie.status },
      h("td", {}, Shabaka.card.actorButton(tie.from)),
      h("td", {}, h("button", { type: "button", class: "link", onclick: () => Shabaka.card.openTie(tie.id) }, h("span", { class: `relation ${tie.relation}` }, words.say(tie.relation)))),
      h("td", {}, Shabaka.card.actorButton(tie.to)), h("td", { class: "number" }, words.number(tie.events.length))));
    const rest = selection.drawn.length - rows.length;
    return fill(byId("list"), h("table", {}, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows)),
      rest > 0 && h("p", { class: "about" }, `${words.say("left_out")}: ${words.number(rest)}`));
  }

  return { show };
})();
