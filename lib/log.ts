import "server-only";
import pino from "pino";
import { env } from "@/lib/env";

let logger: pino.Logger | undefined;

/** One line of JSON per event on stdout. Secrets are cut out by name wherever they stand in the first two levels. */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    redact: {
      paths: [
        "password",
        "token",
        "cookie",
        "authorization",
        "*.password",
        "*.token",
        "*.cookie",
        "*.authorization",
      ],
      censor: "[cut]",
    },
  });
  return logger;
}
