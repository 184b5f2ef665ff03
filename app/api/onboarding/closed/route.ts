import { route } from "@/lib/http/route";
import * as mutations from "@/lib/onboarding/mutations";
import { closeOnboarding } from "@/lib/onboarding/schema";

export const PUT = route(closeOnboarding, ({ viewer }) => mutations.closeOnboarding(viewer, new Date()));
