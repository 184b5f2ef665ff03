import { Avatar } from "@/components/ui/avatar";

type Props = {
  people: readonly { id: string; name: string }[];
  /** I am here anyway. */
  me: string;
};

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
      className="mr-1 flex items-center -space-x-1.5"
    >
      {others.slice(0, 4).map((person) => (
        <Avatar key={person.id} id={person.id} name={person.name} small />
      ))}
      {others.length > 4 && <span className="pl-2.5 text-label text-muted">+{others.length - 4}</span>}
    </span>
  );
}
