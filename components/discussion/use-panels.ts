import { useState } from "react";
import type { Colouring } from "@/components/passages/highlights/colour-by";
import type { SheetHeight } from "@/components/passages/margin/sheet-size";
import type { Picking } from "@/components/passages/selection/picking";
import { noFilter } from "@/lib/discussion/filter-passages";
import type { Target } from "./use-opened";

/** How the reader has arranged the room: what is narrowed, coloured, quiet, and what lies over it. */
export function usePanels(target: Target) {
  const [filter, setFilter] = useState(() => ({ ...noFilter, source: target.only }));
  const [colouring, setColouring] = useState<Colouring>("so");
  const [isFilterOpen, setFilterOpen] = useState(false);
  const [isQuiet, setQuiet] = useState(false);
  const [isListOpen, setListOpen] = useState(false);
  const [isCoverageOpen, setCoverageOpen] = useState(false);
  const [sheetHeight, setSheetHeight] = useState<SheetHeight>("half");
  const [picking, setPicking] = useState<Picking | null>(null);
  return {
    ...{ filter, setFilter, colouring, setColouring, isFilterOpen, setFilterOpen, isQuiet, setQuiet },
    ...{ isListOpen, setListOpen, isCoverageOpen, setCoverageOpen, sheetHeight, setSheetHeight },
    ...{ picking, setPicking },
    /** What opens takes the place of the list; a form wants all of the sheet. */
    makeWay(isStarting: boolean): void {
      setListOpen(false);
      setSheetHeight((before) => (isStarting ? "full" : before === "peek" ? "half" : before));
    },
  };
}
