"use strict";

// The page of the Ask panel: a question with what may come in it, the answer with a link at each sentence that it rests on, and what was asked before.

const editor = acquireVsCodeApi();
const form = document.getElementById("ask");
const field = document.getElementById("question");
const offers = document.getElementById("offers");
const answer = document.getElementById("answer");
const said = document.getElementById("said");
const past = document.getElementById("history");

let history = [];
let items = [];
let chosen = -1;
let requests = 0;
let back = -1;

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const post = (kind, rest) => editor.postMessage({ kind, ...rest });

function ask(question, whyNot) {
  const words = question.trim();
  if (words) {
    close();
    said.textContent = "";
    post("ask", { question: words, whyNot });
  }
}

// What may come.

function close() {
  requests++;
  items = [];
  chosen = -1;
  offers.hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

function choose(index) {
  chosen = index;
  [...offers.children].forEach((one, i) => one.setAttribute("aria-selected", String(i === index)));
  if (index >= 0) {
    field.setAttribute("aria-activedescendant", offers.children[index].id);
    offers.children[index].scrollIntoView({ block: "nearest" });
  } else {
    field.removeAttribute("aria-activedescendant");
  }
}

function take(item) {
  const { range, newText } = item.textEdit;
  const before = field.value.slice(0, range.start.character) + newText;
  const after = field.value.slice(range.end.character);
  field.value = before + (after === "" && !before.endsWith(" ") ? " " : "") + after;
  field.setSelectionRange(before.length + (after === "" ? field.value.length - before.length : 0), before.length + (after === "" ? field.value.length - before.length : 0));
  complete();
}

function complete() {
  close();
  post("complete", { id: requests, question: field.value, character: field.selectionStart });
}

function offer(id, list) {
  if (id !== requests || document.activeElement !== field) {
    return;
  }

  const typed = (item) => field.value.slice(item.textEdit.range.start.character, item.textEdit.range.end.character).toLowerCase();
  items = list.filter((item) => (item.filterText || item.label).toLowerCase().includes(typed(item))).sort((a, b) => (a.sortText < b.sortText ? -1 : 1)).slice(0, 60);
  offers.replaceChildren(...items.map((item, i) => {
    const line = element("li", { id: `offer-${i}` }, element("span", { textContent: item.label.trim() }), element("small", { textContent: item.detail || "" }));
    line.setAttribute("role", "option");
    line.addEventListener("mousedown", (event) => { event.preventDefault(); take(item); });
    return line;
  }));
  offers.hidden = items.length === 0;
  field.setAttribute("aria-expanded", String(items.length > 0));
  choose(-1);
}

field.addEventListener("input", () => { back = -1; complete(); });
field.addEventListener("blur", close);
field.addEventListener("keydown", (event) => {
  const isOpen = !offers.hidden;
  if (event.key === "Escape" && isOpen) {
    close();
  } else if (event.key === "ArrowDown" && isOpen) {
    choose(Math.min(chosen + 1, items.length - 1));
  } else if (event.key === "ArrowUp" && isOpen && chosen >= 0) {
    choose(chosen - 1);
  } else if (event.key === "Tab" && !event.shiftKey && isOpen) {
    take(items[Math.max(0, chosen)]);
  } else if (event.key === "Enter" && isOpen && chosen >= 0) {
    take(items[chosen]);
  } else if (event.key === " " && event.ctrlKey) {
    complete();
  } else if (event.key === "ArrowUp" && !isOpen && back + 1 < history.length) {
    field.value = history[++back];
  } else if (event.key === "ArrowDown" && !isOpen && back >= 0) {
    field.value = --back >= 0 ? history[back] : "";
  } else {
    return;
  }

  event.preventDefault();
});
form.addEventListener("submit", (event) => { event.preventDefault(); ask(field.value); });

// The answer.

/** A line of the answer: as a link where it names a sentence, and as words otherwise. */
function line(words, places) {
  const named = places.filter((place) => words.includes(`(${place.words}`));
  if (named.length === 0) {
    return [words];
  }

  const link = element("button", { type: "button", className: "place", textContent: words, title: `Show ${named[0].words}` });
  link.addEventListener("click", () => post("open", { location: named[0].location }));
  return [link];
}

function show(asked) {
  const parts = [element("h2", { textContent: asked.question })];
  const lists = [];
  asked.text.trimEnd().split("\n").forEach((written, index) => {
    const bullet = /^(\s*)(-|\d+\.) (.*)$/.exec(written);
    if (!bullet) {
      lists.length = 0;
      if (written.trim()) {
        parts.push(element("p", { className: index === 0 ? "outcome" : "" }, ...line(written.trim(), asked.places)));
      }

      return;
    }

    while (lists.length > 0 && lists.at(-1).depth > bullet[1].length) {
      lists.pop();
    }

    if (lists.length === 0 || lists.at(-1).depth < bullet[1].length) {
      const list = element(bullet[2] === "-" ? "ul" : "ol", {});
      (lists.at(-1)?.list.lastElementChild ?? { append: (one) => parts.push(one) }).append(list);
      lists.push({ depth: bullet[1].length, list });
    }

    lists.at(-1).list.append(element("li", {}, ...line(bullet[3], asked.places)));
  });

  const tools = element("div", { className: "tools" });
  if (asked.answer.outcome !== "error") {
    const keep = element("button", { type: "button", textContent: "Keep as scenario", disabled: !asked.scenario, title: asked.scenario || "This answer cannot be said as a scenario: say in the question what it depends on." });
    keep.addEventListener("click", () => post("keep", { question: asked.question }));
    tools.append(keep);
  }

  if (asked.others.length > 0) {
    const other = element("select", {}, element("option", { value: "", textContent: "Why not …?" }), ...asked.others.map((name) => element("option", { value: name, textContent: `Why not ${name}?` })));
    other.setAttribute("aria-label", "Why not somebody else?");
    other.addEventListener("change", () => { if (other.value) { ask(asked.question, other.value); } });
    tools.append(other);
  }

  answer.replaceChildren(...parts, tools);
}

function remember(questions) {
  history = questions;
  past.hidden = questions.length === 0;
  past.querySelector("ul").replaceChildren(...questions.map((question) => {
    const again = element("button", { type: "button", textContent: question });
    again.addEventListener("click", () => { field.value = question; ask(question); });
    return element("li", {}, again);
  }));
}

document.getElementById("forget").addEventListener("click", () => post("forget"));
addEventListener("message", ({ data }) => {
  switch (data.kind) {
    case "answer": show(data.asked); break;
    case "offers": offer(data.id, data.items); break;
    case "history": remember(data.questions); break;
    case "said": said.textContent = data.words; break;
    case "question": field.value = data.question; break;
    case "focus": field.focus(); break;
  }
});
post("ready");
