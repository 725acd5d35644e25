"use strict";

// The map beside the text: made by the server, of the day that is looked at and of the part that is in view, whenever the text has changed.

const vscode = require("vscode");

const { nonce, read } = require("./pages");

/** How long nothing must have been typed until the map is made anew, in milliseconds. */
const pause = 150;

class MapBeside {
  #context;
  #request;
  #panel;
  #mapped;
  #files = {};
  #timer;
  #made = 0;
  #isReady = false;
  #day = "";
  #part = 0;

  /**
   * @param context The extension's.
   * @param request Asks the server about a document: a method, the document's address, and further parameters.
   */
  constructor(context, request) {
    this.#context = context;
    this.#request = request;
  }

  /** Shows the map of a document. */
  async show(document) {
    const isOther = this.#mapped?.toString() !== document.toString();
    this.#mapped = document;
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
    }

    if (isOther) {
      this.#part = 0;
    }

    await this.#make();
  }

  /** The text has changed: the map follows as soon as nobody types. */
  changed() {
    clearTimeout(this.#timer);
    if (this.#panel) {
      this.#timer = setTimeout(() => this.#make(), pause);
    }
  }

  /** The line on which the sentence at the cursor begins, or the cursor's own in a list, for the map to mark; and the name at the cursor, for the map to find where it has no such line. */
  async follow({ document, selection }) {
    if (!this.#panel || document.languageId !== "delegation") {
      return;
    }

    const lines = document.getText().split("\n");
    let line = selection.active.line;
    while (line > 0 && /^\s+[^\s-]/.test(lines[line])) {
      line--;
    }

    let name = "";
    try {
      const highlights = await vscode.commands.executeCommand("vscode.executeDocumentHighlights", document.uri, selection.active);
      const here = (highlights || []).find((highlight) => highlight.range.contains(selection.active));
      name = here ? document.getText(here.range).replace(/["“”]/g, "").replace(/\s+/g, " ") : "";
    } catch {
      // There is no name to be had.
    }

    const [file] = Object.entries(this.#files).find(([, uri]) => vscode.Uri.parse(uri).path === document.uri.path) ?? [document.uri.path];
    this.#post({ kind: "here", file, line: line + 1, name });
  }

  async #make() {
    const number = ++this.#made;
    let made;
    try {
      made = await this.#request("delegation/map", this.#mapped, { day: this.#day, part: this.#part });
    } catch (trouble) {
      if (number === this.#made) {
        if (this.#panel) {
          this.#post({ kind: "said", words: String(trouble.message || trouble) });
        } else {
          await vscode.window.showErrorMessage(String(trouble.message || trouble));
        }
      }

      return;
    }

    // What was asked for later is shown, whichever is ready first.
    if (number !== this.#made) {
      return;
    }

    this.#files = made.files;
    this.#show(made);
    try {
      const changes = await this.#request("delegation/changes", this.#mapped, {});
      if (number === this.#made) {
        this.#post({ kind: "changes", changes });
      }
    } catch {
      // The map is shown without.
    }
  }

  #show(made) {
    if (!this.#panel) {
      this.#isReady = false;
      this.#panel = vscode.window.createWebviewPanel("delegation.map", "Map of the scheme", { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, localResourceRoots: [], retainContextWhenHidden: true });
      this.#panel.onDidDispose(() => { this.#panel = undefined; this.#day = ""; this.#part = 0; }, undefined, this.#context.subscriptions);
      this.#panel.webview.onDidReceiveMessage((message) => this.#receive(message), undefined, this.#context.subscriptions);
      this.#panel.webview.html = withTools(made);
    } else if (this.#isReady) {
      // The page stays where it is: what it shows is put into it.
      this.#post({ kind: "page", html: made.html, day: made.day, today: made.today });
    } else {
      this.#panel.webview.html = withTools(made);
    }
  }

  async #receive(message) {
    switch (message.kind) {
      case "ready":
        this.#isReady = true;
        break;
      case "open":
        await this.#open(message);
        break;
      case "part":
        this.#part = Number(message.part) || 0;
        await this.#make();
        break;
      case "day":
        this.#day = /^\d{4}-\d{2}-\d{2}$/.test(message.day) ? message.day : "";
        await this.#make();
        break;
    }
  }

  /** Shows the sentence that was chosen in the map. */
  async #open({ file, line }) {
    const address = this.#files[String(file)];
    if (address) {
      const at = new vscode.Position(Math.max(0, Number(line) - 1), 0);
      const editor = await vscode.window.showTextDocument(vscode.Uri.parse(address), { viewColumn: vscode.ViewColumn.One, selection: new vscode.Range(at, at) });
      editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  #post(message) {
    void this.#panel?.webview.postMessage(message);
  }
}

/** The page as the server makes it, with our script and style, which are let in by a word that is another each time. */
function withTools({ html, day, today }) {
  const word = nonce();
  const tools = `<style nonce="${word}">${read("map.css")}</style><script nonce="${word}" id="tools" data-day="${day}" data-today="${today}">${read("map.js")}</script>`;
  html = html.replace(/script-src /, `script-src 'nonce-${word}' `).replace(/style-src /, `style-src 'nonce-${word}' `);
  return html.replace(/<\/body>/, () => `${tools}</body>`);
}

module.exports = { MapBeside };
