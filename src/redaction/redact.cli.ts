import { answerJsonLines } from "#cli/answer-requests.ts";
import { type Command, WrongRequest } from "#cli/command.ts";
import { refuseShape } from "#cli/refuse-shape.ts";
import { openDocuments } from "#documents/open-document.query.ts";
import { redactText } from "#redaction/redact-text.ts";
import { RedactRequest } from "#redaction/redaction.contract.ts";

/** `tandem redact`: a document made fit for publication, and the list of what was replaced (the command line's contract, section 7). */
export const redactCommand: Command = {
  name: "redact",
  usage: "tandem redact DOCUMENT… [--json] | tandem redact --jsonl FILE|-",
  summary: {
    zh: "把文书处理成可以公开的文本：姓名、号码、住址、出生月日，并列出每处替换",
    en: "make a document fit for publication: names, numbers, addresses, birthdays, with the list of replacements",
  },
  run: async (args, io) => {
    const unknown = args.find((argument) => argument.startsWith("--") && argument !== "--json" && argument !== "--jsonl");
    if (unknown !== undefined) throw new WrongRequest(unknown, { zh: "--json 或 --jsonl", en: "--json or --jsonl" }, unknown, io.language);
    const [first, ...rest] = args.filter((argument) => !argument.startsWith("--"));
    if (first === undefined) throw new WrongRequest("DOCUMENT", { zh: "至少一份文书", en: "at least one document" }, "—", io.language);
    if (args.includes("--jsonl")) {
      await answerJsonLines(first, io, (request) => {
        const parsed = RedactRequest.safeParse(request);
        return parsed.success ? { ok: true, answer: redactText(parsed.data.id, parsed.data.text) } : refuseShape(request, parsed.error);
      });
      return 0;
    }
    let unreadable = 0;
    for await (const opened of openDocuments([first, ...rest], io)) {
      if (!opened.ok) {
        unreadable++;
        io.say(`${opened.path}: ${opened.sentence[io.language]}`);
        if (args.includes("--json")) await io.out(`${JSON.stringify({ id: opened.path, error: opened.sentence })}\n`);
        continue;
      }
      const answer = redactText(opened.document.path, opened.document.text);
      await io.out(
        args.includes("--json") ? `${JSON.stringify({ path: opened.document.path, ...answer }, null, 2)}\n` : `${answer.text}\n`,
      );
      if (!args.includes("--json"))
        io.say(
          Object.entries(answer.counts)
            .map(([kind, count]) => `${kind} ${count}`)
            .join(", "),
        );
    }
    return unreadable > 0 ? 1 : 0;
  },
};
