import * as ownAccount from "@/lib/accounts/own-schema";
import * as accounts from "@/lib/accounts/schema";
import * as articles from "@/lib/articles/schema";
import * as assessments from "@/lib/assessments/schema";
import * as ledger from "@/lib/attributions/ledger-schema";
import * as attributions from "@/lib/attributions/schema";
import * as auth from "@/lib/auth/schema";
import * as claims from "@/lib/claims/schema";
import * as discussion from "@/lib/discussion/schema";
import type { Endpoint } from "@/lib/http/endpoint";
import * as health from "@/lib/http/health";
import * as live from "@/lib/live/schema";
import * as notifications from "@/lib/notifications/schema";
import * as onboarding from "@/lib/onboarding/schema";
import * as passages from "@/lib/passages/schema";
import * as reports from "@/lib/reports/schema";
import * as search from "@/lib/search/schema";
import * as settings from "@/lib/settings/schema";
import * as sources from "@/lib/sources/schema";
import * as suggestions from "@/lib/suggestions/schema";
import * as threads from "@/lib/threads/schema";
import * as workspaces from "@/lib/workspaces/schema";
import * as api from "./schema";

/**
 * Every route there is, by the name of its definition. A feature's schema file is added here once; a test holds the
 * list against the route files, and the permission matrix and openapi.json are made from it.
 */
export const endpoints: Record<string, Endpoint> = Object.fromEntries(
  [
    accounts,
    ownAccount,
    auth,
    workspaces,
    articles,
    sources,
    passages,
    attributions,
    ledger,
    assessments,
    suggestions,
    threads,
    discussion,
    reports,
    claims,
    notifications,
    onboarding,
    settings,
    search,
    live,
    health,
    api,
  ]
    .flatMap((schema) => Object.entries(schema))
    .filter((entry): entry is [string, Endpoint] => isEndpoint(entry[1])),
);

function isEndpoint(value: unknown): value is Endpoint {
  return (
    typeof value === "object" && value !== null && "method" in value && "path" in value && "answer" in value
  );
}
