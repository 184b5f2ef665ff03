import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SiteHeader } from "@/components/accounts/site-header";
import { DefaultLevel } from "@/components/notifications/default-level";
import { NotificationsRoom } from "@/components/notifications/notifications-room";
import { showWords } from "@/components/notifications/show-words";
import { requireViewer } from "@/lib/auth/session";
import type { GivenAddress } from "@/lib/http/read-address";
import { countForBell, listNotifications, readWatchLevel } from "@/lib/notifications/queries";
import {
  addressOfNotifications,
  readNotificationsAddress,
} from "@/lib/notifications/read-notifications-address";
import { notificationShow } from "@/lib/notifications/schema";
import { writeCursor } from "@/lib/text/cursor";

export const metadata: Metadata = { title: "Notifications" };

type Props = { searchParams: Promise<GivenAddress> };

export default async function NotificationsPage({ searchParams }: Props) {
  const query = readNotificationsAddress(await searchParams);
  if (!query) notFound();
  const { show = "all" } = query;
  const cursor = query.cursor ? writeCursor(query.cursor) : null;
  const viewer = await requireViewer(addressOfNotifications(show, cursor ?? undefined));
  const [list, level] = await Promise.all([listNotifications(viewer, query), readWatchLevel(viewer)]);
  return (
    <>
      <SiteHeader viewer={viewer} unread={countForBell(viewer)} current="notifications" />
      <main id="main" className="relative mx-auto w-full max-w-3xl px-4 py-8 phone:px-6">
        <h1 tabIndex={-1} className="mb-4 text-title font-medium">
          Notifications
        </h1>
        <nav
          aria-label="Which notifications"
          className="-ml-1.5 phone:-ml-3 mb-8 flex flex-wrap text-card phone:gap-x-1"
        >
          {notificationShow.options.map((one) => (
            <a
              key={one}
              href={addressOfNotifications(one)}
              {...(one === show ? { "aria-current": "page" as const } : {})}
              className="-mb-px flex min-h-9 items-center border-transparent border-b-2 px-1.5 text-muted phone:px-3 hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center"
            >
              {showWords[one].name}
            </a>
          ))}
        </nav>
        <NotificationsRoom initial={list} show={show} cursor={cursor} />
        <DefaultLevel level={level} className="mt-10 border-hairline border-t pt-4" />
      </main>
    </>
  );
}
