import { addressOfClaims } from "@/lib/claims/read-claims-address";
import type { ClaimsBoard, BoardItem as Item } from "@/lib/claims/schema";
import { countOf } from "@/lib/text/count-of";
import { AgreementTable } from "./agreement-table";
import { BoardItem } from "./board-item";
import { GoLink } from "./go-link";

type Props = {
  article: { id: string; language: string };
  viewerId: string;
  answer: ClaimsBoard;
};

type Section = ClaimsBoard["sections"][number];

const titles: Record<Section["state"], { title: string; none: string }> = {
  split: { title: "Split", none: "No claim that you see is split." },
  one: { title: "Judged by one", none: "No claim that you see waits for a second opinion." },
  unjudged: { title: "Nobody has judged", none: "Every claim has been judged." },
};

/** What a meeting goes through: each claim opens in place, with what everybody has said of it. */
export function BoardView({ article, viewerId, answer }: Props) {
  const { hidden } = answer;
  return (
    <div className="flex flex-col gap-10">
      {answer.sections.map((section) => (
        <BoardSection
          key={section.state}
          section={section}
          article={article}
          viewerId={viewerId}
          people={answer.people}
        />
      ))}
      {hidden > 0 && (
        <p className="-mt-4 text-card text-muted">
          {countOf(hidden, "question")} on which colleagues’ verdicts are hidden from you{" "}
          {hidden === 1 ? "stands" : "stand"} in none of these lists.
        </p>
      )}
      <AgreementTable answer={answer} />
    </div>
  );
}

type SectionProps = Omit<Props, "answer"> & { section: Section; people: ClaimsBoard["people"] };

function BoardSection({ section, article, viewerId, people }: SectionProps) {
  const { state, total, items } = section;
  const { title, none } = titles[state];
  const id = `board-${state}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 font-medium text-dek">
        {title} <span className="text-muted tabular-nums">{total}</span>
      </h2>
      {items.length === 0 ? (
        <p className="border-hairline border-t pt-3 text-card text-muted">{none}</p>
      ) : (
        <ul className="border-hairline border-t">
          {items.map((item: Item) => (
            <li key={item.row.id} className="border-hairline border-b">
              <BoardItem item={item} article={article} viewerId={viewerId} people={people} />
            </li>
          ))}
        </ul>
      )}
      {total > items.length && (
        <p className="mt-3 text-card">
          <GoLink className="link" href={addressOfClaims(article.id, { state })}>
            and {(total - items.length).toLocaleString("en-GB")} more in the table
          </GoLink>
        </p>
      )}
    </section>
  );
}
