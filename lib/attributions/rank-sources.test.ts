import { describe, expect, it } from "vitest";
import { viewSource } from "@/lib/discussion/test-views";
import type { SourceView } from "@/lib/sources/schema";
import {
  guessKind,
  isAmbiguous,
  isExactly,
  type Naming,
  rankSources,
  type SourceOption,
  staysFirst,
  withoutTitles,
} from "./rank-sources";

const source = (id: string, name: string, over: Partial<SourceView> = {}) =>
  viewSource(id, { name, ...over });

const sources = [
  source("ida", "Ida Holm", { aliases: [{ id: "x", text: "the fishmonger", articleId: null }] }),
  source("ministry", "Transport Ministry", { kind: "organisation" }),
  source("mt", "MoT", { kind: "organisation", mergedInto: "ministry" }),
  source("paper", "Harbour Courier", { kind: "organisation" }),
];

const naming = (name: string, start: number, sourceId: string | null = null): Naming => ({
  name,
  start,
  end: start + name.length,
  kind: "person",
  sourceId,
});

const namings = [
  naming("Ida Holm", 400, "ida"),
  naming("Ida Holm", 500, "ida"),
  naming("MoT", 110, "mt"),
  naming("Per Lund", 130),
  naming("Eve Sand", 900),
  naming("Ida Holm", 950),
];

const words = (options: SourceOption[]) =>
  options.map((one) => (one.type === "known" ? one.source.name : `+ ${one.name}`));

const rank = (query: string) =>
  rankSources({
    query,
    paragraph: { start: 100, end: 200 },
    sources,
    usedHere: new Set(["ida", "mt"]),
    namings,
  });

describe("rankSources", () => {
  it("offers whom the article names before a namesake of another, and knows whoever is named in full", () => {
    const given = {
      paragraph: { start: 100, end: 200 },
      sources: [source("patricia", "Patricia Oduya"), source("drax", "Helena Drax")],
      usedHere: new Set<string>(),
      namings: [naming("Ann Oduya", 130), naming("Helena Drax", 150)],
    };
    expect(words(rankSources({ ...given, query: "Oduya" }))).toEqual([
      "+ Ann Oduya",
      "Patricia Oduya",
      "+ Oduya",
    ]);
    expect(rankSources({ ...given, query: "drax" })[0]).toMatchObject({ nearness: "paragraph" });
  });

  it("offers whoever's name begins so before those that hold it within a word", () => {
    const some = [...sources, source("else", "Somebody Ander"), source("andersen", "Bo Andersen")];
    const given = {
      paragraph: { start: 100, end: 200 },
      sources: some,
      usedHere: new Set(["else"]),
      namings,
    };
    expect(words(rankSources({ ...given, query: "and" }))).toEqual([
      "Somebody Ander",
      "Bo Andersen",
      "+ Eve Sand",
      "+ and",
    ]);
    expect(words(rankSources({ ...given, query: "nd" })).slice(0, 2)).toEqual([
      "Somebody Ander",
      "Bo Andersen",
    ]);
    expect(words(rankSources({ ...given, query: "lu" }))).toEqual(["+ Per Lund", "+ lu"]);
    expect(words(rankSources({ ...given, query: "se" }))).toEqual(["Bo Andersen", "+ se"]);
    const oduya = [naming("Joseph Oduya", 130)];
    expect(words(rankSources({ ...given, namings: oduya, query: "od" }))).toEqual([
      "+ Joseph Oduya",
      "Somebody Ander",
      "+ od",
    ]);
  });

  it.each([
    ["cortez", "Alexandria Ocasio-Cortez", "Catherine Cortez Masto"],
    ["sisi", "Abdel Fattah al-Sisi", "Sisi Mahmoud"],
    ["brien", "Conan O’Brien", "Brien McMahon"],
    ["estaing", "Valéry Giscard d'Estaing", "Estaing Foundation"],
  ])("begins a word behind a hyphen and an apostrophe: %s", (query, name, other) => {
    const options = rankSources({
      query,
      paragraph: { start: 100, end: 200 },
      sources: [source("known", name)],
      usedHere: new Set(["known"]),
      namings: [naming(other, 130)],
    });
    expect(words(options)).toEqual([name, `+ ${other}`, `+ ${query}`]);
    expect(options[0] && staysFirst(options[0], query)).toBe(true);
  });

  it("is not sure of a name that holds it within a word: another may begin so", () => {
    const [somebody] = rankSources({
      query: "od",
      paragraph: { start: 0, end: 9 },
      sources: [source("else", "Somebody Ander")],
      usedHere: new Set(["else"]),
      namings: [],
    });
    expect(somebody && staysFirst(somebody, "od")).toBe(false);
    expect(somebody && staysFirst(somebody, "so")).toBe(true);
  });

  it("offers the paragraph's first, then the article's, then the workspace's", () => {
    expect(words(rank(""))).toEqual([
      "Transport Ministry",
      "+ Per Lund",
      "Ida Holm",
      "+ Eve Sand",
      "Harbour Courier",
    ]);
  });

  it("finds by any name, also by that of what was merged", () => {
    expect(words(rank("fish"))).toEqual(["Ida Holm", "+ fish"]);
    expect(words(rank("mot"))).toEqual(["Transport Ministry"]);
    expect(words(rank("holm ida"))).toEqual(["Ida Holm", "+ holm ida"]);
  });

  it("offers with a query whom there is before whom choosing would make", () => {
    const known = [source("drax", "Water Minister Helena Drax")];
    const given = { paragraph: { start: 0, end: 50 }, sources: known, usedHere: new Set<string>() };
    const here = [naming("Minister", 10)];
    expect(words(rankSources({ ...given, query: "the minister", namings: here }))).toEqual([
      "Water Minister Helena Drax",
      "+ Minister",
    ]);
    expect(words(rankSources({ ...given, query: "", namings: here }))[0]).toBe("+ Minister");
  });

  const known = (query: string, ...names: string[]) =>
    words(
      rankSources({
        query,
        paragraph: { start: 0, end: 50 },
        sources: names.map((name) => source(name, name)),
        usedHere: new Set<string>(),
        namings: [],
      }),
    );

  it.each(["Professor Okell", "Dr Okell", "Ms Okell", "Miss Okell", "Cllr. Okell", "Sheriff Okell"])(
    "finds whom there is behind a title, and offers the new name below: %s",
    (query) => expect(known(query, "Jane Okell", "Ida Holm")).toEqual(["Jane Okell", `+ ${query}`]),
  );

  it("offers who bears the title before others of that name", () => {
    expect(known("Dr Okell", "Adam Okell", "Dr Jane Okell")).toEqual([
      "Dr Jane Okell",
      "Adam Okell",
      "+ Dr Okell",
    ]);
  });

  it("finds by a title alone", () => {
    expect(known("prof", "Professor Jane Okell", "Ida Holm")).toEqual(["Professor Jane Okell", "+ prof"]);
  });

  it("leaves no title out of the name of an institution", () => {
    expect(known("Justice Department", "Fire Department")).toEqual(["+ Justice Department"]);
    expect(known("General Motors", "Ford Motors")).toEqual(["+ General Motors"]);
  });

  it("offers the query itself beside somebody of another title", () => {
    expect(known("Mr Holm", "Mrs Holm")).toEqual(["Mrs Holm", "+ Mr Holm"]);
    expect(known("mrs. holm", "Mrs Holm")).toEqual(["Mrs Holm"]);
  });

  it("offers the query itself only where nobody is called so", () => {
    expect(words(rank("Eve Sand"))).toEqual(["+ Eve Sand"]);
    expect(words(rank("Nobody Known"))).toEqual(["+ Nobody Known"]);
  });
});

describe("accents", () => {
  it.each([
    ["walesa", "Lech Wałęsa"],
    ["Wałęsa", "Lech Walesa"],
    ["oresund", "Øresund Line"],
    ["dindic", "Zoran Đinđić"],
    ["muller", "Hans Müller"],
  ])("of %s: %s is offered, whom the search of the workspace finds", (query, name) => {
    const given = { paragraph: { start: 0, end: 9 }, usedHere: new Set<string>(), namings: [] };
    const [first] = rankSources({ ...given, query, sources: [source("it", name)] });
    expect(first).toMatchObject({ type: "known", source: { name } });
  });
});

describe("staysFirst", () => {
  it.each([
    ["hol", "Ida Holm", true],
    ["Ms Holm", "Ida Holm", false],
    ["cour", "Harbour Courier", false],
    ["lund", "+ Per Lund", false],
    ["", "Transport Ministry", true],
  ])("%j: %s: %s", (query, name, is) => {
    const [first] = rank(query);
    expect(first && words([first])).toEqual([name]);
    expect(first && staysFirst(first, query)).toBe(is);
  });

  it("holds whatever is found", () => {
    const found = source("found", "Ida Hol", { aliases: [{ id: "y", text: "Hol", articleId: null }] });
    const given = { paragraph: { start: 100, end: 200 }, usedHere: new Set(["ida"]), namings };
    const [first] = rankSources({ ...given, query: "hol", sources: [...sources, found] });
    expect(first && words([first])).toEqual(["Ida Holm"]);
  });
});

describe("isAmbiguous", () => {
  const given = {
    paragraph: { start: 100, end: 200 },
    sources: [source("marcus", "Marcus Vance"), source("ann", "Ann Vance"), source("anna", "Anna Vance")],
    usedHere: new Set(["marcus"]),
    namings: [naming("Petra Vance", 130), naming("Rosa Lind", 150)],
  };
  it.each([
    ["Vance", true],
    ["Dr Vance", true],
    ["Petra", false],
    ["Lind", false],
    ["ann vance", false],
    ["An", true],
    ["osa", false],
    ["anc", true],
    ["Nobody", false],
    ["", false],
  ])("%j: %j", (query, expected) => {
    expect(isAmbiguous(rankSources({ ...given, query }), query)).toBe(expected);
  });
});

describe("isExactly", () => {
  it.each([
    ["jane okell", true],
    ["Jáne Okell", true],
    ["Okell", false],
    ["Dr Jane Okell", false],
  ])("%s: %s", (query, is) =>
    expect(isExactly({ type: "new", name: "Jane Okell", kind: "person", nearness: null }, query)).toBe(is),
  );

  it("tells signs without a letter apart", () => {
    expect(isExactly({ type: "new", name: "…", kind: "unknown", nearness: null }, "?")).toBe(false);
    expect(isExactly({ type: "new", name: "?", kind: "unknown", nearness: null }, "?")).toBe(true);
  });
});

describe("withoutTitles", () => {
  it.each([
    ["Professor Okell", "Okell"],
    ["  Prime Minister Sir Jane Okell ", "Jane Okell"],
    ["Jane Okell", "Jane Okell"],
    ["Professor", "Professor"],
    ["Prime Minister", "Prime Minister"],
    ["Labour Party", "Labour Party"],
    ["State Department", "State Department"],
    ["", ""],
  ])("%s: %s", (typed, plain) => expect(withoutTitles(typed)).toBe(plain));
});

describe("guessKind", () => {
  it.each([
    ["Ida Holm", "person"],
    ["Mediazona", "organisation"],
    ["British Defense Ministry", "organisation"],
    ["Norgrave Marine", "organisation"],
    ["Lund Holdings", "organisation"],
    ["Calder Hydro", "organisation"],
    ["NFB", "organisation"],
    ["Henrik", "person"],
    [" Henrik ", "person"],
    ["Piet van der Meer", "person"],
    ["Norgrave", "unknown"],
    ["the inquiry's report", "document"],
    ["officials", "anonymousGroup"],
    ["two former crew members", "anonymousGroup"],
    ["a spokeswoman", "anonymousPerson"],
    ["Marine Le Pen", "person"],
    ["Marine Anne Lund", "person"],
    ["Marine Corps", "organisation"],
    ["Marine Harvest", "unknown"],
    ["Marine One", "unknown"],
    ["Marine Le Pen Foundation", "organisation"],
    ["Charlotte Church", "unknown"],
    ["Grace Church", "unknown"],
    ["Faith Church", "unknown"],
    ["Victoria Church", "unknown"],
    ["J. Church", "unknown"],
    ["Hope Trust", "organisation"],
    ["Charlotte Trust", "organisation"],
    ["Victoria League", "organisation"],
    ["Florence Club", "organisation"],
    ["Florence Board", "organisation"],
    ["Victoria Police", "organisation"],
    ["Mary Anne Trust", "organisation"],
    ["Anna White", "person"],
    ["Mary Anne J. Church", "person"],
    ["Co Adriaanse", "unknown"],
    ["AG Insurance", "organisation"],
    ["Lund & Co", "organisation"],
    ["Marine Board", "organisation"],
    ["Church of Norway", "organisation"],
    ["Charlotte Rowing Club", "organisation"],
    ["Football Club Moss", "organisation"],
    ["hospital staff", "anonymousGroup"],
    ["church members", "anonymousGroup"],
    ["board members", "anonymousGroup"],
    ["members of the board", "anonymousGroup"],
    ["people familiar with the matter", "anonymousGroup"],
    ["a school teacher", "anonymousPerson"],
    ["a construction worker", "anonymousPerson"],
    ["a spokesman for the police", "anonymousPerson"],
    ["a witness", "anonymousPerson"],
    ["a former marine", "anonymousPerson"],
    ["norgrave marine", "organisation"],
    ["his business partners", "anonymousGroup"],
    ["police", "organisation"],
    ["the ministry of defence", "organisation"],
    ["a hospital in the north", "organisation"],
    ["the church", "organisation"],
    ["national dam inspectorate", "organisation"],
    ["National Dam Inspectorate", "organisation"],
    ["fire brigade", "organisation"],
    ["farmer in Trujillo", "anonymousPerson"],
    ["a doctor at Lund Hospital", "anonymousPerson"],
    ["spokesperson for Orsa Kraft", "anonymousPerson"],
    ["villagers near Orsa", "anonymousGroup"],
    ["ministry of Defence", "organisation"],
    ["a letter of the Flood Agency", "document"],
    ["a security guard", "anonymousPerson"],
    ["head of the laboratory", "anonymousPerson"],
    ["Dana Parish", "person"],
    ["court documents", "document"],
    ["a report by the council", "document"],
    ["Letter of the flood agency", "document"],
    ["Falk’s diary", "document"],
    ["the flood agency's diary", "document"],
    ["Harbour Council audit", "document"],
    ["leaked audit seen by the Courier", "document"],
    ["State Audit Office", "organisation"],
    ["Court of Audit", "organisation"],
    ["Bureau for Study", "organisation"],
    ["National Study Group", "organisation"],
    ["Water Minister Helena Drax", "person"],
    ["Council President Ana van der Meer", "person"],
    ["Police Chief Ola Berg", "person"],
    ["Office of the President", "organisation"],
    ["Army General Staff", "organisation"],
    ["General Motors Company", "organisation"],
    ["Party Leader News Service", "organisation"],
  ])("%s: %s", (name, kind) => expect(guessKind(name)).toBe(kind));
});
