import { describe, expect, it } from "vitest";
import { addressHost, addressKey } from "./address-key";

const page = "https://www.sound-post.example.org/news/harbour?id=12";

describe("addressKey", () => {
  it.each([
    "http://sound-post.example.org/news/harbour?id=12",
    "https://sound-post.example.org/news/harbour/?id=12#comments",
    "https://www.sound-post.example.org/news/harbour?utm_source=mail&id=12&fbclid=x",
    "HTTPS://WWW.Sound-Post.example.org/news/harbour?id=12",
  ])("takes %s for the same page", (address) => {
    expect(addressKey(address)).toBe(addressKey(page));
  });

  it.each([
    "https://www.sound-post.example.org/news/harbour?id=13",
    "https://www.sound-post.example.org/news/harbour",
    "https://www.sound-post.example.org/news/Harbour?id=12",
    "https://www.sound-post.example.org:8080/news/harbour?id=12",
    "https://sound-post.example.net/news/harbour?id=12",
  ])("takes %s for another", (address) => {
    expect(addressKey(address)).not.toBe(addressKey(page));
  });

  it("does not mind the order of what is asked for", () => {
    expect(addressKey("https://a.example/x?b=2&a=1")).toBe(addressKey("https://a.example/x?a=1&b=2"));
  });

  it("has none for what is no address", () => {
    expect([addressKey("harbour"), addressHost("")]).toEqual([null, null]);
  });
});

it("every address of a page holds its host", () => {
  expect(page).toContain(addressHost("http://sound-post.example.org/other") ?? "nothing");
});
