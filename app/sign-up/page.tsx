import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ProviderButtons } from "@/components/accounts/provider-buttons";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { PlainPage } from "@/components/ui/plain-page";
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
    <PlainPage title="Sign up">
      <p className="text-body text-muted">
        You get a workspace of your own, with an article to practise on, and can invite colleagues to it. If a
        colleague invited you, open their link instead.
      </p>
      <ProviderButtons ways={signInWays()} next={begin} />
      <SignUpForm next={begin} />
      <p className="text-card text-muted">
        You have an account?{" "}
        <a className="link" href={next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`}>
          Sign in
        </a>
      </p>
    </PlainPage>
  );
}
