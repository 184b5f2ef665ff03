"use client";

import Mention from "@tiptap/extension-mention";
import type { SuggestionKeyDownProps, SuggestionProps } from "@tiptap/suggestion";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Person } from "@/lib/discussion/schema";
import { matchPeople } from "@/lib/threads/match-people";

type Choice = { id: string; label: string };
type Open = {
  people: Person[];
  active: number;
  rect: () => DOMRect | null;
  pick: (person: Person) => void;
};

/** The @ of the editor: its extension, and the list that is open while a name is being typed. */
export function useMentions(people: readonly Person[], viewerId: string) {
  const [open, setOpen] = useState<Open | null>(null);
  const latest = useRef({ open, people });
  useEffect(() => {
    latest.current = { open, people };
  });

  const show = useCallback((props: SuggestionProps<Person, Choice>) => {
    const found = props.items;
    setOpen((before) =>
      found.length === 0
        ? null
        : {
            people: found,
            active: before ? Math.min(before.active, found.length - 1) : 0,
            rect: () => props.clientRect?.() ?? null,
            pick: (person) => props.command({ id: person.id, label: person.name }),
          },
    );
  }, []);

  const onKeyDown = useCallback(({ event }: SuggestionKeyDownProps) => {
    const list = latest.current.open;
    if (!list) return false;
    const move = (by: number) => {
      const active = (list.active + by + list.people.length) % list.people.length;
      setOpen({ ...list, active });
      return true;
    };
    if (event.key === "ArrowDown") return move(1);
    if (event.key === "ArrowUp") return move(-1);
    if (event.key !== "Enter" && event.key !== "Tab") return false;
    const person = list.people[list.active];
    if (person) list.pick(person);
    return true;
  }, []);

  const extension = useMemo(
    () =>
      Mention.configure({
        HTMLAttributes: { class: "mention" },
        suggestion: {
          items: ({ query }) => matchPeople(latest.current.people, query, viewerId),
          render: () => ({
            onStart: show,
            onUpdate: show,
            onExit: () => setOpen(null),
            onKeyDown,
          }),
        },
      }),
    [viewerId, show, onKeyDown],
  );

  const isOpen = useCallback(() => latest.current.open !== null, []);
  return { extension, open, isOpen };
}
