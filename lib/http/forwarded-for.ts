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
  const address = withoutPort(seen[Math.max(0, seen.length - trustedProxies)] ?? socket);
  return isAddress(address) ? address : socket;
}

/** Some proxies write the port along: "203.0.113.5:4001", "[2001:db8::1]:4001". It is another for each connection. */
function withoutPort(address: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
}

/** Only what is an address goes into our own header. */
function isAddress(address: string): boolean {
  const isV4 = /^(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(address);
  return isV4 || (address.includes(":") && URL.canParse(`http://[${address}]`));
}
