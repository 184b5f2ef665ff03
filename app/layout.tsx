import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Announcer } from "@/components/ui/announcer";
import { EarlyKeys } from "@/components/ui/early-keys";
import { keepEarlyPresses } from "@/components/ui/early-presses";
import { MissingCode } from "@/components/ui/missing-code";
import { noteMissingCode } from "@/components/ui/note-missing-code";
import { endWaitingScript } from "@/components/ui/show-whole";
import { SignedOutBar } from "@/components/ui/signed-out";
import { Toasts } from "@/components/ui/toasts";
import { getStoredSettings, getViewer } from "@/lib/auth/session";
import { attributesOf } from "@/lib/settings/attributes";
import { readSettings } from "@/lib/settings/read-settings";
import { fontClasses } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Sayso", template: "%s · Sayso" },
  description: "Read a news article together: who said it, and is it so?",
  icons: { icon: [{ url: "/icon.svg", type: "image/svg+xml" }], apple: "/apple-touch-icon.png" },
  referrer: "strict-origin-when-cross-origin",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf8f1" },
    { media: "(prefers-color-scheme: dark)", color: "#14161a" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the request makes every page dynamic, which the nonce of the content security policy needs.
  const nonce = nonceOf((await headers()).get("content-security-policy"));
  // Without the database the page has its own error to show, and shows it as pages look at first.
  const settings = readSettings(await getStoredSettings().catch(() => null));
  const viewer = await getViewer().catch(() => null);
  return (
    <html lang="en" className={fontClasses} data-viewer={viewer?.userId} {...attributesOf(settings)}>
      <head>
        {/* Not one that the parser runs itself: that would wait for the styles, and everything behind it as well. */}
        <script
          type="module"
          async
          nonce={nonce}
        >{`(${keepEarlyPresses})();(${noteMissingCode})();${endWaitingScript}`}</script>
      </head>
      <body>
        <MissingCode />
        <SignedOutBar />
        {children}
        <Toasts />
        <Announcer />
        <EarlyKeys />
      </body>
    </html>
  );
}

/** The one that the policy lets run (lib/http/security-headers.ts). */
function nonceOf(policy: string | null): string | undefined {
  return /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
}
