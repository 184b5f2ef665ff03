/** The product's name as it is set everywhere. */
export function Wordmark() {
  return (
    <span className="font-serif text-title font-semibold tracking-tight">
      Sayso
      <span aria-hidden className="text-active">
        .
      </span>
    </span>
  );
}
