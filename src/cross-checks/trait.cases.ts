/** Invented lines and what is compared of each, read as a document and as what somebody typed. The same value is one trait however it is spelled. */
export const CASES: readonly { readonly text: string; readonly document: readonly string[]; readonly typed: readonly string[] }[] = [
  {
    text: "被告人张三丰系临江市顺达快递有限责任公司客服，联系手机号 138 0013 8000",
    document: ["unit-name 临江市顺达快递有限公司", "mobile 13800138000"],
    typed: ["unit-name 临江市顺达快递有限公司"],
  },
  { text: "被告人张三丰使用手机＋８６１３８００１３８０００", document: ["mobile 13800138000"], typed: [] },
  { text: "被害人李四海的手机号13800138000", document: [], typed: [] },
  { text: "被告人张三丰拨打被害人李四海的手机13800138000", document: [], typed: [] },
  { text: "被告人张三丰出售的信息中有13800138000", document: [], typed: [] },
  { text: "手机号13800138000", document: [], typed: [] },
  { text: "犯罪嫌疑人张三丰，公民身份号码110101199003074610", document: ["resident-id 110101199003074610"], typed: [] },
  { text: "犯罪嫌疑人张三丰，公民身份号码110101199003074611", document: [], typed: [] },
  { text: "被告人张三丰的微信号：ZhangSan_88", document: ["account wechat:zhangsan_88"], typed: [] },
  { text: "在QQ群12345678内发布", document: ["group qq:12345678"], typed: [] },
  {
    text: "款项转入0xAbCdEf0123456789aBcDeF0123456789abcdef01",
    document: ["wallet 0xabcdef0123456789abcdef0123456789abcdef01"],
    typed: [],
  },
  {
    text: "统一社会信用代码91990102ma0examp2c",
    document: ["unit-code 91990102MA0EXAMP2C"],
    typed: ["unit-code 91990102MA0EXAMP2C"],
  },
  { text: "统一社会信用代码91990102MA0EXAMP2D", document: [], typed: [] },
  {
    text: "（2026）云0102刑初 012号判决",
    document: ["case-number (2026)云0102刑初12号"],
    typed: ["case-number (2026)云0102刑初12号"],
  },
  {
    text: "案号东湖检刑诉受[2026]12号",
    document: ["case-number 东湖检刑诉受(2026)12号"],
    typed: ["case-number 东湖检刑诉受(2026)12号"],
  },
  { text: "依照国办发〔2026〕12号文件", document: [], typed: [] },
  { text: "网址WWW.ShunDa-Data.top", document: ["domain shunda-data.top"], typed: ["domain shunda-data.top"] },
  { text: "邮箱a@shunda-data.top，用微信weixin.qq.com", document: [], typed: [] },
  { text: "某快递有限公司和有限公司", document: [], typed: [] },
  { text: "深圳北辰系统集成有限公司", document: ["unit-name 深圳北辰系统集成有限公司"], typed: ["unit-name 深圳北辰系统集成有限公司"] },
];
