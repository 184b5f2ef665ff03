import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

type Props = {
  label: string;
  isBusy: boolean;
  error: string | null;
  onCancel: () => void;
  /** More ways to end it. */
  children?: ReactNode;
};

/** What was refused, and the buttons that end the form. */
export function FormEnd({ label, isBusy, error, onCancel, children }: Props) {
  return (
    <>
      {error && (
        <p role="alert" className="font-medium text-failure text-label">
          {error}
        </p>
      )}
      <p className="flex flex-wrap gap-2">
        <Button type="submit" size="small" look="primary" busy={isBusy} title="Enter, or Ctrl+Enter">
          {label}
        </Button>
        {children}
        <Button size="small" look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </p>
    </>
  );
}
