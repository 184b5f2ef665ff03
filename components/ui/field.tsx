import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names";

/** Looks of text inputs, selects and text areas. 16 px letters, so that phones do not zoom in. */
export const inputClass =
  "w-full min-h-11 rounded-md border border-control bg-card px-3 py-2 text-body text-ink aria-invalid:border-failure aria-invalid:outline-failure";

type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: (props: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
};

/** A label, its control, a hint and what is wrong with the value, tied together for screen readers. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-label font-semibold">
        {label}
      </label>
      {children({
        id,
        ...(describedBy ? { "aria-describedby": describedBy } : {}),
        ...(error ? { "aria-invalid": true as const } : {}),
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-label text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-label font-medium text-failure">
          {error}
        </p>
      )}
    </div>
  );
}

type TextFieldProps = Omit<ComponentProps<"input">, "id"> & {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
};

export function TextField({ label, hint, error, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(props) => <input {...rest} {...props} className={classNames(inputClass, className)} />}
    </Field>
  );
}
