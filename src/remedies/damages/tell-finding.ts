import type { DamagesAnswer, DamagesContent } from "#remedies/damages/damages.contract.ts";
import { formatFen } from "#remedies/format-fen.ts";

const BASIS = {
  loss: { zh: "按损失", en: "by the loss" },
  gain: { zh: "按获益", en: "by the gain" },
  discretionary: { zh: "酌定", en: "by discretion" },
} as const;

/** The finding as a sentence: the title of the picture. Pure. */
export function tellFinding(
  { basis, components, discretionary, consequences }: DamagesContent,
  { claim, pots, net }: Pick<DamagesAnswer, "claim" | "pots" | "net">,
): { readonly zh: string; readonly en: string } {
  if (basis === null)
    return { zh: "尚未选定按损失、获益还是酌定计算，请求数额未知", en: "No basis is chosen yet: the amount of the claim is unknown" };
  if (claim.gross === null) {
    const asked = components.filter(({ kind }) => kind === basis || kind === "cost");
    const missing =
      asked.filter(({ amount }) => amount === null).length + (basis === "discretionary" && discretionary.amount === null ? 1 : 0);
    const what =
      missing === 0 ? { zh: "尚未填写", en: "nothing is entered" } : { zh: `尚缺${missing}项数额`, en: `amounts missing: ${missing}` };
    return { zh: `${BASIS[basis].zh}请求，数额未知（${what.zh}）`, en: `Claim ${BASIS[basis].en}: amount unknown (${what.en})` };
  }
  const gross = formatFen(claim.gross);
  const of = { zh: `${BASIS[basis].zh}请求 ${gross} 元`, en: `Claim ${BASIS[basis].en}: ${gross} yuan` };
  // Nothing entered is not "no overlap": nobody has looked yet.
  if (consequences.length === 0)
    return { zh: `${of.zh}；没收、退赔和罚款尚未录入`, en: `${of.en}; confiscation, restitution and fines are not entered yet` };
  const unknown = pots.filter(({ overlap }) => overlap === null).length;
  if (unknown > 0) return { zh: `${of.zh}，与其他后果重复多少未知`, en: `${of.en}; how much is taken twice is unknown` };
  const overlap = pots.reduce((sum, pot) => sum + (pot.overlap ?? 0), 0);
  if (overlap === 0)
    return { zh: `${of.zh}，与没收、退赔和罚款没有重复`, en: `${of.en}; no overlap with confiscation, restitution or fines` };
  const twice = formatFen(overlap);
  if (!net.settled) {
    return { zh: `${of.zh}；${twice} 元被重复主张，尚未作出取舍`, en: `${of.en}; ${twice} yuan are taken twice and nobody has decided` };
  }
  const left = formatFen(net.high ?? 0);
  return {
    zh: `${of.zh}；重复 ${twice} 元已作取舍，主张 ${left} 元`,
    en: `${of.en}; overlap of ${twice} yuan decided: ${left} yuan claimed`,
  };
}
