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
  try {
    const response = await fetch(`/queries/${encodeURIComponent(name)}?${given}`);
    const text = await response.text();
    if (response.ok) ask(name, text);
    else at("message").textContent = text;
  } catch (error) {
    at("message").textContent = String(error);
  }
}

function ask(name, query) {
  addTab(name, query).query();
}

// Language tags and datatypes are hidden at first: "Simple view" above a table shows them.
function addTab(name, query) {
  const settings = { pluginsConfig: { table: { compact: true, isEllipsed: false } } };
  return editor.addTab(true, { name, yasqe: { value: query }, yasr: { settings, response: undefined } });
}

function openEditor() {
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
  questions = await (await fetch("/queries")).json();
  translate();
  openEditor();
  document.documentElement.dataset.ready = "yes";
}

start();
