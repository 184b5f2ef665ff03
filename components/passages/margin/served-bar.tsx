import { BarView, type BarWords, MoreButton } from "./bar-view";

/** The bar as it is served: it stands where the room's will, and presses on it are kept for that. */
export function ServedBar({ words }: { words: BarWords }) {
  return <BarView words={words} more={<MoreButton aria-haspopup="menu" />} />;
}
