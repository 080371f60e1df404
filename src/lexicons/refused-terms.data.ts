import type { TermList } from "#reading/terms/lexicon.ts";

/** A kind of words that no lexicon of clues may hold: no attribute of a person takes part in what is a clue. */
export type RefusedKind = {
  readonly kind: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** lists where such words are whose data it is, not who somebody is */
  readonly except?: readonly TermList[];
  readonly patterns: readonly RegExp[];
};

/** Short on purpose: what names who somebody is, or one person. The author's colleague, who publishes, is the other half of the check. */
export const REFUSED_KINDS: readonly RefusedKind[] = [
  {
    kind: "ethnicity",
    name: { zh: "民族", en: "ethnicity" },
    patterns: [
      /(?:汉|壮|满|回|苗|彝|藏|侗|瑶|白|傣|黎|畲|水|羌|京|怒|土|维吾尔|蒙古|土家|布依|朝鲜|哈尼|哈萨克|傈僳|佤|高山|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺)族/,
      /少数民族/,
    ],
  },
  {
    kind: "region",
    name: { zh: "籍贯、地域", en: "region somebody is from" },
    patterns: [
      /(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)(?:省|市|自治区)?(?:籍|人(?!寿|民|才|事|力)|佬|帮|女|妹|仔|婆|老乡)/,
      /外地人|本地人|外来人口|籍贯|老乡|乡下人/,
    ],
  },
  {
    kind: "religion",
    name: { zh: "宗教信仰", en: "religion" },
    patterns: [/穆斯林|(?:佛|道|基督|天主|伊斯兰|回)教?(?:徒|信徒|信众)|教徒|信徒/],
  },
  {
    kind: "sex",
    name: { zh: "性别", en: "sex" },
    except: ["groups"],
    patterns: [/男性|女性|男人|女人|男子|女子|同性恋|跨性别/],
  },
  {
    kind: "person",
    name: { zh: "具体的人", en: "one person" },
    patterns: [/\p{Script=Han}某/u],
  },
  {
    kind: "number",
    name: { zh: "号码", en: "a number of somebody" },
    patterns: [/\d{5,}/, /\d+@|@\p{L}+\./u],
  },
];
