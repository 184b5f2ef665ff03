export type Theme = "system" | "light" | "dark";

export const themeCookie = "sayso-theme";

/** The chosen theme; anything unknown is "system". */
export function readTheme(value: string | undefined): Theme {
  return value === "light" || value === "dark" ? value : "system";
}
