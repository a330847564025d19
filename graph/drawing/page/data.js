// The network as it came: actors (vis nodes), events (vis edges, one a sentence), and the evidence, which is
// unpacked when first asked for.
"use strict";
Shabaka.data = (() => {
  const DAY = 86400000;

  async function unpacked(id) {
    const packed = Uint8Array.from(atob(Shabaka.byId(id).textContent.trim()), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return JSON.parse(await new Response(stream).text());
  }

  // First and last day, in days since 1970, of a date as exact as it is known.
  function interval(date, precision) {
    const [year, month, day] = date.split("-").map(Number);
    if (!year) return null;
    const first = Date.UTC(year, (month || 1) - 1, day || 1) / DAY;
    if (!month) return [first, Date.UTC(year + 1, 0, 1) / DAY - 1];
    if (!day) return [first, Date.UTC(year, month, 1) / DAY - 1];
    return [first, precision === "week" ? first + 6 : first];
  }

  const data = { actors: [], events: [], outlets: [], byIri: new Map(), days: null, evidence: null, interval };

  data.load = async () => {
    const { nodes, edges, outlets } = await unpacked("network-data");
    Object.assign(data, { actors: nodes, events: edges, outlets });
    for (const actor of nodes) {
      data.byIri.set(actor.iri, actor);
      actor.folded = [actor.ar, actor.en, ...actor.names].map((name) => Shabaka.fold(name.slice(0, 200)));
    }
    let [first, last] = [Infinity, -Infinity];
    edges.forEach((event, index) => {
      event.index = index;
      event.days = interval(event.date, event.precision);
      if (event.days) [first, last] = [Math.min(first, event.days[0]), Math.max(last, event.days[1])];
    });
    data.days = first <= last ? [first, last] : null;
  };

  // The sentence of an event with its article: one promise, so that a second click does not unpack again.
  let unpacking = null;
  data.sentences = () => (unpacking ??= unpacked("evidence-data"));
  data.isoDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  return data;
})();
