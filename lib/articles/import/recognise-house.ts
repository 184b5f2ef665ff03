const known = new Set(
  "reuters|ap|associated press|afp|agence france-presse|bloomberg|bloomberg news|upi|dpa|efe|ansa|tass|xinhua|bbc|bbc news|bbc world service|cnn|npr|pbs|cnbc|nbc news|abc news|cbs news|fox news|sky news|itv news|channel 4 news|al jazeera|deutsche welle|voice of america|radio free europe|politico|axios|propublica|bellingcat|buzzfeed news|newsweek|forbes|vox|the verge|the intercept|the economist|economist|the atlantic|the new yorker|the independent|the kyiv independent|kyiv independent|the sun|guardian|daily mail|daily mirror|daily express|usa today|the hill|le monde|monde|le figaro|libération|mediapart|der spiegel|spiegel|die zeit|die welt|taz|el país|el mundo|la repubblica|repubblica|corriere della sera|la stampa|mediazona|meduza|novaya gazeta|kommersant".split(
    "|",
  ),
);

const paper =
  /^(?:times|post|journal|herald|tribune|gazette|guardian|ledger|chronicle|telegraph|observer|courier|inquirer|examiner|zeitung|tagblatt|nachrichten)$/iu;
/** What a paper is called by only behind another word. */
const behind = /^(?:news|press|mail|weekly|daily|magazine|radio|tv)$/iu;
const noPaper =
  /^(?:(?:royal|canada|australia|austrian|deutsche|swiss|india|nz|new zealand) (?:post|mail)|(?:fake|breaking|bad|good) news|(?:hard|end) times)$/iu;

/** Whether this is the name of a paper, broadcaster or wire that everybody knows. */
export function isKnownHouse(name: string): boolean {
  const plain = name.toLowerCase();
  return known.has(plain) || known.has(plain.replace(/^the /u, ""));
}

/** Whether a name is surely that of a paper or broadcaster: a known one, or called as only those are. */
export function isSurelyHouse(name: string): boolean {
  if (isKnownHouse(name)) return true;
  const words = name.replace(/^the\s+/iu, "").split(/\s+/u);
  if (noPaper.test(words.join(" "))) return false;
  const of = words.indexOf("of");
  const head = words.at(of > 0 ? of - 1 : -1) ?? "";
  return paper.test(head) || (words.length > 1 && behind.test(head));
}
