// What is wrong with the text, which scenarios hold, and the answer to the question.

function part(kind, words, name = "") {
  const made = document.createElement(kind);
  made.textContent = words;
  made.className = name;
  return made;
}

function count(number, one) {
  return number === 0 ? `no ${one}s` : number === 1 ? `one ${one}` : `${number} ${one}s`;
}

/** The column beside the text. */
export class Outcome {
  #found = null;
  #seen = null;

  /** Shows the findings. A finding has a severity, a code, a message, a line, and its fixes. */
  findings(found, goTo) {
    this.#found = found;
    document.getElementById("findings").replaceChildren(...found.map((one) => {
      const item = part("li", "", one.severity);
      const place = part("button", `Line ${one.line}`);
      place.type = "button";
      place.addEventListener("click", () => goTo(one));
      item.append(place, " ", part("strong", `${one.word} ${one.code}`), ` ${one.message}`);
      for (const fix of one.fixes) {
        const button = part("button", fix.title, "fix");
        button.type = "button";
        button.addEventListener("click", fix.apply);
        item.append(button);
      }

      return item;
    }));
    this.#say();
  }

  /** Shows the scenarios and the answer. Scenarios that fail are among the findings. */
  show(seen) {
    this.#seen = seen;
    document.getElementById("scenarios").replaceChildren(...seen.scenarios.filter((one) => one.holds).map((one) => part("li", `Holds: ${one.title}`, "holds")));
    document.getElementById("answer").textContent = seen.answer;
    this.#say();
  }

  #say() {
    if (!this.#found || !this.#seen) {
      return;
    }

    const errors = this.#found.filter((one) => one.severity === "error").length;
    const warnings = this.#found.filter((one) => one.severity === "warning").length;
    const failed = this.#seen.scenarios.filter((one) => !one.holds).length;
    const words = `There ${errors === 1 ? "is" : "are"} ${count(errors, "error")} and ${count(warnings, "warning")}.`
      + (this.#seen.scenarios.length === 0 ? "" : failed === 0 ? " Every scenario holds." : failed === 1 ? " One scenario fails." : ` ${failed} scenarios fail.`);
    const state = document.getElementById("state");
    if (state.textContent !== words) {
      state.textContent = words;
    }
  }
}
