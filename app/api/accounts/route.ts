import { signUp as signUpNow } from "@/lib/accounts/mutations";
import { signUp } from "@/lib/accounts/schema";
import { clientAddress } from "@/lib/http/rate-limit";
import { route } from "@/lib/http/route";
import { storeSample } from "@/lib/onboarding/mutations";

export const POST = route(signUp, ({ body, request }) =>
  signUpNow(body, clientAddress(request.headers), new Date(), storeSample),
);
