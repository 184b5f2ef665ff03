import { Notice } from "@/components/ui/notice";

/** Says that nothing arrives and nothing leaves, and what becomes of what is done meanwhile. */
export function OfflineBanner({ waiting }: { waiting: number }) {
  return (
    <Notice kind="offline" className="mx-auto max-w-room">
      You are offline. Read on, mark and comment: it is kept here and sent when you are back. Who said it is
      stored when you save it then; what you fill in stays here.
      {waiting > 0 && ` ${waiting === 1 ? "1 thing is" : `${waiting} things are`} waiting.`}
    </Notice>
  );
}
