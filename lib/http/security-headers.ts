type Circumstances = {
  /** Random and new for each response. */
  nonce: string;
  /** Hot reload needs eval and a web socket. */
  dev: boolean;
  /** True when people reach us over https. */
  https: boolean;
  /** What is asked for, without the query. */
  path: string;
};

/** The content security policy. Next reads the nonce out of it and puts it on its own scripts. */
export function contentSecurityPolicy({ nonce, dev }: Pick<Circumstances, "nonce" | "dev">): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    // Inline styles are how positions of cards and menus reach the screen; they cannot run anything.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws: wss:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The headers that every answer carries, errors and files included. */
export function securityHeaders(circumstances: Circumstances): Record<string, string> {
  return {
    "content-security-policy": contentSecurityPolicy(circumstances),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    // The address of an invitation is a secret. The page's own <meta> would come too late for what its head loads.
    "referrer-policy": circumstances.path.startsWith("/invitations/")
      ? "no-referrer"
      : "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...(circumstances.https ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
