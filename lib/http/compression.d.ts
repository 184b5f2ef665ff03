// Its own types speak of Express's requests, which extend these.
declare module "compression" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  type Filter = (request: IncomingMessage, response: ServerResponse) => boolean;

  type Options = {
    /** Of gzip, 1 to 9. */
    level: number;
    /** Bytes below which nothing is compressed whose length is known. */
    threshold: number;
    /** Asked when the head is sent: is this to be compressed? */
    filter: Filter;
  };

  type Compress = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

  /** Makes whatever the answer writes from now on compressed, where the client and the filter allow it. */
  const compression: { (options: Options): Compress; filter: Filter };
  export default compression;
}
