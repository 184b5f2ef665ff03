import { route } from "@/lib/http/route";
import { changeSettings as change } from "@/lib/settings/mutations";
import { getSettings as get } from "@/lib/settings/queries";
import { changeSettings, getSettings } from "@/lib/settings/schema";

export const GET = route(getSettings, ({ viewer }) => get(viewer));

export const PATCH = route(changeSettings, ({ viewer, body }) => change(viewer, body));
