// Written for this project in the manner of agency news. People, places and figures are invented.
export const text = `Ferry Skipped Checks 41 Times Before Grounding, Inquiry Told

The ferry that ran aground off Saltmarsh in March had left port 41 times without a full steering test, according to documents shown to a public inquiry, as the operator insisted that its crews "never put a passenger at risk".

By Helen Askew
12 October 2026

A passenger ferry that struck a sandbank with 214 people on board had skipped a mandatory steering test before 41 of its 63 crossings this year, lawyers for the passengers told the Saltmarsh inquiry on Monday.

The figure comes from the ship's own log, they said. The operator, Norline Ferries, disputes it. "A blank line in a log is not a skipped test," its managing director, Peter Vance, told the inquiry. "Our crews never put a passenger at risk."

The Merle ran aground at 6:40 a.m. on 3 March in light fog. Nineteen people were treated for cuts and bruises, and one passenger lost two fingers.

The ferry Merle on a sandbank off Saltmarsh, 3 March 2026. Passengers were taken off by lifeboats over three hours. Dana Whitlock/Coastline Pictures

Two former crew members, who asked not to be named because they still work in shipping, said the tests were dropped whenever a crossing was late. "You were told to sign and sail," one of them said.

The Maritime Safety Office had warned Norline about its logs in 2024, according to a letter quoted by the regional newspaper The Saltmarsh Courier. The office did not answer requests for comment. A spokeswoman for the transport ministry said it was "not aware of any warning".

Steering failures cause about one in nine groundings of small ferries, a 2023 study by the Institute for Coastal Transport found. Its author, Professor Ruth Okell, said the share had "barely moved in twenty years", although traffic on the route has doubled since 2015.

Vance said the company had since spent 1.8 million on new steering gear for all six of its ships. He added that an internal review, which Norline has not published, cleared the captain.

"I read the summary of that review, and it does not clear anybody," said Okell, who advised the passengers' lawyers. "It says that the test was not recorded on the day, and that the reason is unknown.

Most passengers interviewed that week said they would not take the ferry again. Bookings have recovered since, Norline says, and are now higher than before the accident.

The inquiry is expected to hear from the captain on Thursday. Three ships of the same class are still in service.

More from this desk

Sign up for our morning letter and never miss a story from the coast.

Sign up for our morning letter and never miss a story from the coast.

About the author

Helen Askew is a reporter who covers transport and the coast. She has written for this desk since 2019.

Related stories
  • Lifeboat crews ask for better radios
  • What the log of a ferry has to hold
  • Fog and the morning timetable
`;
