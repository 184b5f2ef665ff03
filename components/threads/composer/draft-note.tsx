"use client";

const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });
const dayAndClock = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

/** Says that a draft was found. Only ever drawn in the browser, so it may use the reader's clock. */
export function DraftNote({ at, onDiscard }: { at: string; onDiscard: () => void }) {
  const moment = new Date(at);
  const isToday = moment.toDateString() === new Date().toDateString();
  return (
    <p className="flex items-center gap-2 text-label text-muted">
      <span>
        Draft from <time dateTime={at}>{(isToday ? clock : dayAndClock).format(moment)}</time>
      </span>
      <span aria-hidden>·</span>
      <button type="button" className="link min-h-6 pointer-coarse:min-h-11" onClick={onDiscard}>
        Discard
      </button>
    </p>
  );
}
