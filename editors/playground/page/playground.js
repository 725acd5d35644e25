// The page beside the compiler: hands it the text a moment after the last key, and shows what comes back.

import { dotnet } from "./runtime/dotnet.js";

const [text, question, answer, state, findings, scenarios] = ["text", "question", "answer", "state", "findings", "scenarios"].map((id) => document.getElementById(id));
let look;
let asked = "";

function today() {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

function part(kind, words, name = "") {
  const made = document.createElement(kind);
  made.textContent = words;
  made.className = name;
  return made;
}

function count(number, one) {
  return number === 0 ? `no ${one}s` : number === 1 ? `one ${one}` : `${number} ${one}s`;
}

function show() {
  try {
    put(JSON.parse(look(text.value, asked, today())));
  } catch (trouble) {
    state.textContent = `A fault in the compiler: ${trouble.message || trouble}`;
  }
}

function put(seen) {
  const errors = seen.findings.filter((one) => one.severity === "error").length;
  const warnings = seen.findings.filter((one) => one.severity === "warning").length;
  const failed = seen.scenarios.filter((one) => !one.holds).length;
  state.textContent = `There are ${count(errors, "error")} and ${count(warnings, "warning")}.` + (seen.scenarios.length === 0 ? "" : failed === 0 ? " Every scenario holds." : failed === 1 ? " One scenario fails." : ` ${failed} scenarios fail.`);
  findings.replaceChildren(...seen.findings.map((one) => {
    const item = part("li", "", one.severity);
    if (one.isHere) {
      const place = part("button", `Line ${one.line}`);
      place.type = "button";
      place.addEventListener("click", () => { text.focus(); text.setSelectionRange(one.start, one.end); });
      item.append(place, " ");
    }

    item.append(part("strong", `${one.severity} ${one.code}`), ` ${one.message}.`);
    if (one.help) {
      item.append(part("div", one.help));
    }

    return item;
  }));

  // Those that fail are among the findings.
  scenarios.replaceChildren(...seen.scenarios.filter((one) => one.holds).map((one) => part("li", `Holds: ${one.title}`, "holds")));
  answer.textContent = seen.answer;
}

async function start() {
  const assemblies = await (await fetch("./runtime/assemblies.json")).json();
  const named = (name) => ({ name, virtualPath: name });
  const isCore = (name) => name === "System.Private.CoreLib.dll" || name === "System.Runtime.InteropServices.JavaScript.dll";
  const { getAssemblyExports } = await dotnet.withConfig({
    mainAssemblyName: "DelegationLang.Playground.dll",
    globalizationMode: "invariant",
    disableIntegrityCheck: true,
    resources: {
      jsModuleNative: [{ name: "dotnet.native.js" }],
      jsModuleRuntime: [{ name: "dotnet.runtime.js" }],
      wasmNative: [{ name: "dotnet.native.wasm" }],
      coreAssembly: assemblies.filter(isCore).map(named),
      assembly: assemblies.filter((name) => !isCore(name)).map(named),
    },
  }).create();
  look = (await getAssemblyExports("DelegationLang.Playground.dll")).DelegationLang.Playground.Program.Look;

  let timer;
  text.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, 150); });
  document.getElementById("ask").addEventListener("submit", (event) => { event.preventDefault(); asked = question.value.trim(); show(); });
  show();
}

start().catch((trouble) => {
  state.textContent = `The compiler could not be loaded: ${trouble.message || trouble}`;
});
