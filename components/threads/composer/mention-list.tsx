"use client";

import { computePosition, flip, offset, shift } from "@floating-ui/dom";
import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { Avatar } from "@/components/ui/avatar";
import type { Person } from "@/lib/discussion/schema";

type Props = {
  id: string;
  people: readonly Person[];
  active: number;
  /** Where the @ stands on the screen. */
  rect: () => DOMRect | null;
  onPick: (person: Person) => void;
};

export const optionId = (listId: string, at: number) => `${listId}-${at}`;

/** The people to choose from after an @. The focus stays in the text; the text names the active option. */
export function MentionList({ id, people, active, rect, onPick }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = box.current;
    if (!list) return;
    const anchor = { getBoundingClientRect: () => rect() ?? new DOMRect() };
    computePosition(anchor, list, {
      placement: "bottom-start",
      strategy: "fixed",
      middleware: [offset(4), flip({ padding: 8 }), shift({ padding: 8 })],
    }).then(({ x, y }) => {
      list.style.left = `${x}px`;
      list.style.top = `${y}px`;
    });
    list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });
  return createPortal(
    // Outside the card, which may be moved or cut off; a section of its own, so that no part of the page is nameless.
    <section
      ref={box}
      aria-label="Suggestions"
      className="fixed top-0 left-0 z-50 max-h-72 w-60 overflow-y-auto rounded-md border border-hairline bg-card py-1 text-card text-ink shadow-float"
    >
      <div id={id} role="listbox" aria-label="People to mention">
        {people.map((person, at) => (
          <div
            key={person.id}
            id={optionId(id, at)}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            className="flex min-h-9 cursor-pointer items-center gap-2 px-3 py-1.5 aria-selected:bg-chosen aria-selected:shadow-chosen pointer-coarse:min-h-11"
            // The text keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(person)}
            onKeyDown={(event) => event.key === "Enter" && onPick(person)}
          >
            <Avatar small id={person.id} name={person.name} />
            <span className="min-w-0 flex-1 truncate">{person.name}</span>
            <span className="text-label text-muted">{person.role}</span>
          </div>
        ))}
      </div>
    </section>,
    document.body,
  );
}
