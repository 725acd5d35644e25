"use strict";

// Scenarios as the tests that they are: in the editor's own list of tests, by file, each where it stands.

const vscode = require("vscode");

const rangeOf = ({ start, end }) => new vscode.Range(start.line, start.character, end.line, end.character);

class Scenarios {
  #controller;
  #request;
  #timer;

  /** @param request Gives the scenarios of all schemes with what came of each. */
  constructor(request) {
    this.#request = request;
    this.#controller = vscode.tests.createTestController("delegation.scenarios", "Scenarios of schemes");
    this.#controller.refreshHandler = () => this.find();
    this.#controller.createRunProfile("Try", vscode.TestRunProfileKind.Run, (wanted, cancellation) => this.#run(wanted, cancellation), true);
  }

  dispose() {
    clearTimeout(this.#timer);
    this.#controller.dispose();
  }

  /** The text has changed: the list is made anew, a moment later. */
  changed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.find(), 600);
  }

  /** Lists what there is. */
  async find() {
    try {
      this.#list(await this.#request());
    } catch {
      // The server is being started, or is gone: there is nothing to list.
    }
  }

  // By its file and its title, so that the editor knows it again; the second of one title is another.
  #list(tried) {
    const found = new Map();
    const byFile = new Map();
    for (const scenario of tried) {
      const { uri, range } = scenario.location;
      const own = byFile.get(uri) ?? byFile.set(uri, []).get(uri);
      let id = `${uri}#${scenario.title}`;
      for (let number = 2; found.has(id); number++) {
        id = `${uri}#${scenario.title}#${number}`;
      }

      const item = this.#controller.createTestItem(id, scenario.title, vscode.Uri.parse(uri));
      item.range = rangeOf(range);
      own.push(item);
      found.set(id, scenario);
    }

    this.#controller.items.replace([...byFile].map(([uri, items]) => {
      const address = vscode.Uri.parse(uri);
      const file = this.#controller.createTestItem(uri, vscode.workspace.asRelativePath(address), address);
      file.children.replace(items);
      return file;
    }));
    return found;
  }

  async #run(wanted, cancellation) {
    const run = this.#controller.createTestRun(wanted);
    try {
      const found = this.#list(await this.#request());
      const isWanted = (item) => !wanted.include || wanted.include.some((one) => one.id === item.id || one.id === item.parent?.id);
      const isLeftOut = (item) => (wanted.exclude ?? []).some((one) => one.id === item.id || one.id === item.parent?.id);
      for (const item of this.#all()) {
        if (cancellation.isCancellationRequested || !isWanted(item) || isLeftOut(item)) {
          continue;
        }

        run.started(item);
        const scenario = found.get(item.id);
        if (scenario.passed) {
          run.passed(item);
        } else if (scenario.waits) {
          run.skipped(item);
        } else {
          run.failed(item, failure(scenario));
        }
      }
    } finally {
      run.end();
    }
  }

  #all() {
    const items = [];
    this.#controller.items.forEach((file) => file.children.forEach((item) => items.push(item)));
    return items;
  }
}

/** What was expected and what is so, at the words that expect it. */
function failure(scenario) {
  const message = new vscode.TestMessage(`expected “${scenario.expected}”, but it is: ${scenario.actual}\n\n${scenario.text}`);
  message.expectedOutput = scenario.expected;
  message.actualOutput = scenario.actual;
  message.location = new vscode.Location(vscode.Uri.parse(scenario.location.uri), rangeOf(scenario.expectation));
  return message;
}

module.exports = { Scenarios };
