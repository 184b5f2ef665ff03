import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { Saving } from "./use-saved";

type Props = { id: string; title: string; saving?: Saving; children: ReactNode };

/** One part of the settings, with what became of the last change. */
export function Section({ id, title, saving = { state: "idle" }, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-20">
      <div className="flex items-baseline justify-between gap-4 border-ink border-b pb-2">
        <h2 id={`${id}-title`} className="text-dek font-medium">
          {title}
        </h2>
        <p role="status" className="flex items-center gap-1 text-label text-muted">
          {saving.state === "saving" && "Saving…"}
          {saving.state === "saved" && (
            <>
              <Check aria-hidden className="size-4 text-success" /> Saved
            </>
          )}
        </p>
      </div>
      <div className="flex flex-col gap-6 pt-5">
        {saving.state === "failed" && <Notice kind="error">{saving.message}</Notice>}
        {children}
      </div>
    </section>
  );
}
