"use client";

import { signInHere } from "@/components/ui/signed-out";
import { SignOutButton } from "./sign-out-button";

/** The way to this very page for whoever has another account: out of this one, then back to where the link led. */
export function SwitchAccount() {
  return <SignOutButton label="Sign in as someone else" next={signInHere} />;
}
