/** A moment to put something off to, in words. */
export type Later = { label: string; until: Date };

const hourMs = 60 * 60 * 1000;
const morning = 9;

/** What can be chosen at `now`: in an hour, tomorrow at 9 and next Monday at 9, on this computer's clock. */
export function laterChoices(now: Date): Later[] {
  return [
    { label: "In 1 hour", until: new Date(now.getTime() + hourMs) },
    { label: "Tomorrow, 9:00", until: morningIn(now, 1) },
    { label: "Next week, Monday 9:00", until: morningIn(now, ((7 - now.getDay()) % 7) + 1) },
  ];
}

/** By the calendar, not by 24 hours: where a clock is put forward the morning stays at 9. */
function morningIn(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morning);
}
