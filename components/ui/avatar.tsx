import { classNames } from "./class-names";

const patterns = ["", "border-dashed", "border-dotted", "border-double border-4"];

/** First letters of the first and last word, at most two. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return picked
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

/** A person as initials in a ring; the ring's pattern, never a hue, tells people apart at a glance. */
export function Avatar({ name, id, small = false }: { name: string; id: string; small?: boolean }) {
  const pattern = patterns[[...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % patterns.length];
  return (
    <span
      aria-hidden
      title={name}
      className={classNames(
        "inline-flex shrink-0 items-center justify-center whitespace-nowrap rounded-full border-2 border-control bg-sunk font-semibold text-ink leading-none",
        pattern,
        small ? "size-6 text-initials" : "size-8 text-tiny",
      )}
    >
      {initials(name)}
    </span>
  );
}
