const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** "3 May 2024" for 2024-05-03: a day as printed on an article, the same in every time zone. */
export function printDay(day: string): string {
  return format.format(new Date(`${day}T00:00:00Z`));
}
