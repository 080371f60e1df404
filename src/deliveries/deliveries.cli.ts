import { mustBeFile, readJsonFile } from "#cli/answer-requests.ts";
import { type Command, type CommandIo, WrongRequest } from "#cli/command.ts";
import { chooseArticle11 } from "#deliveries/choose-article-11.ts";
import { countDeliveries } from "#deliveries/count-deliveries.ts";
import type { DeliveryCount, ItemRange } from "#deliveries/deliveries.contract.ts";
import { DELIVERY_COLUMNS } from "#deliveries/delivery-words.data.ts";
import { readDeliveries } from "#deliveries/read-deliveries.ts";
import { CountResult } from "#scan/scan.contract.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";
import { readTableFile } from "#tables/read-table-file.ts";
import { cellOf, findHeader, type Table } from "#tables/table.ts";

/** `tandem deliveries`: who got which items, counted under 法释〔2017〕10号 article 11. Exit 1 when a line of the table is wrong. */
export const deliveriesCommand: Command = {
  name: "deliveries",
  usage: "tandem deliveries FILE.csv|FILE.xlsx|FILE.xls [--json]",
  summary: {
    zh: "按法释〔2017〕10号第十一条计算流转条数：取得后出售不重复，分别提供累计；条数可写 @清点结果.json:C 引用去重数",
    en: "count deliveries under article 11: obtained and sold once, each recipient again; a number may be @COUNT.json:C",
  },
  run: async (args, io) => {
    const unknown = args.find((argument) => argument.startsWith("-") && argument !== "--json");
    if (unknown !== undefined) throw new WrongRequest(unknown, { zh: "--json", en: "--json" }, unknown, io.language);
    const [file, more] = args.filter((argument) => argument !== "--json");
    if (file === undefined || more !== undefined)
      throw new WrongRequest("FILE", { zh: "一个CSV、XLSX或者XLS文件", en: "one CSV, XLSX or XLS file" }, more ?? "—", io.language);
    await mustBeFile(file, "FILE", io);
    const read = await readTableFile(io.workingFolder, file, io.signal);
    if (!read.ok)
      throw new WrongRequest("FILE", { zh: "能读取的表", en: "a table that can be read" }, read.problem[io.language], io.language);
    const figures = await readFigures(read.tables, io);
    const { deliveries, columns, problems } = readDeliveries(read.tables, (reference) => figures.get(reference) ?? null);
    const count = countDeliveries(deliveries, chooseArticle11(loadProvisions()));
    const answer = { file, sha256: read.sha256, columns, ...count, problems: [...problems, ...count.problems] };
    await io.out(args.includes("--json") ? `${JSON.stringify(answer, null, 2)}\n` : printDeliveries(answer, io.language));
    return answer.problems.length > 0 ? 1 : 0;
  },
};

/** The distinct items of every `@FILE:TIER` in the table. @throws WrongRequest when a file is no answer of `tandem count` */
async function readFigures(tables: readonly Table[], io: CommandIo): Promise<Map<string, number>> {
  const figures = new Map<string, number>();
  for (const table of tables) {
    const header = findHeader(table, DELIVERY_COLUMNS, 2);
    for (const { cells } of header === null ? [] : table.rows)
      for (const meaning of ["items", "setItems"] as const) {
        const cell = header === null ? null : cellOf(cells, header.columns, meaning);
        const reference = cell?.normalize("NFKC").replace(/[\s,]/g, "").slice(1) ?? "";
        const parts = /^(.+):([ABC])$/.exec(reference);
        if (cell?.startsWith("@") !== true || parts?.[1] === undefined || figures.has(reference)) continue;
        const parsed = CountResult.safeParse(await readJsonFile(parts[1], `@${parts[1]}`, io));
        if (!parsed.success)
          throw new WrongRequest(
            `@${parts[1]}`,
            { zh: "tandem count --json 的结果", en: "an answer of tandem count --json" },
            parts[1],
            io.language,
          );
        const tier = parts[2] === "A" || parts[2] === "B" ? parts[2] : "C";
        figures.set(reference, parsed.data.ledger.tiers[tier].distinct);
      }
  }
  return figures;
}

function printDeliveries(count: DeliveryCount, language: "zh" | "en"): string {
  const say = (zh: string, en: string) => (language === "zh" ? zh : en);
  const show = ({ least, most }: ItemRange) => (most === null ? `≥ ${least}` : least === most ? `${least}` : `${least}–${most}`);
  const out = [
    say(
      `每条只计一次 ${show(count.total.once)}  按第十一条 ${show(count.total.counted)}  原表相加 ${count.total.lines}`,
      `each item once ${show(count.total.once)}, under article 11 ${show(count.total.counted)}, lines added up ${count.total.lines}`,
    ),
  ];
  for (const tier of ["A", "B", "C", "unknown"] as const)
    if (count.tiers[tier].lines > 0)
      out.push(
        `  ${tier === "unknown" ? say("未写明档次", "no tier") : tier}  ${show(count.tiers[tier].once)} → ${show(count.tiers[tier].counted)}`,
      );
  out.push(say("接收人", "Recipients"));
  for (const { recipient, published, items, sets } of count.recipients)
    out.push(
      `  ${recipient ?? (published ? say("公开发布", "published") : say("姓名不详", "unnamed"))}  ${show(items)}  ${sets.join("、")}`,
    );
  for (const { cite, meaning } of count.provisions) out.push(`${cite}：${meaning[language]}`);
  for (const remark of count.remarks) out.push(`* ${remark[language]}`);
  for (const { row, sentence } of count.problems)
    out.push(`! ${row === null ? "" : say(`第${row}行 `, `row ${row}: `)}${sentence[language]}`);
  return `${out.join("\n")}\n`;
}
