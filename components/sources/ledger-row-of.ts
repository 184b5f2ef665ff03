/** The row of a source in the ledger on this page; the page's heading where it has none. */
export function ledgerRowOf(sourceId: string): HTMLElement | null {
  return document.querySelector(`[data-row="${sourceId}"]`) ?? document.querySelector("h1");
}
