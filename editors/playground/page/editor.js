// The text: CodeMirror with the language server of the page, which gives completion, hover, renaming, layout, colours and what is wrong.

import { autocompletion, acceptCompletion, closeCompletion, completionStatus } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentMore } from "@codemirror/commands";
import { setDiagnostics } from "@codemirror/lint";
import { LSPClient, formatKeymap, hoverTooltips, jumpToDefinitionKeymap, renameKeymap, serverCompletion } from "@codemirror/lsp-client";
import { EditorState, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { showText } from "./tabs.js";

const uri = "file:///scheme.delegation";
const severities = { 1: "error", 2: "warning", 3: "info", 4: "hint" };
const words = { error: "error", warning: "warning", info: "remark", hint: "remark" };

const setColours = StateEffect.define();
const colours = StateField.define({
  create: () => Decoration.none,
  update: (marks, change) => change.effects.reduce((now, effect) => (effect.is(setColours) ? effect.value : now), marks.map(change.changes)),
  provide: (field) => EditorView.decorations.from(field),
});

// What the server says in Markdown is made HTML by the client; of that only words, emphasis, code and lists are let in.
function tidied(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const part of [...page.body.querySelectorAll("*")]) {
    if (!["P", "EM", "STRONG", "CODE", "PRE", "UL", "OL", "LI", "BR", "HR"].includes(part.tagName)) {
      part.replaceWith(...part.childNodes);
    } else {
      [...part.attributes].forEach((attribute) => part.removeAttribute(attribute.name));
    }
  }

  return page.body.innerHTML;
}

function offset(doc, { line, character }) {
  return line < doc.lines ? Math.min(doc.line(line + 1).from + character, doc.line(line + 1).to) : doc.length;
}

function decorated(doc, data, types) {
  const marks = new RangeSetBuilder();
  let line = 0;
  let character = 0;
  for (let at = 0; at + 4 < data.length; at += 5) {
    character = data[at] === 0 ? character + data[at + 1] : data[at + 1];
    line += data[at];
    const from = offset(doc, { line, character });
    const to = Math.min(from + data[at + 2], doc.length);
    if (from < to) {
      marks.add(from, to, Decoration.mark({ class: "colour-" + types[data[at + 3]] }));
    }
  }

  return marks.finish();
}

function changesOf(doc, edit) {
  const edits = edit.changes?.[uri] ?? edit.documentChanges?.flatMap((one) => one.edits) ?? [];
  return edits.map((one) => ({ from: offset(doc, one.range.start), to: offset(doc, one.range.end), insert: one.newText }));
}

/**
 * Puts the editor into the page.
 * @param parent Where it stands.
 * @param text What is written.
 * @param compiler What startCompiler gave.
 * @param on changed(text); found(findings); cursorAt(line).
 */
export function openEditor(parent, text, compiler, on) {
  let findings = [];
  const client = new LSPClient({
    timeout: 20_000,
    sanitizeHTML: tidied,
    extensions: [
      {
        clientCapabilities: {
          textDocument: {
            semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: ["relative"] },
            codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
          },
        },
        notificationHandlers: {
          "textDocument/publishDiagnostics": (_client, report) => {
            if (report.uri === uri) {
              void tell(report.diagnostics);
            }

            return true;
          },
        },
      },
      serverCompletion(), hoverTooltips(), keymap.of([...formatKeymap, ...renameKeymap, ...jumpToDefinitionKeymap]),
    ],
  }).connect(compiler.transport);

  async function tell(diagnostics) {
    const state = view.state;
    const fixes = await Promise.all(diagnostics.map((one) => client.request("textDocument/codeAction", { textDocument: { uri }, range: one.range, context: { diagnostics: [one], only: ["quickfix"] } }).catch(() => [])));
    if (view.state.doc !== state.doc) {
      return;
    }

    findings = diagnostics.map((one, at) => {
      const severity = severities[one.severity ?? 1];
      return {
        severity, word: words[severity], code: one.code, message: one.message, line: one.range.start.line + 1,
        from: offset(state.doc, one.range.start), to: offset(state.doc, one.range.end),
        fixes: (fixes[at] ?? []).filter((fix) => fix.edit).map((fix) => ({ title: fix.title, apply: () => apply(fix, state.doc) })),
      };
    });
    view.dispatch(setDiagnostics(view.state, findings.map((one) => ({
      from: one.from, to: one.to, severity: one.severity, source: String(one.code), message: one.message,
      actions: one.fixes.map((fix) => ({ name: fix.title, apply: fix.apply })),
    }))));
    on.found(findings);
  }

  // A fix is of the text as it was when it was found.
  function apply(fix, doc) {
    if (view.state.doc === doc) {
      view.dispatch({ changes: changesOf(doc, fix.edit), userEvent: "input.fix" });
      view.focus();
    }
  }

  let timer;
  async function colour() {
    await client.initializing;
    client.sync();
    const doc = view.state.doc;
    const types = client.serverCapabilities.semanticTokensProvider.legend.tokenTypes;
    const tokens = await client.request("textDocument/semanticTokens/full", { textDocument: { uri } }).catch(() => null);
    if (tokens && view.state.doc === doc) {
      view.dispatch({ effects: setColours.of(decorated(doc, tokens.data, types)) });
    }
  }

  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), history(), drawSelection(), highlightActiveLine(), EditorView.lineWrapping, colours,
        EditorView.contentAttributes.of({ "aria-label": "The scheme", spellcheck: "false", tabindex: "0" }),
        autocompletion({ activateOnTyping: true, interactionDelay: 0 }),
        keymap.of([
          // Enter is always a new line; Tab takes what is offered, and after Escape leaves the text.
          { key: "Enter", run: (editor) => { if (completionStatus(editor.state) === "active") { closeCompletion(editor); } return false; } },
          { key: "Tab", run: (editor) => acceptCompletion(editor) || indentMore(editor) },
        ]),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        client.plugin(uri, "delegation"),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            clearTimeout(timer);
            timer = setTimeout(() => void colour(), 150);
            on.changed(update.state.doc.toString());
          }

          if (update.docChanged || update.selectionSet) {
            on.cursorAt(sentenceAt(update.state));
          }
        }),
      ],
    }),
  });
  void colour();

  // The line on which the sentence at the cursor begins: after the last line that ends one.
  function sentenceAt(state) {
    let line = state.doc.lineAt(state.selection.main.head).number;
    if (/^\s*- /.test(state.doc.line(line).text)) {
      return line;
    }

    while (line > 1 && /^\s+\S/.test(state.doc.line(line).text)) {
      line--;
    }

    return line;
  }

  return {
    get text() { return view.state.doc.toString(); },
    get line() { return sentenceAt(view.state); },
    goTo(from, to) {
      showText();
      view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      view.focus();
    },
    goToLine(line) {
      const at = view.state.doc.line(Math.min(line, view.state.doc.lines));
      this.goTo(at.from, at.to);
    },
    replace(other) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: other } });
    },
  };
}
