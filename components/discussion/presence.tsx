import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";

type Props = {
  people: readonly { id: string; name: string }[];
  /** I am here anyway. */
  me: string;
};

/** So many faces have room beside the buttons; the rest is a number. */
const most = 4;
const mostOnPhone = 2;

/** Who else is reading this article now. */
export function Presence({ people, me }: Props) {
  const others = people.filter((person) => person.id !== me);
  if (others.length === 0) return null;
  const names = new Intl.ListFormat("en-GB").format(others.map((person) => person.name));
  return (
    <span
      role="img"
      aria-label={`Also here: ${names}`}
      title={`Also here: ${names}`}
      className="mr-1 flex items-center gap-0.5"
    >
      {others.slice(0, most).map((person, at) => (
        <span key={person.id} className={at < mostOnPhone ? "contents" : "contents max-phone:hidden"}>
          <Avatar id={person.id} name={person.name} small />
        </span>
      ))}
      <More count={others.length - mostOnPhone} className="phone:hidden" />
      <More count={others.length - most} className="max-phone:hidden" />
    </span>
  );
}

function More({ count, className }: { count: number; className: string }) {
  if (count <= 0) return null;
  return <span className={classNames("pl-1 text-label text-muted tabular-nums", className)}>+{count}</span>;
}
