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
  about: "attribution" | "accuracy" | "other";
  by: DemoPerson;
  hoursAgo: number;
  assignee?: DemoPerson;
  resolved?: { by: DemoPerson; hoursAgo: number; why: string };
  comments: DemoComment[];
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
  passages: { quote: string; by: DemoPerson; hoursAgo: number; threads: DemoThread[] }[];
  threads: DemoThread[];
};
