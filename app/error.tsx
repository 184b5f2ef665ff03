"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-button";
import { PlainPage } from "@/components/ui/plain-page";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const [at] = useState(() => new Date().toISOString());
  const copy = () => {
    const number = error.digest ? `Error number: ${error.digest}` : "No error number";
    void copyText([number, `Address: ${window.location.href}`, `Time: ${at}`].join("\n"), "Details copied");
  };
  return (
    <PlainPage title="Something went wrong">
      <p>
        The page could not be shown. What you wrote is kept in this browser. Try again; if it stays like this,
        tell whoever runs this server{error.digest ? ` the number ${error.digest}` : ""}.
      </p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button onClick={() => window.location.reload()}>Try again</Button>
        <Button look="quiet" onClick={copy}>
          Copy details
        </Button>
        <a className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11" href="/">
          Go to your articles
        </a>
      </p>
    </PlainPage>
  );
}
