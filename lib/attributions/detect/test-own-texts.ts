/**
 * Whose words they are: the source by its name, what it is called where the text names nobody, or "-" where even a
 * reader must leave it open. The first words tell which attribution is meant.
 */
type Said = [words: string, source: string];

export type OwnText = { name: string; text: string; said: Said[] };

const join = (...paragraphs: string[]) => paragraphs.join("\n\n");

/** News in many styles, written for these tests, with the true source of everything that somebody says in them. */
export const ownTexts: OwnText[] = [
  {
    name: "two offices and an official of one of them",
    text: join(
      "Tunnel opens two years late",
      "The tunnel under Vikmo has cost 230 million crowns, according to the audit office. The city building office said the sum was no surprise. A senior official in the building office, who asked not to be named, said that the pumps had never been tested.",
      "Nobody kept the receipts, the audit office reported.",
      "Kjell Dahl, the fire chief, said the tunnel had two exits too few. “We were not asked once,” he said.",
      "“The band was hired before the lamps were,” she said.",
    ),
    said: [
      ["The tunnel under", "audit office"],
      ["the sum was", "city building office"],
      ["that the pumps", "senior official in the building office"],
      ["Nobody kept", "audit office"],
      ["the tunnel had", "Kjell Dahl"],
      ["“We were not", "Kjell Dahl"],
      ["“The band was", "-"],
    ],
  },
  {
    name: "a woman without a name, and a man with one",
    text: join(
      "Swimming hall stays shut",
      "The county planning office said on Monday that the roof could fall. The owner owes 3 million, according to the tax office. The tax office reported that nothing had been paid since May.",
      "Torvald Moe, who runs the cafe next door, said he was surprised. A woman fearing for her job said the staff had heard nothing. “Nobody asked us,” she said.",
    ),
    said: [
      ["that the roof", "county planning office"],
      ["The owner owes", "tax office"],
      ["that nothing had", "tax office"],
      ["he was surprised", "Torvald Moe"],
      ["the staff had", "woman fearing for her job"],
      ["“Nobody asked us", "woman fearing for her job"],
    ],
  },
  {
    name: "the office, of two that there are",
    text: join(
      "Fish farm loses licence",
      "The harbour office said the nets were torn. The licence office had said in June that they were new.",
      "The cages will be gone by autumn, the office said.",
      "The harbour office added that it had warned the farm twice.",
    ),
    said: [
      ["the nets were", "harbour office"],
      ["that they were", "licence office"],
      ["The cages will", "-"],
      ["that it had", "harbour office"],
    ],
  },
  {
    name: "the office, of which there is one",
    text: join(
      "Ice road opens",
      "The county road office said the ice was half a metre thick. Lorries must wait, the office said.",
      "“We measure at dawn,” said Ragnhild Lie, an engineer. She said the river was slow this year.",
    ),
    said: [
      ["the ice was", "county road office"],
      ["Lorries must", "county road office"],
      ["“We measure", "Ragnhild Lie"],
      ["the river was", "Ragnhild Lie"],
    ],
  },
  {
    name: "names that tell no gender",
    text: join(
      "Choir without a church",
      "Kim Aune leads the choir. Robin Vik owns the church. Kim Aune said the keys were lost. Robin Vik said the rent was late.",
      "“There was never a contract,” she said.",
      "Music is not the trouble, he said.",
    ),
    said: [
      ["the keys were", "Kim Aune"],
      ["the rent was", "Robin Vik"],
      ["“There was never", "-"],
      ["Music is not", "-"],
    ],
  },
  {
    name: "one name that tells no gender, and nobody else",
    text: join(
      "Baker wins prize",
      "Nilo Arendse came to Moss in 2011. “Bread is patience,” he said. He said the oven was older than the town hall.",
    ),
    said: [
      ["“Bread is", "Nilo Arendse"],
      ["the oven was", "Nilo Arendse"],
    ],
  },
  {
    name: "two chiefs and a role that either could have",
    text: join(
      "Night without sirens",
      "Leif Strand, the fire chief, said the alarm had failed. The police chief said nobody had called.",
      "Ingrid Haug, the mayor, said both were right. The chief said there would be a new alarm in May.",
    ),
    said: [
      ["the alarm had", "Leif Strand"],
      ["nobody had called", "police chief"],
      ["both were right", "Ingrid Haug"],
      ["there would be", "-"],
    ],
  },
  {
    name: "business news with two companies",
    text: join(
      "Ferry line for sale",
      "The ferry operator Norline said it would sell its boats. The shipyard Ulven Marine said it had made an offer. The company said the price was fair.",
      "The bank Fjordkreditt said it had not been told. The bank said loans were still open.",
      "Norline declined to comment on the offer. Ulven Marine did not respond to questions.",
    ),
    said: [
      ["it would sell", "Norline"],
      ["it had made", "Ulven Marine"],
      ["the price was", "-"],
      ["it had not", "Fjordkreditt"],
      ["loans were still", "Fjordkreditt"],
    ],
  },
  {
    name: "court report",
    text: join(
      "Driver denies racing",
      "A 34-year-old driver denied racing a bus through Halden in March. The prosecutor, Eva Lunde, said he had driven at 120 kilometres an hour. The district court ruled that the film could be shown.",
      "The appeal court had ruled in April that it could not. The film is short, the district court noted.",
      "Lunde said the case was simple. “He wanted to win,” she told the court.",
      "The driver’s lawyer would not say whether he would appeal.",
    ),
    said: [
      ["racing a bus", "34-year-old driver"],
      ["he had driven", "Eva Lunde"],
      ["that the film", "district court"],
      ["that it could", "appeal court"],
      ["The film is short", "district court"],
      ["the case was", "Eva Lunde"],
      ["“He wanted", "Eva Lunde"],
    ],
  },
  {
    name: "wire copy with documents",
    text: join(
      "Well was closed in secret",
      "A letter from the water board shows that the well was closed in 2019. A report by the hospital found that forty people had been ill. The report said nobody had been warned.",
      "The letter says the board would tell the town in spring.",
      "“It was a mistake,” said Odd Berge, who chaired the water board then. He said the town had known.",
    ),
    said: [
      ["that the well", "letter from the water board"],
      ["that forty people", "report by the hospital"],
      ["nobody had been", "report by the hospital"],
      ["the board would", "letter from the water board"],
      ["“It was a", "Odd Berge"],
      ["the town had", "Odd Berge"],
    ],
  },
  {
    name: "feature with neighbours who are not named",
    text: join(
      "The last shop",
      "Every morning Solveig Rud carries the papers in. A neighbour said the shop had saved him twice. A teacher said that the children buy sweets on credit. “They always pay,” she said.",
      "Rud laughed. “Not always,” she said.",
      "“I will stay until the road is closed,” he said.",
    ),
    said: [
      ["the shop had", "neighbour"],
      ["that the children", "teacher"],
      ["“They always pay", "teacher"],
      ["“Not always", "Solveig Rud"],
      ["“I will stay", "neighbour"],
    ],
  },
  {
    name: "politics with two women",
    text: join(
      "Council splits over bridge toll",
      "Councillor Hanne Foss wants a toll of 20 crowns. Councillor Marit Eide wants none. Foss met Eide on Tuesday. “We are not far apart,” she said.",
      "Eide said the toll would hit commuters. She said it would cost a nurse 4,000 crowns a year.",
      "Foss disputed the figures. “Nobody crosses twice a day,” she said.",
    ),
    said: [
      ["“We are not", "-"],
      ["the toll would", "Marit Eide"],
      ["it would cost", "Marit Eide"],
      ["“Nobody crosses", "Hanne Foss"],
    ],
  },
  {
    name: "papers, unions and a regulator",
    text: join(
      "Mine may reopen",
      "The Varanger Post reported that the mine would hire 80 people. The Finnmark Gazette wrote that it would hire 20. The paper said the owner was in talks.",
      "The miners’ union said it knew nothing. The drivers’ union said the road was too narrow. The union said a strike was possible.",
      "The mine regulator refused to discuss the plan. Its director, Anne Sol, could not be reached for comment. The safety regulator said it would look at the shafts.",
    ),
    said: [
      ["that the mine", "Varanger Post"],
      ["that it would hire 20", "Finnmark Gazette"],
      ["the owner was", "-"],
      ["it knew nothing", "miners’ union"],
      ["the road was", "drivers’ union"],
      ["a strike was", "-"],
      ["it would look", "safety regulator"],
    ],
  },
  {
    name: "a woman is met, and a man speaks before and after",
    text: join(
      "School bus cut",
      "Headmaster Per Nyhus opened the meeting. He said forty pupils used the bus. The children gave a petition to Berit Lo. “I will read every name,” she said.",
      "A spokeswoman for the bus company said the route lost money. She said a smaller bus was being looked for. “That is a start,” he said.",
    ),
    said: [
      ["forty pupils", "Per Nyhus"],
      ["“I will read", "Berit Lo"],
      ["the route lost", "spokeswoman for the bus company"],
      ["a smaller bus", "spokeswoman for the bus company"],
      ["“That is a", "Per Nyhus"],
    ],
  },

  {
    name: "a hospital, two associations and a patient",
    text: join(
      "Nurses walk out",
      "Nurses at Tromsund hospital walked out on Thursday. The nurses’ association said 300 had joined. The doctors’ association said it understood them.",
      "“We cannot run three wards with two people,” said Mari Holt, a ward sister. Holt said the hospital had promised ten posts in 2022. It has filled two.",
      "The hospital’s director, Petter Aas, denied that any promise had been broken. “The posts exist,” he said. “The applicants do not.” He declined to say how many had applied.",
      "A patient waiting for an operation said he had been sent home twice. “I do not blame the nurses,” he said.",
      "The association said the strike would last until Monday.",
    ),
    said: [
      ["300 had", "nurses’ association"],
      ["it understood", "doctors’ association"],
      ["“We cannot", "Mari Holt"],
      ["the hospital had promised", "Mari Holt"],
      ["ten posts", "Tromsund hospital"],
      ["that any promise", "Petter Aas"],
      ["“The posts", "Petter Aas"],
      ["he had been sent", "patient waiting for an operation"],
      ["“I do not", "patient waiting for an operation"],
      ["the strike would", "-"],
    ],
  },
  {
    name: "police, a neighbour and a local paper",
    text: join(
      "Two held after fire",
      "Police have arrested two men after a fire in a barn near Lom, a police spokeswoman said on Sunday.",
      "The men, aged 19 and 23, deny arson, she said. The fire brigade said the barn had been full of hay.",
      "A neighbour told the Lom Courier that she had seen a white van. “It stood there all night,” she said.",
      "The owner of the barn, Gjert Sunde, said he had lost 40 sheep. His wife said they would not rebuild.",
      "The spokeswoman said the van had been found. It belongs to a company in Otta, according to the paper.",
    ),
    said: [
      ["Police have", "police spokeswoman"],
      ["The men, aged", "police spokeswoman"],
      ["the barn had", "fire brigade"],
      ["that she had", "neighbour"],
      ["“It stood", "neighbour"],
      ["he had lost", "Gjert Sunde"],
      ["they would not", "His wife"],
      ["the van had", "police spokeswoman"],
      ["It belongs", "paper"],
      ["arson", "two men"],
    ],
  },
  {
    name: "two committees and a minister",
    text: join(
      "Bill on ferries fails",
      "The transport committee voted against the ferry bill on Tuesday. Its chairman, Ola Brekke, said the bill was badly written. The finance committee had called it “a blank cheque.”",
      "Transport Minister Liv Torp said she would bring it back in autumn. “Islands need boats,” Torp said. Brekke said he doubted it.",
      "The minister said fares would be frozen until then. The committee said nothing would change before Easter.",
      "“We shall see,” she said.",
    ),
    said: [
      ["the bill was", "Ola Brekke"],
      ["it “a", "finance committee"],
      ["she would bring", "Liv Torp"],
      ["“Islands", "Liv Torp"],
      ["he doubted it", "Ola Brekke"],
      ["fares would", "Liv Torp"],
      ["nothing would", "-"],
      ["“We shall", "Liv Torp"],
    ],
  },
  {
    name: "two studies and two directorates",
    text: join(
      "Lake loses its ice earlier",
      "Lakes in the north lose their ice nine days earlier than in 1980, a study published on Monday found. The authors looked at 400 lakes. The study said rivers showed the same.",
      "Jun Okafor, a co-author, said the change was fastest in May. “It is like losing a week of winter,” Okafor said.",
      "Ines Vidal, who was not part of the study, called the result “solid.” She said more lakes in the south were needed. An earlier study had found no change, she added.",
      "The water directorate said it would use the data. The fisheries directorate said trout had moved already.",
    ),
    said: [
      ["Lakes in", "study published on Monday"],
      ["rivers showed", "study published on Monday"],
      ["the change was", "Jun Okafor"],
      ["“It is like", "Jun Okafor"],
      ["the result", "Ines Vidal"],
      ["more lakes", "Ines Vidal"],
      ["An earlier", "Ines Vidal"],
      ["it would use", "water directorate"],
      ["trout had", "fisheries directorate"],
    ],
  },
  {
    name: "a brewery, a group and a union",
    text: join(
      "Brewery sold",
      "Fjell Brewery has been sold to the Danish group Humlegaard for 90 million crowns, the companies said on Friday.",
      "Humlegaard said no jobs would be cut. The group said beer would go on being made in Sogn. Its chief executive, Anders Kjaer, said the price was fair.",
      "“It is the end of something,” said Tone Vik, whose grandfather founded the brewery. She said the family had been outvoted.",
      "The workers’ union said it had been told an hour before. Union leader Rolf Ness said talks would start on Monday. “We will be hard,” he said. Kjaer would not discuss the plan.",
    ),
    said: [
      ["Fjell Brewery", "companies"],
      ["no jobs", "Humlegaard"],
      ["beer would", "Humlegaard"],
      ["the price", "Anders Kjaer"],
      ["“It is the", "Tone Vik"],
      ["the family", "Tone Vik"],
      ["it had been told", "workers’ union"],
      ["talks would", "Rolf Ness"],
      ["“We will be", "Rolf Ness"],
    ],
  },
  {
    name: "a club and those who leave it",
    text: join(
      "Coach leaves club",
      "Handball club Varden said on Monday that coach Toril Lie would leave. Lie said she was tired. The club said a new coach would be named in June.",
      "Her captain, Siv Dale, said the team was shocked. “She made us,” Dale said.",
      "Chairman Geir Mo said he had offered Lie two more years. He said she had turned them down. “I understand her,” he said.",
      "“I will miss the noise,” she said.",
    ),
    said: [
      ["that coach Toril", "Varden"],
      ["she was tired", "Toril Lie"],
      ["a new coach", "Varden"],
      ["the team was", "Siv Dale"],
      ["“She made", "Siv Dale"],
      ["he had offered", "Geir Mo"],
      ["she had turned", "Geir Mo"],
      ["“I understand", "Geir Mo"],
      ["“I will miss", "-"],
    ],
  },
];
