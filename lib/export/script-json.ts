const escapes: Record<string, string> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/**
 * JSON that can stand inside a script tag: no text in it can end the tag, begin a comment, or break a line of script.
 * It reads as the same value.
 */
export function toScriptJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(/[<>&\u2028\u2029]/g, (sign) => escapes[sign] ?? sign);
}
