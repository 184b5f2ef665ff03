const event = "sayso-unread";

let told: number | null = null;

/** Tells the page how many notifications are unread now. */
export function tellUnread(unread: number): void {
  told = unread;
  window.dispatchEvent(new CustomEvent(event, { detail: unread }));
}

/** What was told last, for whoever comes to hear of it later; null when nothing was. */
export function lastTold(): number | null {
  return told;
}

/** Hears each time that this may have changed, until the returned function is called. */
export function hearUnread(hear: (unread: number) => void): () => void {
  const listener = (heard: Event) => {
    if (heard instanceof CustomEvent) hear(Number(heard.detail));
  };
  window.addEventListener(event, listener);
  return () => window.removeEventListener(event, listener);
}
