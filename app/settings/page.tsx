import type { Metadata } from "next";
import { SiteHeader } from "@/components/accounts/site-header";
import { SettingsView } from "@/components/settings/settings-view";
import { getAccount } from "@/lib/accounts/own-queries";
import { getStoredSettings, mustReadSessionToken, requireViewer } from "@/lib/auth/session";
import { countForBell, readWatchLevel } from "@/lib/notifications/queries";
import { readSettings } from "@/lib/settings/read-settings";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const viewer = await requireViewer("/settings");
  const { sid } = await mustReadSessionToken();
  const [account, stored, level] = await Promise.all([
    getAccount(viewer, sid, new Date()),
    getStoredSettings(),
    readWatchLevel(viewer),
  ]);
  return (
    <>
      <SiteHeader viewer={viewer} unread={countForBell(viewer)} />
      <SettingsView account={account} settings={readSettings(stored)} level={level} />
    </>
  );
}
