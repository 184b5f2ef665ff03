/**
 * The address a request comes from. Each proxy appends the address it saw to X-Forwarded-For, so with N trusted
 * proxies the Nth from the right is true and everything left of it may be invented. Without one the header is ignored.
 */
export function findClientAddress(
  socket: string,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  const seen = (forwardedFor ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  if (trustedProxies === 0 || seen.length === 0) return socket;
  const address = seen[Math.max(0, seen.length - trustedProxies)] ?? socket;
  return isPlausible(address) ? address : socket;
}

/** Only what an address can look like goes into our own header. */
function isPlausible(address: string): boolean {
  return /^[0-9a-f.:]{2,45}$/i.test(address);
}
