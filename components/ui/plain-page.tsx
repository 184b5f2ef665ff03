import type { ReactNode } from "react";
import { Wordmark } from "./wordmark";

/** A page of one narrow column without the header of the signed-in: sign-in, invitations, errors. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-5 py-10 phone:py-20">
      <header className="rule-masthead pb-4">
        <a href="/" className="text-ink">
          <Wordmark />
        </a>
      </header>
      <main className="mt-10 flex flex-col gap-6">
        <h1 className="text-title font-medium">{title}</h1>
        {children}
      </main>
    </div>
  );
}
