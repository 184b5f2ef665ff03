import { ClaimsTab } from "@/components/claims/claims-tab";
import { buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";

const views = [
  { view: "read", label: "Read", path: "" },
  { view: "sources", label: "Sources", path: "/sources" },
  { view: "claims", label: "Claims", path: "/claims" },
  { view: "report", label: "Report", path: "/report" },
] as const;

const tabClass = classNames(
  buttonClass("faint", "small"),
  "aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-2 aria-[current]:underline-offset-8",
);

type Props = { articleId: string; current: (typeof views)[number]["view"] };

/** The ways to look at one article. */
export function ArticleViews({ articleId, current }: Props) {
  return (
    <nav
      aria-label="Views of this article"
      className="-ml-3 mb-2 flex flex-wrap gap-1 font-sans print:hidden"
    >
      {views.map(({ view, label, path }) => {
        const href = `/articles/${articleId}${path}`;
        if (view === "claims" && current === "read")
          return <ClaimsTab key={view} articleId={articleId} href={href} className={tabClass} />;
        return (
          <a
            key={view}
            href={href}
            {...(view === current ? { "aria-current": "page" as const } : {})}
            className={tabClass}
          >
            {label}
          </a>
        );
      })}
    </nav>
  );
}
