"use client";

import { SignOutButton } from "./sign-out-button";

/** The way to this very page for whoever has another account: out of this one, then back to where the link led. */
export function SwitchAccount() {
  return <SignOutButton label="Sign in as someone else" next={backHere} />;
}

function backHere(): string {
  const { pathname, search, hash } = window.location;
  return `/sign-in?next=${encodeURIComponent(pathname + search + hash)}`;
}
