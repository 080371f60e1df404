/** Signs by the words around a sum; their names stand in amount-weights.json. */
type Named = readonly (readonly [name: string, pattern: RegExp])[];

export const TOTAL =
  /共计|合计|总计|累计|总价值?|总金额|总额|共(?:盗窃|窃得|骗取|价值|诈骗|骗得|得|获|值)|涉案(?:金额|价值|财物)|犯罪(?:金额|数额)|数额共|一共|共$/;

/** What speaks for a whole list of things and sums: 扣押手机一部、现金500元. */
export const LONG: ReadonlySet<string> = new Set(["seized", "share", "paid back"]);

/** The sign of a sentence where the charge is weighed: its sum is the whole. */
export const VERDICT = "sentence: verdict";

/** Words of the clause before a sum; further back in its sentence they are another, weaker sign. */
export const BEFORE: Named = [
  ["value", /价值|价格|值款|价款|估价|折合|作价|市值|鉴定价|值$/],
  ["cash", /现金|钱|款$|人民币$/],
  ["taken", /[窃盗偷扒抢夺骗诈劫]|勒索|侵占|套取|套现|截留|私吞|据为己有|占为己有/],
  ["moved", /转账|转帐|转了|转给|汇|转入|存入|充值|刷卡|交付|给付|交给|打款|打入|收取|收到|取走|取现|支取|提取|取出|转走|消费|透支|投资/],
  ["paid", /支付|交纳|缴纳|给了?$|付给?$|交$/],
  ["borrowed", /借/],
  ["paid back", /退[赔还缴出回]|返还|归还|偿还|还款|还给|还了|赔偿|赔付|补偿|发还|垫付|抵扣|退款/],
  ["seized", /扣押|缴获|查获|查扣|追回|追缴|冻结|搜出|起获|收缴|暂扣/],
  ["proceeds", /销赃|变卖|卖[给得掉出了]|共卖|出售|(?<!所)得款|获利|赃款|抵押|典当|兑换|收购|套得|变现|价款/],
  ["gains", /(?:违法|非法)(?:所得|获利|收入)/],
  ["share", /分得|分给|平分|分赃|好处费|报酬|佣金|提成|自己分/],
  ["fine", /罚金|罚款|诉讼费/],
  ["deposit", /保证金|押金|定金|预付/],
  ["each", /每/],
  ["each of them", /各(?:得)?$/],
  ["unit price", /单价|原价|购买|购价|购置|购得|购入|新购|发票|标价/],
  ["at a price", /[以按][^，。；]{0,14}$/],
  ["asked", /需要|需|要求|提出|约定|谎称|声称|承诺|虚构|欲|准备|自称|伪造|假装|称|剩下|预备|意图|应当|要$/],
  ["rest", /其中|其余|剩余|余款|尚欠|尚有|余下|扣除|除/],
  ["damage", /损失|损毁|损坏|毁坏|被毁|修复|维修/],
  ["wage", /工资|月薪|租金|房租|收入/],
  ["limit", /注册资[金本]|额度|限额|余额|面额|面值|票面|出票|价税/],
  ["interest", /利息|手续费|服务费|培训费|成本/],
  ["used", /挥霍|花费|用于|还债|消费/],
  ["appraised", /鉴定|认证|认定|评估|鉴证|估价/],
  ["held", /内有|装有|里有|放有|[内里中]的?$/],
];
export const AFTER: Named = [
  ["then taken", /盗走|偷走|取走|拿走|骗走|转走|窃走|抢走|卷走|[盗偷]$|据为己有|占为己有/],
  ["then given back", /退还|归还|发还|返还|还给|退赔|退给|退回/],
  ["then seized", /扣押|查获|缴获|追回/],
  ["then sold", /^的?(?:低?价格?)|出售|卖给|卖掉|销赃|每|\//],
  ["of a thing", /^的/],
  ["then moved", /转入|转至|转给|转到|转账|汇|交给|打入|打到|存入|给/],
  ["then used", /用于|挥霍|花|消费|还/],
  ["about it", /^左右|^上下/],
];
/** Words of its whole sentence. */
export const WHOLE: Named = [
  [VERDICT, /以非法占有为目的|行为已?[^，。]{0,4}(?:触犯|构成)|数额(?:特别)?(?:较大|巨大)|追究[^，。]{0,6}刑事责任|提起公诉/],
  ["sentence: taking", /[窃盗偷扒抢夺骗诈劫]|勒索|侵占/],
  ["sentence: paid back", /退[赔还缴出回]|赔偿|发还|返还|归还|谅解|收条/],
  ["sentence: caught", /抓获|归案|投案|自首|公安|民警/],
  ["sentence: sentence", /判处|有期徒刑|拘役|罚金|缓刑/],
  ["sentence: proceeds", /销赃|变卖|卖给|分得|平分|赃款/],
];
