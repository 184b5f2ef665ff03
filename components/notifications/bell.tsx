import { Bell as BellSign } from "lucide-react";
import { UnreadCount } from "./unread-count";

type Props = {
  /** How many notifications are unread. The page goes on being made while they are counted. */
  unread: Promise<number>;
  isCurrent: boolean;
};

/** The way to the notifications, with how many are unread. */
export async function Bell({ unread, isCurrent }: Props) {
  return (
    <a
      href="/notifications"
      {...(isCurrent ? { "aria-current": "page" as const } : {})}
      className="relative flex size-10 shrink-0 items-center justify-center rounded-full text-muted pointer-coarse:size-11 hover:bg-sunk hover:text-ink aria-[current]:text-ink"
    >
      <BellSign aria-hidden className="size-5" />
      <UnreadCount initial={await unread} />
    </a>
  );
}
