// The stretches of the text that more than one thing is about.
export const figure =
  "A passenger ferry that struck a sandbank with 214 people on board had skipped a mandatory steering test before 41 of its 63 crossings this year";
export const vance =
  '"A blank line in a log is not a skipped test," its managing director, Peter Vance, told the inquiry.';
export const sail = '"You were told to sign and sail," one of them said.';
export const leftPort = "had left port 41 times without a full steering test";
export const atRisk = 'that its crews "never put a passenger at risk"';
export const aground = "The Merle ran aground at 6:40 a.m. on 3 March in light fog.";
export const traffic = "traffic on the route has doubled since 2015";
