import { DefaultLevel } from "@/components/notifications/default-level";
import type { AccountView } from "@/lib/accounts/own-schema";
import type { WatchLevel } from "@/lib/notifications/schema";
import type { Settings } from "@/lib/settings/schema";
import { DeleteSection } from "./delete-section";
import { ProfileSection } from "./profile-section";
import { ReadingSection } from "./reading-section";
import { Section } from "./section";
import { SessionsSection } from "./sessions-section";
import { ShortcutsSection } from "./shortcuts-section";
import { SignInSection } from "./sign-in-section";

const parts = [
  ["profile", "Profile"],
  ["reading", "Reading"],
  ["shortcuts", "Shortcuts"],
  ["notifications", "Notifications"],
  ["sign-in", "Signing in"],
  ["sessions", "Where you are signed in"],
  ["delete", "Delete the account"],
] as const;

type Props = { account: AccountView; settings: Settings; level: WatchLevel };

/** Everything that is one person's own choice. */
export function SettingsView({ account, settings, level }: Props) {
  return (
    <main id="main" className="mx-auto w-full max-w-page px-4 py-8 phone:px-6 phone:py-12">
      <h1 className="font-medium text-title">Settings</h1>
      <div className="mt-8 grid gap-x-12 gap-y-8 desk:grid-cols-[13rem_minmax(0,1fr)]">
        <nav aria-label="Parts of the settings" className="self-start text-card desk:sticky desk:top-24">
          <ul className="flex flex-wrap gap-x-5 gap-y-1 desk:flex-col">
            {parts.map(([id, title]) => (
              <li key={id}>
                <a
                  className="link inline-flex min-h-7 items-center pointer-coarse:min-h-11 pointer-coarse:min-w-11"
                  href={`#${id}`}
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex min-w-0 flex-col gap-14">
          <ProfileSection name={account.name} email={account.email} />
          <ReadingSection settings={settings} />
          <ShortcutsSection settings={settings} />
          <Section id="notifications" title="Notifications">
            <DefaultLevel level={level} />
          </Section>
          <SignInSection account={account} />
          <SessionsSection sessions={account.sessions} />
          <DeleteSection account={account} />
        </div>
      </div>
    </main>
  );
}
