/** What addresses carry for those who count readers, and nothing of the page. */
const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_cid|mc_eid|cmpid|ref|ref_src|smid)$/i;

/**
 * Two addresses with the same key lead to the same page, as far as that can be told without going there: with or
 * without "www.", a slash at the end, a place in the page, or what counts readers. Null for what is no address.
 */
export function addressKey(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname, port, pathname, searchParams } = new URL(address);
  for (const name of [...searchParams.keys()]) if (tracking.test(name)) searchParams.delete(name);
  searchParams.sort();
  const query = searchParams.size > 0 ? `?${searchParams}` : "";
  return `${bareHost(hostname)}${port && `:${port}`}${pathname.replace(/\/+$/, "")}${query}`;
}

/** The host of an address without its "www."; every address with the same key holds it. Null for what is no address. */
export function addressHost(address: string): string | null {
  return URL.canParse(address) ? bareHost(new URL(address).hostname) : null;
}

function bareHost(hostname: string): string {
  return hostname.replace(/^www\./, "");
}
