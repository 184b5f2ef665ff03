import { Notice } from "@/components/ui/notice";

/** Says that nothing arrives and nothing leaves, and that nothing is lost. */
export function OfflineBanner({ waiting }: { waiting: number }) {
  return (
    <Notice kind="offline" className="mx-auto max-w-[88rem]">
      You are offline. Read on, mark and write: it is kept here and sent when you are back.
      {waiting > 0 && ` ${waiting === 1 ? "1 thing is" : `${waiting} things are`} waiting.`}
    </Notice>
  );
}
