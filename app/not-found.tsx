import { SwitchAccount } from "@/components/accounts/switch-account";
import { buttonClass } from "@/components/ui/button";
import { PlainPage } from "@/components/ui/plain-page";

export default function NotFound() {
  return (
    <PlainPage title="Not here">
      <p>
        This page does not exist, or you have no access to it. If a colleague sent you the link, ask them
        which workspace it is in, or sign in with the account that belongs to it.
      </p>
      <p className="flex flex-wrap gap-3">
        <a className={buttonClass("primary")} href="/">
          Go to your articles
        </a>
        <SwitchAccount />
      </p>
    </PlainPage>
  );
}
