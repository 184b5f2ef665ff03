import type { Axis, Confidence, EvidenceContent, Reason, Verdict } from "@/lib/assessments/schema";
import type { Channel, CueClass, Directness } from "@/lib/attributions/schema";
import type { ClaimKind } from "@/lib/passages/schema";
import type { SourceKind } from "@/lib/sources/schema";
import type { DemoPerson } from "./people";

export type DemoComment = {
  by: DemoPerson;
  hoursAgo: number;
  text: string;
  /** Named in front of the text with @. */
  mentions?: DemoPerson[];
  reactions?: Partial<Record<DemoPerson, string>>;
};

export type DemoThread = {
  /** Hangs on the source of this name. */
  source?: string;
  about: "attribution" | "accuracy" | "other";
  by: DemoPerson;
  hoursAgo: number;
  assignee?: DemoPerson;
  resolved?: { by: DemoPerson; hoursAgo: number; why: string };
  comments: DemoComment[];
};

/** A source that the article's importer enters; others come with the suggestions that are accepted. */
export type DemoSource = {
  name: string;
  kind: SourceKind;
  role?: string;
  isParty?: true;
  note?: string;
  /** What else it is called: in this article, and everywhere. */
  here?: string[];
  everywhere?: string[];
};

/** Something that somebody did about who said it. */
type DemoStep = { by: DemoPerson; hoursAgo: number };

/** What somebody recorded of the passage on these words; without a source, the reporter's own, looked at. */
export type DemoSaid = DemoStep & {
  words: string;
  /** Names of sources; who reports it stands from the nearest outward. */
  source?: string;
  via?: string[];
  directness?: Directness;
  mention?: string;
  cue?: string;
  cueClass?: CueClass;
  channel?: Channel;
  saidAt?: string;
  /** The words of the suggestion that this takes up with changes. */
  suggestion?: string;
};

/** Suggestions of the machine are given by the words that they propose to mark. */
export type DemoDecision = DemoStep & ({ accept: string } | { dismiss: string });

export type DemoVoices = {
  sources: DemoSource[];
  decisions: DemoDecision[];
  said: DemoSaid[];
  settlements: (DemoStep & { words: string; choice: DemoPerson; why: string })[];
  claims: (DemoStep & { words: string; kinds: ClaimKind[] })[];
  merges: (DemoStep & { source: string; into: string })[];
};

/** What somebody judged of the passage on these words; a second one of the same person is a change of mind. */
export type DemoJudgement = DemoStep & {
  words: string;
  axis: Axis;
  verdict: Verdict;
  why?: string;
  confidence?: Confidence;
  reasons?: Reason[];
  /** Titles of the evidence that it rests on. */
  evidence?: string[];
  changeNote?: string;
};

export type DemoVerdicts = {
  evidence: (DemoStep & { words: string } & EvidenceContent)[];
  judgements: DemoJudgement[];
  reveals: (DemoStep & { words: string; axis: Axis })[];
  resolutions: (DemoStep & { words: string; axis: Axis; verdict: Verdict; why: string })[];
  assigned: (DemoStep & { words: string; to: DemoPerson })[];
};

/** An article of the demo with its discussion; passages are given by their words, which must occur exactly once. */
export type DemoArticle = {
  text: string;
  title: string;
  author?: string;
  publisher: string;
  url: string;
  publishedAt: string;
  importedBy: DemoPerson;
  hoursAgo: number;
  voices: DemoVoices;
  verdicts: DemoVerdicts;
  passages: { quote: string; by: DemoPerson; hoursAgo: number; threads: DemoThread[] }[];
  threads: DemoThread[];
};
