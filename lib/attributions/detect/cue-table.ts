/**
 * The verbs of attribution, one a line: verb | class | what it takes | prepositions | channel. A verb is given
 * as `inflect` reads it. Classes: N neutral, A asserting, H hedging, V vouching, D denying, U doubting, P performing,
 * J judging. What it takes:
 * q quotation · c clause without "that" · t clause with "that" · w "whether", "how" · v may stand before its
 * subject · p may stand behind the clause · i "to" and a verb · n a noun phrase that is the content ·
 * a addressee first · j a judgement of somebody ("called him a liar") · k thought or knowledge, not speech.
 */
export const cueTable = `
say/said|N|qctwvp|of
tell/told|N|qtwap|of about|
add|N|qctvp||
state|N|qctvp||statement
write/wrote/written|N|qctvp||document
ask|N|qwvap|for about|interview
reply|N|qctvp||interview
respond|N|qtvp||interview
answer|N|qtvp||interview
comment|N|qtp|on about|
remark|N|qctvp|on|
observe|V|qctvp||observation
note|V|qctvpn||
notice|V|tk||
grouse|J|qctvp||
gripe|J|qtvp||
scoff|J|qtvp|at|
retort|N|qctvp||
vent|J|qvp||
snap/+|J|qvp||
chant|N|qvp||
mention|N|tn||
explain|V|qctvpwn||
recall|V|qctvpwn||
recount|V|qtwpn||
continue|N|qvp||
begin/began/begun|N|qv||
repeat|N|qtvpn||
reiterate|A|qctvpn||
tweet|N|qctvpn|about|post
post|N|qtvp||post
report|V|qctvpn||pressReport
quip/+|J|qctvp||
joke|J|qctvp|about|
laugh|N|qv||
shout|N|qtvpn||
yell|N|qtvp||
cry|N|qv||
exclaim|N|qctvp||
interject|N|qvp||
chime|N|qv||
whisper|N|qtvp||
mutter|N|qvp||
read/read|N|q||document
quote|N|qn||
cite|N|n||
announce|P|qctvpn||statement
declare|P|qctvpnj||statement
proclaim|P|qctvpn||statement
reveal|V|qctwpn||
disclose|V|ctwpn||
confirm|V|qctwvpn||
clarify|V|qctwvp||
emphasize|A|qctvpn||
emphasise|A|qctvpn||
stress|A|qctvpn||
underscore|A|tn||
testify|V|qctvp|about to|testimony
claim|A|qctvpni||
assert|A|qctvpn||
allege|A|qctvpn||
insist|A|qctvp|on|
maintain|A|qctvp||
contend|A|qctvp||
argue|A|qctvp|for against|
affirm|A|qctvpn||
counter|A|qtvp|with|
assure|A|qta||
remind|A|qtap||
swear/swore/sworn|A|qctvpi||
boast|J|qctvp|of about|
brag/+|J|qctvp|of about|
lament|J|qctvpn||
complain|J|qctvp|about of|
concede|V|qctvpn||
acknowledge|V|qctwvpn||
admit/+|V|qctwvpn|to|
confess|V|qctvp|to|
deny|D|qctpn||
dispute|D|tn||
reject|D|n||
refute|D|tn||
rebut/+|D|tn||
dismiss|D|n||
disavow|D|n||
suggest|H|qctvpn||
imply|H|ctp||
hint|H|qctvp|at|
indicate|H|qctwpn||
speculate|H|qctvp|about|
estimate|H|qctpn||
predict|H|qctvpn||
forecast/forecast|H|tpn||
project|H|tp||
caution|J|qctvpa|against|
warn|J|qctvpa|of about against|
urge|J|qta||
exhort|J|qta||
plead|J|qp|with for|
demand|P|qtpni||
request|P|tn||
propose|P|qctpni||
recommend|P|qctpn||
advise|P|qctpa|against|
promise|P|qctpnia||
pledge|P|qctpni||
vow|P|qctpni||
threaten|P|qcti||
offer|P|qi||
order|P|qta||
rule|P|qctp|against in|court
call|J|qj|for on|
describe|J|j||
characterize|J|j||
characterise|J|j||
label|J|j||
dub/+|J|j||
brand|J|j||
term|J|j||
deem|J|j||
portray|J|j||
depict|J|j||
accuse|J|qn||
blame|J|qn||
criticize|J|qn||
criticise|J|qn||
denounce|J|qn||
condemn|J|qn||
decry|J|qn||
slam/+|J|qn||
blast|J|qn||
rebuke|J|qn||
mock|J|qn||
ridicule|J|qn||
deride|J|qn||
chide|J|qn||
praise|J|qn||
hail|J|qn||
laud|J|qn||
tout|J|qn||
thank|J|qn||
apologize|P|qp|for to|
apologise|P|qp|for to|
conclude|V|qctvp|with|
summarize|N|qn||
elaborate|N|qp|on|
agree|V|qctvp||
point|V||out to|
speak/spoke/spoken|N||of about|speech
find/found|V|ctpk||document
show/showed/shown|V|ctwpk||document
believe|H|ctpk||
think/thought|H|qctpk||
know/knew/known|V|tk||
hope|H|ctpk||
fear|H|ctpk||
expect|H|tk||
feel/felt|H|ctpk||
worry|H|qctpk||
realize|V|ctk||
doubt|U|tk||
wonder|H|qwpk||
muse|H|qctvp|about|
opine|H|qctvp|on|
gush|J|qvp||
fume|J|qvp||
rail|J||against about|
echo|V|qp||
`;
