// A browser draws what it has as soon as it has some, and lays a long text out twice that way. On a quick line the whole
// is there a moment later; waiting for it shows all of it sooner.

/** How long, in ms from the head of the page on, a browser waits for the whole. */
const patience = 100;

/**
 * Nothing is drawn before the element with this id has come, of browsers that know it, or before `endWaiting` ends it.
 * Where no script would end it, nothing waits.
 */
export function ShowWhole({ until }: { until: string }) {
  return <link rel="expect" href={`#${until}`} media="(scripting: enabled)" blocking="render" />;
}

/**
 * On a slow line half a text is better than none. Runs as a script in the head of every page: what it needs is in it.
 * The link itself stays: React takes it away with the page, and fails at one that is gone already.
 */
function endWaiting(patienceMs: number): void {
  setTimeout(() => {
    for (const link of document.querySelectorAll("link[rel=expect]")) link.removeAttribute("blocking");
  }, patienceMs);
}

/** The script that calls it. */
export const endWaitingScript = `(${endWaiting})(${patience})`;
