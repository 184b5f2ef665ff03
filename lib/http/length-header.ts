/** How long the body of an answer is, in bytes, on its way from a route to our server, which sends it as Content-Length. */
export const lengthHeader = "x-body-length";
