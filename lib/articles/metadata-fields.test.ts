import { expect, it } from "vitest";
import { metadataOf, noMetadata, refusedFields } from "./metadata-fields";

it("completes an address", () => {
  expect(metadataOf({ ...noMetadata, url: " example.org/a " }).url).toBe("https://example.org/a");
});

it("takes what is empty for not known", () => {
  expect(metadataOf({ ...noMetadata, title: " A ", author: " " })).toEqual({
    title: "A",
    author: null,
    publisher: null,
    publishedAt: null,
    url: null,
    language: "en",
  });
});

it("tells all that will be refused", () => {
  expect(refusedFields(metadataOf({ ...noMetadata, title: "A" }))).toEqual({});
  expect(refusedFields(metadataOf({ ...noMetadata, url: "javascript:alert(1)" }))).toEqual({
    title: expect.stringContaining("The title"),
    url: expect.stringContaining("address"),
  });
});
