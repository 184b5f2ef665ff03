import { Fragment } from "react";
import { describeAttribution } from "@/lib/attributions/describe-attribution";
import type { AttributionView } from "@/lib/attributions/schema";
import type { Voices } from "@/lib/attributions/voices";

type Props = { attribution: AttributionView; text: string; voices: Voices };

/** Who said it, in a line: "Mediazona, indirectly, *according to*, via Newsweek". */
export function AttributionLine({ attribution, text, voices }: Props) {
  return describeAttribution(attribution, text, voices).map(({ text: words, isCue }, at) =>
    isCue ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the phrases have no identity but their place
      <em key={at} className="font-serif">
        {words}
      </em>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same
      <Fragment key={at}>{at === 0 ? <span className="font-semibold">{words}</span> : words}</Fragment>
    ),
  );
}
