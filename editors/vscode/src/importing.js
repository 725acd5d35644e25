"use strict";

// Documents and copied tables as sentences: the tool reads them, and whatever it will not guess is asked here, a question at a time.

const childProcess = require("child_process");
const fs = require("fs");
const os = require("os");
const path = require("path");
const vscode = require("vscode");

const documents = ["docx", "xlsx", "csv", "html", "htm"];

/** Asks all that is open. Calls `answer` with all answers so far, by the number of the question; ends when nobody goes on. */
async function settle(report, answer) {
  const open = report.questions.filter((question) => question.answer === 0);
  const answers = Object.fromEntries(report.questions.filter((question) => question.answer > 0).map((question) => [question.number, question.answer]));
  for (const [index, question] of open.entries()) {
    const leave = { label: "Leave it open", detail: "It stays a comment in the scheme, and gives nobody any authority." };
    const choices = question.choices.map((label, i) => ({ label, detail: (question.writes[i] || "").replace(/\s*\n\s*/g, " ") || undefined, number: i + 1 }));
    const chosen = await vscode.window.showQuickPick([...choices, leave], {
      title: `${index + 1} of ${open.length}: ${question.place}`,
      placeHolder: question.words ? `${question.ask} — ${question.words.replace(/\s+/g, " ")}` : question.ask,
      ignoreFocusOut: true,
    });
    if (!chosen) {
      break;
    }

    if (chosen.number) {
      answers[question.number] = chosen.number;
      report = await answer(answers);
    }
  }

  return report;
}

/** Runs the tool, and gives what it printed. What it complains of is the message of the error. */
function run({ command, args }) {
  return new Promise((resolve, reject) => {
    childProcess.execFile(command, args, { maxBuffer: 1 << 28 }, (trouble, output, complaint) => {
      if (trouble) {
        reject(new Error(complaint.trim() || `The delegation tool could not be started: ${trouble.message}`));
      } else {
        resolve(output);
      }
    });
  });
}

const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

/** A Word file, a workbook, a page or CSV becomes a project of its own, which is opened. */
async function importScheme(tool) {
  const files = await vscode.window.showOpenDialog({ canSelectMany: true, openLabel: "Import", title: "A scheme in Word or Excel", filters: { "Documents": documents } });
  if (!files || files.length === 0) {
    return;
  }

  const names = files.map((file) => file.fsPath);
  const beside = path.join(path.dirname(names[0]), path.basename(names[0], path.extname(names[0])) + "-scheme");
  const folder = await vscode.window.showInputBox({ prompt: "The folder to write the scheme to; it is made where there is none.", value: beside, ignoreFocusOut: true });
  if (!folder) {
    return;
  }

  const own = fs.mkdtempSync(path.join(os.tmpdir(), "delegation-"));
  const list = path.join(own, "answers.json");
  const importOnce = async (answers) => {
    if (answers) {
      fs.writeFileSync(list, JSON.stringify(answers));
    }

    return JSON.parse(await run(tool(["import", ...names, "--out", folder, "--json", ...(answers ? ["--answers", list] : [])])));
  };
  try {
    const report = await settle(await importOnce(), importOnce);
    await vscode.window.showTextDocument(vscode.Uri.file(path.join(folder, "main.delegation")));
    const open = report.questions.filter((question) => question.answer === 0).length;
    await vscode.window.showInformationMessage(`${counted(report.understood, "row")} understood, ${report.asked} asked about, ${report.skipped} left as comments.${open > 0 ? ` ${counted(open, "question")} still open in import.md.` : ""}`);
  } catch (trouble) {
    await vscode.window.showErrorMessage(String(trouble.message || trouble));
  } finally {
    fs.rmSync(own, { recursive: true, force: true });
  }
}

/** A table on the clipboard becomes sentences at the cursor, in the names of the scheme that is open. `read` gives what the server makes of it. */
async function pasteAsSentences(read) {
  const editor = vscode.window.activeTextEditor;
  const table = await vscode.env.clipboard.readText();
  if (!editor || editor.document.languageId !== "delegation") {
    await vscode.window.showInformationMessage("Open a .delegation file first.");
    return;
  }

  if (!table.trim()) {
    await vscode.window.showInformationMessage("Copy the rows of a table first, with their heading, in Word, Excel or a page.");
    return;
  }

  const readOnce = async (answers) => {
    const made = await read(table, ...(answers ? [JSON.stringify(answers)] : []));
    return made === undefined ? undefined : JSON.parse(made);
  };
  const selection = editor.selection;
  const first = await readOnce();
  const report = first && await settle(first, readOnce);
  if (report) {
    await editor.edit((edit) => edit.replace(selection, report.sentences));
  }
}

module.exports = { importScheme, pasteAsSentences };
