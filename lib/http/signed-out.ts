// Every call tells here what it heard, so that no form has to know the way back in.

let isOut = false;
const hearers = new Set<() => void>();

/** Notes whether the server has just answered that nobody is signed in. */
export function noteSignedOut(now: boolean): void {
  if (now === isOut) return;
  isOut = now;
  for (const hear of hearers) hear();
}

/** Whether the last answer that depends on it said that nobody is signed in. */
export function isSignedOut(): boolean {
  return isOut;
}

/** Calls back at every change, until the returned function is called. */
export function onSignedOut(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}
