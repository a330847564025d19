// Starts the page, and on each change of the state brings every part in step with it.
"use strict";
Shabaka.main = (() => {
  const { byId, data, state, words } = Shabaka;
  const main = { selection: null };
  let shownBefore = "";
  let panelBefore = false;

  function sayWords() {
    const { language } = state.now;
    words.language = language;
    document.documentElement.lang = language;
    document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
    for (const element of document.querySelectorAll("[data-say]")) element.textContent = words.say(element.dataset.say);
    for (const element of document.querySelectorAll("[data-label]")) {
      const said = words.say(element.dataset.label);
      element.setAttribute("aria-label", said);
      if (element.matches("button, input, summary")) element.title = element.dataset.hint ? words.say(element.dataset.hint) : said;
    }
    byId("search").placeholder = words.say("search");
    document.title = Shabaka.settings.title || words.say("title");
    byId("title").textContent = words.plain(document.title, 80);
  }

  function status({ shown, drawn, count, left, undated }) {
    const parts = [words.say("shown", {
      actors: words.say("actors_n", { n: shown.length }), all: words.number(data.actors.length),
      ties: words.say("ties_n", { n: drawn.length }), events: words.say("events_n", { n: count }),
    })];
    if (left.ties) parts.push(`${words.say("left_out")}: ${words.say("ties_n", { n: left.ties })}`);
    if (undated && (state.now.from || state.now.until)) parts.push(`${words.say("undated")}: ${words.number(undated)}`);
    if (state.now.path.length === 2 && !shown.length) parts.unshift(words.say("no_path"));
    if (state.now.path.length === 1) parts.unshift(words.say("path_pick"));
    byId("status").textContent = parts.join(" · ");
  }

  function show(now, changed) {
    const all = changed === null;
    const did = (...names) => all || names.some((name) => changed.includes(name));
    const words_or_colours = did("language", "theme") || !changed.length;
    document.documentElement.dataset.theme = Shabaka.look.theme();
    if (words_or_colours) { sayWords(); Shabaka.controls.build(); } else Shabaka.controls.show();
    const only = !words_or_colours && changed.every((name) => ["open", "panel"].includes(name));
    if (!only) main.selection = Shabaka.selection.compute(now);
    Shabaka.panel.show(main.selection, now);
    const scope = `${now.actor} ${now.depth} ${now.path} ${now.top} ${Shabaka.arrangement.upright()}`;
    if (!only) Shabaka.drawing.show(main.selection, scope !== shownBefore);
    shownBefore = scope;
    status(main.selection);
    Shabaka.card.show(main.selection);
    if (only) {
      Shabaka.drawing.mark();
      if (panelBefore !== Boolean(now.panel)) Shabaka.drawing.refit();
      Shabaka.drawing.redraw();
    }
    panelBefore = Boolean(now.panel);
    for (const part of ["time", "list", "charts"]) Shabaka[part].show(main.selection, now, words_or_colours);
    byId("undo").disabled = !state.canUndo;
    byId("whole").hidden = !(now.actor || now.path.length);
  }

  main.start = async () => {
    await data.load();
    Shabaka.drawing.start(byId("network"));
    for (const part of ["search", "panel", "time", "keyboard", "saving"]) Shabaka[part].start();
    Shabaka.drawing.on("actor", (index) => {
      const { now } = state;
      const { iri } = data.actors[index];
      if (now.path.length === 1 && now.path[0] !== iri) state.change({ path: [now.path[0], iri], actor: "" });
      else Shabaka.card.openActor(index);
    });
    Shabaka.drawing.on("tie", (id) => Shabaka.card.openTie(id));
    Shabaka.drawing.on("nothing", () => Shabaka.card.close());
    state.listen(show);
    state.start();
    document.documentElement.dataset.ready = "yes";
  };

  return main;
})();
