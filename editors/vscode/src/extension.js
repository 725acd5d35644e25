"use strict";

// The extension itself does little: the language server, which is the compiler, does the work.

const fs = require("fs");
const path = require("path");
const childProcess = require("child_process");
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const { Asking } = require("./asking");
const { importScheme, pasteAsSentences } = require("./importing");
const { MapBeside } = require("./mapping");
const { Scenarios } = require("./scenarios");

const commandsOfServer = { scenarios: "delegation.server.scenarios", sentences: "delegation.server.sentences", changes: "delegation.server.changes" };

/** @type {LanguageClient | undefined} */
let client;

/** @type {vscode.OutputChannel} */
let answers;

/** What begins a question: a lens that answers one leads to the panel in which it can be asked on. */
const isQuestion = /^(who decides|may|what may) /;

/** The tool that this extension carries, where it was packaged for a platform. */
const carried = path.join(__dirname, "..", "tool", process.platform === "win32" ? "delegation.exe" : "delegation");

/** The kinds of body for which the tool has a scheme to begin with, and what they are called. */
const kinds = [
  ["icb", "Integrated care board"],
  ["nhs-trust", "NHS trust"],
  ["foundation-trust", "NHS foundation trust"],
  ["council-with-cabinet", "Council with a cabinet"],
  ["council-with-committees", "Council with committees"],
  ["combined-authority", "Combined authority"],
  ["parish", "Parish council"],
  ["charity", "Charity"],
  ["company", "Company"],
];

/** How the tool is started: a .dll by dotnet, anything else by itself. */
function tool(args) {
  const settings = vscode.workspace.getConfiguration("delegation");
  const program = settings.get("server.path") || (fs.existsSync(carried) ? carried : "delegation");
  return program.endsWith(".dll") ? { command: "dotnet", args: [program, ...args] } : { command: program, args };
}

async function start() {
  const asOf = vscode.workspace.getConfiguration("delegation").get("asOf");
  const server = tool(["lsp", ...(asOf ? ["--as-of", asOf] : [])]);
  client = new LanguageClient("delegation", "DelegationLang", { run: server, debug: server }, {
    documentSelector: [{ language: "delegation", scheme: "file" }, { language: "delegation", scheme: "untitled" }],
    // What is wrong with a sentence that is being written is a hint at first; the server is told where the cursor goes.
    initializationOptions: { unfinishedSentencesAreHints: true },
    middleware: {
      // The commands of the server are called by those of this extension, which show what they give.
      executeCommand: (command, args, next) => next(command, args),
    },
  });
  try {
    await client.start();
  } catch (trouble) {
    const open = "Open settings";
    const chosen = await vscode.window.showErrorMessage(
      `The delegation tool could not be started (${server.command}). Install it, or say where it is.`, open);
    if (chosen === open) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "delegation.server.path");
    }
  }
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.dispose();
}

/** The address of the scheme that is being worked at. */
function currentScheme() {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId === "delegation") {
    return document.uri.toString();
  }

  return vscode.workspace.textDocuments.find((open) => open.languageId === "delegation")?.uri.toString();
}

async function run(command, ...args) {
  const scheme = currentScheme();
  if (!client || !scheme) {
    await vscode.window.showInformationMessage("Open a .delegation file first.");
    return undefined;
  }

  try {
    return await client.sendRequest("workspace/executeCommand", { command, arguments: [scheme, ...args] });
  } catch (trouble) {
    await vscode.window.showErrorMessage(String(trouble.message || trouble));
    return undefined;
  }
}

function show(title, text) {
  answers.appendLine(title);
  answers.appendLine(text);
  answers.show(true);
}

/** Asks the server about the scheme that is being worked at; an error says why it cannot be. */
async function request(method, parameters, scheme = currentScheme()) {
  if (!client || !scheme) {
    throw new Error("Open a .delegation file first.");
  }

  return client.sendRequest(method, { textDocument: { uri: scheme }, ...parameters });
}

async function runScenarios() {
  const report = await run(commandsOfServer.scenarios);
  if (report !== undefined) {
    show("Scenarios", report);
  }
}

async function showChanges() {
  const changes = await run(commandsOfServer.changes);
  if (changes !== undefined) {
    show("What has changed in who may decide what", changes);
  }
}

/** Where the cursor stands, for the server to know which sentence is being written. */
async function tell(event) {
  const { document, selection } = event.textEditor;
  if (client?.isRunning() && document.languageId === "delegation" && ["file", "untitled"].includes(document.uri.scheme)) {
    await client.sendNotification("delegation/cursor", {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
      position: client.code2ProtocolConverter.asPosition(selection.active),
    });
  }
}

/**
 * Two spaces, as the settings of the language say. An editor that was opened before these were known, when the window was restored, still has those of a
 * plain text.
 */
function indent(editor) {
  if (editor?.document.languageId !== "delegation") {
    return;
  }

  const settings = vscode.workspace.getConfiguration("editor", editor.document);
  const size = settings.get("tabSize");
  if (settings.get("detectIndentation") === false && typeof size === "number") {
    editor.options = { tabSize: size, insertSpaces: settings.get("insertSpaces") };
  }
}

/** Whether a folder is another or lies in it. On Windows the way to another drive is no relative one. */
function isWithin(folder, other) {
  const relative = path.relative(other, folder);
  return !relative.startsWith("..") && !path.isAbsolute(relative);
}

/** Asks for which kind of body, and where; then opens the folder, with the scheme in it. */
async function newScheme() {
  const kind = await vscode.window.showQuickPick(kinds.map(([id, label]) => ({ label, id })), { title: "A new scheme for which kind of body?" });
  if (!kind) {
    return;
  }

  const picked = await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, canSelectMany: false, openLabel: "Put the new scheme here" });
  if (!picked || picked.length === 0) {
    return;
  }

  const folder = picked[0].fsPath;
  const { command, args } = tool(["new", folder, "--kind", kind.id]);
  const complaint = await new Promise((resolve) => childProcess.execFile(command, args, (trouble, _output, said) =>
    resolve(trouble ? said.trim() || `The delegation tool could not be started: ${trouble.message}` : "")));
  if (complaint) {
    await vscode.window.showErrorMessage(complaint);
    return;
  }

  const main = fs.readdirSync(folder).find((file) => file.endsWith(".delegation"));
  if (main) {
    await vscode.window.showTextDocument(vscode.Uri.file(path.join(folder, main)));
  }

  // The map, the search in all files and the versions need the folder: it is opened in this window where none is, and otherwise beside it.
  const isOpen = (vscode.workspace.workspaceFolders ?? []).some((one) => isWithin(folder, one.uri.fsPath));
  if (!isOpen) {
    await vscode.commands.executeCommand("vscode.openFolder", picked[0], { forceNewWindow: (vscode.workspace.workspaceFolders ?? []).length > 0 });
  }
}

async function activate(context) {
  answers = vscode.window.createOutputChannel("Delegation answers");
  let timer;
  const asking = new Asking(context, request);
  const map = new MapBeside(context, (method, document, parameters) => request(method, parameters, document.toString()));
  const scenarios = new Scenarios(async () => (client?.isRunning() ? client.sendRequest("delegation/scenarios", {}) : []));
  context.subscriptions.push(
    answers,
    scenarios,
    vscode.window.registerWebviewViewProvider("delegation.askView", asking, { webviewOptions: { retainContextWhenHidden: true } }),
    vscode.commands.registerCommand("delegation.ask", (question) => asking.show(question)),
    vscode.commands.registerCommand("delegation.runScenarios", runScenarios),
    vscode.commands.registerCommand("delegation.showChanges", showChanges),
    vscode.commands.registerCommand("delegation.showMap", async () => {
      const scheme = currentScheme();
      await (scheme ? map.show(vscode.Uri.parse(scheme)) : vscode.window.showInformationMessage("Open a .delegation file first."));
    }),
    vscode.commands.registerCommand("delegation.newScheme", newScheme),
    vscode.commands.registerCommand("delegation.import", () => importScheme(tool)),
    vscode.commands.registerCommand("delegation.pasteAsSentences", () => pasteAsSentences((...given) => run(commandsOfServer.sentences, ...given))),
    vscode.commands.registerCommand("delegation.showAnswer", (title, text) => (isQuestion.test(title) ? asking.show(title) : show(title, text))),
    vscode.commands.registerCommand("delegation.restart", async () => { await stop(); await start(); await scenarios.find(); }),
    vscode.window.onDidChangeTextEditorSelection((event) => map.follow(event.textEditor)),
    vscode.window.onDidChangeTextEditorSelection(tell),
    vscode.window.onDidChangeActiveTextEditor(indent),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === "delegation") {
        asking.changed();
        map.changed();
        scenarios.changed();
      }
    }),
    vscode.workspace.onDidSaveTextDocument((document) => { if (document.languageId === "delegation") { map.changed(); } }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("delegation")) {
        clearTimeout(timer);
        timer = setTimeout(async () => { await stop(); await start(); }, 500);
      }
    }));
  vscode.window.visibleTextEditors.forEach(indent);
  // The panel stands where schemes are, and nowhere else.
  void vscode.commands.executeCommand("setContext", "delegation.isActive", true);
  await start();
  await scenarios.find();
}

module.exports = { activate, deactivate: stop };
