import { Search } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { inputClass } from "@/components/ui/field";
import { Choice, WorkspaceSwitch } from "@/components/workspaces/workspace-switch";
import type { Viewer } from "@/lib/auth/viewer";
import { addressOfList, fieldsOfList, type ListChoice } from "./list-address";

type Props = { viewer: Viewer; choice: ListChoice };

const rowOnPhone =
  "-mx-4 flex items-center gap-x-4 overflow-x-auto py-1 scroll-pr-12 pr-12 pl-4 mask-r-from-88% max-phone:*:shrink-0 max-phone:*:basis-auto max-phone:*:flex-nowrap";

const shows = [
  { show: undefined, label: "All" },
  { show: "assigned", label: "Assigned to me" },
  { show: "new", label: "New for me" },
] as const;

const sorts = [
  { sort: undefined, label: "Latest activity" },
  { sort: "newest", label: "Newest" },
] as const;

/** Search, narrowing and order: each a plain address, so they work without script and can be kept as bookmarks. */
export function ListControls({ viewer, choice }: Props) {
  return (
    <div className="mb-4 flex flex-col gap-2 phone:flex-row phone:flex-wrap phone:items-center phone:gap-x-6">
      <TitleSearch choice={choice} />
      {/* On a phone one row, which fades at the edge over which it goes on. */}
      <div className={classNames(rowOnPhone, "phone:contents")}>
        <nav aria-label="Which articles" className="flex flex-wrap gap-1">
          {shows.map(({ show, label }) => (
            <Choice key={label} href={addressOfList({ ...choice, show })} current={choice.show === show}>
              {label}
            </Choice>
          ))}
        </nav>
        <nav aria-label="Current or archived" className="flex gap-1">
          {[false, true].map((archived) => (
            <Choice
              key={String(archived)}
              href={addressOfList({ ...choice, archived })}
              current={(choice.archived ?? false) === archived}
            >
              {archived ? "Archived" : "Current"}
            </Choice>
          ))}
        </nav>
        <nav aria-label="Order" className="flex flex-wrap items-center gap-x-4 text-label phone:ml-auto">
          {sorts.map(({ sort, label }) => (
            <a
              key={label}
              href={addressOfList({ ...choice, sort })}
              {...((choice.sort === "newest") === (sort === "newest")
                ? { "aria-current": "true" as const }
                : {})}
              className="inline-flex min-h-8 pointer-coarse:min-h-11 items-center text-muted hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {label}
            </a>
          ))}
        </nav>
      </div>
      <WorkspaceSwitch
        viewer={viewer}
        current={choice.workspace}
        address={(workspace) => addressOfList({ ...choice, workspace })}
        hasAll
      />
    </div>
  );
}

function TitleSearch({ choice }: { choice: ListChoice }) {
  return (
    <search className="min-w-0 phone:flex-1 phone:basis-64">
      <form action="/" className="relative">
        <label className="sr-only" htmlFor="title-search">
          Search by title
        </label>
        <Search aria-hidden className="-translate-y-1/2 absolute top-1/2 left-3 size-4 text-muted" />
        <input
          id="title-search"
          type="search"
          name="q"
          defaultValue={choice.q ?? ""}
          placeholder="Search by title"
          maxLength={200}
          className={classNames(inputClass, "pl-9")}
        />
        {fieldsOfList(choice).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="sr-only">
          Search
        </button>
      </form>
    </search>
  );
}
