// Its own types speak of Express's requests, which extend these.
declare module "compression" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  /** Makes whatever the answer writes from now on compressed, where the client and the kind of content allow it. */
  export default function compression(options: {
    /** Of gzip, 1 to 9. */
    level: number;
  }): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}
