// On a narrow screen one of the three views is shown at a time. On a wide one all are, and there are no tabs.

/** Makes the tabs work, by pointer and by arrow keys. */
export function useTabs() {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const choose = (tab) => {
    for (const other of tabs) {
      other.setAttribute("aria-selected", String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
    }

    document.body.dataset.view = tab.getAttribute("aria-controls");
  };
  for (const [at, tab] of tabs.entries()) {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      if (step !== 0) {
        const next = tabs[(at + step + tabs.length) % tabs.length];
        choose(next);
        next.focus();
      }
    });
  }

  choose(tabs[0]);
}

/** Shows the text, where only one view is shown. */
export function showText() {
  document.getElementById("tab-text").click();
}
