import type { ReactNode } from "react";
import { Wordmark } from "./wordmark";

/** The strip at the top of every page of the signed-in: name, places to go, the person's menu. */
export function Header({ nav, menu, skips }: { nav: ReactNode; menu: ReactNode; skips?: ReactNode }) {
  return (
    <header className="rule-masthead low:static sticky top-0 z-30 bg-paper print:hidden">
      {skips ?? (
        <a className="skip-link link" href="#main">
          Skip to the content
        </a>
      )}
      <div className="mx-auto flex h-14 max-w-room items-center gap-2 px-3 max-magnified:h-auto max-magnified:flex-wrap max-magnified:gap-x-3 max-tiny:gap-1 phone:gap-6 phone:px-6">
        <a
          href="/"
          className="inline-flex items-center text-ink pointer-coarse:min-h-11"
          aria-label="Sayso, your articles"
        >
          <Wordmark />
        </a>
        <nav
          aria-label="Places"
          className="flex min-w-0 flex-1 items-center overflow-x-auto text-card max-tiny:text-label phone:gap-2"
        >
          {nav}
        </nav>
        {menu}
      </div>
    </header>
  );
}

/** One place in the header; `current` for the page that is open. */
export function HeaderLink({
  href,
  current,
  children,
}: {
  href: string;
  current?: boolean;
  children: ReactNode;
}) {
  return (
    <a
      href={href}
      {...(current ? { "aria-current": "page" as const } : {})}
      className="inline-flex items-center rounded-md px-1 py-1.5 text-muted pointer-coarse:min-h-11 phone:px-2 hover:bg-sunk hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink"
    >
      {children}
    </a>
  );
}
