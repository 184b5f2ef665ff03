import type { Undoing } from "./use-undo";

// What Ctrl+Z does not take back must not be passed over either: it would take back something older instead, which
// nobody has in mind any more.

export const threadActs = {
  post: "a comment",
  startThread: "a comment",
  edit: "a change of a comment",
  changeState: "a change of a thread",
  assign: "an assignment",
} as const;

/** What the form of an attribution records; the key O undoes what it has recorded. */
export const recordAct = "who said it";

export const attributionActs = {
  edit: "a change of who said it",
  settle: "a settlement",
  describe: "a kind of claim",
} as const;

export const assessmentActs = {
  judge: "a verdict",
  resolve: "a resolution",
  addEvidence: "evidence",
  changeEvidence: "a change of evidence",
  assign: "an assignment",
} as const;

/** The same actions; of those that are named, Ctrl+Z tells when one was the last thing that was done. */
export function toldByUndo<Actions extends object>(
  actions: Actions,
  named: { readonly [Name in keyof Actions]?: string },
  pass: Undoing["pass"],
): Actions {
  const told = Object.entries(named).map(([name, act]) => {
    const run: unknown = Reflect.get(actions, name);
    if (typeof run !== "function") throw new Error(`There is no action ${name}.`);
    const noting = (...given: unknown[]) => {
      const doing: unknown = run.apply(actions, given);
      pass(String(act), Promise.resolve(doing));
      return doing;
    };
    return [name, noting];
  });
  return { ...actions, ...Object.fromEntries(told) };
}
