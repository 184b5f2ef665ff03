const place = "sayso:claims-row";

/** Remembers, in this tab, from which row of an article's claims somebody goes into the text. */
export function keepRow(articleId: string, passageId: string): void {
  sessionStorage.setItem(place, `${articleId} ${passageId}`);
}

/** The passage of the row that was left last in this article's claims, once; null when none was. */
export function takeRow(articleId: string): string | null {
  const [article, passageId] = sessionStorage.getItem(place)?.split(" ") ?? [];
  if (article !== articleId) return null;
  sessionStorage.removeItem(place);
  return passageId ?? null;
}

/** The address of this article's claims, as it was left, where this page was opened from it; null otherwise. */
export function leftClaims(articleId: string, referrer: string, origin: string): string | null {
  if (!URL.canParse(referrer)) return null;
  const from = new URL(referrer);
  const isClaims = from.origin === origin && from.pathname === `/articles/${articleId}/claims`;
  return isClaims ? `${from.pathname}${from.search}` : null;
}
