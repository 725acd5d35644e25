"use strict";

// The libraries that Visual Studio Code itself talks to servers with, in a session with the tool. Every request is sent once; prints what came of each as JSON.
//   node test/client.cjs FOLDER PROGRAM ARGUMENT…

const { spawn } = require("child_process");
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const rpc = require("vscode-jsonrpc/node");
const lsp = require("vscode-languageserver-protocol");

const [folder, program, ...args] = process.argv.slice(2);
const file = path.join(folder, "main.delegation");
const uri = pathToFileURL(file).toString();
const text = fs.readFileSync(file, "utf8");

/** The position of some words, or of a character in them. */
function place(words, plus = 0) {
  const at = text.indexOf(words);
  if (at < 0) {
    throw new Error(`“${words}” does not stand in the text.`);
  }

  const before = text.slice(0, at + plus).split("\n");
  return { line: before.length - 1, character: before[before.length - 1].length };
}

/** Waits for reports of what is wrong. */
class Reports {
  #waiting = [];

  take(report) {
    this.#waiting = this.#waiting.filter((one) => !(one.fits(report) && (one.resolve(report), true)));
  }

  next(version) {
    return new Promise((resolve) => this.#waiting.push({ fits: (report) => report.uri === uri && report.version === version, resolve }));
  }
}

async function main() {
  const server = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => server.on("exit", resolve));
  const connection = rpc.createMessageConnection(new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
  const reports = new Reports();
  const logged = [];
  const watched = [];
  connection.onNotification(lsp.PublishDiagnosticsNotification.type, (report) => reports.take(report));
  connection.onNotification(lsp.LogMessageNotification.type, (message) => logged.push(message.message));
  connection.onRequest(lsp.RegistrationRequest.type, (given) => { watched.push(...given.registrations.map((one) => one.method)); });
  connection.onRequest((method) => new rpc.ResponseError(rpc.ErrorCodes.MethodNotFound, method));
  connection.listen();

  const answers = {};
  const ask = async (type, params) => (answers[type.method] = await connection.sendRequest(type, params));

  const started = await connection.sendRequest(lsp.InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(folder).toString(),
    workspaceFolders: null,
    capabilities: {
      general: { positionEncodings: ["utf-16"] },
      textDocument: {
        hover: { contentFormat: ["markdown"] },
        completion: { completionItem: { snippetSupport: true } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceEdit: { documentChanges: true } },
    },
  });
  await connection.sendNotification(lsp.InitializedNotification.type, {});

  let report = reports.next(1);
  await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: "delegation", version: 1, text } });
  const opened = (await report).diagnostics;

  const document = { uri };
  const all = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
  const at = (words, plus) => ({ textDocument: document, position: place(words, plus) });
  const options = { tabSize: 2, insertSpaces: true };
  await ask(lsp.CompletionRequest.type, at("podiatry to Place Director", 12));
  await ask(lsp.HoverRequest.type, at("podiatry is", 2));
  await ask(lsp.SignatureHelpRequest.type, at("£500,000"));
  await ask(lsp.DefinitionRequest.type, at("Place Committee Leeds", 2));
  await ask(lsp.ReferencesRequest.type, { ...at("podiatry is", 2), context: { includeDeclaration: true } });
  await ask(lsp.DocumentHighlightRequest.type, at("podiatry is", 2));
  await ask(lsp.DocumentSymbolRequest.type, { textDocument: document });
  await ask(lsp.WorkspaceSymbolRequest.type, { query: "Leeds" });
  await ask(lsp.CodeLensRequest.type, { textDocument: document });
  await ask(lsp.CodeLensResolveRequest.type, answers["textDocument/codeLens"].find((lens) => !lens.command));
  await ask(lsp.DocumentLinkRequest.type, { textDocument: document });
  await ask(lsp.DocumentFormattingRequest.type, { textDocument: document, options });
  await ask(lsp.DocumentRangeFormattingRequest.type, { textDocument: document, range: all, options });
  await ask(lsp.DocumentOnTypeFormattingRequest.type, { ...at("version 1"), ch: "\n", options });
  await ask(lsp.SelectionRangeRequest.type, { textDocument: document, positions: [place("podiatry is", 2)] });
  await ask(lsp.FoldingRangeRequest.type, { textDocument: document });
  await ask(lsp.PrepareRenameRequest.type, at("podiatry is", 2));
  await ask(lsp.RenameRequest.type, { ...at("Place Committee Leeds", 2), newName: "Leeds Committee" });
  await ask(lsp.SemanticTokensRequest.type, { textDocument: document });
  await ask(lsp.SemanticTokensRangeRequest.type, { textDocument: document, range: all });
  await ask(lsp.InlayHintRequest.type, { textDocument: document, range: all });
  const [called] = await ask(lsp.CallHierarchyPrepareRequest.type, at("Place Committee Leeds", 2));
  await ask(lsp.CallHierarchyIncomingCallsRequest.type, { item: called });
  await ask(lsp.CallHierarchyOutgoingCallsRequest.type, { item: called });
  const question = "who decides podiatry at Leeds worth £400,000 per contract on 1 May 2026 when in budget?";
  for (const [method, params] of [["ask", { question }], ["completeQuestion", { question: "who decides ", character: 12 }], ["keep", { question }], ["scenarios", {}], ["map", { day: "2026-06-01" }], ["changes", {}]]) {
    answers[`delegation/${method}`] = await connection.sendRequest(`delegation/${method}`, { textDocument: document, ...params });
  }

  const ran = {};
  for (const command of started.capabilities.executeCommandProvider.commands) {
    const given = command.endsWith(".ask") ? [question]
      : command.endsWith(".sentences") ? ["Decision\tLimit\tDelegated to\nSpectacles\tup to £500\tPlace Director Leeds\n"] : [];
    // There is no version before this one: that is said.
    const asked = ask(lsp.ExecuteCommandRequest.type, { command, arguments: [uri, ...given] });
    ran[command] = command.endsWith(".changes") ? await asked.catch((refusal) => refusal.message) : await asked;
  }

  report = reports.next(2);
  await connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: place("podiatry to Place Director"), end: place("podiatry to Place Director", 8) }, text: "podaitry" }],
  });
  const changed = (await report).diagnostics;
  const range = { start: place("podiatry to Place Director"), end: place("podiatry to Place Director", 8) };
  await ask(lsp.CodeActionRequest.type, { textDocument: document, range, context: { diagnostics: changed } });

  const cancel = new rpc.CancellationTokenSource();
  const cancelled = connection.sendRequest(lsp.CompletionRequest.type, at("podiatry is", 2), cancel.token).then(() => "answered", (error) => error.code);
  cancel.cancel();
  const outcome = {
    server: started.serverInfo.name,
    capabilities: started.capabilities,
    answers,
    ran,
    opened,
    changed,
    cancelled: await cancelled,
    unknown: await connection.sendRequest("no/such/method", {}).then(() => "answered", (error) => error.code),
    watched,
    logged,
  };

  await connection.sendNotification(lsp.DidSaveTextDocumentNotification.type, { textDocument: document });
  await connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument: document });
  await connection.sendRequest(lsp.ShutdownRequest.type);
  await connection.sendNotification(lsp.ExitNotification.type);
  outcome.exit = await ended;
  connection.dispose();
  console.log(JSON.stringify(outcome));
}

main().catch((trouble) => {
  console.error(trouble);
  process.exit(1);
});
