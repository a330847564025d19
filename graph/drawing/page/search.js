// Search among all actors of the file, shown or not: folded Arabic and English names, best first.
"use strict";
Shabaka.search = (() => {
  const { element: h, fill, byId, data, state, words } = Shabaka;
  const MOST = 12;
  let found = [];
  let at = -1;

  // Whole name, beginning of a name, beginning of a word, anywhere; then the actor with more events.
  function find(text) {
    const wanted = Shabaka.fold(text.slice(0, 100));
    if (!wanted) return [];
    const score = (actor) => actor.folded.reduce((best, name) => {
      const place = name.indexOf(wanted);
      if (place < 0) return best;
      return Math.min(best, name === wanted ? 0 : place === 0 ? 1 : name[place - 1] === " " ? 2 : 3);
    }, 9);
    return data.actors.map((actor) => [score(actor), actor]).filter(([points]) => points < 9)
      .sort(([a, one], [b, other]) => a - b || one.id - other.id).slice(0, MOST).map(([, actor]) => actor);
  }

  function show() {
    const list = byId("found");
    const input = byId("search");
    const text = input.value.trim();
    list.hidden = !text;
    input.setAttribute("aria-expanded", String(Boolean(text)));
    input.setAttribute("aria-activedescendant", at >= 0 ? `found-${at}` : "");
    fill(list, found.length
      ? found.map((actor, place) => h("li", { id: `found-${place}`, role: "option", "aria-selected": String(place === at), onmousedown: (event) => { event.preventDefault(); choose(actor); } },
        Shabaka.controls.typeSwatch(actor.type), h("bdi", {}, words.brief(words.actor(actor))),
        h("bdi", { class: "other" }, words.brief(words.language === "en" ? actor.ar : actor.en))))
      : h("li", { class: "none" }, words.say("nothing_found")));
  }

  // Opens an actor; one that is folded away comes with its neighbours.
  function choose(actor) {
    const shown = Shabaka.main.selection.shown.includes(actor);
    const wanted = { open: `actor ${state.short(actor.iri)}`, panel: "evidence" };
    if (state.now.path.length === 1 && state.now.path[0] !== actor.iri) Object.assign(wanted, { path: [state.now.path[0], actor.iri], actor: "" });
    else if (!shown) Object.assign(wanted, { actor: actor.iri, depth: 1, path: [], hidden: state.now.hidden.filter((iri) => iri !== actor.iri) });
    clear();
    state.change(wanted);
    Shabaka.drawing.centre(actor.id);
  }

  function clear() {
    byId("search").value = "";
    found = [];
    at = -1;
    show();
  }

  function start() {
    const input = byId("search");
    input.addEventListener("input", () => { found = find(input.value); at = found.length ? 0 : -1; show(); });
    input.addEventListener("blur", () => { byId("found").hidden = true; input.setAttribute("aria-expanded", "false"); });
    input.addEventListener("focus", show);
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % (found.length || 1);
        show();
        event.preventDefault();
      } else if (event.key === "Enter" && found[at]) choose(found[at]);
      else if (event.key === "Escape") { clear(); input.blur(); }
    });
  }

  return { start, find };
})();
