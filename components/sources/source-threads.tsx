import { TimeAgo } from "@/components/ui/time-ago";
import type { SourceThread } from "@/lib/sources/schema";
import { countOf } from "@/lib/text/count-of";
import { inQuotes } from "@/lib/text/in-quotes";

/** The threads about a source, each in the article in which it was started. */
export function SourceThreads({ sourceId, threads }: { sourceId: string; threads: readonly SourceThread[] }) {
  if (threads.length === 0) return null;
  return (
    <section aria-labelledby="threads" className="mt-10">
      <h2 id="threads" className="border-ink border-b pb-2 text-dek font-medium">
        Discussed
      </h2>
      <ul>
        {threads.map((thread) => (
          <li key={thread.id} className="border-hairline border-b py-3 text-card">
            <a
              className="line-clamp-2 break-words hover:underline"
              href={`/articles/${thread.articleId}?source=${sourceId}&thread=${thread.id}`}
            >
              {thread.opening || "Its comments were deleted"}
            </a>
            <p className="wrap-anywhere text-label text-muted">
              {thread.state === "resolved" ? "Resolved" : "Open"} · {countOf(thread.comments, "comment")} · in
              {inQuotes(thread.articleTitle)} · <TimeAgo at={thread.createdAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
