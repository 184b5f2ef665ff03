import { afterEach, expect, it, vi } from "vitest";
import { focusOnWrong } from "./focus-on-wrong";

afterEach(() => vi.unstubAllGlobals());

/** A page with a form in a section, in which one field is wrong, and a composer beside it; `active` has the focus. */
function makePage(active: "body" | "section" | "button" | "composer" | null) {
  const inside: Record<string, string[]> = {
    body: ["body", "section", "form", "button", "composer"],
    section: ["section", "form", "button"],
    form: ["form", "button"],
  };
  let focused = false;
  const field = { querySelector: () => null, focus: () => (focused = true) };
  const make = (name: string) => ({
    name,
    contains: (other: { name: string }) => (inside[name] ?? [name]).includes(other.name),
    querySelector: (selector: string) => (selector === "[aria-invalid]" ? field : null),
  });
  vi.stubGlobal("document", { activeElement: active && make(active) });
  focusOnWrong(make("form") as unknown as HTMLElement);
  return focused;
}

it.each([
  ["button", true],
  ["section", true],
  ["body", true],
  [null, true],
  ["composer", false],
] as const)("with the focus on %s, the wrong field takes it: %s", (active, is) => {
  expect(makePage(active)).toBe(is);
});
