import type { ReactNode } from "react";
import { Field, inputClass, TextField } from "@/components/ui/field";
import type { MetadataFields } from "@/lib/articles/metadata-fields";

type Name = keyof MetadataFields;

type Props = {
  fields: MetadataFields;
  /** Where a value was read from, shown under its field. */
  reasons?: Partial<Record<Name, string>>;
  errors: Partial<Record<Name, string>>;
  onChange: (name: Name, value: string) => void;
  /** What is asked about a missing date. */
  dateHint?: ReactNode;
};

/** Title, author, publisher, date, address and language of an article. */
export function MetadataFieldset({ fields, reasons = {}, errors, onChange, dateHint }: Props) {
  const text = (name: Name) => ({
    name,
    value: fields[name],
    error: errors[name],
    hint: reasons[name],
    autoComplete: "off",
    onChange: ({ target }: { target: { value: string } }) => onChange(name, target.value),
  });
  return (
    <div className="grid gap-4 phone:grid-cols-2">
      <div className="phone:col-span-2">
        <TextField label="Title" {...text("title")} lang={fields.language} />
      </div>
      <TextField label="Author" {...text("author")} />
      <TextField label="Publisher" {...text("publisher")} />
      <TextField
        label="Date of publication"
        {...text("publishedAt")}
        type="date"
        hint={dateHint ?? reasons.publishedAt}
      />
      <Field label="Language" hint={reasons.language} error={errors.language}>
        {(props) => (
          <select
            {...props}
            name="language"
            className={inputClass}
            value={fields.language}
            onChange={({ target }) => onChange("language", target.value)}
          >
            {languagesWith(fields.language).map(({ tag, name }) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="phone:col-span-2">
        <TextField label="Address" {...text("url")} type="url" inputMode="url" placeholder="https://" />
      </div>
    </div>
  );
}

const languages =
  "ar be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka ko lt lv mk ms nb nl nn pl pt pt-BR ro ru sk sl sq sr sv sw ta th tr uk ur vi zh".split(
    " ",
  );
const names = new Intl.DisplayNames("en", { type: "language" });

/** The English name of a language; the tag itself where it has none, or is one that Intl does not take (zh-yue). */
function nameOf(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function languagesWith(current: string): { tag: string; name: string }[] {
  const tags = languages.includes(current) ? languages : [current, ...languages];
  return tags
    .map((tag) => ({ tag, name: nameOf(tag) }))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
}

/** What the server found wrong with each field, by the field's own name. */
export function errorsOfFields(fields: Record<string, string>): Partial<Record<Name, string>> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => [path.replace(/^metadata\./, ""), message]),
  );
}
