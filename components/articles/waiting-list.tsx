import { TimeAgo } from "@/components/ui/time-ago";
import { countOf } from "@/lib/text/count-of";
import { inQuotes } from "@/lib/text/in-quotes";
import type { Waiting } from "@/lib/threads/waiting";

type Props = { waiting: Waiting[]; unread: number };

/** The way to what is new; nothing where nothing is. */
export function NewsLink({ unread }: Pick<Props, "unread">) {
  return (
    unread > 0 && (
      <a className="link text-card" href="/notifications?show=unread">
        {unread > 99 ? "More than 99 unread notifications" : countOf(unread, "unread notification")}
      </a>
    )
  );
}

/** What colleagues expect of this person, beside the list of articles. */
export function WaitingList({ waiting, unread }: Props) {
  return (
    <section aria-labelledby="waiting" className="mb-10 border-active border-l-2 bg-card px-5 py-4">
      <h2 id="waiting" className="text-body font-semibold font-sans">
        Waiting for you
      </h2>
      <ul className="mt-2">
        {waiting.map((one) => (
          <li key={`${one.kind} ${one.threadId ?? one.passageId} ${one.at}`} className="py-2 text-card">
            <a
              className="group block"
              href={`/articles/${one.articleId}?${one.threadId ? `thread=${one.threadId}` : `passage=${one.passageId}`}`}
            >
              <span className="font-medium">{sentenceOf(one)}</span>{" "}
              <span className="text-muted">
                in {inQuotes(one.articleTitle)}
                {one.kind !== "toCheck" && (
                  <>
                    , <TimeAgo at={one.at} />
                  </>
                )}
              </span>
              <span className="line-clamp-1 font-serif text-body text-muted italic group-hover:underline">
                {one.words}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {unread > 0 && (
        <p className="pt-2 pb-1">
          <NewsLink unread={unread} />
        </p>
      )}
    </section>
  );
}

function sentenceOf({ kind, by }: Waiting): string {
  if (kind === "toCheck") return "You are asked to check a passage";
  return kind === "mentioned" ? `${by} mentioned you` : `A thread of ${by ?? "yours"} is assigned to you`;
}
