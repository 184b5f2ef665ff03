import type { SamplePerson } from "@/lib/accounts/sample-people";
import type { Verdict } from "@/lib/assessments/schema";
import type { CueClass, Directness } from "@/lib/attributions/schema";
import type { ClaimKind } from "@/lib/passages/schema";
import type { SourceKind } from "@/lib/sources/schema";
import type { About } from "@/lib/threads/schema";

type SampleSource = { kind: SourceKind; name: string; role: string | null; isParty: boolean };

type SamplePassage = {
  /** Said exactly once in the text. */
  words: string;
  by: SamplePerson;
  claimKinds?: ClaimKind[];
  said?: {
    by: SamplePerson;
    source: SampleSource;
    directness: Directness;
    /** Words near the passage that name the source, and that do the attributing. */
    mention: string;
    cue: string;
    cueClass: CueClass;
  };
  verdicts?: { by: SamplePerson; verdict: Verdict; why: string }[];
  thread?: { about: About; comments: { by: SamplePerson; text: string }[] };
};

type SampleArticle = { title: string; publisher: string; text: string; passages: SamplePassage[] };

const mayor: SampleSource = { kind: "person", name: "Vera Moss", role: "mayor", isParty: true };

/** A short story with something to find in it: six passages, of which colleagues have begun to make something. */
export const sampleArticle: SampleArticle = {
  title: "Bridge Reopens Two Months Early, but the Bill Has Doubled",
  publisher: "Sample, invented for practice",
  text: `Bridge Reopens Two Months Early, but the Bill Has Doubled

The old bridge over the Linn will reopen on Monday, two months ahead of schedule, the town council of Kestrel announced on Thursday. The repair has cost 8.2 million crowns, twice what was planned.

“We kept our promise and nobody was hurt,” said Vera Moss, the mayor, at the foot of the bridge. She said that the town had paid for the repair “without a single new loan”. The council’s own budget, published in May, shows a loan of 3 million crowns for the bridge.

Traffic on the detour rose by 60 percent, according to the regional road agency, and two people were injured there in the spring.

A worker who asked not to be named said that steel had been delivered late three times. The builder, Harrow & Sons, denied this. “We were never a day behind,” its director, Lena Harrow, told the council.

“The winter was mild, that is the whole secret,” said Otto Brandt, who has run the ferry beside the bridge for 40 years. He expects to lose half of his passengers on Monday.`,
  passages: [
    {
      words: "twice what was planned",
      by: "yusuf",
      claimKinds: ["quantity"],
      thread: {
        about: "accuracy",
        comments: [
          {
            by: "yusuf",
            text: "Twice which plan? The first one said 4.1 million, the one of May already 6 million. It is “twice” only of the first.",
          },
          {
            by: "nora",
            text: "Then the story should say so. What would you write here? Answer in this thread: it is for trying things out.",
          },
        ],
      },
    },
    {
      words: "We kept our promise and nobody was hurt",
      by: "nora",
      claimKinds: ["quote"],
      said: {
        by: "nora",
        source: mayor,
        directness: "direct",
        mention: "Vera Moss",
        cue: "said",
        cueClass: "neutral",
      },
      verdicts: [
        { by: "nora", verdict: "2", why: "Nobody on the bridge. But read on: two people on the detour." },
        { by: "yusuf", verdict: "1", why: "Two people were injured in the spring, because of the repair." },
      ],
    },
    { words: "without a single new loan", by: "yusuf", claimKinds: ["quote"] },
    {
      words: "two people were injured there in the spring",
      by: "yusuf",
      claimKinds: ["event", "quantity"],
      said: {
        by: "yusuf",
        source: { kind: "organisation", name: "Regional road agency", role: null, isParty: false },
        directness: "indirect",
        mention: "the regional road agency",
        cue: "according to",
        cueClass: "neutral",
      },
    },
    {
      words: "steel had been delivered late three times",
      by: "nora",
      said: {
        by: "nora",
        source: { kind: "anonymousPerson", name: "A worker at the bridge", role: null, isParty: false },
        directness: "indirect",
        mention: "A worker who asked not to be named",
        cue: "said",
        cueClass: "neutral",
      },
      thread: {
        about: "attribution",
        comments: [
          { by: "nora", text: "One voice without a name, and the builder denies it. Who else could know?" },
        ],
      },
    },
    { words: "half of his passengers", by: "yusuf", claimKinds: ["quantity"] },
  ],
};
