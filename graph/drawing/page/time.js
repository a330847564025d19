// The time slider: two ends on whole steps of time, a histogram behind, and a window that can be played.
"use strict";
Shabaka.time = (() => {
  const { element: h, fill, byId, data, state, words } = Shabaka;
  const DAY = 86400000;
  let steps = []; // first day of each step; the last step ends before the day after the data
  let unit = "month";
  let playing = 0;

  const dayOf = (year, month, day = 1) => Date.UTC(year, month, day) / DAY;

  // Days, weeks, months or years: as many steps as can be told apart with a finger.
  function made([first, last]) {
    const span = last - first + 1;
    unit = span <= 62 ? "day" : span <= 420 ? "week" : span <= 366 * 8 ? "month" : "year";
    const start = new Date(first * DAY);
    const found = [];
    for (let n = 0; n < 4000; n++) {
      const at = unit === "day" ? first + n : unit === "week" ? first + 7 * n
        : unit === "month" ? dayOf(start.getUTCFullYear(), start.getUTCMonth() + n) : dayOf(start.getUTCFullYear() + n, 0);
      found.push(at);
      if (at > last) return found;
    }
    return found;
  }

  const stepOf = (iso, otherwise) => {
    if (!iso) return otherwise;
    const day = data.interval(iso)[0];
    const after = steps.findIndex((start) => start > day);
    return after < 0 ? steps.length - 2 : Math.max(after - 1, 0);
  };
  const ends = () => [stepOf(state.now.from, 0), stepOf(state.now.until, steps.length - 2)];

  function ask(first, last, keep) {
    state.change({ from: first ? data.isoDay(steps[first]) : "", until: last < steps.length - 2 ? data.isoDay(steps[last + 1] - 1) : "" }, { keep });
  }

  function moved(which) {
    const [low, high] = ["time-from", "time-until"].map((id) => Number(byId(id).value));
    const [first, last] = low <= high ? [low, high] : which === "time-from" ? [high, high] : [low, low];
    Shabaka.controls.later(() => ask(first, last, false));
  }

  function stop() {
    clearInterval(playing);
    playing = 0;
    state.settle();
    name();
  }

  // Moves a window of the chosen width from the present place to the end; of the whole time, a tenth.
  function play() {
    if (playing) return stop();
    const most = steps.length - 2;
    let [first, last] = ends();
    const width = first === 0 && last === most ? Math.max(0, Math.ceil(most / 10) - 1) : last - first;
    if (last === most) first = -1;
    playing = setInterval(() => {
      first += 1;
      if (first + width > most) return stop();
      return ask(first, first + width, false);
    }, matchMedia("(prefers-reduced-motion: reduce)").matches ? 1500 : 600);
    return name();
  }

  function name() {
    const key = playing ? "pause" : "play";
    byId("play").textContent = playing ? "❚❚" : "▶";
    byId("play").setAttribute("aria-label", words.say(key));
    byId("play").title = words.say(key);
  }

  function histogram(selection) {
    const counts = new Array(steps.length - 1).fill(0);
    for (const event of data.events) if (event.days) counts[Math.max(0, steps.findIndex((start) => start > event.days[0]) - 1)] += 1;
    const top = Math.max(...counts, 1);
    const width = 1000 / counts.length;
    fill(byId("histogram"), counts.map((count, place) => h("rect", {
      x: place * width, width: Math.max(width - 1, 0.5), y: 30 - 30 * Math.sqrt(count / top), height: 30 * Math.sqrt(count / top), "data-step": place,
    })));
    return selection;
  }

  function start() {
    byId("time").hidden = !data.days;
    if (!data.days) return;
    steps = made(data.days);
    for (const id of ["time-from", "time-until"]) {
      Object.assign(byId(id), { min: 0, max: steps.length - 2, step: 1 });
      byId(id).addEventListener("input", () => { if (playing) stop(); moved(id); });
      byId(id).addEventListener("change", () => requestAnimationFrame(state.settle));
    }
    byId("play").addEventListener("click", play);
    histogram();
  }

  function show() {
    if (!data.days) return;
    const [first, last] = ends();
    const form = (day) => words.date(unit === "year" ? data.isoDay(day).slice(0, 4) : unit === "month" ? data.isoDay(day).slice(0, 7) : data.isoDay(day));
    const said = [form(Math.max(steps[first], data.days[0])), form(Math.min(steps[last + 1] - 1, data.days[1]))];
    for (const [place, id] of ["time-from", "time-until"].entries()) {
      byId(id).value = place ? last : first;
      byId(id).setAttribute("aria-valuetext", said[place]);
    }
    byId("interval").textContent = said[0] === said[1] ? said[0] : said.join(" – ");
    for (const bar of byId("histogram").children) bar.classList.toggle("outside", Number(bar.dataset.step) < first || Number(bar.dataset.step) > last);
    name();
  }

  return { start, show };
})();
