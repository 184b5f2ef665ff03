import { buttonClass } from "./button";

type Way = { label: string; href: string };

type Props = {
  /** To where the list begins; null on its first page. */
  back: Way | null;
  /** To what comes after this page; null on the last. */
  next: Way | null;
};

/** The ways between the pages of a list; nothing where it has only one. */
export function PageLinks({ back, next }: Props) {
  const ways = [back, next].filter((way) => way !== null);
  if (ways.length === 0) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex justify-center gap-3">
      {ways.map(({ label, href }) => (
        <a key={label} className={buttonClass()} href={href}>
          {label}
        </a>
      ))}
    </nav>
  );
}
