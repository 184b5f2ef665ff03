type Props = {
  label: string;
  isChecked: boolean;
  /** Some are, some are not. */
  isMixed?: boolean;
  onChange: (isChecked: boolean) => void;
};

/** A box to select rows with, as large as a finger needs it. */
export function SelectBox({ label, isChecked, isMixed = false, onChange }: Props) {
  return (
    <label className="-m-1 pointer-coarse:-m-3 inline-flex size-8 shrink-0 pointer-coarse:size-11 cursor-pointer items-center justify-center">
      <input
        type="checkbox"
        ref={(box) => {
          if (box) box.indeterminate = isMixed;
        }}
        className="size-4 accent-ink"
        checked={isChecked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span className="sr-only">{label}</span>
    </label>
  );
}
