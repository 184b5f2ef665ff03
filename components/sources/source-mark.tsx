import { classNames } from "@/components/ui/class-names";
import { sourceInitials, type VoiceLook, voiceClass } from "./source-colours";

type Props = { name: string; look: VoiceLook | undefined; small?: boolean };

/** A source at a glance: a square in its hue and pattern, and its initials beside it in ink. */
export function SourceMark({ name, look, small = false }: Props) {
  return (
    <span aria-hidden className="inline-flex shrink-0 items-center gap-1">
      <span
        className={classNames(
          "inline-block rounded-sm",
          small ? "size-2.5" : "size-3.5",
          look ? voiceClass(look) : "voice",
        )}
      />
      <span className="font-semibold text-tiny">{sourceInitials(name)}</span>
    </span>
  );
}
