// The drawing: vis-network fed with what is selected, soft grounds under communities, names over all.
"use strict";
Shabaka.drawing = (() => {
  const { data, state, look, words } = Shabaka;
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  let network = null;
  let selection = null;
  let places = new Map();
  let bends = new Map();
  let pointed = null; // the actor or tie under the pointer or the keyboard
  let dragged; // the actor that is dragged, null for the whole view
  let placed = { key: "", labels: [] }; // the names as they were placed last
  let stamp = 0; // counts what a placement depends on and the view does not tell
  let moved = false; // whether the reader went nearer or aside
  const MANY = 1200; // ties beyond which only those of the dragged actor are drawn while it moves
  const listeners = { actor: [], tie: [], nothing: [] };

  function start(container) {
    network = new vis.Network(container, { nodes, edges }, { ...look.look.options, autoResize: true });
    network.on("beforeDrawing", grounds);
    network.on("afterDrawing", names);
    network.on("click", ({ nodes: [actor], edges: [tie] }) => {
      if (actor !== undefined) tell("actor", actor);
      else if (tie !== undefined) tell("tie", tie);
      else tell("nothing");
    });
    network.on("dragStart", ({ nodes: [index] }) => { dragged = index ?? null; });
    network.on("dragEnd", ({ nodes: [index] }) => {
      dragged = undefined;
      stamp += 1;
      if (index === undefined) moved = true;
      else pin(index);
    });
    network.on("zoom", () => { moved = true; });
    for (const [event, kind] of [["hoverNode", "node"], ["hoverEdge", "edge"]]) network.on(event, (about) => point(about[kind], kind));
    for (const event of ["blurNode", "blurEdge"]) network.on(event, () => point(null));
  }

  const tell = (kind, what) => listeners[kind].forEach((listener) => listener(what));

  function point(what, kind) {
    if (dragged !== undefined) return;
    pointed = what === null ? null : { what, kind };
    network.body.emitter.emit("_requestRedraw"); // with the next frame; network.redraw() draws at once
  }

  function pin(index) {
    const { x, y } = network.getPosition(index);
    state.change({ pinned: { ...state.now.pinned, [data.actors[index].iri]: Shabaka.arrangement.kept(x, y) } });
  }

  // What is chosen or pointed at: its own names come first.
  function focus() {
    const found = { actors: new Set(), ties: new Set() };
    const { actor, tie } = Shabaka.card.chosen();
    if (actor !== undefined) found.actors.add(actor);
    if (tie) found.ties.add(tie);
    if (dragged !== undefined) return found;
    if (pointed?.kind === "node") found.actors.add(pointed.what);
    if (pointed?.kind === "edge") found.ties.add(pointed.what);
    return found;
  }

  function onScreen() {
    const scale = network.getScale();
    const { x, y } = network.getViewPosition();
    const { clientWidth: width, clientHeight: height } = network.canvas.frame;
    const where = new Map();
    for (const index of places.keys()) {
      const at = network.body.nodes[index];
      if (at) where.set(index, [(at.x - x) * scale + width / 2, (at.y - y) * scale + height / 2]);
    }
    return { selection, where, bends, scale, width, height, focus: focus(), lit: lit() };
  }

  // What stands in the light: what is chosen or pointed at, its ties and their ends; nothing where all do.
  function lit() {
    const { actors, ties } = focus();
    const near = selection.drawn.filter((tie) => ties.has(tie.id) || actors.has(tie.from) || actors.has(tie.to));
    if (!near.length) return null;
    return { ties: new Set(near.map((tie) => tie.id)), actors: new Set([...actors, ...near.flatMap((tie) => [tie.from, tie.to])]) };
  }

  // A veil over all, and what stands in the light once more above it.
  function light(context, { ties, actors }) {
    const { canvas, body } = network;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 0.7;
    context.fillStyle = look.colours().paper;
    context.fillRect(0, 0, canvas.frame.canvas.width, canvas.frame.canvas.height);
    context.restore();
    const lines = [...ties].map((id) => body.edges[id]).filter(Boolean);
    for (const line of [...lines, ...lines, ...lines]) line.draw(context); // thrice: pale ones gain by it
    for (const line of lines) line.drawArrows(context);
    for (const index of actors) body.nodes[index]?.draw(context);
  }

  function names(context) {
    if (!selection) return;
    const ratio = network.canvas.pixelRatio;
    const view = onScreen();
    if (view.lit) light(context, view.lit);
    if (dragged != null && selection.drawn.length > MANY) for (const line of network.body.nodes[dragged].edges) line.draw(context);
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    Shabaka.labels.draw(context, labels(context, view), view.lit);
    context.restore();
  }

  // The names, placed anew where something changed; while something is dragged they go along with it.
  function labels(context, view) {
    if (dragged !== undefined) return Shabaka.labels.moved(placed.labels, view);
    const key = [stamp, view.scale, view.width, view.height, ...view.focus.actors, "", ...view.focus.ties, "", ...(view.where.values().next().value ?? [])].join(" ");
    if (key !== placed.key) placed = { key, labels: Shabaka.labels.placed(context, view) };
    return placed.labels;
  }

  function grounds(context) {
    if (!selection || selection.steps) return;
    const groups = new Map();
    for (const actor of selection.shown) {
      if (actor.community >= 0) groups.set(actor.community, [...(groups.get(actor.community) ?? []), network.body.nodes[actor.id]]);
    }
    context.save();
    context.fillStyle = look.colours().hull;
    for (const members of groups.values()) ground(context, hull(members.filter(Boolean)));
    context.restore();
  }

  // A rounded ground: the outline moved outwards, its corners cut by curves.
  function ground(context, outline) {
    if (outline.length < 3) return;
    const mean = (axis) => outline.reduce((sum, point) => sum + point[axis], 0) / outline.length;
    const [cx, cy] = [mean("x"), mean("y")];
    const wide = outline.map(({ x, y }) => {
      const reach = 1 + 60 / (Math.hypot(x - cx, y - cy) || 1);
      return [cx + (x - cx) * reach, cy + (y - cy) * reach];
    });
    const half = ([x1, y1], [x2, y2]) => [(x1 + x2) / 2, (y1 + y2) / 2];
    context.beginPath();
    context.moveTo(...half(wide.at(-1), wide[0]));
    wide.forEach((corner, place) => context.quadraticCurveTo(...corner, ...half(corner, wide[(place + 1) % wide.length])));
    context.fill();
  }

  // Convex hull: Andrew's monotone chain (1979).
  function hull(points) {
    const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
    const half = (all) => {
      const kept = [];
      for (const point of all) {
        while (kept.length > 1) {
          const [a, b] = kept.slice(-2);
          if ((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) > 0) break;
          kept.pop();
        }
        kept.push(point);
      }
      return kept.slice(0, -1);
    };
    return sorted.length < 3 ? [] : [...half(sorted), ...half(sorted.reverse())];
  }

  function renew(set, wanted) {
    const kept = new Set(wanted.map((one) => one.id));
    set.remove(set.getIds().filter((id) => !kept.has(id)));
    set.update(wanted);
  }

  // Shows a selection; fits it to the screen where other actors are shown than before.
  function show(wanted, fit) {
    selection = null; // vis draws between the steps below, when some ends of ties are not there yet
    places = Shabaka.arrangement.places(wanted);
    look.suit(wanted);
    const lanes = look.lanes(wanted.drawn);
    const ties = wanted.drawn.map((tie) => look.tie(tie, lanes.get(tie.id)));
    bends = new Map(ties.map((tie) => [tie.id, tie.bend]));
    edges.remove(edges.getIds().filter((id) => !bends.has(id)));
    renew(nodes, wanted.shown.map((actor) => look.node(actor, wanted.degree(actor.id), places.get(actor.id), actor.iri in state.now.pinned)));
    renew(edges, ties);
    selection = wanted;
    stamp += 1;
    network.setOptions({ interaction: { hideEdgesOnDrag: ties.length > MANY } });
    mark();
    network.canvas.setSize("100%", "100%"); // the panel may just have opened
    if (fit) fitted();
  }

  function fitted() {
    moved = false;
    network.canvas.setSize("100%", "100%");
    network.fit({ animation: false });
  }

  function mark() {
    const { actor, tie } = Shabaka.card.chosen();
    network.setSelection({ nodes: nodes.get(actor) && actor !== undefined ? [actor] : [], edges: tie && edges.get(tie) ? [tie] : [] }, { highlightEdges: false });
  }

  function centre(index) {
    if (!nodes.get(index)) return;
    moved = true;
    network.focus(index, { scale: Math.max(network.getScale(), 0.8), animation: false });
  }

  return {
    start, show, mark, centre, point, onScreen, focus,
    on: (kind, listener) => listeners[kind].push(listener),
    fit: fitted,
    refit: () => { if (!moved) fitted(); }, // as where the panel opened or closed
    zoom: (factor) => { moved = true; network.moveTo({ scale: network.getScale() * factor }); },
    canvas: () => network.canvas.frame.canvas,
    redraw: () => network.body.emitter.emit("_requestRedraw"),
    screenOf: (index) => network.canvasToDOM(network.getPosition(index)),
    get network() { return network; },
  };
})();
