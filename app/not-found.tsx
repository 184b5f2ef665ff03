import { SwitchAccount } from "@/components/accounts/switch-account";
import { LateLeftBehind } from "@/components/outbox/late-left-behind";
import { buttonClass } from "@/components/ui/button";
import { IfClosed } from "@/components/ui/closed";
import { PlainPage } from "@/components/ui/plain-page";
import { getViewer } from "@/lib/auth/session";

const closed =
  "You may not see this any more: you are no longer a member of its workspace, or it was deleted. Ask an owner to invite you again.";
const otherwise =
  "This page does not exist, or you have no access to it. If a colleague sent you the link, ask them which workspace it is in, or sign in with the account that belongs to it.";

export default async function NotFound() {
  // Without the database the page still has this to say.
  const viewer = await getViewer().catch(() => null);
  return (
    <PlainPage title="Not here">
      <IfClosed closed={<p>{closed}</p>} otherwise={<p>{otherwise}</p>} />
      {viewer && <LateLeftBehind userId={viewer.userId} />}
      <p className="flex flex-wrap gap-3">
        <a className={buttonClass("primary")} href="/">
          Go to your articles
        </a>
        <SwitchAccount />
      </p>
    </PlainPage>
  );
}
