/** More than this many are "many": the server counts no further. */
const most = 99;

/** The name of the bell, and the number on it. */
export function UnreadNumber({ unread }: { unread: number }) {
  const shown = unread > most ? `${most}+` : String(unread);
  return (
    <>
      <span className="sr-only">{unread === 0 ? "Notifications" : `Notifications, ${shown} unread`}</span>
      {unread > 0 && (
        <span
          aria-hidden
          className="-right-0.5 absolute top-0 min-w-4.5 rounded-full bg-ink px-1 py-px text-center font-semibold text-paper text-tiny"
        >
          {shown}
        </span>
      )}
    </>
  );
}
