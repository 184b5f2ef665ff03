import { Notice } from "@/components/ui/notice";

/** Says that nothing arrives and nothing leaves, and what becomes of what is done meanwhile. */
export function OfflineBanner({ waiting }: { waiting: number }) {
  return (
    <Notice kind="offline" className="mx-auto max-w-room">
      You are offline.
      {/* The words have to stay in sight between this and the sheet of a phone. */}
      <span className="max-phone:sr-only">
        {" "}
        Read on, mark, judge and comment: it is kept here and sent when you are back.
      </span>
      {waiting > 0 && ` ${waiting === 1 ? "1 thing is" : `${waiting} things are`} waiting.`}
    </Notice>
  );
}
