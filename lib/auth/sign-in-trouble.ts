/** What next-auth calls an outcome in the address of the sign-in page, in words for the person; null when nothing. */
export function describeTrouble(code: string | null): string | null {
  if (!code) return null;
  return (
    troubles.get(code) ??
    "The provider did not let you in, or did not answer. Try again, or sign in another way."
  );
}

const troubles = new Map([
  [
    "OAuthAccountNotLinked",
    "An account with this e-mail address exists already, with another way to sign in. Use that way.",
  ],
  [
    "NoAddress",
    "The provider did not confirm an e-mail address of yours. Confirm it there, or sign in with e-mail and password.",
  ],
  ["AccessDenied", "The provider did not let you in."],
  ["SessionRequired", "Sign in to go on."],
  ["Configuration", "That address was not one of ours. Sign in here."],
]);

/** Why a session has ended, as the address of the sign-in page names it, in words for the person; null when nothing. */
export function describeEnd(reason: string | null): string | null {
  return ends.get(reason ?? "") ?? null;
}

const ends = new Map([
  ["ended", "You were signed out. Sign in to go on; what you wrote is kept."],
  ["elsewhere", "You signed out in another window. Sign in to go on; what you wrote is kept here."],
]);
