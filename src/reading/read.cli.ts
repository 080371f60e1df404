import { resolve } from "node:path";
import { answerJsonLines } from "#cli/answer-requests.ts";
import { type Command, type CommandIo, WrongRequest } from "#cli/command.ts";
import { refuseShape } from "#cli/refuse-shape.ts";
import { openDocuments } from "#documents/open-document.query.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { type Knowledge, readText } from "#reading/read-text.ts";
import { ReadRequest } from "#reading/reading.contract.ts";
import { tellReading } from "#reading/tell-reading.ts";
import { overlayLexicon } from "#reading/terms/change-terms.ts";
import { readOverlay } from "#reading/terms/read-overlay.query.ts";

/** `tandem read`: facts and clues of case documents, every value with its place (the command line's contract, section 5). */
export const readCommand: Command = {
  name: "read",
  usage: "tandem read DOCUMENT… [--json] [--lexicon FILE] | tandem read --jsonl FILE|- [--lexicon FILE]",
  summary: {
    zh: "阅读案件文书：罪名、法条、信息条数、违法所得、内部人员、行业、情节与公益诉讼线索，每个值标明出处",
    en: "read case documents: charges, provisions, numbers of items, gains, insiders, industries, bands and clues, each value with its place",
  },
  run: async (all, io) => {
    const at = all.indexOf("--lexicon");
    const args = at < 0 ? all : all.toSpliced(at, 2);
    const knowledge = chooseKnowledge(at < 0 ? null : (all[at + 1] ?? ""), io);
    const options = args.filter((argument) => argument.startsWith("--"));
    const paths = args.filter((argument) => !argument.startsWith("--"));
    const unknown = options.find((option) => option !== "--json" && option !== "--jsonl");
    if (unknown !== undefined) throw new WrongRequest(unknown, { zh: "--json 或 --jsonl", en: "--json or --jsonl" }, unknown, io.language);
    const [first, ...rest] = paths;
    if (first === undefined) throw new WrongRequest("DOCUMENT", { zh: "至少一份文书", en: "at least one document" }, "—", io.language);
    if (options.includes("--jsonl")) {
      if (rest.length > 0) throw new WrongRequest("--jsonl", { zh: "一个文件", en: "one file" }, paths.join(" "), io.language);
      await answerJsonLines(first, io, (request) => {
        const parsed = ReadRequest.safeParse(request);
        if (!parsed.success) return refuseShape(request, parsed.error);
        return { ok: true, answer: { id: parsed.data.id, ...readText(parsed.data.text, knowledge) } };
      });
      return 0;
    }
    let incomplete = false;
    for await (const opened of openDocuments(paths, io)) {
      if (!opened.ok) {
        incomplete = true;
        io.say(`${opened.path}: ${opened.sentence[io.language]}`);
        if (options.includes("--json"))
          await io.out(`${JSON.stringify({ path: opened.path, error: { message: opened.sentence[io.language] } })}\n`);
        continue;
      }
      const { path, format, text, pages, gaps } = opened.document;
      for (const gap of gaps) io.say(`${path}: ${gap[io.language]}`);
      if (gaps.length > 0) incomplete = true;
      const answer = readText(text, knowledge);
      const json = { path, format, pages, gaps: gaps.map((gap) => gap[io.language]), ...answer };
      await io.out(options.includes("--json") ? `${JSON.stringify(json)}\n` : tellReading(path, text, answer, io.language));
    }
    return incomplete ? 1 : 0;
  },
};

/** The knowledge as it ships, or with an office's lexicon on top (exported from the lexicon's screen). */
function chooseKnowledge(path: string | null, { workingFolder, language }: CommandIo): Knowledge {
  const knowledge = loadKnowledge();
  if (path === null) return knowledge;
  const expected = { zh: "从词库导出的 YAML 文件", en: "a YAML file exported from the lexicon" };
  if (path === "") throw new WrongRequest("--lexicon", expected, "—", language);
  const read = readOverlay(resolve(workingFolder, path));
  if (!read.ok) throw new WrongRequest("--lexicon", expected, read.problem, language);
  return { ...knowledge, lexicon: overlayLexicon(knowledge.lexicon, read.overlay) };
}
