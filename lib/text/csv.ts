/** Programs that open CSV take a cell that begins so for a formula, some also behind white space or in wide letters. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
/** What parts cells and lines, also for programs of countries that part them at semicolons. */
const parting = /[",;\t\r\n]/;

/**
 * Rows as CSV (RFC 4180), lines ended by CRLF, with a byte order mark so that spreadsheets read it as UTF-8. A cell of
 * text that a spreadsheet would run as a formula begins with an apostrophe; numbers stay numbers.
 */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return parting.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
