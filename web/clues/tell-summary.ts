import { VALUE_WORDS } from "#case-documents/fact-words.data.ts";
import type { Words } from "#web/design/text/text.ts";

const LABELS: Readonly<Record<string, string>> = {
  罪名: "charges",
  信息条数: "items",
  违法所得: "gains",
  泄露行业: "leaked from",
  内部人员: "insider",
  特殊群体: "special groups",
};
const REMINDER = /^文书写到电信网络诈骗，未写明所用个人信息的来源。/;
const REMINDED =
  "The document tells of a telecom fraud and no source of the personal information used. Who handles such a case must trace at the same time where the information came from (Anti-Telecom and Online Fraud Law, art. 29 para. 2).";
const BY_CHINESE = new Map(Object.values(VALUE_WORDS).map(({ zh, en }) => [zh, en]));

/** What a prompt says, in both languages: the machine's own labels and values are told in English, charges and quotations stay. What a person wrote is not touched. */
export function tellSummary(summary: string): Words {
  if (REMINDER.test(summary)) return { zh: summary, en: REMINDED };
  const parts = summary.split("；").map((part) => {
    const at = part.indexOf("：");
    const label = at < 0 ? undefined : LABELS[part.slice(0, at)];
    return label === undefined ? null : `${label}: ${tellValue(part.slice(at + 1))}`;
  });
  return { zh: summary, en: parts.every((part) => part !== null) ? parts.join("; ") : summary };
}

function tellValue(value: string): string {
  const number = /^(约?)(\d+(?:\.\d+)?)(条|元)$/.exec(value);
  if (number !== null) return `${number[1] === "" ? "" : "about "}${number[2]}${number[3] === "条" ? "" : " yuan"}`;
  if (value.startsWith("“")) return value;
  return value
    .replace("（据事实推测）", " (suggested by the facts)")
    .split("、")
    .map((one) => BY_CHINESE.get(one) ?? one)
    .join(", ");
}
