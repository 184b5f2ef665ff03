import type { ReactNode, Ref } from "react";

type Props = {
  onClick: () => void;
  /** Work is under way. The button keeps the focus, so it is not disabled: `useBusy` stops a second press. */
  busy?: boolean;
  /** It opens and closes something below: whether that is open. Its words stay, so nothing beside it moves. */
  expanded?: boolean;
  title?: string;
  /** A longer name, where others on the page have the same words. It begins with them. */
  label?: string;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
};

/** A button that reads like a link, as high as a finger where there is one. */
export function TextButton({ onClick, busy = false, expanded, title, label, ref, children }: Props) {
  return (
    <button
      ref={ref}
      type="button"
      className="link min-h-6 aria-busy:animate-pulse aria-expanded:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11"
      title={title}
      aria-label={label}
      aria-busy={busy || undefined}
      aria-expanded={expanded}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
