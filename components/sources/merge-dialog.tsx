"use client";

import { type FormEvent, useMemo, useState } from "react";
import { SourcePicker } from "@/components/attributions/source-picker";
import { afterFrame } from "@/components/ui/after-frame";
import { Button } from "@/components/ui/button";
import { Dialog, DialogCancel, DialogEnd } from "@/components/ui/dialog";
import { landFocus } from "@/components/ui/land-focus";
import type { SourceView } from "@/lib/sources/schema";
import { inQuotes } from "@/lib/text/in-quotes";
import { ledgerRowOf } from "./ledger-row-of";
import type { VoiceLook } from "./source-colours";
import type { Merging } from "./use-merging";

type Props = {
  source: SourceView;
  /** Sources that are offered first: those of the article. */
  sources: readonly SourceView[];
  looks: ReadonlyMap<string, VoiceLook>;
  merging: Merging;
  onClose: () => void;
};

const nowhere = { start: 0, end: 0 };

/** Chooses the source that another is to speak as. */
export function MergeDialog({ source, sources, looks, merging, onClose }: Props) {
  const [into, setInto] = useState<SourceView | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [unchosen, setUnchosen] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const usedHere = useMemo(() => new Set(sources.map((one) => one.id)), [sources]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    // The field asks for the choice itself.
    if (unchosen) return;
    if (!into) {
      setError("Choose the source that it is to speak as.");
      return;
    }
    setBusy(true);
    const isMerged = await merging.merge(source, into);
    setBusy(false);
    if (!isMerged) return;
    onClose();
    // The row that it was asked from has gone.
    afterFrame(() => landFocus(ledgerRowOf(into.id)));
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`Merge ${inQuotes(source.name)}`}
      description="Everything that it says counts as the other’s from now on, in all articles. Nothing is rewritten, so it can be undone at any time."
    >
      {/* Room for the list, which would be cut off by the box. */}
      <form noValidate className="flex min-h-96 flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <SourcePicker
          label="Merge into"
          workspaceId={source.workspaceId}
          value={into?.name ?? ""}
          sources={sources}
          usedHere={usedHere}
          namings={[]}
          paragraph={nowhere}
          looks={looks}
          except={source.id}
          error={error}
          onPending={setUnchosen}
          onCleared={() => setInto(null)}
          onChoose={(option) => {
            setInto(option?.type === "known" ? option.source : null);
            setError(undefined);
            return true;
          }}
        />
        <DialogEnd>
          <DialogCancel />
          <Button type="submit" look="primary" busy={isBusy}>
            Merge
          </Button>
        </DialogEnd>
      </form>
    </Dialog>
  );
}
