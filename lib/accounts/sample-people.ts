/**
 * Those in whose name the sample article speaks. They are accounts without a password and without a workspace, so
 * nobody can sign in as them, and they are among no members; their name says what they are.
 */
export const samplePeople = {
  nora: { id: "5a3b1e00-0000-4000-8000-000000000001", name: "Nora Sample", email: "nora@sample.invalid" },
  yusuf: { id: "5a3b1e00-0000-4000-8000-000000000002", name: "Yusuf Sample", email: "yusuf@sample.invalid" },
} as const;

export type SamplePerson = keyof typeof samplePeople;

/** Whether an article is the sample: it was made in the name of one who makes nothing else. */
export function isSampleBy(createdBy: string): boolean {
  return createdBy === samplePeople.nora.id;
}

/** Whether this is one of them. */
export function isSamplePerson(userId: string): boolean {
  return Object.values(samplePeople).some((one) => one.id === userId);
}
