/** Prints a Markdown table, as the README shows it. Numbers are rounded to three figures. */
export function printTable(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const cells = [
    columns,
    columns.map((_, index) => (index === 0 ? "---" : "---:")),
    ...rows.map((row) => row.map(show)),
  ];
  console.log(`\n**${title}**\n\n${cells.map((row) => `| ${row.join(" | ")} |`).join("\n")}`);
}

function show(value: string | number): string {
  if (typeof value === "string") return value;
  if (!Number.isFinite(value)) return "-";
  if (value >= 100) return Math.round(value).toLocaleString("en-GB");
  return String(Number(value.toPrecision(2)));
}
