import { CommentBody } from "@/components/threads/comment-body";
import {
  articleThreads,
  commentsByThread,
  listPassages,
  passageLabel,
  threadsOfSources,
} from "@/lib/discussion/list-passages";
import { nameOf, nameWithin } from "@/lib/discussion/name-of";
import type { Discussion } from "@/lib/discussion/schema";
import { aboutLabels } from "@/lib/threads/about";
import type { CommentView, ThreadView } from "@/lib/threads/schema";

type Props = { discussion: Discussion; viewerId: string };

const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** Where a passage stands in the list. */
export function listedHref(passageId: string): string {
  return `#passage-${passageId}`;
}

/** The whole discussion as a plain list in text order, every passage with what is known of it. */
export function DiscussionList({ discussion, viewerId }: Props) {
  const entries = listPassages(discussion, viewerId);
  const whole = articleThreads(discussion);
  const ofSources = [...threadsOfSources(discussion)];
  const comments = commentsByThread(discussion);
  if (entries.length + whole.length + ofSources.length === 0) return null;
  const shown = (thread: ThreadView) => (
    <PlainThread
      key={thread.id}
      thread={thread}
      comments={comments.get(thread.id) ?? []}
      people={discussion.people}
      viewerId={viewerId}
    />
  );
  return (
    <section aria-label="Discussion" className="mx-auto max-w-story px-4 pb-16 font-sans text-card">
      <h2 className="rule-masthead mb-4 pb-2 font-serif text-title">Discussion</h2>
      {whole.length > 0 && <h3 className="font-semibold">About the whole article</h3>}
      {whole.map(shown)}
      <ol className="flex flex-col gap-6">
        {entries.map((entry) => (
          <li key={entry.passage.id} value={entry.place} id={`passage-${entry.passage.id}`}>
            <blockquote className="border-control border-l-2 pl-3 font-serif text-quote">
              {entry.passage.exact}
            </blockquote>
            <h3 className="mt-1 text-label text-muted">{passageLabel(entry)}</h3>
            {entry.threads.map(shown)}
          </li>
        ))}
      </ol>
      {ofSources.map(([sourceId, threads]) => (
        <div key={sourceId} className="mt-6">
          <h3 className="font-semibold">
            About {discussion.sources.find((one) => one.id === sourceId)?.name ?? "a source"}
          </h3>
          {threads.map(shown)}
        </div>
      ))}
    </section>
  );
}

type ThreadProps = {
  thread: ThreadView;
  comments: CommentView[];
  people: Discussion["people"];
  viewerId: string;
};

function PlainThread({ thread, comments, people, viewerId }: ThreadProps) {
  return (
    <div className="mt-3">
      <h4 className="text-label text-muted">
        {aboutLabels[thread.about]} {thread.state === "resolved" && "Resolved."}
      </h4>
      <ul>
        {comments.map((comment) => (
          <li key={comment.id} className="mt-2">
            <p className="text-label text-muted">
              <strong className="text-ink">{nameOf(people, comment.author)}</strong>,{" "}
              <time dateTime={comment.createdAt}>{moment.format(new Date(comment.createdAt))} UTC</time>
            </p>
            {comment.body ? (
              <CommentBody body={comment.body} nameOf={(id) => nameWithin(people, id)} viewerId={viewerId} />
            ) : (
              <p className="text-muted">Deleted.</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
