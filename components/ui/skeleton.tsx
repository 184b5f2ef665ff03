/** Grey lines at the final height of what is being loaded. */
export function Skeleton({ lines, label }: { lines: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-3">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
        <div key={line} className="h-4 animate-pulse rounded-sm bg-sunk last:w-2/3" />
      ))}
    </div>
  );
}
