"use strict";

// What the extension and the client library use of Visual Studio Code, as far as they use it: positions, events, and registries that a test can look into.
// Whatever else the library asks for when it is loaded is a class that does nothing.

const path = require("path");
const { fileURLToPath, pathToFileURL } = require("url");

class Position {
  constructor(line, character) { Object.assign(this, { line, character }); }
  isBefore(other) { return this.line < other.line || (this.line === other.line && this.character < other.character); }
}

class Range {
  constructor(a, b, c, d) { [this.start, this.end] = typeof a === "number" ? [new Position(a, b), new Position(c, d)] : [a, b]; }
  contains(position) { return !position.isBefore(this.start) && !this.end.isBefore(position); }
}

class Uri {
  constructor(text) { this.text = text; }
  static parse(text) { return new Uri(text); }
  static file(name) { return new Uri(pathToFileURL(name).toString()); }
  get scheme() { return this.text.split(":")[0]; }
  get path() { return new URL(this.text).pathname; }
  get fsPath() { return fileURLToPath(this.text); }
  toString() { return this.text; }
}

class Disposable {
  constructor(dispose = () => undefined) { this.dispose = dispose; }
  static from() { return new Disposable(); }
}

class EventEmitter {
  #listeners = [];
  event = (listener, self) => { this.#listeners.push(self ? listener.bind(self) : listener); return new Disposable(); };
  async fire(value) { for (const listener of this.#listeners) { await listener(value); } }
  dispose() {}
}

class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: () => new Disposable() };
  cancel() {}
  dispose() {}
}

class CodeActionKind {
  constructor(value) { this.value = value; }
  append(part) { return new CodeActionKind(this.value ? `${this.value}.${part}` : part); }
}

for (const [name, value] of [["Empty", ""], ["QuickFix", "quickfix"], ["Refactor", "refactor"], ["RefactorExtract", "refactor.extract"], ["RefactorInline", "refactor.inline"], ["RefactorRewrite", "refactor.rewrite"], ["Source", "source"], ["SourceOrganizeImports", "source.organizeImports"]]) {
  CodeActionKind[name] = new CodeActionKind(value);
}

class WorkspaceEdit {
  edits = [];
  insert(uri, position, text) { this.edits.push({ uri, position, text }); }
}

/** The list of tests of the editor, as far as the extension fills and runs it. */
class TestItems {
  items = new Map();
  replace(all) { this.items = new Map(all.map((item) => [item.id, item])); }
  forEach(each) { this.items.forEach((item) => each(item)); }
}

class TestController {
  items = new TestItems();
  outcomes = [];
  constructor(id) { this.id = id; }
  createRunProfile(label, kind, run) { this.run = run; return new Disposable(); }
  createTestItem(id, label, uri) {
    const item = { id, label, uri, children: new TestItems() };
    const replace = item.children.replace.bind(item.children);
    item.children.replace = (all) => { all.forEach((one) => { one.parent = item; }); replace(all); };
    return item;
  }
  createTestRun() {
    return { started() {}, passed: (item) => this.outcomes.push({ title: item.label, passed: true }), failed: (item, message) => this.outcomes.push({ title: item.label, passed: false, message }), end() {} };
  }
  dispose() {}
}

/** A page as the extension sees it: what it is sent, and what it says. */
const webview = () => {
  const made = { html: "", options: {}, sent: [], postMessage: (message) => { made.sent.push(message); }, onDidReceiveMessage: (receive) => { made.receive = receive; return new Disposable(); } };
  return made;
};

class Document {
  constructor(name, text) { Object.assign(this, { uri: Uri.file(name), fileName: name, text, languageId: "delegation", version: 1, isClosed: false, isDirty: false }); }
  getText(range) {
    const lines = this.text.split("\n");
    if (!range) { return this.text; }
    return range.start.line === range.end.line
      ? lines[range.start.line].slice(range.start.character, range.end.character)
      : [lines[range.start.line].slice(range.start.character), ...lines.slice(range.start.line + 1, range.end.line), lines[range.end.line].slice(0, range.end.character)].join("\n");
  }
}

const events = new Map();
const providers = new Map();
const commands = new Map();
const panels = [];
const controllers = [];
const output = [];
const complaints = [];
const diagnostics = new Map();
const answers = { input: undefined, files: undefined, clipboard: "", picks: [], asked: [] };
const settings = {};

const eventOf = (name) => { if (!events.has(name)) { events.set(name, new EventEmitter()); } return events.get(name); };

/** Things that are there by name, and for any other name an event, a registration or a class that does nothing. */
const open = (known) => new Proxy(known, {
  get(target, name) {
    if (name in target || typeof name !== "string") { return target[name]; }
    if (/^on[A-Z]/.test(name)) { return eventOf(name).event; }
    if (/^register/.test(name)) { return (...given) => { providers.set(name, given.find((one) => one && typeof one === "object" && !Array.isArray(one) && Object.values(one).some((part) => typeof part === "function")) ?? given[1]); return new Disposable(); }; }
    // An enumeration and a class at once: members are numbers, and it can be made or inherited from.
    const made = class { constructor(...given) { this.given = given; } };
    return (target[name] = new Proxy(made, { get: (type, member) => (member in type || typeof member !== "string" ? type[member] : member.length) }));
  },
});

const channel = (name) => ({ name, appendLine: (line) => output.push(line), append: (text) => output.push(text), replace() {}, clear() {}, show() {}, hide() {}, dispose() {} });

const vscode = open({
  version: "1.82.0", Position, Range, Uri, Disposable, EventEmitter, CancellationTokenSource, CodeActionKind,
  WorkspaceEdit, TestRunProfileKind: { Run: 1 },
  TestMessage: class { constructor(message) { this.message = message; } },
  Location: class { constructor(uri, range) { Object.assign(this, { uri, range }); } },
  tests: { createTestController: (id) => { const made = new TestController(id); controllers.push(made); return made; } },
  Diagnostic: class { constructor(range, message, severity) { Object.assign(this, { range, message, severity }); } },
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  DocumentHighlight: class { constructor(range, kind) { Object.assign(this, { range, kind }); } },
  MarkdownString: class { constructor(value = "") { this.value = value; } appendCodeblock() { return this; } },
  Hover: class { constructor(contents, range) { Object.assign(this, { contents, range }); } },
  ViewColumn: { Beside: -2, One: 1 }, TextEditorRevealType: { InCenterIfOutsideViewport: 2 },
  env: { language: "en-gb", appName: "test", openExternal() {}, clipboard: { readText: async () => answers.clipboard } },
  extensions: { all: [], getExtension: () => undefined, onDidChange: () => new Disposable() },
  commands: open({
    registerCommand: (name, run) => { commands.set(name, run); return new Disposable(() => commands.delete(name)); },
    executeCommand: async (name, ...given) => name === "vscode.executeDocumentHighlights"
      ? providers.get("registerDocumentHighlightProvider").provideDocumentHighlights(vscode.workspace.textDocuments[0], given[1], new CancellationTokenSource().token)
      : commands.get(name)?.(...given),
  }),
  languages: open({
    match: (selector, document) => (Array.isArray(selector) ? selector : [selector]).some((one) => (one.language ?? one) === document.languageId) ? 10 : 0,
    createDiagnosticCollection: () => ({ set: (uri, found) => { diagnostics.set(uri.toString(), found); void eventOf("test.diagnostics").fire(found); }, delete() {}, clear() {}, dispose() {}, has: () => false, get: () => [] }),
  }),
  window: open({
    activeTextEditor: undefined, visibleTextEditors: [], tabGroups: { all: [], onDidChangeTabs: eventOf("onDidChangeTabs").event },
    createOutputChannel: channel,
    showInputBox: async () => answers.input,
    showOpenDialog: async () => answers.files,
    // What is to be picked is given by number, from 1; 0 for the last, nothing for going away.
    showQuickPick: async (items, options) => { answers.asked.push({ items, options }); const pick = answers.picks.shift(); return pick === undefined ? undefined : items.at(pick - 1); },
    showTextDocument: async (uri, options) => { output.push(`opened ${uri.fsPath}`); panels.at(-1)?.shown?.push({ path: uri.path, line: options?.selection?.start.line }); return { revealRange() {} }; },
    showErrorMessage: async (text) => { complaints.push(text); },
    showInformationMessage: async (text) => { complaints.push(text); },
    createWebviewPanel: (type, title) => { const panel = { type, title, shown: [], webview: webview(), onDidDispose: () => new Disposable(), reveal() {}, dispose() {} }; panels.push(panel); return panel; },
  }),
  workspace: open({
    textDocuments: [], notebookDocuments: [], workspaceFolders: undefined, fs: {}, isTrusted: true,
    getConfiguration: (section) => ({ get: (name, otherwise) => settings[`${section}.${name}`] ?? otherwise, has: () => false, inspect: () => undefined }),
    getWorkspaceFolder: () => undefined,
    asRelativePath: (uri) => path.basename(uri.path),
    applyEdit: async ({ edits }) => {
      for (const { uri, position, text } of edits) {
        const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
        const lines = document.text.split("\n");
        lines[position.line] = lines[position.line].slice(0, position.character) + text + lines[position.line].slice(position.character);
        document.text = lines.join("\n");
      }

      return true;
    },
    createFileSystemWatcher: () => ({ onDidCreate: () => new Disposable(), onDidChange: () => new Disposable(), onDidDelete: () => new Disposable(), dispose() {} }),
  }),
});

/** What an extension remembers from one time to the next. */
const memory = () => { const kept = new Map(); return { get: (name, otherwise) => kept.get(name) ?? otherwise, update: async (name, value) => { kept.set(name, value); } }; };

module.exports = { vscode, Document, webview, memory, eventOf, providers, commands, panels, controllers, output, complaints, diagnostics, answers, settings, path };
