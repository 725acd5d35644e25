"use strict";

// The libraries that Visual Studio Code itself talks to servers with, in a session with the tool. Prints what came of it as JSON.
//   node test/client.cjs FOLDER PROGRAM ARGUMENT…

const { spawn } = require("child_process");
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const rpc = require("vscode-jsonrpc/node");
const lsp = require("vscode-languageserver-protocol");

async function main() {
  const [folder, program, ...args] = process.argv.slice(2);
  const server = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => server.on("exit", resolve));
  const connection = rpc.createMessageConnection(new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
  const waiting = [];
  connection.onNotification(lsp.PublishDiagnosticsNotification.type, (report) => {
    for (const one of waiting.splice(0)) {
      if (!one.take(report)) {
        waiting.push(one);
      }
    }
  });
  connection.onRequest(lsp.RegistrationRequest.type, () => undefined);
  connection.listen();
  const reported = (fits) => new Promise((resolve) => waiting.push({ take: (report) => fits(report) && (resolve(report), true) }));

  const uri = pathToFileURL(path.join(folder, "main.delegation")).toString();
  const text = fs.readFileSync(path.join(folder, "main.delegation"), "utf8");
  const place = (words) => {
    const before = text.slice(0, text.indexOf(words)).split("\n");
    return { line: before.length - 1, character: before[before.length - 1].length + 2 };
  };
  const result = {};

  const started = await connection.sendRequest(lsp.InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(folder).toString(),
    workspaceFolders: null,
    capabilities: { general: { positionEncodings: ["utf-16"] }, textDocument: { hover: { contentFormat: ["markdown"] } }, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
  });
  result.server = started.serverInfo.name;
  await connection.sendNotification(lsp.InitializedNotification.type, {});

  let report = reported((one) => one.uri === uri && one.version === 1);
  await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: "delegation", version: 1, text } });
  result.first = (await report).diagnostics.filter((one) => one.severity <= 2).length;

  report = reported((one) => one.uri === uri && one.version === 2);
  await connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: text + "\nBoard delegates podiatry to Nobody Known.\n" }],
  });
  result.second = (await report).diagnostics.filter((one) => one.severity === 1).map((one) => one.code);

  const document = { uri };
  result.hover = (await connection.sendRequest(lsp.HoverRequest.type, { textDocument: document, position: place("podiatry is") })).contents.value;
  result.symbols = (await connection.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument: document })).length;
  result.colours = (await connection.sendRequest(lsp.SemanticTokensRequest.type, { textDocument: document })).data.length % 5;
  const cancel = new rpc.CancellationTokenSource();
  const cancelled = connection.sendRequest(lsp.CompletionRequest.type, { textDocument: document, position: place("podiatry is") }, cancel.token).then(() => "answered", (error) => error.code);
  cancel.cancel();
  result.cancelled = await cancelled;
  result.unknown = await connection.sendRequest("no/such/method", {}).then(() => "answered", (error) => error.code);

  await connection.sendRequest(lsp.ShutdownRequest.type);
  await connection.sendNotification(lsp.ExitNotification.type);
  result.exit = await ended;
  connection.dispose();
  console.log(JSON.stringify(result));
}

main().catch((trouble) => {
  console.error(trouble);
  process.exit(1);
});
