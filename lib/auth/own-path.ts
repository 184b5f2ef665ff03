const placeholder = "http://own.invalid";

/**
 * Where to go after signing in or out: the path with query and fragment when `wanted` is an address of our own
 * (relative, or absolute on `origin`), else "/". Nothing else than our own pages can come out, however it is written.
 */
export function ownPath(wanted: unknown, origin = placeholder): string {
  if (typeof wanted !== "string" || wanted.length > 2_000) return "/";
  // Browsers read a backslash as a slash and drop tabs and line breaks, so neither may be left to them.
  if (/[\\\p{Cc}\s]/u.test(wanted)) return "/";
  if (!/^\/(?!\/)/.test(wanted) && !wanted.startsWith(`${origin}/`)) return "/";
  if (!URL.canParse(wanted, origin)) return "/";
  const url = new URL(wanted, origin);
  if (url.origin !== origin || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search + url.hash;
}
