// The page beside the compiler: what is written goes to it a moment after the last key, and what comes back is shown.

import { startCompiler } from "./compiler.js";
import { openEditor } from "./editor.js";
import { Kept, linkTo, textOfLink } from "./keeping.js";
import { MapBeside } from "./map.js";
import { Outcome } from "./outcome.js";
import { useTabs } from "./tabs.js";

const [example, link, save, said, question] = ["example", "link", "save", "said", "question"].map((id) => document.getElementById(id));
const kept = new Kept();
const outcome = new Outcome();
let asked = "";

async function examples() {
  const list = await (await fetch("./examples/index.json")).json();
  example.append(...list.map((one) => new Option(one.title, one.file)));
  return list;
}

async function textOf(file) {
  return (await fetch("./examples/" + file)).text();
}

async function start() {
  const [list, linked, compiler] = await Promise.all([examples(), textOfLink(location.hash), startCompiler()]);
  if (linked === null && location.hash.startsWith("#text=")) {
    said.textContent = "The link does not hold a whole text. It may have been cut off when it was sent.";
  }

  let timer;
  let part = 0;
  const map = new MapBeside(document.getElementById("map"), (line) => editor.goToLine(line), (chosen) => { part = chosen; look(); });
  const own = linked ?? kept.text;
  question.value = own === null ? list[0].question : "";
  const editor = openEditor(document.getElementById("text"), own ?? (await textOf(list[0].file)), compiler, {
    changed: (text) => { kept.text = text; clearTimeout(timer); timer = setTimeout(look, 200); },
    found: (findings) => outcome.findings(findings, (finding) => editor.goTo(finding.from, finding.to)),
    cursorAt: (line) => map.highlight(line),
  });
  function look() {
    outcome.show(compiler.look(editor.text, asked));
    map.show(compiler.map(editor.text, part), editor.line);
  }

  useTabs();
  document.getElementById("ask").addEventListener("submit", (event) => { event.preventDefault(); asked = question.value.trim(); look(); });
  example.addEventListener("change", async () => {
    if (example.value) {
      asked = said.textContent = "";
      part = 0;
      question.value = list.find((one) => one.file === example.value).question;
      editor.replace(await textOf(example.value));
    }
  });
  link.addEventListener("click", async () => {
    history.replaceState(null, "", await linkTo(editor.text));
    try {
      await navigator.clipboard.writeText(location.href);
      said.textContent = "The link is copied. The whole text stands in it.";
    } catch {
      said.textContent = "The link stands in the address of this page. The whole text stands in it.";
    }
  });
  save.addEventListener("click", () => {
    const file = document.createElement("a");
    file.href = URL.createObjectURL(new Blob([editor.text], { type: "text/plain" }));
    file.download = "scheme.delegation";
    file.click();
    URL.revokeObjectURL(file.href);
  });
  look();
}

start().catch((trouble) => {
  document.getElementById("state").textContent = `The compiler could not be loaded: ${trouble.message || trouble}`;
});
