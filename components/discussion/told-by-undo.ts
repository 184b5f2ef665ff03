import type { AssessmentActions } from "@/components/assessments/assessment-actions";
import type { AttributionActions } from "@/components/attributions/attribution-actions";
import type { ThreadActions } from "@/components/threads/thread-actions";
import type { Undoing } from "./use-undo";

// What Ctrl+Z does not take back must not be passed over either: it would take back something older instead, which
// nobody has in mind any more.

/** By the name of each action what it does, in words; null for what does nothing, or is told of where it is asked for. */
type Acts<Actions extends object> = { readonly [Name in keyof Actions]: string | null };

export const threadActs = {
  post: "a comment",
  startThread: "a comment",
  edit: "a change of a comment",
  react: "a reaction",
  unreact: "a reaction",
  changeState: "a change of a thread",
  assign: "an assignment",
  remove: null,
  restore: null,
  markRead: null,
  history: null,
} as const satisfies Acts<ThreadActions>;

/** What the form of an attribution records; the key O undoes what it has recorded. */
export const recordAct = "who said it";

export const attributionActs = {
  edit: "a change of who said it",
  settle: "a settlement",
  describe: "a kind of claim",
  record: null,
  takeBack: null,
  putBack: null,
  history: null,
  takenBack: null,
  accept: null,
  change: null,
  dismiss: null,
  reopen: null,
} as const satisfies Acts<AttributionActions>;

export const assessmentActs = {
  judge: "a verdict",
  resolve: "a resolution",
  addEvidence: "evidence",
  changeEvidence: "a change of evidence",
  assign: "an assignment",
  takeBack: null,
  reveal: null,
  removeEvidence: null,
  putBackEvidence: null,
  findEvidence: null,
  history: null,
} as const satisfies Acts<AssessmentActions>;

/** The same actions; of those that have words, Ctrl+Z tells when one was the last thing that was done. */
export function toldByUndo<Actions extends object>(
  actions: Actions,
  acts: Acts<Actions>,
  pass: Undoing["pass"],
): Actions {
  const told = Object.entries(acts).flatMap(([name, act]) => {
    const run: unknown = Reflect.get(actions, name);
    if (typeof run !== "function") throw new Error(`There is no action ${name}.`);
    if (act === null) return [];
    const noting = (...given: unknown[]) => {
      const doing: unknown = run.apply(actions, given);
      pass(String(act), Promise.resolve(doing));
      return doing;
    };
    return [[name, noting] as const];
  });
  return { ...actions, ...Object.fromEntries(told) };
}
