"use client";

import { type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogCancel, DialogEnd } from "@/components/ui/dialog";
import { choiceNames } from "@/lib/reports/choices";
import type { ReportChoices } from "@/lib/reports/schema";
import { inQuotes } from "@/lib/text/in-quotes";

const choiceWords: Record<keyof ReportChoices, string> = {
  names: "Names of colleagues who resolved, or see it differently",
  discussion:
    "Dissent on what is resolved, also by verdicts you have not revealed, and on who said it; which questions are open",
  unresolved: "Passages that are not resolved, as open",
  evidence: "Evidence, with its addresses and excerpts",
};

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  choices: ReportChoices;
  workspaceName: string;
  /** It is public already, with other choices. */
  isAgain: boolean;
  onPublish: () => void;
};

/** Asks before a text of the workspace becomes public, and says what strangers will see of it and what not. */
export function PublishDialog({ open, onOpenChange, choices, workspaceName, isAgain, onPublish }: Props) {
  const isChosen = (name: keyof ReportChoices) => choices[name];
  const shown = choiceNames.filter(isChosen);
  const hidden = choiceNames.filter((name) => !isChosen(name));
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={isAgain ? "Publish again, with these choices?" : "Publish this report?"}
    >
      <div className="flex flex-col gap-3 text-body">
        <p className="wrap-anywhere">
          Anybody with the address can read it, without an account. It goes out in the name of{" "}
          {inQuotes(workspaceName)}.
        </p>
        <Told title="Everybody sees">
          <li>The text of the article, and who said what in it</li>
          <li>Verdicts that are resolved, with their reasons and how sure colleagues are of them</li>
          {shown.map((name) => (
            <li key={name}>{choiceWords[name]}</li>
          ))}
        </Told>
        <Told title="Members alone see">
          <li>Comments, and verdicts on what is not resolved</li>
          {hidden.map((name) => (
            <li key={name}>{choiceWords[name]}</li>
          ))}
        </Told>
        <p>
          Reasons and excerpts are printed as they were typed: read them for names first. You can withdraw the
          report at any time.
        </p>
      </div>
      <DialogEnd>
        <DialogCancel>Not yet</DialogCancel>
        <Button
          look="primary"
          onClick={() => {
            onOpenChange(false);
            onPublish();
          }}
        >
          Publish
        </Button>
      </DialogEnd>
    </Dialog>
  );
}

function Told({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="font-sans font-semibold text-card">
        {title}
      </h3>
      <ul className="mt-1 list-disc pl-5 text-card">{children}</ul>
    </section>
  );
}
