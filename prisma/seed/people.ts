/** The demo newsroom. The addresses end in a domain that is reserved and can never receive mail (RFC 2606). */
export const newsroom = {
  name: "The Harbour Desk",
  people: {
    ines: { name: "Ines Carvalho", email: "ines@sayso.example", role: "owner" },
    tomasz: { name: "Tomasz Wren", email: "tomasz@sayso.example", role: "editor" },
    amara: { name: "Amara Boateng", email: "amara@sayso.example", role: "member" },
  },
} as const;

export type DemoPerson = keyof typeof newsroom.people;

/** The address of somebody of the demo until all of it is stored: none that anybody could sign up or in with. */
export function unfinished(email: string): string {
  return `unfinished ${email}`;
}
