import { layOut } from "#scan/count/lay-out.ts";
import { printMeaning } from "#scan/count/print-meaning.ts";
import { isKind, KINDS, TIERS } from "#scan/kinds.ts";
import type { CountResult, ExclusionReason, LedgerLine } from "#scan/scan.contract.ts";
import { TIERS_2017_10 } from "#scan/tiers/tiers-2017-10.ts";

const REASONS: Readonly<Record<ExclusionReason, { zh: string; en: string }>> = {
  rejected: { zh: "人工认定不实", en: "rejected" },
  anonymised: { zh: "已匿名化", en: "anonymised" },
  "test-data": { zh: "测试数据", en: "test data" },
  invalid: { zh: "校验不符", en: "invalid" },
  damaged: { zh: "残缺", en: "damaged" },
  "not-identifying": { zh: "不能识别个人", en: "not identifying" },
};
const MOST_PROBLEMS = 50;

/** The facts of a count for a person to read: ledgers, coverage with its gaps, kinds, persons, groups. Holds no value of the evidence. */
export function printCount(result: CountResult, language: "zh" | "en"): string {
  const zh = language === "zh";
  const { coverage, ledger, persons, groups } = result;
  const table = [
    zh ? ["档", "扣押", "有效", "去重后", "重复", "扣除"] : ["tier", "seized", "valid", "distinct", "duplicates", "excluded"],
    ...TIERS.map((tier) => lineOf(tier, ledger.tiers[tier], language)),
    lineOf(zh ? "合计" : "total", ledger.total, language),
  ];
  const kinds = result.kinds.map(({ kind, found, valid, damaged, invalid, distinct }) => [
    isKind(kind) ? KINDS[kind][language] : kind,
    ...[found, valid, damaged, invalid, distinct].map(String),
  ]);
  const gaps = result.sources.filter(({ problem }) => problem !== null);
  const sections = [
    zh ? "三本账（条）" : "Ledgers (items)",
    layOut(table),
    zh
      ? `档次依据：${TIERS.map((tier) => `${tier} ${TIERS_2017_10.citations[tier]}`).join("；")}`
      : `Tiers after ${TIERS.map((tier) => `${tier} ${TIERS_2017_10.citations[tier]}`).join("; ")}`,
    "",
    zh
      ? `人数：${persons.atLeast} 至 ${persons.atMost} 人。截至 ${groups.asOf}：不满14周岁 ${groups.under14}，不满18周岁 ${groups.under18}，60周岁以上 ${groups.over60}，女性 ${groups.women}（按有效身份证号）。`
      : `Persons: ${persons.atLeast} to ${persons.atMost}. As of ${groups.asOf}: under 14 ${groups.under14}, under 18 ${groups.under18}, 60 and over ${groups.over60}, women ${groups.women} (by valid resident ids).`,
    "",
    ...(kinds.length === 0
      ? []
      : [
          layOut([
            zh ? ["信息种类", "发现", "有效", "残缺", "不符", "不同值"] : ["kind", "found", "valid", "damaged", "invalid", "distinct"],
            ...kinds,
          ]),
          "",
        ]),
    zh
      ? `覆盖：来源 ${coverage.sources} 个，读完 ${coverage.scanned}，部分 ${coverage.partly}，未能读取 ${coverage.unreadable}；${coverage.bytesScanned} / ${coverage.bytes} 字节。`
      : `Coverage: ${coverage.sources} sources, ${coverage.scanned} scanned, ${coverage.partly} partly, ${coverage.unreadable} unreadable; ${coverage.bytesScanned} of ${coverage.bytes} bytes.`,
    ...gaps
      .slice(0, MOST_PROBLEMS)
      .map(
        ({ path, status, problem }) => `  ${zh ? (status === "partly" ? "部分" : "未读") : status}  ${path}  ${problem?.[language] ?? ""}`,
      ),
    ...(gaps.length > MOST_PROBLEMS
      ? [zh ? `  另有 ${gaps.length - MOST_PROBLEMS} 个，见 --json` : `  and ${gaps.length - MOST_PROBLEMS} more, see --json`]
      : []),
    ...tellWays(result, zh),
  ];
  return `${[...sections, ...printMeaning(result, language)].join("\n")}\n`;
}

/** How sources were read that are not read as they are written: by OCR, after a password. */
function tellWays({ sources, tool }: CountResult, zh: boolean): string[] {
  const pictures = sources.filter(({ readBy }) => readBy === "ocr").length;
  const opened = sources.filter(({ passwordLine }) => passwordLine !== undefined).length;
  const lines: string[] = [];
  if (pictures > 0)
    lines.push(
      zh
        ? `其中 ${pictures} 个来源的文字经OCR识别（${tool.ocr ?? ""}），识别可能有误，应与图片核对。`
        : `The text of ${pictures} sources was read by OCR (${tool.ocr ?? ""}), which can err: hold it against the pictures.`,
    );
  if (opened > 0)
    lines.push(zh ? `其中 ${opened} 个来源用口令文件中的口令打开。` : `${opened} sources were opened by passwords of the password file.`);
  return lines;
}

function lineOf(name: string, line: LedgerLine, language: "zh" | "en"): string[] {
  const reasons = Object.entries(REASONS).flatMap(([reason, words]) => {
    const count = Object.entries(line.excluded).find(([own]) => own === reason)?.[1];
    return count === undefined ? [] : [`${words[language]} ${count}`];
  });
  return [
    name,
    ...[line.seized, line.valid, line.distinct, line.duplicates].map(String),
    reasons.join(language === "zh" ? "，" : ", ") || "—",
  ];
}
