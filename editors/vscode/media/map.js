"use strict";

// The page of the map: zoom, a day, parts of a large one, what the cursor stands on, what has changed, and the way from each box to its sentence.

const editor = acquireVsCodeApi();
const own = document.getElementById("tools");
const made = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const kept = editor.getState() ?? {};
let zoom = kept.zoom ?? 1;
let here;
let changes = { since: "", count: 0, sentences: [] };
let showsChanges = kept.showsChanges ?? true;

/** What is zoomed: all but the tools. */
const sheet = () => document.querySelector("main")?.parentElement ?? document.body;

// The tools.

const shown = made("output", { textContent: "100%" });
shown.setAttribute("aria-label", "Zoom");
const button = (words, title, act) => {
  const one = made("button", { type: "button", textContent: words, title });
  one.addEventListener("click", act);
  return one;
};
const day = made("input", { type: "date", id: "map-day", value: own.dataset.day });
const today = button("Today", "The map of today", () => chooseDay(""));
const changed = button("", "Mark what has changed", () => { showsChanges = !showsChanges; mark(); keep(); });
const said = made("div", { id: "map-said" });
said.setAttribute("role", "status");
const label = made("label", { htmlFor: "map-day", textContent: "Day" });
const bar = made("div", { id: "map-tools" },
  button("−", "Smaller (−, or Ctrl and the wheel)", () => zoomTo(zoom / 1.1)), shown, button("+", "Larger (+, or Ctrl and the wheel)", () => zoomTo(zoom * 1.1)),
  button("Fit", "As wide as the window (F)", fit), label, day, today, changed, said);
bar.setAttribute("role", "toolbar");
bar.setAttribute("aria-label", "The map");
document.body.prepend(bar);
day.addEventListener("change", () => chooseDay(day.value));

function chooseDay(value) {
  editor.postMessage({ kind: "day", day: value });
}

function tellDay(ofMap, ofToday) {
  day.value = ofMap;
  today.hidden = ofMap === ofToday;
  document.body.classList.toggle("other-day", ofMap !== ofToday);
}

function keep() {
  editor.setState({ zoom, showsChanges });
}

// Zoom.

function zoomTo(wanted) {
  zoom = Math.min(3, Math.max(0.2, wanted));
  sheet().style.zoom = zoom;
  shown.textContent = `${Math.round(zoom * 100)}%`;
  keep();
}

/** So small that nothing lies beside the window, and no larger than it is written. */
function fit() {
  zoomTo(1);
  const width = document.documentElement.clientWidth;
  for (let tries = 0; tries < 6 && document.body.scrollWidth > width + 1; tries++) {
    zoomTo(zoom * Math.max(0.5, width / document.body.scrollWidth) * 0.99);
  }
}

addEventListener("wheel", (event) => {
  if (event.ctrlKey) {
    event.preventDefault();
    zoomTo(zoom * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
  }
}, { passive: false });
addEventListener("keydown", (event) => {
  if (event.target.closest("input") || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }

  const act = { "+": () => zoomTo(zoom * 1.1), "=": () => zoomTo(zoom * 1.1), "-": () => zoomTo(zoom / 1.1), 0: () => zoomTo(1), f: fit, F: fit }[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

// Marks.

const stands = (part, file, line, last = line) => part.dataset.file === file && Number(part.dataset.line) >= line && Number(part.dataset.line) <= last;
const links = () => [...document.querySelectorAll("[data-line]")];

function mark() {
  for (const name of ["is-here", "is-changed"]) {
    document.querySelectorAll("." + name).forEach((part) => part.classList.remove(name));
  }

  const all = links();
  for (const sentence of changes.sentences) {
    for (const link of all.filter((part) => stands(part, sentence.file, sentence.line, sentence.endLine))) {
      link.classList.add("is-changed");
      link.title = showsChanges ? sentence.words : "";
    }
  }

  document.body.classList.toggle("shows-changes", showsChanges);
  changed.hidden = changes.since === "" || changes.sentences.length === 0;
  changed.textContent = changes.count > 0 ? `${changes.count} ${changes.count === 1 ? "change" : "changes"} ${changes.since}` : `Reworded ${changes.since}`;
  changed.setAttribute("aria-pressed", String(showsChanges));
  return here ? all.filter((part) => stands(part, here.file, here.line)).map((part) => (part.classList.add("is-here"), part)) : [];
}

function follow(place) {
  here = place;
  const found = mark();
  const wanted = String(place.name || "").toLowerCase();
  const named = found[0] || (wanted && [...document.querySelectorAll("h1,h2,h3,h4,th,td,dt,caption,a,span")].find((part) => part.childElementCount === 0 && part.textContent.trim().toLowerCase() === wanted));
  if (named) {
    named.closest("details")?.setAttribute("open", "");
    named.scrollIntoView({ block: "nearest" });
  }
}

// Links, boxes and parts.

addEventListener("click", (event) => {
  const chosen = event.target.closest("a[href]");
  if (chosen?.dataset.part) {
    event.preventDefault();
    editor.postMessage({ kind: "part", part: Number(chosen.dataset.part) });
    return;
  }

  if (chosen && !chosen.dataset.line) {
    const anchor = chosen.getAttribute("href");
    if (anchor.startsWith("#")) {
      event.preventDefault();
      document.getElementById(decodeURIComponent(anchor.slice(1)))?.scrollIntoView();
    }

    return;
  }

  // A line of the map says which sentence it tells; of a box it is the name of whose it is.
  const sentence = chosen ?? event.target.closest("[data-line]") ?? event.target.closest("li, tr")?.querySelector("span[data-line], p[data-line]")
    ?? event.target.closest(".map-box")?.querySelector("h3 a[data-line]");
  if (sentence && !event.target.closest("#map-tools") && String(getSelection()) === "") {
    event.preventDefault();
    editor.postMessage({ kind: "open", file: sentence.dataset.file, line: Number(sentence.dataset.line) });
  }
});

/** Another page in place of this one: where the same is shown, at the same place. */
function replace(html) {
  const next = new DOMParser().parseFromString(html, "text/html");
  const isSame = next.querySelector("h1")?.textContent === document.querySelector("h1")?.textContent;
  const at = [scrollX, scrollY];
  const fresh = document.importNode(next.querySelector("main").parentElement, true);
  sheet().replaceWith(fresh);
  zoomTo(zoom);
  mark();
  scrollTo(...(isSame ? at : [0, 0]));
}

addEventListener("message", ({ data }) => {
  switch (data.kind) {
    case "page": said.textContent = ""; replace(data.html); tellDay(data.day, data.today); break;
    case "here": follow(data); break;
    case "changes": changes = data.changes; mark(); break;
    case "said": said.textContent = data.words; break;
  }
});
tellDay(own.dataset.day, own.dataset.today);
zoomTo(zoom);
mark();
editor.postMessage({ kind: "ready" });
