import type { ReactNode } from "react";

/** What stands where a list would be: what this place is for, and one thing to do. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-xl flex-col items-center gap-4 px-6 py-16 text-center">
      <h2 className="text-title font-medium">{title}</h2>
      <div className="flex flex-col items-center gap-4 text-body text-muted">{children}</div>
    </div>
  );
}
