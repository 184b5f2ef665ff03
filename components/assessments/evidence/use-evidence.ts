"use client";

import { type KeyboardEvent, useState } from "react";
import { formKept } from "@/components/assessments/form-kept";
import { useRoom } from "@/components/discussion/room";
import { announce } from "@/components/ui/announcer";
import { useKept } from "@/components/ui/use-kept";
import { bearingUnder } from "@/lib/assessments/scale";
import {
  type Bearing,
  bearing as bearings,
  type EvidenceContent,
  type EvidenceView,
  evidenceContent,
  evidenceView,
  type Verdict,
} from "@/lib/assessments/schema";
import { CallError, messageOf } from "@/lib/http/client";
import type { PassageView } from "@/lib/passages/schema";
import { completeAddress } from "@/lib/text/complete-address";

/** What it does is null until the person has said so. */
export type FilledEvidence = Omit<EvidenceContent, "url" | "bearing"> & {
  url: string;
  bearing: Bearing | null;
};

const nothing: FilledEvidence = { url: "", title: "", excerpt: "", bearing: null, primary: false };

type Given = {
  passage: Pick<PassageView, "id" | "exact">;
  /** To be changed; without it, it is new. */
  evidence: EvidenceView | undefined;
  /** The verdict for which it is written down; null where it is for none. */
  under: Verdict | null;
  onAdded: ((added: EvidenceView) => void) | undefined;
  onDone: () => void;
};

/** Evidence that is being written down. */
export function useEvidence({ passage, evidence, under, onAdded, onDone }: Given) {
  const { article, assessing, surroundings } = useRoom();
  const key = evidenceKey(surroundings.viewer.userId, evidence?.id ?? passage.id);
  const form = useKept(
    key,
    // Under a verdict it begins with what that says of it.
    evidence ? filledOf(evidence) : { ...nothing, bearing: under && bearingUnder(under) },
    readFilled,
    { articleId: article.id, passageId: passage.id, exact: passage.exact },
  );
  const [isBusy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  // What I saw when I began: the server refuses to overwrite anything newer, until I have said so.
  const [base, setBase] = useState(evidence);
  const [newer, setNewer] = useState<EvidenceView | null>(null);

  async function save(over = base): Promise<void> {
    if (isBusy) return;
    const { url, bearing, ...rest } = form.value;
    const missing = missingIn(form.value);
    if (!bearing || Object.keys(missing).length > 0) return setErrors(missing);
    const content = { ...rest, bearing, url: url.trim() ? completeAddress(url) : null };
    setBusy(true);
    setErrors({});
    try {
      if (over) await assessing.changeEvidence(over, content);
      else await add(content);
      announce(evidence ? "The evidence is changed." : "The evidence is added.");
      form.forget();
      onDone();
    } catch (refused) {
      form.keep();
      const winner = winnerOf(refused);
      if (winner) {
        setBase(winner);
        setNewer(winner);
      } else setErrors(toldBy(refused));
      setBusy(false);
    }
  }

  async function add(content: EvidenceContent): Promise<void> {
    const adding = assessing.addEvidence(passage.id, content);
    // The outbox keeps it from here on.
    form.forget();
    // Not inside the call: where nobody asks for it, nothing would wait, and a refusal would be told to nobody.
    const added = await adding;
    onAdded?.(added);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Its letters are no verdicts of the form around it, and its Enter does not save that.
    event.stopPropagation();
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    const isSave = event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement;
    if (event.key === "Escape") onDone();
    else if (event.key === "Enter" && isSave) void save();
    else return;
    event.preventDefault();
  }

  const set = (next: Partial<FilledEvidence>) => form.change((before) => ({ ...before, ...next }));
  /** What I have made of it in another window, and what may be done about it. */
  const conflict = newer && {
    newer,
    keep: () => void save(newer),
    take(): void {
      form.forget();
      onDone();
    },
  };
  return { form, set, isBusy, errors, conflict, save: () => void save(), onKeyDown };
}

function winnerOf(refused: unknown): EvidenceView | undefined {
  return refused instanceof CallError ? evidenceView.safeParse(refused.details).data : undefined;
}

/** Of evidence of another passage, all but what it does there: what it does here is for this person to say. */
export function reusedOf({
  url,
  title,
  excerpt,
  primary,
}: EvidenceView): Pick<FilledEvidence, "url" | "title" | "excerpt" | "primary"> {
  return { url: url ?? "", title, excerpt, primary };
}

/** One's own, to be changed: what it does is never hidden from oneself. */
function filledOf(evidence: EvidenceView): FilledEvidence {
  return { ...reusedOf(evidence), bearing: evidence.bearing };
}

/** The name under which evidence is kept while it is written down: that of a passage, or one to be changed. */
export function evidenceKey(userId: string, id: string): string {
  return `sayso:evidence:${userId} ${id}`;
}

/** What this or an earlier version has kept; null for anything else. */
export function readFilled(value: unknown): FilledEvidence | null {
  const filled = value as Partial<FilledEvidence> | null;
  const isOurs = typeof filled?.title === "string" && typeof filled.url === "string";
  return isOurs && bearings.nullable().safeParse(filled.bearing).success ? (filled as FilledEvidence) : null;
}

/** What is asked for before it can be sent, all of it at once, by field. */
export function missingIn({ title, bearing }: FilledEvidence): Record<string, string> {
  return {
    ...(title.trim() ? {} : { title: "Give it a title: what is it?" }),
    ...(bearing ? {} : { bearing: "Choose what it does: supports, refutes, or context." }),
  };
}

/** What was refused, by field where it is one's fault. */
function toldBy(error: unknown): Record<string, string> {
  const fields = error instanceof CallError ? Object.entries(error.fields) : [];
  const known = fields.filter(([name]) => name in evidenceContent.shape);
  return known.length > 0 ? Object.fromEntries(known) : { all: messageOf(error, formKept) };
}
