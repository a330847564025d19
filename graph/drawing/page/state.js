// What is asked of the view: one plain object, in the URL fragment in short, with a way back.
"use strict";
Shabaka.state = (() => {
  const LISTS = { ro: "relations", so: "statuses", to: "types", oo: "outlets", h: "hidden" }; // switched off; hidden
  const TEXTS = { l: "language", t: "theme", f: "from", u: "until", a: "actor", o: "open", v: "panel" };
  const NUMBERS = { n: "top", m: "least", c: "confidence", d: "depth" };
  const first = () => ({
    language: Shabaka.settings.language, theme: "", top: Shabaka.settings.top, least: 1, confidence: 0, depth: 1,
    relations: [], statuses: [], types: [], outlets: [], hidden: [], pinned: {},
    from: "", until: "", actor: "", path: [], open: "", panel: "",
  });
  let now = first();
  const past = [];
  let moving = null; // what was before the slider that moves now
  const listeners = [];

  // Actors go by the tail of their IRI where all begin alike.
  const short = (iri) => (iri.startsWith(Shabaka.settings.base) ? iri.slice(Shabaka.settings.base.length) : `<${iri}`);
  const long = (name) => (name.startsWith("<") ? name.slice(1) : Shabaka.settings.base + name);

  function written(state) {
    const usual = first();
    const said = new URLSearchParams();
    for (const [key, name] of Object.entries({ ...TEXTS, ...NUMBERS })) {
      if (state[name] !== usual[name]) said.set(key, ["actor"].includes(name) ? short(state[name]) : state[name]);
    }
    for (const [key, name] of Object.entries(LISTS)) {
      for (const value of state[name]) said.append(key, name === "hidden" ? short(value) : value);
    }
    for (const iri of state.path) said.append("p", short(iri));
    for (const [iri, [x, y]] of Object.entries(state.pinned)) said.append("x", `${Math.round(x)} ${Math.round(y)} ${short(iri)}`);
    return said.toString();
  }

  function read(fragment) {
    const said = new URLSearchParams(fragment.replace(/^#/, ""));
    const state = first();
    for (const [key, name] of Object.entries(TEXTS)) if (said.has(key)) state[name] = said.get(key);
    for (const [key, name] of Object.entries(NUMBERS)) {
      const value = Number(said.get(key));
      if (said.has(key) && Number.isFinite(value) && value >= 0) state[name] = value;
    }
    for (const [key, name] of Object.entries(LISTS)) state[name] = said.getAll(key);
    if (said.has("a")) state.actor = long(state.actor);
    state.hidden = state.hidden.map(long);
    state.path = said.getAll("p").map(long);
    for (const pin of said.getAll("x")) {
      const [, x, y, name] = /^(-?\d+) (-?\d+) (.+)$/.exec(pin) ?? [];
      if (name) state.pinned[long(name)] = [Number(x), Number(y)];
    }
    return checked(state);
  }

  // A link may be old or hostile: what the file does not know is dropped.
  function checked(state) {
    const known = (iri) => Shabaka.data.byIri.has(iri);
    if (!["ar", "en"].includes(state.language)) state.language = Shabaka.settings.language;
    if (!["", "light", "dark"].includes(state.theme)) state.theme = "";
    if (!["", "evidence", "list", "charts"].includes(state.panel)) state.panel = "";
    for (const end of ["from", "until"]) if (!/^\d{4}-\d\d-\d\d$/.test(state[end])) state[end] = "";
    if (!known(state.actor)) state.actor = "";
    state.depth = state.depth === 2 ? 2 : 1;
    state.top = Math.min(Math.max(Math.round(state.top), 1), Shabaka.settings.most);
    state.hidden = state.hidden.filter(known);
    state.path = state.path.every(known) ? state.path.slice(0, 2) : [];
    for (const iri of Object.keys(state.pinned)) if (!known(iri)) delete state.pinned[iri];
    return state;
  }

  function publish(changed) {
    history.replaceState(null, "", `#${written(now)}`);
    for (const listener of listeners) listener(now, changed);
  }

  // Changes the state; without ``keep``, as while a slider moves, all changes until ``settle`` are one step to undo.
  function change(wanted, { keep = true } = {}) {
    const before = written(now);
    if (keep) settle();
    now = { ...now, ...wanted };
    if (written(now) === before) return;
    if (keep) remember(before);
    else moving ??= before;
    publish(Object.keys(wanted));
  }

  function remember(before) {
    past.push(before);
    if (past.length > 200) past.shift();
  }

  function settle() {
    if (moving !== null && moving !== written(now)) remember(moving);
    moving = null;
  }

  function undo() {
    settle();
    if (!past.length) return;
    now = read(past.pop());
    publish(null);
  }

  window.addEventListener("hashchange", () => {
    if (location.hash.slice(1) === written(now)) return;
    remember(written(now));
    now = read(location.hash);
    publish(null);
  });

  return {
    change, settle, undo, short, long,
    start: () => { now = read(location.hash); publish(null); },
    reset: () => change({ ...first(), language: now.language, theme: now.theme }),
    refresh: () => publish([]),
    listen: (listener) => listeners.push(listener),
    toggle: (name, value) => change({
      [name]: now[name].includes(value) ? now[name].filter((one) => one !== value) : [...now[name], value],
    }),
    get now() { return now; },
    get canUndo() { return past.length > 0 || moving !== null; },
  };
})();
