import type { ReactNode } from "react";

/** A button that reads like a link, as high as a finger where there is one. */
export function TextButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="link min-h-6 pointer-coarse:min-h-10" onClick={onClick}>
      {children}
    </button>
  );
}
