import { z } from "zod";

/** [text, value, least, most (null: open), unit, currency (null: no money)] */
const Row = z.tuple([z.string(), z.number(), z.number(), z.number().nullable(), z.string(), z.string().nullable()]);
/** 数量表 the published table: sections of texts with what they mean, and texts that hold no quantity. */
export const QuantityTable = z.array(
  z.object({
    title: z.object({ zh: z.string(), en: z.string() }),
    cases: z.array(Row).default([]),
    none: z.array(z.string()).default([]),
  }),
);
export type QuantityTable = z.infer<typeof QuantityTable>;

const HEAD = `# 数量 Numbers, approximations, units and currencies

\`src/numerals\` is a small library of its own, pure and without dependencies: \`findQuantities(text)\` finds every number with a unit or a currency, \`parseNumeral(text)\`
reads one numeral, \`findFractions(text)\` the shares. Offsets are UTF-16 code units. A quantity has the number as written (\`value\`), what it stands for (\`least\` to
\`most\`; open where nothing bounds it), whether it is approximate, its unit and its currency (ISO 4217; USDT, BTC, ETH for virtual coins). Time is linear in the length of the text.

This page is written from \`src/numerals/quantities.cases.yaml\` by \`node scripts/write-numerals.ts\`; a test reads every row and holds the page against the table.
余 adds less than one of the last place written (128万余: under 1,290,000; 5000余: under 6,000); 近, 不足 and 以下 bound from above, 以上, 超过 and 逾 from below; 约, 左右 and 上下
leave both ends open and keep the number as the least. 以上 and 以下 include the number.
`;

/** The page of the table, in Markdown. */
export function tellTable(sections: QuantityTable): string {
  const pieces = sections.map(({ title, cases, none }) => {
    const heading = `## ${title.zh} ${title.en}\n`;
    const rows = cases.map(
      ([text, value, least, most, unit, currency]) =>
        `| ${inMarkdown(text)} | ${write(value)} | ${write(least)} | ${most === null ? "open" : write(most)} | ${inMarkdown(unit)} | ${currency ?? ""} |`,
    );
    const table = ["| text | value | least | most | unit | currency |", "|---|---|---|---|---|---|", ...rows].join("\n");
    const list = none.map((text) => `- ${inMarkdown(text)}`).join("\n");
    return [heading, ...(cases.length > 0 ? [`${table}\n`] : []), ...(none.length > 0 ? [`${list}\n`] : [])].join("\n");
  });
  return [HEAD, ...pieces].join("\n");
}

function write(value: number): string {
  const [whole = "", decimals] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

function inMarkdown(text: string): string {
  return text.replace(/[|~*$]/g, (sign) => `\\${sign}`);
}
