"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, useTransition } from "react";
import { announce } from "@/components/ui/announcer";

/** Goes to an address of the same page without loading it anew, so that focus and scroll stay. Not while offline. */
export function useGo(): [go: (href: string) => void, isGoing: boolean] {
  const router = useRouter();
  const [isGoing, start] = useTransition();
  const go = (href: string) => {
    if (navigator.onLine) start(() => router.push(href, { scroll: false }));
    else announce("You are offline.");
  };
  return [go, isGoing];
}

/** A link to another view of the same page; without scripts, or in another tab, a plain one. */
export function GoLink({ href, onClick, ...rest }: ComponentProps<"a"> & { href: string }) {
  const [go, isGoing] = useGo();
  return (
    <a
      {...rest}
      href={href}
      aria-busy={isGoing || undefined}
      onClick={(event) => {
        onClick?.(event);
        const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
        if (!isPlain || event.altKey || event.defaultPrevented) return;
        event.preventDefault();
        go(href);
      }}
    />
  );
}
