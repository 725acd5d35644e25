"use strict";

// The extension with its own client library and the tool, and a stand-in for Visual Studio Code. Prints what came of it as JSON.
//   node test/extension.cjs FOLDER PROGRAM [EXTENSION]
// EXTENSION is the main file of one that was packaged; where PROGRAM is -, the tool is the one that it carries.

const fs = require("fs");
const Module = require("module");
const path = require("path");
const stub = require("./vscode.cjs");

const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? stub.vscode : load(name, ...rest));

const { vscode, Document, eventOf, providers, commands, panels, controllers, output, complaints, diagnostics, answers, settings } = stub;

async function until(what, condition) {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > 60000) {
      throw new Error(`Waited in vain for ${what}. ${complaints.join("; ")}\n${output.join("\n")}`);
    }

    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function main() {
  const [folder, program, main] = process.argv.slice(2);
  settings["delegation.server.path"] = program === "-" ? "" : program;
  settings["delegation.asOf"] = "2026-05-01";
  const name = path.join(folder, "main.delegation");
  const document = new Document(name, fs.readFileSync(name, "utf8"));
  const editor = { document, selection: { active: new vscode.Position(0, 0) } };
  vscode.workspace.textDocuments.push(document);
  vscode.window.activeTextEditor = editor;

  const extension = require(main ? path.resolve(main) : "../src/extension.js");
  const context = { subscriptions: [], workspaceState: stub.memory() };
  await extension.activate(context);
  await until("the report", () => diagnostics.has(document.uri.toString()));

  const seen = { commands: [...commands.keys()].filter((command) => command.startsWith("delegation.")).sort(), providers: [...providers.keys()].sort() };
  const lines = document.text.split("\n");
  const at = (words) => { const line = lines.findIndex((one) => one.includes(words)); return new vscode.Position(line, lines[line].indexOf(words) + 2); };
  const hover = await providers.get("registerHoverProvider").provideHover(document, at("podiatry is"), new vscode.CancellationTokenSource().token);
  seen.hover = JSON.stringify(hover?.contents);

  // The Ask panel: what may come, an answer, why somebody else may not, and a link to a sentence.
  const view = { webview: stub.webview(), visible: true, onDidDispose: () => undefined };
  providers.get("registerWebviewViewProvider").resolveWebviewView(view);
  seen.page = view.webview.html;
  await view.webview.receive({ kind: "ready" });
  await view.webview.receive({ kind: "complete", id: 1, question: "who decides pod", character: 15 });
  const question = "who decides podiatry at Leeds worth £400,000 per contract on 1 May 2026 when in budget?";
  await view.webview.receive({ kind: "ask", question });
  await view.webview.receive({ kind: "ask", question, whyNot: "Chief Executive" });
  await view.webview.receive({ kind: "ask", question: "who decides sunshine?" });
  // A lens that answers a question opens the panel with it.
  await commands.get("delegation.showAnswer")("who decides \"podiatry\"?", "…");
  const asked = view.webview.sent.filter((message) => message.kind === "answer").map((message) => message.asked);
  seen.asked = asked.map((one) => one.text);
  seen.offered = view.webview.sent.find((message) => message.kind === "offers").items.map((item) => item.label);
  seen.history = view.webview.sent.filter((message) => message.kind === "history").at(-1).questions;
  await view.webview.receive({ kind: "open", location: asked[0].places[0].location });
  seen.opened = output.filter((one) => one.startsWith("opened "));

  // The scenarios as tests: one holds; the text is then made to expect something else of it.
  const [tests] = controllers;
  await tests.run({}, { isCancellationRequested: false });
  const sound = document.text;
  const retype = async (text) => {
    const range = new vscode.Range(0, 0, document.text.split("\n").length, 0);
    document.text = text;
    document.version++;
    await eventOf("onDidChangeTextDocument").fire({ document, contentChanges: [{ range, rangeLength: 0, text }], reason: undefined });
  };
  await retype(sound.replace("is decided by Place Director Leeds.", "is decided by Chief Executive."));
  await tests.run({}, { isCancellationRequested: false });
  await retype(sound);
  seen.tests = tests.outcomes.map(({ title, passed, message }) => ({ title, passed, words: message?.message ?? "", expected: message?.expectedOutput ?? "", line: message ? message.location.range.start.line : -1 }));
  seen.files = [...tests.items.items.values()].map((file) => file.label);

  // An answer is kept as a scenario.
  await view.webview.receive({ kind: "keep", question });
  seen.kept = document.text;
  seen.said = view.webview.sent.filter((message) => message.kind === "said").map((message) => message.words);
  document.text = sound;

  await commands.get("delegation.runScenarios")();
  seen.answers = output.join("\n");

  // Before there is a map, the cursor moves nothing.
  const select = async (words) => { editor.selection = { active: at(words) }; await eventOf("onDidChangeTextEditorSelection").fire({ textEditor: editor, selections: [editor.selection] }); };
  await select("podiatry is");
  await commands.get("delegation.showMap")();
  const [panel] = panels;
  seen.map = panel.webview.html;
  await select("podiatry is");
  await select("Place Committee Leeds delegates");
  await select("// A small scheme");
  const followed = panel.webview.sent.filter((message) => message.kind === "here");
  seen.followed = followed.map((message) => message.name);
  seen.lines = followed.map((message) => message.line);
  const chosen = [...seen.map.matchAll(/<a[^>]* data-file="([^"]*)" data-line="(\d+)"[^>]*>([^<]*)/g)].find((link) => link[3] === "podiatry");
  await panel.webview.receive({ kind: "open", file: chosen[1], line: Number(chosen[2]) });
  seen.chosen = panel.shown.map((one) => ({ isThis: one.path === document.uri.path, text: lines[one.line] }));
  // The page says that it is there: from then on it is sent what it shows, after a save and of another day.
  const pages = () => panel.webview.sent.filter((message) => message.kind === "page");
  await panel.webview.receive({ kind: "ready" });
  await eventOf("onDidSaveTextDocument").fire(document);
  await until("the map to be made anew", () => pages().length === 1);
  await panel.webview.receive({ kind: "day", day: "2027-01-01" });
  await panel.webview.receive({ kind: "day", day: "no day" });
  seen.days = pages().map((message) => message.day);
  seen.changes = panel.webview.sent.filter((message) => message.kind === "changes").map((message) => message.changes.since);
  seen.panels = panels.length;
  seen.complaints = [...complaints];

  // A copied table: its first question is answered, the second left open.
  answers.clipboard = "Decision\tLimit\tDelegated to\nSpectacles\tup to £500\tPlace Director Leeds\nHearing aids\tup to £900\tPlace Director Leeds and Audiologist\nWigs\t£40\tPlace Director Leeds and Optician\n";
  answers.picks = [1, 0];
  const pasted = [];
  editor.selection = { active: new vscode.Position(0, 0) };
  editor.edit = async (change) => change({ replace: (_, text) => pasted.push(text) });
  await commands.get("delegation.pasteAsSentences")();
  seen.pasted = pasted;

  // A document: its questions are left at the first.
  answers.asked.length = 0;
  answers.picks = [];
  const page = path.join(folder, "scheme.html");
  fs.writeFileSync(page, "<h1>Example Trust scheme of delegation</h1><table><tr><th>Matter</th><th>Approved by</th></tr><tr><td>Leases</td><td>Chief Executive</td></tr><tr><td>Loans</td><td>Chief Executive and Treasurer</td></tr></table>");
  answers.files = [vscode.Uri.file(page)];
  answers.input = path.join(folder, "imported");
  await commands.get("delegation.import")();
  seen.imported = fs.readFileSync(path.join(folder, "imported", "main.delegation"), "utf8");
  seen.questions = answers.asked.map((one) => one.options.title);
  seen.told = complaints.slice(seen.complaints.length);

  await extension.deactivate();
  process.stdout.write(JSON.stringify(seen), () => process.exit(0));
}

main().catch((trouble) => {
  console.error(trouble);
  process.exit(1);
});
