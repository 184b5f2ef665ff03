"use client";

import { GripVertical } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import type { SourceView } from "@/lib/sources/schema";
import { inQuotes } from "@/lib/text/in-quotes";
import { dragType } from "./drag-type";

/** Takes a source to another one: dragged onto its row, or pressed to choose it by name. */
export function LedgerHandle({ source, onMerge }: { source: SourceView; onMerge: () => void }) {
  return (
    <IconButton
      label={`Merge ${inQuotes(source.name)} into another source`}
      hint="Drag onto another source, or press to choose one"
      draggable
      className="cursor-grab"
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, source.id);
        event.dataTransfer.effectAllowed = "move";
      }}
      onClick={onMerge}
    >
      <GripVertical aria-hidden className="size-4" />
    </IconButton>
  );
}
