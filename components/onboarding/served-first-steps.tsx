import type { Outline } from "@/lib/discussion/schema";
import { defaultKeys } from "@/lib/shortcuts/keys";
import { showKey } from "@/lib/shortcuts/show-key";
import { FirstStepsView } from "./first-steps-view";

/** The first steps as they stand when the page is made, of the same size as those that come in their place. */
export function ServedFirstSteps(props: { discussion: Outline; userId: string; mayImport: boolean }) {
  const [key] = defaultKeys["selection.highlight"];
  return <FirstStepsView {...props} markKey={showKey(key)} />;
}
