import type { ComponentProps } from "react";
import { Avatar } from "@/components/ui/avatar";
import type { Viewer } from "@/lib/auth/viewer";

/** The person's own corner of the header. */
export function AccountButton({ viewer, ...rest }: { viewer: Viewer } & ComponentProps<"button">) {
  return (
    <button
      {...rest}
      type="button"
      className="flex size-10 pointer-coarse:size-11 items-center justify-center rounded-full"
      aria-label={`Account of ${viewer.name}`}
    >
      <Avatar id={viewer.userId} name={viewer.name} />
    </button>
  );
}
