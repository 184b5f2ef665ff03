"use client";

import { Button } from "@/components/ui/button";
import { PlainPage } from "@/components/ui/plain-page";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <PlainPage title="Something went wrong">
      <p>
        The page could not be shown. What you wrote is kept in this browser. Try again; if it stays like this,
        tell whoever runs this server{error.digest ? ` the number ${error.digest}` : ""}.
      </p>
      <p className="flex items-center gap-4">
        <Button onClick={reset}>Try again</Button>
        <a className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11" href="/">
          Go to your articles
        </a>
      </p>
    </PlainPage>
  );
}
