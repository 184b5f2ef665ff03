/**
 * Where letters are so large, or a window so narrow, that columns have no room: the cells of a table stand under each
 * other or wrap, and each says in words what its column's head would.
 */
export const stacked = {
  table: "max-tiny:block",
  /** For a `thead` or `tbody`. */
  rows: "max-tiny:block",
  row: "max-tiny:flex max-tiny:flex-wrap max-tiny:items-baseline max-tiny:gap-x-4",
  /** A cell that fills a line. */
  line: "max-tiny:block max-tiny:w-auto max-tiny:basis-full max-tiny:pr-0",
  cell: "max-tiny:block max-tiny:py-1 max-tiny:pr-0 max-tiny:text-left",
  /** What stands in a cell for the head of its column. */
  words: "hidden max-tiny:inline",
};
