import { expect, it } from "vitest";
import { laterChoices } from "./later";

const shown = (date: Date) => date.toString().slice(0, 21);

it.each([
  // A Thursday, a Sunday, a Monday, and the last day of a year.
  ["2026-11-26T15:30", "Thu Nov 26 2026 16:30", "Fri Nov 27 2026 09:00", "Mon Nov 30 2026 09:00"],
  ["2026-11-29T23:30", "Mon Nov 30 2026 00:30", "Mon Nov 30 2026 09:00", "Mon Nov 30 2026 09:00"],
  ["2026-11-30T08:00", "Mon Nov 30 2026 09:00", "Tue Dec 01 2026 09:00", "Mon Dec 07 2026 09:00"],
  ["2026-12-31T12:00", "Thu Dec 31 2026 13:00", "Fri Jan 01 2027 09:00", "Mon Jan 04 2027 09:00"],
])("at %s", (now, ...untils) => {
  expect(laterChoices(new Date(now)).map(({ until }) => shown(until))).toEqual(untils);
});
