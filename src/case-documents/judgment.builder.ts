/** An invented judgment: who sells, who buys, how many, whose words; nobody in it exists. */
export const JUDGMENT = `云岭县人民法院
刑事判决书
（2026）云0102刑初12号
公诉机关云岭县人民检察院。
被告人张三丰，男，1990年3月5日出生，公民身份号码110101199003074610，住云岭县虚构路18号2单元301室，系某快递公司员工。
公诉机关指控：2025年3月至2025年8月，被告人张三丰利用担任某快递公司客服的职务便利，从公司快递系统导出收件人信息，出售给李四海，共计出售公民个人信息62000余条，违法所得人民币31000元。
被告人张三丰辩称，其出售的信息只有3000条。
经审理查明：2025年3月至2025年8月，被告人张三丰利用担任某快递公司客服的职务便利，从公司快递系统导出快递面单信息并出售给李四海，共计出售公民个人信息58600条，违法所得人民币29300元。上述信息被用于电话推销。
本院认为，被告人张三丰违反国家有关规定，将在履行职责过程中获得的公民个人信息出售给他人，情节特别严重，其行为已构成侵犯公民个人信息罪。依照《中华人民共和国刑法》第二百五十三条之一第一款、第二款之规定，判决如下：
被告人张三丰犯侵犯公民个人信息罪，判处有期徒刑三年六个月，并处罚金人民币三万元。
审判长 王五平
二〇二六年三月十二日
书记员 赵六安
`;

/** An invented indictment of a telecom fraud that tells no source of the numbers called. */
export const FRAUD = `云岭县人民检察院
起诉书
被告人钱七星，男，系无业人员。
经依法审查查明：2025年5月，被告人钱七星等人在出租屋内拨打电话，冒充平台客服，谎称退款，骗取被害人孙八方人民币80000元。其行为已触犯电信网络诈骗的规定。
本院认为，被告人钱七星以非法占有为目的，利用电信网络诈骗他人财物，数额巨大，应当以诈骗罪追究其刑事责任。
`;

/** Invented judgments that differ in number, place, quantity and trade, for what is attached in bulk. */
export function buildJudgments(many: number): { readonly id: string; readonly text: string }[] {
  const trades = ["快递", "物业", "房产中介", "教育培训", "汽车销售"] as const;
  return Array.from({ length: many }, (_, at) => ({
    id: `（2026）云0102刑初${at + 1}号刑事判决书`,
    text: JUDGMENT.replaceAll("刑初12号", `刑初${at + 1}号`)
      .replaceAll("58600", `${58600 + at}`)
      .replaceAll("快递", trades[at % trades.length] ?? "快递"),
  }));
}
