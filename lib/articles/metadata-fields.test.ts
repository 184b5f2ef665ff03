import { expect, it } from "vitest";
import { type MetadataFields, metadataOf, refusedFields } from "./metadata-fields";

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

it("tells all that will be refused", () => {
  expect(refusedFields(metadataOf({ ...empty, title: "A" }))).toEqual({});
  expect(refusedFields(metadataOf({ ...empty, url: "javascript:alert(1)" }))).toEqual({
    title: expect.stringContaining("The title"),
    url: expect.stringContaining("address"),
  });
});
