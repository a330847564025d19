// Where the shown actors stand: where the file says, in rings around one actor, or along the paths between two.
"use strict";
Shabaka.arrangement = (() => {
  const GAP = 74;

  function rings(selection) {
    const { steps, order } = selection;
    const byStep = [[], [], []];
    for (const index of order) byStep[steps.get(index)].push(index);
    const community = (index) => Shabaka.data.actors[index].community;
    const places = new Map([[byStep[0][0], [0, 0]]]);
    let radius = 60;
    for (const members of byStep.slice(1)) {
      members.sort((a, b) => community(a) - community(b) || selection.degree(b) - selection.degree(a) || a - b);
      for (let start = 0; start < members.length;) {
        radius += 110;
        const room = Math.max(6, Math.floor((2 * Math.PI * radius) / GAP));
        const ring = members.slice(start, start + room);
        ring.forEach((index, place) => {
          const angle = (2 * Math.PI * place) / ring.length - Math.PI / 2 + (start ? 0.1 : 0);
          places.set(index, [radius * 1.25 * Math.cos(angle), radius * Math.sin(angle)]);
        });
        start += room;
      }
    }
    return places;
  }

  function columns(selection) {
    const { steps, order } = selection;
    const forward = Shabaka.words.language === "ar" ? -1 : 1;
    const byStep = new Map();
    for (const index of order) byStep.set(steps.get(index), [...(byStep.get(steps.get(index)) ?? []), index]);
    const places = new Map();
    for (const [step, members] of byStep) {
      members.forEach((index, place) => places.set(index, [forward * step * 260, (place - (members.length - 1) / 2) * 1.6 * GAP]));
    }
    return places;
  }

  // Places are made for a broad screen; on one held upright, as a telephone, they lie the other way.
  const upright = () => window.innerHeight > 1.25 * window.innerWidth;
  const turned = ([x, y]) => (upright() ? [y, x] : [x, y]);

  // Positions by actor index; what was pinned stays where it was put.
  function places(selection) {
    const { state, shown, steps } = selection;
    let found = new Map();
    if (steps?.size) found = state.path.length === 2 ? columns(selection) : rings(selection);
    return new Map(shown.map((actor) => [actor.id, turned(state.pinned[actor.iri] ?? found.get(actor.id) ?? [actor.x, actor.y])]));
  }

  let before = upright();
  window.addEventListener("resize", () => {
    if (upright() === before) return;
    before = upright();
    Shabaka.state.refresh();
  });

  // ``kept``: a place of the drawing as it is remembered.
  return { places, upright, kept: (x, y) => turned([Math.round(x), Math.round(y)]) };
})();
