/**
 * What a button says under the pointer, where its name and its keys say the same already: as a title of the button it
 * would be read out after them. The button has to be `relative`.
 */
export function Hint({ children }: { children: string }) {
  return <span aria-hidden title={children} className="absolute inset-0" />;
}
