import { isUnnamed } from "@/lib/attributions/describe-attribution";
import { nationOf } from "@/lib/sources/nations";
import { organisationHeads } from "./names";
import { addName } from "./nearest-names";
import type { Resolved, Speaker } from "./speaker-memory";
import type { Draft } from "./to-draft";

/**
 * "UK", "the U.K. government" and "the British Defense Ministry" are proposed as one source where only one ministry
 * speaks.
 */
export function joinNations(resolved: Map<Draft, Resolved>): void {
  const voices = new Map<string, { general: Set<Speaker>; special: Set<Speaker> }>();
  for (const speaker of new Set([...resolved.values()].map((one) => one.speaker))) {
    const nation = nationOf(speaker.name.split(/\s+/));
    if (!nation || speaker.kind === "person" || isUnnamed(speaker)) continue;
    const entry = voices.get(nation.nation) ?? { general: new Set(), special: new Set() };
    voices.set(nation.nation, entry);
    if (
      nation.rest.length === 0 ||
      (nation.rest.length === 1 && organisationHeads.get(nation.rest[0] ?? "") === "government")
    )
      entry.general.add(speaker);
    else if (nation.rest.includes("ministry") || nation.rest.includes("department"))
      entry.special.add(speaker);
  }
  for (const { general, special } of voices.values()) {
    if (special.size > 1) special.clear();
    const target = [...special, ...general].sort((a, b) => b.name.length - a.name.length)[0];
    if (!target) continue;
    for (const speaker of [...general, ...special]) {
      if (speaker === target) continue;
      for (const [name, places] of speaker.names) addName(target.names, name, places);
      for (const [draft, old] of resolved)
        if (old.speaker === speaker) resolved.set(draft, { ...old, speaker: target });
    }
  }
}
