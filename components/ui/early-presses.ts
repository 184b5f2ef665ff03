/**
 * Keeps a press that comes before the page can answer it, and gives it back as soon as it can. Runs as a script in the
 * head of every page, as soon as it is read, so it must need nothing from outside itself.
 *
 * A button is not ready while React has not taken it over, or while it stands in for one that is still to come
 * (`data-early` on it or around it); then the press goes to the one of the same name, or of the same passage, that
 * comes in its place. Not when another page has come meanwhile, or something is being written. Single keys wait while
 * anything on the page says `data-early="keys"`, and are given back in their order. The last press counts, for twenty
 * seconds at most.
 */
export function keepEarlyPresses(): void {
  type Press = { element: Element; name: string | null; page: string; until: number };
  const longest = 20_000;
  const fields = "input, textarea, select, [contenteditable=true]";
  const press: { kept: Press | null; keys: KeyboardEvent[] } = { kept: null, keys: [] };

  function isReady(element: Element): boolean {
    return (
      !element.closest("[data-early]") && Object.keys(element).some((key) => key.startsWith("__reactProps"))
    );
  }

  /** How to find the element that comes in the place of one that only stands in. */
  function nameOf(element: Element): string | null {
    if (!element.closest("[data-early]")) return null;
    // Other stretches may be cut from the same words by then: the shortest passage under the press is meant.
    const [shortest] = element.getAttribute("aria-details")?.split(" ") ?? [];
    if (shortest) return `mark[aria-details~="${CSS.escape(shortest)}"]`;
    if (element.matches("a.ref")) return `a#${CSS.escape(element.id)}`;
    const label = element.getAttribute("aria-label");
    return label ? `${element.localName}[aria-label="${CSS.escape(label)}"]` : null;
  }

  function giveBack(): void {
    const { kept } = press;
    if (!kept) return;
    if (kept.page !== location.pathname || document.activeElement?.matches(fields)) {
      press.kept = null;
      kept.element.removeAttribute("aria-busy");
      return;
    }
    const found = kept.name
      ? [...document.querySelectorAll(kept.name)].find(
          (one) => isReady(one) || (one.matches("mark, a.ref") && !one.closest("[data-early]")),
        )
      : kept.element;
    const isThere = kept.name ? found : found?.isConnected && isReady(found);
    if (!isThere && performance.now() < kept.until) {
      requestAnimationFrame(giveBack);
      return;
    }
    press.kept = null;
    kept.element.removeAttribute("aria-busy");
    if (!isThere || !(found instanceof HTMLElement)) return;
    soon(() => {
      // Menus open on the pointer, other buttons on the click.
      if (found.getAttribute("aria-haspopup") === "menu")
        found.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, button: 0 }));
      found.focus();
      found.click();
    });
  }

  /** Whatever has just been drawn answers after the next frame, and on a busy machine a little later. */
  function soon(run: () => void): void {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run, 60)));
  }

  document.addEventListener(
    "click",
    (event) => {
      const { target } = event;
      if (!(target instanceof Element) || event.button !== 0) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const element = target.closest("button[type=button], [data-early] a.ref, [data-early] mark");
      if (!element || isReady(element) || !(window.getSelection()?.isCollapsed ?? true)) return;
      event.preventDefault();
      // React must not answer it as well, in the middle of taking the page over: it is given back once.
      event.stopImmediatePropagation();
      const isFirst = press.kept === null;
      press.kept?.element.removeAttribute("aria-busy");
      const until = performance.now() + longest;
      press.kept = { element, name: nameOf(element), page: location.pathname, until };
      element.setAttribute("aria-busy", "true");
      if (isFirst) requestAnimationFrame(giveBack);
    },
    true,
  );

  function giveBackKeys(): void {
    press.keys = press.keys.filter((one) => one.timeStamp > performance.now() - longest);
    if (press.keys.length === 0) return;
    if (document.querySelector('[data-early="keys"]')) {
      requestAnimationFrame(giveBackKeys);
      return;
    }
    soon(() => {
      // Those that something has answered already are done.
      for (const { key, code, shiftKey, altKey } of press.keys
        .splice(0)
        .filter((one) => !one.defaultPrevented))
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent("keydown", { key, code, shiftKey, altKey, bubbles: true, cancelable: true }),
        );
    });
  }

  // On the way down: React stops a key at the document while it takes over what the key is pressed in.
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.isComposing || !event.isTrusted) return;
    const answers = `${fields}, a, button, summary, [role=dialog], [role=menu]`;
    const isMeantElsewhere = event.target instanceof Element && event.target.closest(answers);
    const isEarly = document.querySelector('[data-early="keys"]') !== null;
    if (isMeantElsewhere || event.repeat || (!isEarly && press.keys.length === 0)) return;
    if (event.key.length > 1 && event.key !== "Enter" && event.key !== "Escape") return;
    // The page can answer by now, but those before this one have not been given back: G, then A must not become A, G.
    if (!isEarly) event.stopImmediatePropagation();
    if (press.keys.push(event) === 1) requestAnimationFrame(giveBackKeys);
    if (press.keys.length > 20) press.keys.shift();
  };
  document.addEventListener("keydown", onKey, true);
}
