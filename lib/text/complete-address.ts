/** A web address as people type it, "example.org/page", with https:// before it. Anything else stays as it is. */
export function completeAddress(typed: string): string {
  const address = typed.trim();
  return /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?::\d+)?(?:[/?#].*)?$/u.test(address)
    ? `https://${address}`
    : address;
}
