import { getDomain } from "tldts";

/**
 * Whose site an address belongs to: its registrable domain in small letters ("news.bbc.co.uk" is "bbc.co.uk", while
 * two blogs of one provider are two sites), by the Public Suffix List. A host without one (an IP address, a bare name)
 * is its own site; null for anything that is no web address.
 */
export function siteOf(address: string | null): string | null {
  if (!address || !URL.canParse(address)) return null;
  const { hostname, protocol } = new URL(address);
  if (!/^https?:$/.test(protocol)) return null;
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname.toLowerCase();
}
