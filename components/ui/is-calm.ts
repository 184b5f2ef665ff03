/** True for those who want nothing to move: by their settings, which stand on <html>, or else by their system. */
export function isCalm(): boolean {
  const { motion } = document.documentElement.dataset;
  if (motion) return motion === "reduced";
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
