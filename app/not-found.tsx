import { PlainPage } from "@/components/ui/plain-page";

export default function NotFound() {
  return (
    <PlainPage title="Not here">
      <p>
        This page does not exist, or you have no access to it. If a colleague sent you the link, ask them
        which workspace it is in, or sign in with the account that belongs to it.
      </p>
      <p className="flex gap-4">
        <a className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11" href="/">
          Go to your articles
        </a>
        <a className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11" href="/sign-in">
          Sign in as someone else
        </a>
      </p>
    </PlainPage>
  );
}
