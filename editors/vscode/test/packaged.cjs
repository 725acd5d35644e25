"use strict";

// The extension as it was packaged for this platform, with the tool that it carries and no other: makes a scheme, opens it, is told that it is sound, and asks.
//   node test/packaged.cjs FOLDER        the folder to which the .vsix was unpacked; ends with 1 where something is not so

const fs = require("fs");
const os = require("os");
const path = require("path");
const Module = require("module");
const stub = require("./vscode.cjs");

const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? stub.vscode : load(name, ...rest));
const { vscode, Document, commands, complaints, diagnostics, answers } = stub;

// Nothing that is installed on this machine may be what answers.
process.env.PATH = "/nowhere";
delete process.env.DOTNET_ROOT;

async function main() {
  const unpacked = path.resolve(process.argv[2], "extension");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "delegation-extension-"));
  const extension = require(path.join(unpacked, JSON.parse(fs.readFileSync(path.join(unpacked, "package.json"), "utf8")).main));
  try {
    vscode.workspace.workspaceFolders = [{ uri: vscode.Uri.file(folder) }];
    await extension.activate({ subscriptions: [], workspaceState: stub.memory() });
    answers.files = [vscode.Uri.file(folder)];
    answers.picks = [7];
    await commands.get("delegation.newScheme")();
    const name = path.join(folder, "main.delegation");
    const document = new Document(name, fs.readFileSync(name, "utf8"));
    vscode.workspace.textDocuments.push(document);
    vscode.window.activeTextEditor = { document, selection: { active: new vscode.Position(0, 0) } };
    await stub.eventOf("onDidOpenTextDocument").fire(document);
    for (let waited = 0; !diagnostics.has(document.uri.toString()); waited += 20) {
      if (waited > 60000) {
        throw new Error("The scheme was never reported on.");
      }

      await new Promise((resolve) => setTimeout(resolve, 20));
    }

    const view = { webview: stub.webview(), visible: true, onDidDispose: () => undefined };
    stub.providers.get("registerWebviewViewProvider").resolveWebviewView(view);
    await view.webview.receive({ kind: "ask", question: "who decides payments worth £500 excluding VAT on 1 May 2026?" });
    const said = view.webview.sent.filter((message) => message.kind === "answer").map((message) => message.asked.text).join("\n");
    if (!said.includes("Clerk decides alone.") || complaints.length > 0 || diagnostics.get(document.uri.toString()).some((one) => one.severity < 2)) {
      throw new Error([said, ...complaints, ...diagnostics.get(document.uri.toString()).map((one) => one.message)].join("\n"));
    }
  } finally {
    await extension.deactivate();
    fs.rmSync(folder, { recursive: true });
  }
}

main().then(() => process.exit(0), (trouble) => {
  console.error(trouble);
  process.exit(1);
});
