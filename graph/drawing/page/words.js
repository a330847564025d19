// The words of the page in both languages, numbers and dates in their form, and elements built of text only.
"use strict";
const Shabaka = {};
Shabaka.settings = JSON.parse(document.getElementById("settings").textContent);

Shabaka.words = (() => {
  const locales = { ar: "ar-u-nu-arab-ca-gregory", en: "en-GB" };
  let language = Shabaka.settings.language;
  const BIDI = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g;

  const forms = new Map(); // a form is dear to make
  function form(Kind, options) {
    const key = `${Kind.name} ${language} ${JSON.stringify(options)}`;
    if (!forms.has(key)) forms.set(key, new Kind(locales[language], options));
    return forms.get(key);
  }

  const number = (n, options = {}) => form(Intl.NumberFormat, options).format(n);

  function say(key, values = {}) {
    let text = Shabaka.settings.words[language][key] ?? key;
    if (typeof text === "object") {
      text = text[form(Intl.PluralRules, {}).select(values.n)] ?? text.other;
      values = { n: number(values.n) };
    }
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  }

  // A date as exact as it is known: 2021, 2021-04 or 2021-04-07.
  function date(iso, precision = "") {
    const parts = iso.split("-").map(Number);
    if (!iso || parts.some(Number.isNaN)) return "";
    const day = new Date(Date.UTC(parts[0], (parts[1] ?? 1) - 1, parts[2] ?? 1));
    const parted = [{ year: "numeric" }, { year: "numeric", month: "long" }, { year: "numeric", month: "long", day: "numeric" }];
    const said = form(Intl.DateTimeFormat, { timeZone: "UTC", ...parted[parts.length - 1] }).format(day);
    return precision === "week" ? say("week_of", { date: said }) : said;
  }

  // A short form of text from articles for the drawing: one line, no direction marks.
  function plain(text, longest = 32) {
    const line = text.slice(0, 400).replace(BIDI, "").replace(/\s+/g, " ").trim();
    const letters = Array.from(line);
    if (letters.length <= longest) return line;
    const cut = letters.slice(0, longest - 1).join("");
    const word = cut.lastIndexOf(" ");
    return (word > cut.length - 9 ? cut.slice(0, word) : cut) + "…";
  }

  // The direction of a text by its first letter, as dir=auto has it.
  const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
  const direction = (text) => (RTL.test(/\p{L}/u.exec(text)?.[0] ?? (language === "ar" ? "\u0627" : "a")) ? "rtl" : "ltr");

  const comma = () => (language === "ar" ? "، " : ", ");
  const actor = (node) => (language === "en" && node.en ? node.en : node.ar || node.en);

  // A name or headline no longer than a name can be: a browser takes half a minute for ten thousand letters on a line.
  const brief = (text) => (text.length > 200 ? Array.from(text.slice(0, 400)).slice(0, 199).join("") + "…" : text);

  return {
    say, number, date, plain, comma, actor, brief, direction,
    get language() { return language; },
    set language(wanted) { language = wanted; },
  };
})();

// An element; children are elements or text, never markup.
Shabaka.element = (name, attributes = {}, ...children) => {
  const svg = Shabaka.element.SVG.has(name);
  const made = svg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "css") Object.assign(made.style, value); // a style attribute would be refused by the policy
    else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return made;
};
Shabaka.element.SVG = new Set(["svg", "path", "rect", "line", "circle", "polygon", "text", "g", "tspan"]);

// An element's children replaced, keeping nothing of what was there.
Shabaka.fill = (element, ...children) => element.replaceChildren(...children.flat(Infinity).filter(Boolean));

Shabaka.byId = (id) => document.getElementById(id);
