import { PlainPage } from "@/components/ui/plain-page";

/** For readers without an account: whether there ever was a report is told to nobody. */
export default function NoReport() {
  return (
    <PlainPage title="No report here">
      <p>
        No report is published at this address. It may have been withdrawn by those who made it, or a part of
        the address is missing. Ask whoever gave it to you.
      </p>
    </PlainPage>
  );
}
