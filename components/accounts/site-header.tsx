import type { ReactNode } from "react";
import { Bell } from "@/components/notifications/bell";
import { PageKeys } from "@/components/shortcuts/page-keys";
import { Header, HeaderLink } from "@/components/ui/header";
import { can } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { AccountMenu } from "./account-menu";

type Place = "articles" | "sources" | "import" | "workspace" | "notifications";

type Props = {
  viewer: Viewer;
  /** How many notifications are unread. */
  unread: Promise<number>;
  current?: Place;
  /** The workspace that the page is about; else the first one. */
  workspaceId?: string | undefined;
  /** The first links of the page for the keyboard, where there is more to skip to than the content. */
  skips?: ReactNode;
};

/** The header of every page of the signed-in. */
export function SiteHeader({
  viewer,
  unread,
  current,
  workspaceId = viewer.memberships[0]?.workspaceId,
  skips,
}: Props) {
  const canImport = viewer.memberships.some((one) => can(viewer, "article.import", one));
  // The account's menu has the people of every workspace; here they stand where it is clear whose, and room is enough.
  const [only, another] = viewer.memberships;
  return (
    <Header
      nav={
        <>
          {/* Where there is no room for it, the name beside it leads there. */}
          <span className="max-tiny:hidden">
            <HeaderLink href="/" current={current === "articles"}>
              Articles
            </HeaderLink>
          </span>
          {only && (
            <HeaderLink href="/sources" current={current === "sources"}>
              Sources
            </HeaderLink>
          )}
          {canImport && (
            // On a phone it is in the account's menu: there the search needs the room.
            <span className="max-phone:hidden">
              <HeaderLink href="/articles/new" current={current === "import"}>
                Import
              </HeaderLink>
            </span>
          )}
          {only && !another && (
            <span className="max-phone:hidden">
              <HeaderLink href={`/workspaces/${only.workspaceId}`} current={current === "workspace"}>
                People
              </HeaderLink>
            </span>
          )}
        </>
      }
      menu={
        <div className="ml-auto flex items-center max-phone:-mr-1 phone:gap-2">
          <PageKeys workspaceId={workspaceId} canImport={canImport} />
          <Bell unread={unread} isCurrent={current === "notifications"} />
          <AccountMenu viewer={viewer} canImport={canImport} />
        </div>
      }
      skips={skips}
    />
  );
}
