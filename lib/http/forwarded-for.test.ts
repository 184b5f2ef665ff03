import { expect, it } from "vitest";
import { findClientAddress } from "./forwarded-for";

const cases: [why: string, header: string | undefined, proxies: number, expected: string][] = [
  ["nobody is trusted by default", "1.1.1.1", 0, "9.9.9.9"],
  ["one proxy: what it appended", "6.6.6.6, 1.1.1.1", 1, "1.1.1.1"],
  ["two proxies: the second from the right", "6.6.6.6, 1.1.1.1, 10.0.0.1", 2, "1.1.1.1"],
  ["more proxies than entries: the leftmost", "1.1.1.1", 3, "1.1.1.1"],
  ["no header: the socket", undefined, 1, "9.9.9.9"],
  ["IPv6", "2001:db8::1", 1, "2001:db8::1"],
  ["a port is no part of it", "1.1.1.1:4001", 1, "1.1.1.1"],
  ["IPv6 with brackets and a port", "[2001:db8::1]:4001", 1, "2001:db8::1"],
  ["four numbers that are no address", "1.1.1.999", 1, "9.9.9.9"],
  ["nonsense is not passed on", "<script>", 1, "9.9.9.9"],
];

for (const [why, header, proxies, expected] of cases) {
  it(why, () => expect(findClientAddress("9.9.9.9", header, proxies)).toBe(expected));
}
