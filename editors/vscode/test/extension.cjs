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

const { vscode, Document, eventOf, providers, commands, panels, output, complaints, diagnostics, answers, settings } = stub;

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
  const context = { subscriptions: [] };
  await extension.activate(context);
  await until("the report", () => diagnostics.has(document.uri.toString()));

  const seen = { commands: [...commands.keys()].filter((command) => command.startsWith("delegation.")).sort(), providers: [...providers.keys()].sort() };
  const lines = document.text.split("\n");
  const at = (words) => { const line = lines.findIndex((one) => one.includes(words)); return new vscode.Position(line, lines[line].indexOf(words) + 2); };
  const hover = await providers.get("registerHoverProvider").provideHover(document, at("podiatry is"), new vscode.CancellationTokenSource().token);
  seen.hover = JSON.stringify(hover?.contents);

  answers.input = "who decides podiatry at Leeds worth £400,000 per contract on 1 May 2026 when in budget?";
  await commands.get("delegation.ask")();
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
  seen.followed = panel.sent.map((message) => message.name);
  seen.lines = panel.sent.map((message) => message.line);
  const chosen = [...seen.map.matchAll(/<a[^>]* data-file="([^"]*)" data-line="(\d+)"[^>]*>([^<]*)/g)].find((link) => link[3] === "podiatry");
  await panel.receive({ file: chosen[1], line: Number(chosen[2]) });
  seen.chosen = panel.shown.map((one) => ({ isThis: one.path === document.uri.path, text: lines[one.line] }));
  const first = panel.webview.html;
  await eventOf("onDidSaveTextDocument").fire(document);
  await until("the map to be made anew", () => panel.webview.html !== first);
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
  seen.asked = answers.asked.map((one) => one.options.title);
  seen.told = complaints.slice(seen.complaints.length);

  await extension.deactivate();
  process.stdout.write(JSON.stringify(seen), () => process.exit(0));
}

main().catch((trouble) => {
  console.error(trouble);
  process.exit(1);
});
