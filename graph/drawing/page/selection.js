// What is shown: from the state to the events that pass, bundled by pair and relation, and the actors they tie.
"use strict";
Shabaka.selection = (() => {
  const MOST_TIES = 3000;
  const RANK = { asserted: 0, hypothetical: 1, negated: 2 };

  function passing(state) {
    const { actors, events, interval } = Shabaka.data;
    const off = (name) => new Set(state[name]);
    const [relations, statuses, types, outlets, hidden] = ["relations", "statuses", "types", "outlets", "hidden"].map(off);
    const gone = actors.map((actor) => hidden.has(actor.iri) || types.has(actor.type));
    const names = Shabaka.data.outlets.map((name) => outlets.has(name));
    const from = state.from ? interval(state.from)[0] : -Infinity;
    const until = state.until ? interval(state.until)[0] : Infinity;
    const timed = state.from || state.until;
    return events.filter((event) =>
      !relations.has(event.relation) && !statuses.has(event.status) && !names[event.outlet] &&
      event.confidence >= state.confidence && !gone[event.from] && !gone[event.to] &&
      (!timed || (event.days && event.days[1] >= from && event.days[0] <= until)));
  }

  // The tie of an event, or of its ends: who meets whom is the same both ways.
  function tieOf({ from, relation, to }) {
    const [one, other] = Shabaka.look.look.relations[relation]?.arrow === false && from > to ? [to, from] : [from, to];
    return { id: `${one}-${relation}-${other}`, from: one, to: other, relation };
  }

  function bundled(events, least) {
    const ties = new Map();
    for (const event of events) {
      const found = tieOf(event);
      let tie = ties.get(found.id);
      if (!tie) ties.set(found.id, (tie = { ...found, events: [], status: event.status }));
      tie.events.push(event);
      if (RANK[event.status] < RANK[tie.status]) tie.status = event.status;
    }
    return [...ties.values()].filter((tie) => tie.events.length >= least);
  }

  // Neighbours and number of events of each actor by index.
  function neighbours(ties) {
    const near = new Map();
    const of = (index) => near.get(index) ?? near.set(index, { degree: 0, others: new Map() }).get(index);
    for (const { from, to, events } of ties) {
      for (const [one, other] of [[from, to], [to, from]]) {
        const found = of(one);
        found.degree += events.length;
        found.others.set(other, (found.others.get(other) ?? 0) + events.length);
      }
    }
    return near;
  }

  // Actors by the number of steps from ``start``, as far as ``depth``.
  function within(near, start, depth) {
    const steps = new Map([[start, 0]]);
    let edge = [start];
    for (let step = 1; step <= depth && edge.length; step++) {
      const next = [];
      for (const index of edge) {
        for (const other of near.get(index)?.others.keys() ?? []) {
          if (!steps.has(other)) { steps.set(other, step); next.push(other); }
        }
      }
      edge = next;
    }
    return steps;
  }

  // All actors on shortest paths between two, by their step from the first; none where there is no path.
  function between(near, start, end) {
    const there = within(near, start, Infinity);
    if (!there.has(end)) return new Map();
    const back = within(near, end, Infinity);
    return new Map([...there].filter(([index, step]) => back.has(index) && step + back.get(index) === there.get(end)));
  }

  function compute(state) {
    const { byIri, actors } = Shabaka.data;
    const events = passing(state);
    const ties = bundled(events, state.least);
    const near = neighbours(ties);
    const degree = (index) => near.get(index)?.degree ?? 0;
    let steps = null;
    if (state.path.length === 2) steps = between(near, ...state.path.map((iri) => byIri.get(iri).id));
    else if (state.actor) steps = within(near, byIri.get(state.actor).id, state.depth);
    const first = (index) => (steps?.get(index) === 0 ? 1 : 0);
    const candidates = steps ? [...steps.keys()] : [...near.keys()];
    candidates.sort((a, b) => first(b) - first(a) || degree(b) - degree(a) || a - b);
    const shown = new Set(candidates.slice(0, state.top));
    const inside = ties.filter((tie) => shown.has(tie.from) && shown.has(tie.to));
    inside.sort((a, b) => b.events.length - a.events.length || (a.id < b.id ? -1 : 1));
    const drawn = inside.slice(0, MOST_TIES);
    return {
      state, events, near, steps, degree, ties, drawn, order: [...shown],
      shown: actors.filter((actor) => shown.has(actor.id)),
      left: { actors: candidates.length - shown.size, ties: inside.length - drawn.length },
      count: drawn.reduce((sum, tie) => sum + tie.events.length, 0),
      undated: events.filter((event) => !event.days).length,
    };
  }

  return { compute, between, tieOf };
})();
