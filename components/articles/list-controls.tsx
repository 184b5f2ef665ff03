import { Search } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { inputClass } from "@/components/ui/field";
import { Choice, WorkspaceSwitch } from "@/components/workspaces/workspace-switch";
import type { Viewer } from "@/lib/auth/viewer";
import { addressOfList, type ListChoice } from "./list-address";

/** Search, workspace and archive: each a plain address, so they work without script and can be kept as bookmarks. */
export function ListControls({ viewer, choice }: { viewer: Viewer; choice: ListChoice }) {
  return (
    <div className="mb-6 flex flex-wrap items-center gap-3">
      <search className="min-w-0 flex-1 basis-64">
        <form action="/" className="relative">
          <label className="sr-only" htmlFor="title-search">
            Search by title
          </label>
          <Search aria-hidden className="-translate-y-1/2 absolute top-1/2 left-3 size-4 text-muted" />
          <input
            id="title-search"
            type="search"
            name="q"
            defaultValue={choice.q}
            placeholder="Search by title"
            maxLength={200}
            className={classNames(inputClass, "pl-9")}
          />
          {choice.workspace && <input type="hidden" name="workspace" value={choice.workspace} />}
          {choice.archived && <input type="hidden" name="archived" value="true" />}
          <button type="submit" className="sr-only">
            Search
          </button>
        </form>
      </search>
      <nav aria-label="Current or archived" className="flex gap-1">
        {[false, true].map((archived) => (
          <Choice
            key={String(archived)}
            href={addressOfList({ ...choice, archived })}
            current={choice.archived === archived}
          >
            {archived ? "Archived" : "Current"}
          </Choice>
        ))}
      </nav>
      <WorkspaceSwitch
        viewer={viewer}
        current={choice.workspace}
        address={(workspace) => addressOfList({ ...choice, workspace })}
        hasAll
      />
    </div>
  );
}
