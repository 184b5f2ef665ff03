import type { Metadata } from "next";
import { headers } from "next/headers";
import { InvitationView } from "@/components/workspaces/invitation-view";
import { signInWays } from "@/lib/auth/providers";
import { getViewer } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { clientAddress, countTry } from "@/lib/http/rate-limit";
import { readInvitation } from "@/lib/workspaces/queries";

// The address holds the token: it must not travel in a Referer, nor be found by a search engine.
export const metadata: Metadata = {
  title: "Invitation",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

type Props = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const viewer = await getViewer();
  const looked = await look(viewer, token);
  return <InvitationView token={token} looked={looked} viewer={viewer} ways={signInWays()} />;
}

async function look(viewer: Awaited<ReturnType<typeof getViewer>>, token: string) {
  try {
    await countTry("invitation-look", clientAddress(await headers()));
    return await readInvitation(viewer, token, new Date());
  } catch (error) {
    if (error instanceof AppError) return { refused: error.code, message: error.message };
    throw error;
  }
}
