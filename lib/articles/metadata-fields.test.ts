import { expect, it } from "vitest";
import { type MetadataFields, metadataOf } from "./metadata-fields";

const empty: MetadataFields = {
  title: "",
  author: "",
  publisher: "",
  publishedAt: "",
  url: "",
  language: "en",
};

it("completes an address", () => {
  expect(metadataOf({ ...empty, url: " example.org/a " }).url).toBe("https://example.org/a");
});

it("takes what is empty for not known", () => {
  expect(metadataOf({ ...empty, title: " A ", author: " " })).toEqual({
    title: "A",
    author: null,
    publisher: null,
    publishedAt: null,
    url: null,
    language: "en",
  });
});
