import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignUpRoom } from "@/components/accounts/sign-up-room";
import { ownPath } from "@/lib/auth/own-path";
import { signInWays } from "@/lib/auth/providers";
import { getViewer } from "@/lib/auth/session";
import type { GivenAddress } from "@/lib/http/read-address";

export const metadata: Metadata = { title: "Sign up" };

type Props = { searchParams: Promise<GivenAddress> };

export default async function SignUpPage({ searchParams }: Props) {
  const next = ownPath((await searchParams).next);
  if (await getViewer()) redirect(next);
  // Whoever was going nowhere else begins in the sample article.
  const begin = next === "/" ? "/articles/sample" : next;
  return (
    <SignUpRoom
      next={begin}
      signIn={next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`}
      ways={signInWays()}
    />
  );
}
