import { sourceKindWords } from "@/lib/sources/kind-words";
import { sourceKind } from "@/lib/sources/schema";

/** The kinds of source, to choose from in a `select`. */
export function KindOptions() {
  return sourceKind.options.map((kind) => (
    <option key={kind} value={kind}>
      {sourceKindWords[kind]}
    </option>
  ));
}
