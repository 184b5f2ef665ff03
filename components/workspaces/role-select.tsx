import { inputClass } from "@/components/ui/field";
import type { Role } from "@/lib/auth/viewer";
import { roles } from "@/lib/workspaces/roles";

type Props = {
  value: Role;
  onChange: (role: Role) => void;
  "aria-disabled"?: boolean;
  /** Needed where no visible label is tied to `id`. */
  label?: string;
  id?: string;
  "aria-describedby"?: string;
};

export function RoleSelect({ value, onChange, label, ...rest }: Props) {
  return (
    <select
      {...rest}
      {...(label ? { "aria-label": label } : {})}
      value={value}
      onChange={(event) => {
        const chosen = roles.find((one) => one.role === event.currentTarget.value);
        if (chosen) onChange(chosen.role);
      }}
      className={inputClass}
    >
      {roles.map(({ role, label: name }) => (
        <option key={role} value={role}>
          {name}
        </option>
      ))}
    </select>
  );
}
