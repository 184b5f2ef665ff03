type InvitationState = "open" | "accepted" | "expired" | "withdrawn";

/** How long a new invitation is valid. */
export const invitationValidMs = 7 * 24 * 60 * 60 * 1000;

/** What an invitation is worth at `now`. What was accepted stays accepted, also after its time. */
export function stateOfInvitation(
  given: { acceptedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (given.acceptedAt) return "accepted";
  if (given.withdrawnAt) return "withdrawn";
  return given.expiresAt.getTime() > now.getTime() ? "open" : "expired";
}

/** First letter and domain: enough for its owner, too little for whoever found the link. */
export function hintAtAddress(email: string): string {
  const [local = "", domain = ""] = email.split("@");
  return `${[...local][0] ?? ""}…@${domain}`;
}
