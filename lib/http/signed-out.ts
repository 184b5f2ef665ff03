/**
 * Notes at the page itself whether the server has just answered that nobody is signed in: `components/ui/signed-out`,
 * which knows nothing of calls, reads it there, so that no form has to know the way back in.
 */
export function noteSignedOut(isOut: boolean): void {
  if (typeof document === "undefined") return;
  const { dataset } = document.documentElement;
  if ((dataset.session === "ended") === isOut) return;
  if (isOut) dataset.session = "ended";
  else delete dataset.session;
  window.dispatchEvent(new Event("session"));
}

/**
 * Tells the other windows of this browser that the person signs out in this one, before the server is asked to; or that
 * it did not come to that. `components/ui/signed-out` hears it.
 */
export function tellSignOut(isSigningOut: boolean): void {
  const channel = new BroadcastChannel("sayso-sign-out");
  channel.postMessage(isSigningOut);
  channel.close();
}
