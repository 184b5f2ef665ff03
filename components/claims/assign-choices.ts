import type { ClaimsOverview } from "@/lib/claims/schema";

/** Whom one may ask to check a claim: nobody, and every member who may judge. */
export function assignChoices(
  people: ClaimsOverview["people"],
  viewerId: string,
): { id: string | null; name: string; label: string }[] {
  const members = people.filter((one) => one.role !== null && one.role !== "viewer");
  return [
    { id: null, name: "Nobody", label: "Nobody" },
    ...members.map(({ id, name }) => ({ id, name, label: id === viewerId ? `${name} (you)` : name })),
  ];
}
