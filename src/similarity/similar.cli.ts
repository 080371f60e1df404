import { type Command, type CommandIo, WrongRequest } from "#cli/command.ts";
import { loadModel } from "#similarity/model/load-model.query.ts";
import { profileCase } from "#similarity/profile-case.ts";
import { Ranking } from "#similarity/rank-candidates.ts";
import { readCases, readQueries } from "#similarity/read-cases.query.ts";
import { tellSimilar } from "#similarity/tell-similar.ts";

const DEFAULT_TOP = 30;
const MOST_TOP = 10_000;
/** Bad candidates named one by one before only their number is told. */
const MOST_NAMED = 20;

/** `tandem similar`: cases like a case, by elements, charges, words and quantities (the command line's contract, section 6). */
export const similarCommand: Command = {
  name: "similar",
  usage: "tandem similar --query FILE --candidates FILE.jsonl [--top 30] [--json]",
  summary: {
    zh: "类案检索：按行为、对象、结果、手段、主体等要素和罪名、用词、数量比较，说明相同与未见的要素",
    en: "similar cases by elements, charges, words and quantities, with what matched and what is missing",
  },
  run: async (args, io) => {
    const { query, candidates, top, json } = readArguments(args, io);
    const queries = await readQueries(query, "--query", io);
    if (queries.length === 0)
      throw new WrongRequest("--query", { zh: '至少一行 {"id","text"}', en: 'at least one line {"id","text"}' }, query, io.language);
    const model = loadModel();
    const rankings = queries.map((line) => (line.ok ? new Ranking(profileCase(line.value, model), top, model) : line));
    let bad = 0;
    for await (const line of readCases(candidates, "--candidates", io)) {
      if (!line.ok) {
        bad++;
        if (bad <= MOST_NAMED)
          io.say(new WrongRequest(`${candidates}:${line.line} ${line.argument}`, line.expected, line.found, io.language).message);
        continue;
      }
      const profile = profileCase(line.value, model);
      for (const ranking of rankings) if (ranking instanceof Ranking) ranking.add(profile);
    }
    if (bad > MOST_NAMED) io.say(io.language === "zh" ? `候选案件共有 ${bad} 行无法读取` : `${bad} lines of the candidates cannot be read`);
    for (const ranking of rankings) {
      if (ranking instanceof Ranking) {
        const answer = ranking.tell();
        await io.out(json ? `${JSON.stringify(answer)}\n` : tellSimilar(answer, io.language));
        continue;
      }
      const { argument, expected, found, id } = ranking;
      const { message } = new WrongRequest(`${query}:${ranking.line} ${argument}`, expected, found, io.language);
      if (json)
        await io.out(
          `${JSON.stringify({ ...(id === undefined ? {} : { query: id }), error: { line: ranking.line, argument, expected: expected[io.language], found, message } })}\n`,
        );
      else io.say(message);
    }
    return bad > 0 || queries.some(({ ok }) => !ok) ? 1 : 0;
  },
};

function readArguments(args: readonly string[], io: CommandIo): { query: string; candidates: string; top: number; json: boolean } {
  const values: Partial<Record<"--query" | "--candidates" | "--top", string>> = {};
  let json = false;
  for (let at = 0; at < args.length; at++) {
    const [argument = "", inline] = splitOnce(args[at] ?? "");
    if (argument === "--json" && inline === undefined) json = true;
    else if (argument === "--query" || argument === "--candidates" || argument === "--top") {
      const value = inline ?? args[++at];
      if (value === undefined || value === "" || value.startsWith("--"))
        throw new WrongRequest(argument, { zh: "其后的值", en: "a value after it" }, value || "—", io.language);
      if (values[argument] !== undefined) throw new WrongRequest(argument, { zh: "只写一次", en: "once only" }, value, io.language);
      values[argument] = value;
    } else
      throw new WrongRequest(
        "OPTION",
        { zh: "--query、--candidates、--top 或 --json", en: "--query, --candidates, --top or --json" },
        args[at] ?? "",
        io.language,
      );
  }
  const { "--query": query, "--candidates": candidates, "--top": top = String(DEFAULT_TOP) } = values;
  if (query === undefined) throw new WrongRequest("--query", { zh: "一个文件", en: "a file" }, "—", io.language);
  if (candidates === undefined) throw new WrongRequest("--candidates", { zh: "一个文件", en: "a file" }, "—", io.language);
  if (query === "-" && candidates === "-")
    throw new WrongRequest(
      "--candidates",
      { zh: "文件（标准输入已作 --query）", en: "a file (standard input is --query)" },
      "-",
      io.language,
    );
  if (!/^[0-9]{1,6}$/.test(top) || Number(top) < 1 || Number(top) > MOST_TOP)
    throw new WrongRequest("--top", { zh: `1 至 ${MOST_TOP} 的整数`, en: `a whole number from 1 to ${MOST_TOP}` }, top, io.language);
  return { query, candidates, top: Number(top), json };
}

function splitOnce(argument: string): readonly [string, string?] {
  const at = argument.startsWith("--") ? argument.indexOf("=") : -1;
  return at < 0 ? [argument] : [argument.slice(0, at), argument.slice(at + 1)];
}
