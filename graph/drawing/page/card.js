// The card of what is chosen: of a tie every sentence behind it, of an actor what is known and its strongest ties.
"use strict";
Shabaka.card = (() => {
  const { element: h, fill, byId, data, state, words } = Shabaka;
  const FIRST = 30; // sentences shown at once
  const MARKS = [["trigger", "relation"], ["source", "source"], ["target", "target"]];
  let selection = null;

  const said = (key) => words.say(key);
  const bdi = (text) => h("bdi", {}, words.brief(text));

  // What is chosen: {actor} or {tie} by their ids in this file; empty where nothing is.
  function chosen() {
    const [kind, ...parts] = state.now.open.split(" ");
    const index = (name) => data.byIri.get(state.long(name))?.id;
    if (kind === "actor" && parts.length === 1 && index(parts[0]) !== undefined) return { actor: index(parts[0]) };
    if (kind === "tie" && parts.length === 3) return { tie: Shabaka.selection.tieOf({ relation: parts[0], from: index(parts[1]), to: index(parts[2]) }).id };
    return {};
  }

  const nameOf = (index) => state.short(data.actors[index].iri);
  const openActor = (index) => state.change({ open: `actor ${nameOf(index)}`, panel: "evidence" });
  function openTie(id) {
    const [from, relation, to] = id.split("-");
    state.change({ open: `tie ${relation} ${nameOf(from)} ${nameOf(to)}`, panel: "evidence" });
  }
  const close = () => state.change({ open: "", panel: "" });

  const actorButton = (index) =>
    h("button", { type: "button", class: "link", onclick: () => { openActor(index); Shabaka.drawing.centre(index); } }, bdi(words.actor(data.actors[index])));

  const row = (label, ...value) => (value.flat().some(Boolean) ? [h("dt", {}, label), h("dd", {}, ...value)] : []);

  // A text that may be broken inside words longer than any.
  const broken = (text) => text.split(/(\S{80})/u).flatMap((part) => (part.length >= 80 ? [part, h("wbr")] : part));

  // A sentence with its marks; spans are code points, and the marks may overlap.
  function marked(text, spans) {
    const letters = Array.from(text);
    const edges = new Set([0, letters.length]);
    for (const [start, end] of Object.values(spans)) edges.add(Math.min(start, letters.length)).add(Math.min(end, letters.length));
    const cuts = [...edges].sort((a, b) => a - b);
    return cuts.slice(0, -1).map((start, place) => {
      const piece = broken(letters.slice(start, cuts[place + 1]).join(""));
      const inside = (name) => spans[name] && spans[name][0] <= start && start < spans[name][1];
      const names = ["trigger", "source", "target"].filter(inside);
      return names.length ? h("mark", { class: names.join(" "), title: said(names[0] === "trigger" ? "relation" : names[0]) }, piece)
        : inside("exact") ? h("span", { class: "exact" }, piece) : piece;
    });
  }

  function sentence(event, { articles, sentences, events }) {
    const about = events[event.index];
    const article = articles[about.article];
    const safe = /^https?:\/\//i.test(article.url);
    const headline = article.headline || article.url || state.short(article.iri);
    return h("li", { class: `sentence ${event.status}` },
      h("blockquote", { dir: "rtl", lang: "ar" }, marked(sentences[about.sentence], about.spans)),
      h("p", { class: "about" },
        h("span", { class: `badge ${event.status}` }, said(event.status)), " ",
        event.date && h("time", { datetime: event.date }, words.date(event.date, event.precision)), event.date && " · ",
        data.outlets[event.outlet] && [bdi(data.outlets[event.outlet]), " · "],
        safe ? h("a", { href: article.url, target: "_blank", rel: "noopener noreferrer" }, bdi(headline)) : bdi(headline)),
      h("p", { class: "about" },
        about.speaker !== null && [said("speaker"), " ", actorButton(about.speaker), " · "],
        `${said("certainty")} ${words.number(event.confidence, { style: "percent" })}`, " · ",
        said("rule"), " ", h("code", { dir: "ltr" }, about.rule)));
  }

  const newest = (a, b) => (b.days?.[1] ?? -Infinity) - (a.days?.[1] ?? -Infinity) || a.index - b.index;

  async function ofTie(id, into) {
    const tie = selection.ties.find((one) => one.id === id);
    if (!tie) return fill(into, h("p", {}, said("choose")));
    const sorted = [...tie.events].sort(newest);
    const list = h("ol", { class: "sentences" });
    const evidence = await data.sentences();
    if (chosen().tie !== id) return undefined; // another was chosen while it was unpacked
    const more = h("button", { type: "button", onclick: () => add(list.childElementCount) }, said("more"));
    const add = (from) => {
      list.append(...sorted.slice(from, from + FIRST).map((event) => sentence(event, evidence)));
      more.hidden = list.childElementCount >= sorted.length;
    };
    add(0);
    return fill(into,
      h("h2", {}, actorButton(tie.from), " ",
        h("span", { class: `relation ${tie.relation}` }, said(`${tie.relation}_to`)), " ", actorButton(tie.to)),
      h("p", { class: "about" }, words.say("events_n", { n: tie.events.length }), " · ", said("marks"), " ",
        MARKS.flatMap(([name, label], place) => [place ? words.comma() : "", h("mark", { class: name }, said(label))])), list, more);
  }

  function ofActor(index, into) {
    const actor = data.actors[index];
    const { short } = state;
    const mine = selection.ties.filter((tie) => tie.from === index || tie.to === index).sort((a, b) => b.events.length - a.events.length);
    // A date known by its year only tells less than a day: certainly seen by the earliest end, after the latest start.
    const dated = mine.flatMap((tie) => tie.events).filter((event) => event.days);
    const best = (better) => dated.reduce((one, other) => (one && !better(other, one) ? one : other), null);
    const first = best((a, b) => a.days[1] < b.days[1]);
    const last = best((a, b) => a.days[0] > b.days[0]);
    const when = (event) => event && words.date(event.date, event.precision);
    const other = words.language === "en" ? actor.ar : actor.en;
    const score = (value) => value !== null && words.number(value, { maximumFractionDigits: 4 });
    fill(into,
      h("h2", {}, bdi(words.actor(actor))),
      h("p", { class: "about" }, said(actor.type), other && other !== words.actor(actor) && [" · ", bdi(other)], " · ", said(actor.known ? "known" : "unknown")),
      h("div", { class: "actions" }, actions(actor)),
      h("dl", {},
        row(said("degree"), words.number(selection.degree(index)), Object.keys(Shabaka.look.look.relations).map((relation) => {
          const n = mine.filter((tie) => tie.relation === relation).reduce((sum, tie) => sum + tie.events.length, 0);
          return n ? h("span", { class: "part" }, " · ", h("span", { class: `relation ${relation}` }, said(relation)), ` ${words.number(n)}`) : null;
        })),
        row(said("first_seen"), when(first)), row(said("last_seen"), when(last)),
        row(said("betweenness"), score(actor.betweenness)), row(said("pagerank"), score(actor.pagerank)),
        row(said("offices"), actor.offices.length ? h("ul", {}, actor.offices.map(office)) : null),
        row(said("names"), actor.names.length ? h("ul", { class: "names" }, actor.names.slice(0, 20).map((name) => h("li", {}, bdi(name)))) : null),
        row(said("wikidata"), /^https?:\/\/www\.wikidata\.org\//.test(actor.wikidata)
          ? h("a", { href: actor.wikidata, target: "_blank", rel: "noopener noreferrer", dir: "ltr" }, short(actor.wikidata).split("/").pop()) : null)),
      h("h3", {}, said("strongest")),
      h("ul", { class: "ties" }, mine.slice(0, 25).map((tie) => h("li", {},
        h("button", { type: "button", class: "link", onclick: () => openTie(tie.id) },
          h("span", { class: `relation ${tie.relation}` }, said(`${tie.relation}_${tie.from === index && tie.relation !== "meets" ? "to" : "from"}`)), " ",
          bdi(words.actor(data.actors[tie.from === index ? tie.to : tie.from])),
          ` (${words.number(tie.events.length)})`)))));
  }

  function office({ title, of, since, until }) {
    const span = [since && `${said("from")} ${words.date(since)}`, until && `${said("to")} ${words.date(until)}`].filter(Boolean).join(" ");
    return h("li", {}, bdi(title || of), title && of ? [" · ", bdi(of)] : null, span && ` (${span})`);
  }

  function actions(actor) {
    const { iri } = actor;
    const { now } = state;
    const button = (key, wanted, pressed) =>
      h("button", { type: "button", "aria-pressed": pressed === undefined ? null : String(pressed), onclick: () => state.change(wanted) }, said(key));
    const without = Object.fromEntries(Object.entries(now.pinned).filter(([one]) => one !== iri));
    const pinned = iri in now.pinned;
    const place = () => Shabaka.drawing.network.getPosition(actor.id);
    return [
      button("ego1", { actor: iri, depth: 1, path: [] }, now.actor === iri && now.depth === 1),
      button("ego2", { actor: iri, depth: 2, path: [] }, now.actor === iri && now.depth === 2),
      now.path.length === 1 && now.path[0] !== iri ? button("path_to", { path: [now.path[0], iri], actor: "" }) : button("path_from", { path: [iri], actor: "" }),
      pinned ? button("unpin", { pinned: without })
        : h("button", { type: "button", onclick: () => { const { x, y } = place(); state.change({ pinned: { ...now.pinned, [iri]: Shabaka.arrangement.kept(x, y) } }); } }, said("pin")),
      button("hide", { hidden: [...now.hidden, iri], open: "" }),
    ];
  }

  function show(shown) {
    selection = shown;
    const into = byId("evidence");
    const { actor, tie } = chosen();
    if (actor !== undefined) ofActor(actor, into);
    else if (tie) ofTie(tie, into);
    else fill(into, h("p", { class: "about" }, said("choose")));
  }

  return { show, chosen, openActor, openTie, close, actorButton };
})();
