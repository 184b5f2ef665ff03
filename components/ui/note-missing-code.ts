/**
 * Notes on <html> that a part of the page's code could not be loaded before the page could answer anything; MissingCode
 * shows it. Runs as a script in the head of every page, so it must need nothing from outside itself.
 */
export function noteMissingCode(): void {
  window.addEventListener(
    "error",
    ({ target }) => {
      if (!(target instanceof HTMLScriptElement) || !document.querySelector("body > .missing-code")) return;
      document.documentElement.dataset.code = "missing";
    },
    true,
  );
}
