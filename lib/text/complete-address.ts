/**
 * A web address as people type it, "example.org/page", with https:// before it; a space in it is written as browsers
 * write it. Anything else stays as it is.
 */
export function completeAddress(typed: string): string {
  const address = typed.trim();
  if (/^https?:\/\//iu.test(address)) return withoutSpaces(address);
  return /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?::\d+)?(?:[/?#].*)?$/su.test(address)
    ? `https://${withoutSpaces(address)}`
    : address;
}

/** A line that was broken where it was copied is no space. */
function withoutSpaces(address: string): string {
  return address.replace(/[\t\n\r]/gu, "").replace(/\s/gu, encodeURIComponent);
}
