"use strict";
// The query page: the ready questions as a form, and the editor, which asks this host and no other.

const FIRST_QUERY = `SELECT ?source ?relation ?target ?evidence WHERE {
  ?event a sem:Event ; sem:eventType ?relation ; sb:source ?a ; sb:target ?b ; sb:evidence/oa:exact ?evidence .
  ?a skos:prefLabel ?source FILTER(LANG(?source) = "ar")
  ?b skos:prefLabel ?target FILTER(LANG(?target) = "ar")
}
LIMIT 50`;

const EXAMPLES = { date: "2021-04-07" };

const at = (id) => document.getElementById(id);
let language = new URLSearchParams(location.search).get("language") === "en" ? "en" : "ar";
let questions = [];
let prefixes = {};
let editor = null;

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function translate() {
  const words = WORDS[language];
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  document.title = words.title;
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = words[one.dataset.word];
  document.querySelector("nav a").href = `/network?language=${language}`;
  const chosen = at("canned").value;
  at("canned").replaceChildren(
    element("option", { value: "", textContent: words.choose }),
    ...questions.map((one) => element("option", { value: one.name, textContent: one[language] })),
  );
  at("canned").value = chosen;
  showParameters();
}

function field(parameter) {
  const words = WORDS[language];
  const required = parameter.default === null;
  const hint = `${words.types[parameter.type]} (${required ? words.required : words.optional})`;
  const given = { id: `p-${parameter.name}`, name: parameter.name, required };
  let input;
  if (parameter.type === "relation") {
    const options = Object.entries(words.relations).map(([value, textContent]) => ({ value, textContent }));
    if (!required) options.unshift({ value: "", textContent: "" });
    input = element("select", given, ...options.map((one) => element("option", one)));
  } else {
    input = element("input", { ...given, placeholder: EXAMPLES[parameter.type] || parameter.default || hint, title: hint, dir: "auto" });
  }
  const label = words.parameters[parameter.name] || parameter.name.replaceAll("_", " ");
  return element("label", {}, element("span", { textContent: label }), input);
}

function showParameters() {
  at("message").textContent = "";
  const question = questions.find((one) => one.name === at("canned").value);
  if (!question) {
    at("parameters").replaceChildren();
    return;
  }
  const button = element("button", { type: "submit", textContent: WORDS[language].insert });
  at("parameters").replaceChildren(...question.parameters.map(field), button);
}

async function insert(event) {
  event.preventDefault();
  at("message").textContent = "";
  const given = new URLSearchParams();
  for (const [name, value] of new FormData(at("parameters"))) if (value.trim()) given.append(name, value.trim());
  const name = at("canned").value;
  const response = await fetch(`/queries/${encodeURIComponent(name)}?${given}`, { headers: { Accept: "application/sparql-query" } })
    .catch(() => null);
  const text = response && (await response.text().catch(() => ""));
  if (response && response.ok) ask(name, text);
  else at("message").replaceChildren(...said(text));
}

// What the server says of a failure, which it says in English, in a sentence of the page's language.
function said(text) {
  const words = WORDS[language];
  if (!text) return [words.no_answer];
  const message = element("bdi", { lang: "en", dir: "ltr", textContent: text.trim() });
  return words.server_says ? [`${words.server_says} `, message] : [message];
}

// The error of a query in the place of its results; where no answer came, the text is the browser's.
async function failure(error) {
  const unreached = /^(Failed to fetch|NetworkError|network error|Load failed)/i.test(error.text);
  return element("p", { className: "failure", dir: document.documentElement.dir }, ...said(unreached ? "" : error.text));
}

function ask(name, query) {
  addTab(name, query).query();
}

// Language tags and datatypes are hidden at first: "Simple view" above a table shows them.
function addTab(name, query) {
  const settings = { pluginsConfig: { table: { compact: true, isEllipsed: false } } };
  return editor.addTab(true, { name, yasqe: { value: query }, yasr: { settings, response: undefined } });
}

// Prefixes that need no declaration are none to complain of.
function knowPrefixes() {
  const plain = Yasgui.Yasqe.modes.sparql11;
  Yasgui.Yasqe.defineMode("sparql11", (...given) => {
    const mode = plain(...given);
    const first = mode.startState;
    mode.startState = (...place) => Object.assign(first(...place), { prefixes: { ...prefixes } });
    return mode;
  });
}

// Tables are sorted and searched by the text of a cell as text: taken for HTML, a handler in it would break the policy.
function sortAsText() {
  const table = Yasgui.Yasr.plugins.table.prototype;
  const columns = table.getColumns;
  const written = (text) => element("p", { textContent: text }).innerHTML;
  const astext = (render) => (cell, use, ...place) =>
    cell && cell.value !== undefined && (!use || use === "filter" || use === "sort") ? written(cell.value) : render(cell, use, ...place);
  table.getColumns = function () {
    return columns.call(this).map((column) => ({ ...column, render: astext(column.render) }));
  };
}

function openEditor() {
  knowPrefixes();
  sortAsText();
  Yasgui.Yasr.defaults.errorRenderers = [failure];
  const endpoint = `${location.origin}/sparql`;
  Yasgui.Yasqe.defaults.value = FIRST_QUERY;
  Yasgui.Yasqe.defaults.autocompleters = ["variables"]; // those of classes and properties would ask another host
  editor = new Yasgui(at("editor"), {
    requestConfig: { endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    persistenceId: "shabaka",
    populateFromUrl: false,
    autoAddOnInit: false,
  });
  const tabs = Object.values(editor._tabs);
  if (!tabs.length) addTab("1", FIRST_QUERY);
  for (const tab of tabs) tab.setEndpoint(endpoint); // the port may be another than last time
}

async function start() {
  at("language").addEventListener("click", () => {
    language = language === "ar" ? "en" : "ar";
    translate();
  });
  at("canned").addEventListener("change", showParameters);
  at("parameters").addEventListener("submit", insert);
  [questions, prefixes] = await Promise.all(["/queries", "/prefixes"].map(async (path) => (await fetch(path)).json()));
  translate();
  openEditor();
  document.documentElement.dataset.ready = "yes";
}

start();
