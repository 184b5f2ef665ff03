"use client";

import { useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { DismissedSuggestions } from "@/components/suggestions/dismissed-suggestions";
import { Button } from "@/components/ui/button";
import { ArticleCard } from "./article-card";
import { DeletedPassages } from "./deleted-passages";
import { PassageCard } from "./passage-card";

/** How many rows are drawn at a time. */
const page = 200;

/** All passages that pass the filter, in text order, where there is no margin for cards. */
export function PassageList() {
  const { shown, entries } = useRoom();
  const [count, setCount] = useState(page);
  return (
    <div className="flex flex-col gap-3">
      <ArticleCard />
      {entries.length === 0 && (
        <p className="px-3 text-card text-muted">
          Nothing is marked yet. Select some words in the text to start.
        </p>
      )}
      {entries.length > 0 && shown.length === 0 && (
        <p className="px-3 text-card text-muted">No passage passes the filter.</p>
      )}
      <ol className="flex flex-col gap-3">
        {shown.slice(0, count).map((entry) => (
          <li key={entry.passage.id}>
            <PassageCard entry={entry} isInList />
          </li>
        ))}
      </ol>
      {shown.length > count && (
        <Button look="quiet" onClick={() => setCount(count + page)}>
          Show {Math.min(page, shown.length - count)} more
        </Button>
      )}
      <DeletedPassages />
      <DismissedSuggestions />
    </div>
  );
}
