import { welcome } from "@/lib/accounts/mutations";
import { findByPassword } from "@/lib/accounts/queries";
import { authRoute } from "@/lib/auth/handler";
import { storeSample } from "@/lib/onboarding/mutations";

export const { GET, POST } = authRoute({
  findByPassword,
  welcome: (stranger) => welcome(stranger, new Date(), storeSample),
});
