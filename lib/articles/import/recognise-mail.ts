/** The labels in the head of an e-mail, in the languages of mail programs. */
const labels = {
  from: "from|von|de|da|от|від|od|från|fra",
  subject: "subject|betreff|objet|asunto|oggetto|assunto|тема|temat|ämne|emne|onderwerp",
  other:
    "date|sent|to|cc|bcc|reply-to|datum|gesendet|an|envoyé|à|para|fecha|enviado|data|inviato|a|дата|кому|отправлено|aan|verzonden|till|til|skickat|sendt",
};
const header = new RegExp(
  `^(?:>\\s*)*(?:(?<from>${labels.from})|(?<subject>${labels.subject})|(?:${labels.other}))\\s?:\\s+(?<value>\\S.*)$`,
  "isu",
);
const divider =
  /^(?:>\s*)*(?:-{2,}\s*(?:forwarded|original|weitergeleitete|ursprüngliche) (?:message|nachricht)\s*-{2,}|-{2,}\s*(?:message|mensaje|messaggio) (?:transféré|d['’]origine|original|reenviado|inoltrato|originale)\s*-{2,}|begin forwarded message:?|anfang der weitergeleiteten nachricht:?|début du message (?:réexpédié|transféré)\s?:?)$/iu;
const prefix = /^(?:(?:fwd?|re|aw|wg|tr|rv|enc|res|odp|sv|vs)\s*:\s*)+/iu;

/** The lines of a text that are the head of an e-mail or announce one, by index, and its subject. */
export type Mail = { lines: ReadonlySet<number>; subject: string | null };

/**
 * Finds the heads of forwarded e-mails: lines in a row with sender and subject. The subject is that of the last one,
 * which is the oldest, without "Fwd:".
 */
export function findMail(texts: readonly string[]): Mail {
  const lines = new Set<number>();
  let subject: string | null = null;
  let row: { index: number; from: boolean; subject: string | null }[] = [];
  const close = () => {
    const found = row.findLast((one) => one.subject !== null);
    if (found && row.some((one) => one.from)) {
      for (const { index } of row) lines.add(index);
      subject = found.subject?.replace(prefix, "") || subject;
    }
    row = [];
  };
  texts.forEach((text, index) => {
    if (text.length <= 200 && divider.test(text)) lines.add(index);
    const groups = text.length <= 1000 ? header.exec(text)?.groups : undefined;
    if (!groups) close();
    else
      row.push({
        index,
        from: groups.from !== undefined,
        subject: groups.subject ? (groups.value ?? "") : null,
      });
  });
  close();
  return { lines, subject };
}
