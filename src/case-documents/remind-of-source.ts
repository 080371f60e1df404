import type { ReadAnswer } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";

const FRAUD =
  /(?:电信|网络|电话|短信|互联网)[^。；，]{0,10}诈骗|(?:冒充|假冒|谎称|自称)[^。；]{0,24}(?:客服|公安|检察|法院|领导|熟人)[^。；]{0,60}(?:骗取|转账|汇款|诈骗)|(?:拨打|群发)[^。；]{0,40}(?:骗取|诈骗)/;
const FRAUD_CHARGE = /诈骗罪/;
/** What tells where the information came from: 从…购买、获取…信息, 信息来源, 信息系…提供. */
const SOURCE =
  /(?:从|向|通过|由)[^。；，]{1,40}(?:购买|购得|买来|买入|获取|获得|收购|取得|下载|窃取)[^。；]{0,30}(?:信息|资料|数据|名单|料|电话号码|手机号)|(?:信息|资料|数据|名单|号码|料)[^。；，]{0,16}(?:来源(?:于|是|为|系)|系(?:从|由|购)|购自|来自)|(?:购买|窃取|非法获取|下载)[^。；]{0,24}(?:公民)?(?:个人信息|客户信息|用户信息|身份信息|公民信息)/;
const NOT_TOLD = /(?:来源|去向)[^。；，]{0,6}(?:不明|不详|未查明|未查清|尚未|待查)|未(?:查明|追查|查清)[^。；，]{0,16}来源/;
const SPOKEN: ReadonlySet<string> = new Set(["court", "result", "prosecution", "other", "evidence"]);

/**
 * 反电信网络诈骗法第二十九条第二款: who handles a telecom fraud must trace at the same time where the personal information used came from. The sentence of the
 * fraud where no source stands in the document (or it is said not to be known), null otherwise.
 */
export function remindOfSource(
  sentences: readonly Sentence[],
  answer: Pick<ReadAnswer, "charges" | "insider" | "industries">,
): Sentence | null {
  const told = sentences.filter(({ speaker, isStatute }) => SPOKEN.has(speaker) && !isStatute);
  const fraud = told.find(({ text }) => FRAUD.test(text));
  const isFraud = fraud !== undefined && (answer.charges.some((name) => FRAUD_CHARGE.test(name)) || /诈骗/.test(fraud.text));
  if (!isFraud) return null;
  if (told.some(({ text }) => NOT_TOLD.test(text))) return fraud;
  if (answer.insider?.value === true || answer.industries.length > 0) return null;
  return told.some(({ text }) => SOURCE.test(text)) ? null : fraud;
}
