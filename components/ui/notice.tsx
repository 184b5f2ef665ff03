import { CircleAlert, CircleCheck, Info, TriangleAlert, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

const kinds = {
  info: { Icon: Info, look: "border-note bg-note-tint", role: undefined },
  success: { Icon: CircleCheck, look: "border-success bg-success-tint", role: "status" },
  error: { Icon: CircleAlert, look: "border-failure bg-failure-tint", role: "alert" },
  /** Nothing failed, but the person has to decide something. */
  caution: { Icon: TriangleAlert, look: "border-caution bg-caution-tint", role: "alert" },
  offline: { Icon: WifiOff, look: "border-caution bg-caution-tint", role: "status" },
} as const;

/** A sentence that matters now, with an icon and a rule so that colour is never alone. */
export function Notice({
  kind = "info",
  role = kinds[kind].role,
  children,
  className,
}: {
  kind?: keyof typeof kinds;
  /** Where it has to be heard although it is no more than information. */
  role?: "status" | "alert" | undefined;
  children: ReactNode;
  className?: string;
}) {
  const { Icon, look } = kinds[kind];
  return (
    <div
      role={role}
      className={classNames("flex gap-3 border-l-2 px-4 py-3 text-card text-ink", look, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
