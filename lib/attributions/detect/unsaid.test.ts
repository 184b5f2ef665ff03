import { type Case, tryCases } from "./test-found";

// What nobody has said, by the kinds of sentence in which the rules once heard it, and beside them what was said all the
// same. Each case is a text and what must come out: source > words, "?" for somebody unnamed, "-" for nobody. A case
// without expectations: nothing may be suggested.

const madeToSpeak: Case[] = [
  ["Police coerced the suspect to confess that he had killed the woman."],
  ["The tycoon allegedly bribed a witness to testify that the victim had started the fire."],
  ["The gang paid two witnesses to testify that the driver was drunk."],
  ["The party hired a lawyer to argue that the vote was void."],
  ["The company paid a firm to claim that the dam was safe."],
  ["The ministry sent officials to tell residents that the dam was safe."],
  ["The palace sent its spokesman, Tom Reed, to announce that the king was ill."],
  ["The palace dispatched an envoy to tell reporters that the king was ill."],
  ["Lawyers prepared the witness to testify that she saw nothing."],
  ["The lawyers chose a doctor from Oslo to testify that the man was sane."],
  ["The party nominated Berg last week to argue that the law was void."],
  ["The committee called Berg on Monday to testify that the papers were real."],
  ["The court summoned Anna Berg to testify that the papers were real."],
  ["The families appealed to the minister to admit that the dam was cracked."],
  ["The opposition called upon Berg to admit that the dam was cracked."],
  [
    "The opposition called on the minister to admit that the dam was cracked.",
    "opposition > the minister to admit that the dam was cracked",
  ],
  ["The crowd waited patiently for the mayor to say that the dam was safe."],
  ["The party relied on Berg to say that the dam was safe."],
  ["She prayed for Berg to say that the dam was safe."],
  ["Holm reminded Berg to say that the dam was safe.", "Holm > Berg to say that the dam was safe"],
  ["Holm threatened Berg to say that the dam was safe."],
  ["Activists lobbied the mayor to declare that the dam was unsafe."],
  ["The scandal led Berg to admit that the dam was cracked."],
  ["The leak prompted Berg to admit that the dam was cracked."],
  ["The ministry trotted out Berg to say that the dam was safe."],
  ["The mayor left it to Berg to say that the dam was safe."],
  ["The union turned to Holm to say that wages were low."],
  ["The ministry used a scientist to claim that the dam was safe."],
  [
    "Holm wrote a speech for Berg to say that the dam was safe.",
    "Holm > a speech for Berg to say that the dam was safe",
  ],
  ["Berg hopes to be the first to say that the dam was cracked."],
  ["Voters are waiting to hear Berg say that the dam is safe."],
  ["It is up to Berg to say that the dam is safe."],
  ["It is time for Berg to admit that the dam is cracked."],
  ["There is pressure on Berg to admit that the dam is cracked."],
  ["The trial gave Berg a chance to say that she was sorry."],
  ["Berg had no reason to say that the dam was unsafe."],
  ["A witness was bribed to testify that the victim had started the fire."],
  ["A spokesman was sent to announce that the dam was safe."],
  ["Berg was called upon to admit that the dam was cracked."],
  ["Berg wanted to stand up and say that the dam was safe."],
  ["Berg could not go and say that the dam was safe."],
];

const cameToSay: Case[] = [
  ["Anna Berg phoned Ida Holm to say that the dam was safe.", "Anna Berg > that the dam was safe"],
  ["Berg met residents in Oslo to tell them that the dam was safe.", "Berg > that the dam was safe"],
  ["Berg wrote to Holm to say that the dam was safe.", "Berg > that the dam was safe"],
  ["Berg went on Fox News to say that the dam was safe.", "Berg > that the dam was safe"],
  ["Berg took to Facebook to say that the dam was safe.", "Berg > that the dam was safe"],
  ["Berg turned to Twitter to say that the dam was safe.", "Berg > that the dam was safe"],
  ["Berg was in Oslo to announce that the dam was safe.", "Berg > that the dam was safe"],
  ["Berg sent Holm a letter to say that the dam was safe.", "Berg > that the dam was safe"],
  ["Berg left the building to tell reporters that the dam was safe.", "Berg > that the dam was safe"],
  ["Berg took the opportunity to say that the dam was safe.", "Berg > that the dam was safe"],
  ["Berg had the courage to say that the dam was safe.", "Berg > that the dam was safe"],
  ["Berg rose in parliament to declare that the dam was safe.", "Berg > that the dam was safe"],
  ["Berg is the third official to say that the dam was cracked.", "Berg > that the dam was cracked"],
  ["Berg became the latest minister to admit that the dam was cracked.", "Berg > that the dam was cracked"],
  ["Berg is one of the few experts to say that the dam was cracked.", "Berg > that the dam was cracked"],
  ["The court was right to rule that the law was void.", "court > that the law was void"],
  ["Berg called to say that the dam was safe.", "Berg > that the dam was safe"],
  ["Berg was forced to admit that the dam was cracked.", "Berg > that the dam was cracked"],
  ["Officials went to Oslo and say that the dam is safe.", "Officials > that the dam is safe"],
];

const takenBack: Case[] = [
  ["Reports that Berg said the dam was safe were false."],
  [
    "Reports that the minister told aides the war was lost are untrue, Holm said.",
    "Holm > Reports that the minister told aides the war was lost are untrue",
  ],
  ["Reports from the front that the general said the war was lost could not be confirmed."],
  ["Reports emerged that Berg said the dam was safe."],
  ["Contrary to reports that Berg said the dam was safe, it broke."],
  ["Despite reports that Berg said the dam was safe, she did not."],
  ["Holm responded to reports that Berg said the dam was safe.", "Holm > that Berg said the dam was safe"],
  ["A hoax report that Berg said the dam was safe spread fast."],
  ["Rumours are circulating that Berg said the dam was safe."],
  ["The allegation is that Berg said the dam was safe."],
  ["Claims on Facebook that Berg said the dam was safe are false."],
  ["Claims made on Facebook that Berg said the dam was safe are false."],
  ["The story that Berg said the dam was safe is untrue."],
  ["That Berg said the dam was safe is untrue."],
  ["A letter in which Berg said the dam was safe turned out to be forged."],
  ["If Holm is right that Berg said the dam was safe, she must go."],
  ["The news that Berg said the dam was safe turned out to be wrong."],
  ["The evidence that Berg said the dam was safe was fabricated."],
  ["The evidence presented in court that Berg said the dam was safe was forged."],
  ["Prosecutors failed to produce evidence that Berg said the dam was safe."],
  ["Police are looking for evidence that Berg said the dam was safe."],
  ["Nobody has found evidence that Berg said the dam was safe."],
  ["Holm offered weak evidence that Berg said the dam was safe."],
  ["He was convicted of forging evidence that Berg said the dam was safe."],
  ["There is insufficient evidence that Berg said the dam was safe."],
  ["There is scant evidence that Berg said the dam was safe."],
  ["There is hardly any evidence that Berg said the dam was safe."],
  ["If there is evidence that Berg said the dam was safe, she must go."],
  ["There is no record that Berg said the dam was safe."],
  ["There is a chance that Berg said the dam was safe."],
  ["There is nothing to show that Berg said the dam was safe."],
  ["It is far from true that Berg said the dam was safe."],
  ["It may be true that Berg said the dam was safe."],
  ["It is only partly true that Berg said the dam was safe."],
  ["It seems to be true that Berg said the dam was safe."],
  ["If it is true that Berg said the dam was safe, she must go."],
  ["Whether it is true that Berg said the dam was safe is unknown."],
  ["Had it been true that Berg said the dam was safe, she would have left."],
  ["It is by no means certain that Berg said the dam was safe."],
  ["It is not known that Berg said the dam was safe."],
  ["It would be wrong to say that Berg said the dam was safe."],
  ["Holm falsely claimed that Berg said the dam was safe.", "Holm > that Berg said the dam was safe"],
  ["Holm is not convinced that Berg said the dam was safe."],
  ["No witness heard that Berg said the dam was safe."],
  ["Holm wished that Berg had said the dam was safe."],
  ["Berg was misquoted as saying that the dam was safe."],
];

const vouchedFor: Case[] = [
  ["It is certainly true that Berg said the dam was safe.", "Berg > the dam was safe"],
  ["It is clear that Berg said the dam was safe.", "Berg > the dam was safe"],
  ["There is clear evidence that Berg said the dam was safe.", "Berg > the dam was safe"],
  ["There is no doubt that Berg said the dam was safe.", "Berg > the dam was safe"],
  ["Police have found new evidence that Berg said the dam was safe.", "Berg > the dam was safe"],
  [
    "Holm confirmed reports that Berg said the dam was safe.",
    "Holm > reports that Berg said the dam was safe",
    "Berg > the dam was safe",
  ],
  [
    "Holm said in a report that Berg said the dam was safe.",
    "Holm > that Berg said the dam was safe",
    "Berg > the dam was safe",
  ],
  [
    "Holm told Reed and reporters that Berg said the dam was safe.",
    "Holm > that Berg said the dam was safe",
    "Berg > the dam was safe",
  ],
  [
    "Holm told the inquiry on Monday that Berg said the dam was safe.",
    "Holm > that Berg said the dam was safe",
    "Berg > the dam was safe",
  ],
  ["It was not until Monday that Berg said the dam was safe.", "Berg > the dam was safe"],
  ["She posted a letter in which Berg said the dam was safe.", "Berg > the dam was safe"],
  ["Voters heard Berg say that the dam is safe.", "Berg > that the dam is safe"],
  ["In the Reed case Berg said the dam was safe.", "Berg > the dam was safe"],
  ["Berg was quoted as saying that the dam was safe.", "Berg > that the dam was safe"],
];

const asked: Case[] = [
  ["Is it true that Anna Berg said the dam was cracked?"],
  ["Is there any proof that Berg said the dam was safe?"],
  ["Did you hear that Berg said the dam was safe?"],
  ["Can it be that Berg said the dam was safe?"],
  ["Who believes that Berg said the dam was safe?"],
  ["Whose idea was it that Berg said the dam was safe?"],
  ["Are we to believe that Berg said the dam was safe?"],
  ["Did Berg tell you that Holm said the dam was safe?"],
  ["How do we know that Berg said the dam was safe?"],
  ["To whom has Berg said that the dam was safe?"],
  ["What if Berg said the dam was safe?"],
  ["Did Holm, when Anna Berg said the dam was cracked, say it was safe?", "Anna Berg > the dam was cracked"],
  ["Did Holm resign because Berg said the dam was safe?", "Berg > the dam was safe"],
  ["What happened when Berg said the dam was safe?", "Berg > the dam was safe"],
];

const notYet: Case[] = [
  ["Nobody may leave until the court has ruled that the law is void."],
  ["Nobody could leave until the court ruled that the law was void."],
  ["The deal will not be signed until Berg has confirmed that the funds exist."],
  ["The deal would not be signed until Berg had confirmed that the funds existed."],
  ["Residents must wait until the ministry has announced that the dam is safe."],
  ["Until police said it was safe, nobody returned."],
  ["Not until Berg said the dam was safe did people return."],
  ["Only when Berg has said that the dam is safe will people return."],
  ["Once the mayor has said that the dam is safe, people will return."],
  ["Before Berg says that the dam is safe, nobody returns."],
  ["As soon as the ministry has announced that the dam is safe, people will return."],
  ["People will return when the ministry announces that the dam is safe."],
  ["When the mayor has said that the dam is safe, people will return."],
  ["By the time Berg says the dam is safe, it will be too late."],
  ["The moment Berg says the dam is safe, people will return."],
  // What was, all the same.
  ["The road was shut until police had said that it was safe.", "police > that it was safe"],
  ["Nobody returned until police said that it was safe.", "police > that it was safe"],
  ["Once Berg said the dam was safe, people returned.", "Berg > the dam was safe"],
  ["The dam broke before Berg said it was safe.", "Berg > it was safe"],
  ["When critics say that the dam is unsafe, they mean the wall.", "critics > that the dam is unsafe"],
  ["At that moment Berg said the dam was safe.", "Berg > the dam was safe"],
];

const unable: Case[] = [
  ["The BBC is not able to confirm that the strike killed ten people."],
  ["The BBC has not been able to confirm that the strike killed ten people."],
  ["The paper has not yet been able to confirm that the strike killed ten people."],
  ["The BBC was not immediately able to confirm that the strike killed ten people."],
  ["Police were not able to verify or confirm that the strike killed ten people."],
  ["Officials were not able to say whether the dam was safe."],
  ["Berg may be able to say whether the dam was safe."],
  ["Berg hopes to be able to say that the dam is safe."],
  ["Berg will be able to say whether the dam is safe."],
  [
    "Police said they were not able to confirm that the man had fled.",
    "Police > they were not able to confirm that the man had fled",
  ],
  // Able, and did.
  [
    "The BBC was able to confirm that the strike killed ten people.",
    "BBC > that the strike killed ten people",
  ],
  [
    "The paper has been able to confirm that the strike killed ten people.",
    "paper > that the strike killed ten people",
  ],
];

const denied: Case[] = [
  ["Berg never said the dam was safe, or that Holm said it was."],
  ["Berg never claimed that the dam was safe, that it was new, or that Holm said it would hold."],
  ["The ministry did not say that the dam was cracked, nor that Holm said it was."],
  [
    "Berg denied that she took bribes, that Holm said she did, or that anyone knew.",
    "Berg > that she took bribes, that Holm said she did, or that anyone knew",
  ],
  ["Berg never said that the dam, which was old, was safe, or that Holm said it was."],
  ["Nobody said that Holm said the dam was safe."],
  ["No one said the dam was safe, or that Holm said it was."],
  // Told beside it.
  ["Berg did not say that the dam was cracked, but that Holm said it was safe.", "Holm > it was safe"],
  ["Berg never said the dam was safe, but Holm said it was.", "Holm > it was"],
  ["Nobody moved when Holm said the dam was cracked.", "Holm > the dam was cracked"],
];

const supposed: Case[] = [
  ["Never had Berg said that the dam was safe."],
  ["At no point had Berg said that the dam was safe."],
  ["In none of her letters had Berg claimed that the dam was safe."],
  ["Assuming that Berg said that the dam was safe, she must go."],
  ["Suppose Berg said the dam was safe."],
  ["Holm acted as though Berg had said that the dam was safe."],
  ["In case Berg says that the dam is safe, people will return."],
  ["On condition that Berg says the dam is safe, people will return."],
  ["People would have fled had the mayor said that the dam was cracked."],
  ["No doubt officials will say the dam was safe."],
  // Said all the same.
  ["Not only had Berg said that the dam was safe, but she lived there.", "Berg > that the dam was safe"],
  ["No doubt Anna Berg said it was safe.", "Anna Berg > it was safe"],
];

const ends: Case[] = [
  ["Berg said she had been asked to run, and she would.", "Berg > she had been asked to run, and she would"],
  ["Berg said the men could stay, and they should.", "Berg > the men could stay, and they should"],
  [
    "The minister said she had promised to resign if the dam broke, and she would.",
    "minister > she had promised to resign if the dam broke, and she would",
    "minister > to resign if the dam broke, and she would",
  ],
  ["Holm said the dam would hold, but it did not.", "Holm > the dam would hold"],
  ["Berg said “Oklahoma!” at the Met would open in May.", "Berg > “Oklahoma!” at the Met would open in May"],
  ["Berg said “Hello, Dolly!” in the park had closed.", "Berg > “Hello, Dolly!” in the park had closed"],
  ["Protesters shouted “Resign!” at Berg when she left.", "Protesters > “Resign!”"],
  [
    "The sign read: “Keep out” and “No dogs,” said Holm.",
    "Holm > The sign read: “Keep out” and “No dogs,”",
    "sign > “Keep out” and “No dogs,”",
  ],
  ["“We lost,” Anna Berg told Tom Reed. “You did.” “I know.”", "Anna Berg > “We lost,”"],
  [
    "“We lost,” Anna Berg told Tom Reed. “We cried and cried all night.” “It was bad for us all.”",
    "Anna Berg > “We lost,”",
    "- > “We cried and cried all night.”",
    "- > “It was bad for us all.”",
  ],
  [
    "“We lost,” said the mayor. “We cried and cried all night.” “It was bad for us all.”",
    "mayor > “We lost,”",
    "mayor > “We cried and cried all night.”",
    "mayor > “It was bad for us all.”",
  ],
];

const things: Case[] = [
  ["The court will rule in May."],
  ["Berg apologised to Holm."],
  ["Berg apologised to Holm for the delay.", "Berg > the delay"],
  ["Berg confessed to police."],
  ["Berg confessed to the murder.", "Berg > the murder"],
  ["Berg, who denies all charges, was in court."],
  ["The Courier, which cited police, said it was safe.", "Courier > it was safe"],
  ["The report cited poor maintenance.", "report > poor maintenance"],
  ["The gunman shouted something in English."],
  ["Berg pointed to Reed's report that it is safe.", "Berg > Reed's report that it is safe"],
];

const quotedAs: Case[] = [
  ["“It was late,” the Courier quoted Berg as saying.", "Berg > “It was late,”"],
  ["“It was late,” Berg was quoted as saying by the Courier.", "Berg > “It was late,”"],
  ["“It was late,” Berg was quoted as saying.", "Berg > “It was late,”"],
  ["“It was late,” Berg was wrongly quoted as saying."],
];

const nextOnes: Case[] = [
  ["Berg said it was old and Holm said it was new.", "Berg > it was old", "Holm > it was new"],
  ["Berg said it was icy and police said it was closed.", "Berg > it was icy", "police > it was closed"],
  [
    "The report said doctors lied and the ministry knew it.",
    "report > doctors lied and the ministry knew it",
  ],
  [
    "Berg said that she would go, but her deputy, Tom Reed, said he would.",
    "Berg > that she would go",
    "Tom Reed > he would",
  ],
  [
    "Lars Dahl said it was fair, and Ida Holm, an economist at DNB, said it was generous.",
    "Lars Dahl > it was fair",
    "Ida Holm > it was generous",
  ],
  ["It was cold and police said it was closed.", "police > it was closed"],
  ["Berg met Reed and Holm said it was closed.", "Holm > it was closed"],
  ["Half approve of Berg's plan and 60 percent said it was fair.", "60 percent > it was fair"],
  ["The bank confirmed it had made an offer but declined to say more.", "bank > it had made an offer"],
  ["Dahl said the offer was fair, but declined to comment further.", "Dahl > the offer was fair"],
  ["Berg said it was old and Holm called it “new”.", "Berg > it was old", "Holm > it “new”"],
  // What others say to it.
  ["Hamas said it would answer, as did Islamic Jihad.", "Hamas > it would answer"],
  ["Reed said it was safe, and so did Holm.", "Reed > it was safe"],
  ["The report said doctors lied, a claim that the Federation rejected.", "report > doctors lied"],
  ["Berg said Holm had lied, an accusation she denied.", "Berg > Holm had lied"],
  ["The report said doctors lied, which the Federation denies.", "report > doctors lied"],
  ["Berg said it would cost $4 million, a figure disputed by Holm.", "Berg > it would cost $4 million"],
  ["Experts say it is safe, something Berg denies.", "Experts > it is safe"],
  ["Berg said the bank, which rejected his loan, lied.", "Berg > the bank, which rejected his loan, lied"],
  // Where a wire says where it is, no words are.
  ["LARVIK, Norway (AP) — A bus overturned on Tuesday, police said.", "police > A bus overturned on Tuesday"],
  ["WASHINGTON — A bus overturned on Tuesday, police said.", "police > A bus overturned on Tuesday"],
  ["Tom Reed – a baker – was hurt, police said.", "police > Tom Reed – a baker – was hurt"],
  [
    "LARVIK, March 14 (Reuters) - The dam was old, Petra Vance, the engineer, said on Monday.",
    "Petra Vance > The dam was old",
  ],
  ["OSLO — “We are done,” Tom Reed, the mayor, said.", "Tom Reed > “We are done,”"],
  ["NATO - long silent - said it knew.", "NATO > it knew"],
  [
    "The company said it regretted the deaths but its lawyer said it was not liable.",
    "company > it regretted the deaths",
    "its lawyer > it was not liable",
  ],
  [
    "The company said it regretted the deaths and its lawyer, Ola Osei, said it was not liable.",
    "company > it regretted the deaths",
  ],
  ["The council said in a news release that it was icy.", "council > that it was icy"],
];

const unseen: Case[] = [
  ["Word is that Berg said it was old."],
  ["Rumour has it that Berg said it was old."],
  ["A video that appears to show Berg saying it is old was made by a computer."],
  ["Holm cannot recall Berg saying it was old."],
  ["Holm does not remember Berg saying it was old."],
  ["Holm remembers Berg saying it was old.", "Berg > it was old"],
];

const oneOfMany: Case[] = [
  ["Berg was one of three doctors who said it was old.", "Berg > it was old"],
  ["One of the doctors who said it was old was Berg.", "One of the doctors > it was old"],
  ["Some claim Berg said it was old.", "? > Berg said it was old", "Berg > it was old"],
  ["Some claims that it is old are false."],
  ["Berg is sure to say it is old."],
  ["“It was late,” Berg said, pointing to the wall.", "Berg > “It was late,”"],
  ["Berg pointed to rising costs.", "Berg > rising costs"],
  ["“It was late,” she wrote in a post that Berg shared.", "? > “It was late,”"],
  ["Reed said he was sorry, before being led away.", "Reed > he was sorry"],
];

const cameLater: Case[] = [
  [
    "The council first said the bridge would close but later said it would not.",
    "council > the bridge would close",
    "council > it would not",
  ],
  [
    "The council said it would close, but on Monday it said it would not.",
    "council > it would close",
    "council > it would not",
  ],
  ["The council said last week it would close.", "council > it would close"],
  ["The council said last week’s storm was the worst.", "council > last week’s storm was the worst"],
  [
    "Dahl said the offer was fair, Reuters reports.",
    "Reuters > Dahl said the offer was fair",
    "Dahl > the offer was fair",
  ],
  ["He wrote books, essays and Courier reports."],
  ["Holm would have said it was old, her lawyer said.", "her lawyer > Holm would have said it was old"],
  ["Holm was overheard saying it was old.", "Holm > it was old"],
  ["On the tape Holm appears to say it is old."],
];

const silent: Case[] = [
  ["The ministry declined to say who had signed the letter, citing the criminal investigation."],
  ["The hospital refused to release the names, citing privacy laws."],
  ["The company did not say how many were hurt, citing commercial secrecy."],
  ["The company would not say why, citing security."],
  ["The police refused to say who had been arrested, citing the Privacy Act."],
  ["The firm declined to say who paid, citing its lawyers."],
  ["The hospital declined to say who died, citing “privacy rules”.", "hospital > “privacy rules”"],
];

const reasons = [
  "rising costs",
  "the weather",
  "its health",
  "safety concerns",
  "a lack of money",
  "concerns of residents",
  "an ongoing investigation",
  "the lawsuit",
  "a shortage of doctors",
  "poor service",
  "the state of the economy",
  "the Geneva Conventions",
].map(
  (words): Case => [
    `The firm said it would close the mill, citing ${words}.`,
    "firm > it would close the mill",
  ],
);

const citable = [
  "police reports",
  "documents",
  "two officials",
  "the study",
  "health officials",
  "the health ministry",
  "state media",
  "figures from the bank",
  "an investigation by the BBC",
  "two of the doctors",
  "people familiar with the matter",
  "Anna Berg",
  "Russia's Defence Ministry",
  "hospital sources and witnesses",
].map(
  (words): Case => [
    `The Courier said ten people died, citing ${words}.`,
    "Courier > ten people died",
    `${words.replace(/^(?:the|an) /, "")} > ten people died`,
  ],
);

const corrected: Case[] = [
  ["The post claims that Ek said “let them drown”. She did not.", "post > that Ek said “let them drown”"],
  ["The post claims that Ek said she would go. Ek never said that.", "post > that Ek said she would go"],
  ["Holm said she was late. She did not say why.", "Holm > she was late"],
  [
    "The paper reported that Bob Marsh had said they were “vermin”. He did not say this.",
    "paper > that Bob Marsh had said they were “vermin”",
  ],
];

const taken: Case[] = [
  ["The road, which is narrow, has claimed nine lives since 2010."],
  ["City claimed the title on Saturday."],
  ["Holm claimed responsibility for the fire.", "Holm > responsibility for the fire"],
];

const readOut: Case[] = [
  ["Holm read aloud from one email: “Nobody must know.”"],
  ["“Nobody must know,” he read."],
  ["“Nobody must know,” Anna Berg read from the letter."],
  ["The judge read: “Nobody must know.”"],
  ["The letter read: “Nobody must know.”", "letter > “Nobody must know.”"],
  ["A sign in Ohio read: “Keep out.”", "sign in Ohio > “Keep out.”"],
];

const tooEarly: Case[] = [
  [
    "The service said it was too early to say what had caused the fire.",
    "service > it was too early to say what had caused the fire",
  ],
  ["It is hard to say whether the dam will hold."],
  ["The engineers found it difficult to predict what would happen."],
  ["It is premature to announce that the dam is safe."],
];

const yetToCome: Case[] = [
  ["Holm will say the dam is safe."],
  ["The dam is safe, Holm will say on Monday."],
  ["Holm will tell the council on Monday that the dam is safe."],
  ["The report will show that the dam is safe."],
  ["The court will rule that the dam is safe."],
  ["Any farmer will tell you that the dam is safe."],
  [
    "The minister will announce that fares will rise, her office said.",
    "her office > The minister will announce that fares will rise",
  ],
  ["Holm said the dam would be safe and will say so again.", "Holm > the dam would be safe"],
  // Given out before it is said.
  ["“We will not be silenced,” Holm will tell delegates.", "Holm > “We will not be silenced,”"],
];

const groups = {
  "yet to come": yetToCome,
  "claimed, and not by words": taken,
  "told of somebody, and taken back": corrected,
  "read out by one, and written by another": readOut,
  "too early to say": tooEarly,
  "what came later": cameLater,
  "one of many, some, and what is pointed to": oneOfMany,
  "seen by nobody": unseen,
  "where the next one says something": nextOnes,
  "quoted as saying": quotedAs,
  "times, things and those spoken to are no words": things,
  "silent for a reason": silent,
  "no source, but a reason": reasons,
  "a source": citable,
  "made to speak, or to be about to": madeToSpeak,
  "gone to somebody to say so": cameToSay,
  "taken back, or left open": takenBack,
  "vouched for": vouchedFor,
  asked,
  "not said yet": notYet,
  "not able to say": unable,
  "more of what is denied": denied,
  "never said, or only supposed": supposed,
  "where words end, and whose the next are": ends,
};

tryCases(groups);
