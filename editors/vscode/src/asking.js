"use strict";

// The panel in which questions are asked. The server answers, completes and makes scenarios; the page in media shows it.

const vscode = require("vscode");

const { page } = require("./pages");

/** How many questions are remembered. */
const most = 50;

class Asking {
  #context;
  #request;
  #view;
  #isReady = false;
  #wanted;
  #shown;
  #timer;

  /**
   * @param context The extension's, which remembers questions.
   * @param request Asks the server: a method, and parameters to which the document is added.
   */
  constructor(context, request) {
    this.#context = context;
    this.#request = request;
  }

  /** The questions asked so far, the latest first. */
  get history() {
    return this.#context.workspaceState?.get("questions", []) ?? [];
  }

  /** Fills the view when the editor shows it. */
  resolveWebviewView(view) {
    this.#view = view;
    view.webview.options = { enableScripts: true, localResourceRoots: [] };
    view.webview.onDidReceiveMessage((message) => this.#receive(message), undefined, this.#context.subscriptions);
    view.onDidDispose(() => { this.#view = undefined; this.#isReady = false; }, undefined, this.#context.subscriptions);
    view.webview.html = page("ask", "Ask");
  }

  /** Comes into view, with a question where one is given. */
  async show(question) {
    this.#wanted = { question };
    await vscode.commands.executeCommand("delegation.askView.focus");
    await this.#begin();
  }

  // A page that is being opened takes up what it is for when it says that it is there.
  async #begin() {
    const wanted = this.#wanted;
    if (!wanted || !this.#isReady) {
      return;
    }

    this.#wanted = undefined;
    this.#post({ kind: "focus" });
    if (typeof wanted.question === "string") {
      this.#post({ kind: "question", question: wanted.question });
      await this.ask(wanted.question);
    }
  }

  /** Asks, remembers the question, and shows the answer. */
  async ask(question, whyNot) {
    const asked = await this.#answer(question, whyNot);
    if (asked) {
      this.#shown = asked.question;
      await this.#remember(asked.question);
      this.#post({ kind: "answer", asked });
    }
  }

  /** The text has changed: what is shown is asked again, a moment later. */
  changed() {
    clearTimeout(this.#timer);
    if (this.#shown && this.#view?.visible) {
      this.#timer = setTimeout(async () => {
        const asked = await this.#answer(this.#shown);
        if (asked) {
          this.#post({ kind: "answer", asked });
        }
      }, 400);
    }
  }

  async #answer(question, whyNot) {
    try {
      return await this.#request("delegation/ask", { question, ...(whyNot ? { whyNot } : {}) });
    } catch (trouble) {
      this.#post({ kind: "said", words: String(trouble.message || trouble) });
      return undefined;
    }
  }

  async #receive(message) {
    switch (message.kind) {
      case "ready":
        this.#isReady = true;
        this.#post({ kind: "history", questions: this.history });
        await this.#begin();
        break;
      case "ask":
        await this.ask(String(message.question), message.whyNot ? String(message.whyNot) : undefined);
        break;
      case "complete":
        await this.#complete(message);
        break;
      case "open":
        await this.#open(message.location);
        break;
      case "keep":
        await this.#keep(String(message.question));
        break;
      case "forget":
        await this.#context.workspaceState?.update("questions", []);
        this.#post({ kind: "history", questions: [] });
        break;
    }
  }

  async #complete({ id, question, character }) {
    try {
      const list = await this.#request("delegation/completeQuestion", { question: String(question), character: Number(character) });
      this.#post({ kind: "offers", id, items: list?.items ?? [] });
    } catch {
      // A question can be written without help.
    }
  }

  async #open(location) {
    const { start } = location.range;
    const at = new vscode.Position(start.line, start.character);
    const editor = await vscode.window.showTextDocument(vscode.Uri.parse(location.uri), { viewColumn: vscode.ViewColumn.One, selection: new vscode.Range(at, at) });
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  async #keep(question) {
    try {
      const changes = await this.#request("delegation/keep", { question });
      const edit = new vscode.WorkspaceEdit();
      const [document] = changes.documentChanges ?? Object.entries(changes.changes).map(([uri, edits]) => ({ textDocument: { uri }, edits }));
      const uri = vscode.Uri.parse(document.textDocument.uri);
      const [{ range, newText }] = document.edits;
      const start = new vscode.Position(range.start.line, range.start.character);
      edit.insert(uri, start, newText);
      if (!await vscode.workspace.applyEdit(edit)) {
        throw new Error("The text has changed meanwhile: try again.");
      }

      // The sentence begins after the empty line before it.
      const line = start.line + newText.split("\n").findIndex((words) => words.trim());
      await this.#open({ uri: document.textDocument.uri, range: { start: { line, character: 0 } } });
      this.#post({ kind: "said", words: "Kept as a scenario: it is tried whenever the scheme is checked." });
    } catch (trouble) {
      this.#post({ kind: "said", words: String(trouble.message || trouble) });
    }
  }

  async #remember(question) {
    const questions = [question, ...this.history.filter((other) => other !== question)].slice(0, most);
    await this.#context.workspaceState?.update("questions", questions);
    this.#post({ kind: "history", questions });
  }

  #post(message) {
    void this.#view?.webview.postMessage(message);
  }
}

module.exports = { Asking };
