/** How many pixels of the window the header and a bar below it cover at the top: the token in globals.css. */
export function coveredTop(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
}
