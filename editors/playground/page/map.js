// The map beside the text: what is chosen in it leads to its sentence, and what the cursor stands on is marked in it.

/** The frame that holds the map. */
export class MapBeside {
  #frame;
  #goTo;
  #goToPart;
  #html = "";

  constructor(frame, goTo, goToPart) {
    this.#frame = frame;
    this.#goTo = goTo;
    this.#goToPart = goToPart;
    frame.addEventListener("load", () => this.#listen());
  }

  /** Shows another map, where it is another, at the height at which the reader had the one before. */
  show(html, line) {
    if (html !== this.#html) {
      this.#html = html;
      const at = this.#frame.contentWindow?.scrollY ?? 0;
      this.#frame.addEventListener("load", () => { this.#frame.contentWindow.scrollTo(0, at); this.highlight(line, false); }, { once: true });
      this.#frame.srcdoc = html;
    }
  }

  /** Marks what stands on a line of the text, and brings it into view. */
  highlight(line, brings = true) {
    const page = this.#frame.contentDocument;
    page?.querySelectorAll(".is-here").forEach((part) => part.classList.remove("is-here"));
    const here = [...(page?.querySelectorAll("[data-line]") ?? [])].filter((part) => Number(part.dataset.line) === line);
    here.forEach((part) => part.classList.add("is-here"));
    if (brings && here.length > 0) {
      here[0].scrollIntoView({ block: "nearest" });
    }
  }

  #listen() {
    const page = this.#frame.contentDocument;
    page.addEventListener("click", (event) => {
      const chosen = event.target.closest("a, [data-line]");
      if (chosen) {
        event.preventDefault();
        if (chosen.dataset.line) {
          this.#goTo(Number(chosen.dataset.line));
        } else if (chosen.dataset.part) {
          this.#goToPart(Number(chosen.dataset.part));
        }
      }
    });
  }
}
