import "server-only";
import { readArticleText } from "@/lib/articles/queries";
import { channelWords, withStance } from "@/lib/attributions/describe-attribution";
import { flagWords } from "@/lib/attributions/flag-words";
import { type LedgerRow, ledgerOf } from "@/lib/attributions/ledger";
import { printedWords } from "@/lib/attributions/quoted-words";
import { agreedStance } from "@/lib/attributions/stance";
import { agreedSpeaker } from "@/lib/attributions/standing";
import type { Voices } from "@/lib/attributions/voices";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { type File, fileName } from "@/lib/http/file";
import { sourceKindWords } from "@/lib/sources/kind-words";
import { toCsv } from "@/lib/text/csv";
import { storeAudit } from "@/lib/workspaces/audit";
import { lookAtDiscussion } from "./queries";
import { readArticle } from "./read-article";

const head = [
  "Source",
  "Kind",
  "Role",
  "Names in the text",
  "Passages",
  "Words",
  "Share of the words",
  "Direct",
  "Partly quoted",
  "Indirect",
  "Hops from the origin, least",
  "Hops from the origin, most",
  "Channels",
  "Flags",
  "Speakers differ",
  "Not claimed",
  "Reports others",
  "First passage",
];

/**
 * The sources of an article with what they said in it, as CSV: the ledger as it stands on the screen. That somebody
 * took them out is kept in the workspace's history.
 */
export async function exportArticleLedger(viewer: Viewer, articleId: string): Promise<File> {
  const article = await readArticleText(viewer, articleId);
  const discussion = await lookAtDiscussion(viewer, articleId);
  const { text, blocks } = article.revision;
  const { passages } = discussion;
  const { voices, coverage } = readArticle({ text, blocks }, discussion);
  await storeAudit(db(), {
    workspaceId: article.workspaceId,
    actor: viewer,
    action: "sources.exported",
    detail: { articleId, title: article.title },
  });
  return {
    name: fileName(`${article.title} sources`, "csv"),
    text: toCsv([
      head,
      ...ledgerOf({ text, passages, coverage, voices }).map((row) => [
        row.source.name,
        sourceKindWords[row.source.kind],
        row.source.role,
        row.names.join("; "),
        row.passages.length,
        row.words,
        Math.round(row.share * 1000) / 1000,
        row.direct,
        row.mixed,
        row.indirect,
        row.hops.least,
        row.hops.most,
        row.channels.map((channel) => channelWords[channel]).join("; "),
        row.flags.map((flag) => flagWords[flag]).join("; "),
        row.differing,
        row.unclaimed.length,
        row.reports,
        firstOf(row, voices),
      ]),
    ]),
  };
}

/** The first of its passages as it is printed: "Denied by Colin Frayne: it knew of cracks" where the source has not claimed it. */
function firstOf({ source, passages: [first] }: LedgerRow, voices: Voices): string | null {
  if (!first) return null;
  const standing = voices.standings.get(first.id);
  const words = printedWords(first, standing, voices);
  const stance = standing && agreedSpeaker(standing, voices.sources) ? agreedStance(standing) : "claims";
  return stance === "claims" ? words : `${withStance(source.name, stance)}: ${words}`;
}
