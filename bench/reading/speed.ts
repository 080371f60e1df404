import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { readText } from "#reading/read-text.ts";
import type { Figure } from "./figure.ts";

/** An invented judgment of the usual length (about 6,000 characters). */
const SENTENCES = [
  "经审理查明，2019年3月至5月间，被告人王某利用担任某电信公司营业厅营业员的职务便利，查询并下载机主信息32000余条，出售给他人，违法所得人民币1.2万元。",
  "被告人王某到案后如实供述了上述事实，并自愿认罪，愿意接受处罚，其家属代为退缴了全部违法所得。",
  "上述事实，有经庭审举证、质证的书证、证人证言、电子数据检查笔录、鉴定意见、被告人供述等证据证实，足以认定。",
  "本院认为，被告人王某违反国家有关规定，向他人出售公民个人信息，情节特别严重，其行为已构成侵犯公民个人信息罪。",
  "依照《中华人民共和国刑法》第二百五十三条之一第一款、第二款、第六十七条第三款、第六十四条之规定，",
];
const JUDGMENT = SENTENCES.join("").repeat(18);
const MEGABYTES = 32;
const READINGS = 300;

/** How fast the lexical pass and a whole reading are, on one core, in this process. */
export function measureSpeed(): Figure[] {
  const knowledge = loadKnowledge();
  const bytes = Buffer.byteLength(JUDGMENT);
  const text = JUDGMENT.repeat(Math.ceil((MEGABYTES * 1e6) / bytes));
  knowledge.lexicon.scan(text.slice(0, 1_000_000));
  const passes = [0, 1, 2].map(() => {
    const start = performance.now();
    knowledge.lexicon.scan(text);
    return Buffer.byteLength(text) / 1e6 / ((performance.now() - start) / 1000);
  });
  const start = performance.now();
  for (let run = 0; run < READINGS; run++) readText(JUDGMENT, knowledge);
  const each = (performance.now() - start) / READINGS;
  const note = `${knowledge.lexicon.terms.length} terms; the cores may have been shared`;
  return [
    {
      task: "lexical pass, a core",
      measure: "MB/s",
      value: Math.max(...passes),
      baseline: null,
      goal: 50,
      of: MEGABYTES,
      note,
      misses: [],
    },
    {
      task: `10,000 judgments of ${JUDGMENT.length} characters`,
      measure: "seconds",
      value: each * 10,
      baseline: null,
      goal: null,
      of: READINGS,
      note: "from the mean of the readings measured",
      misses: [],
    },
  ];
}
