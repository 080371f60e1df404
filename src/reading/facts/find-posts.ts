import { nameIndustry } from "#reading/facts/name-industry.ts";
import type { Industry } from "#reading/reading.contract.ts";
import type { Sentence } from "#reading/split-sentences.ts";

/** Who works where, as a document introduces its parties. */
export type Post = { readonly name: string; readonly industry: Industry; readonly from: number; readonly to: number };

/** 被告人姜维国，男，…; 舒某平，男，44岁，…: a party as it is introduced. */
const PARTY =
  /(?:^|[。；：\s]|被告人|嫌疑人|被不起诉人|被讯问人|上诉人)(?:[（(][^（）()]{1,16}[）)])?[：:\s]?([\p{Script=Han}×＊*]{2,4}?)(?:[（(][^（）()]{1,20}[）)])?[，,、](?=男|女|(?:19|20)\d\d年|\d\d岁)/gu;
const WITNESS = /被询问人|证人/;
/** Posts of the employed. Who owns a shop or a firm is not inside of anybody else's. */
export const EMPLOYED =
  "(?:员工|职员|职工|雇员|工作人员|内部人员|业务员|客服|护士长?|护师|护工|医[生师]|药师|教师|老师|班主任|辅导员|经理|主管|总监|专员|顾问|柜员|营业员|快递员|派件员|收派员|分拣员|仓管员?|管理员|操作员|技术员|工程师|程序员|运维|辅警|协警|民警|交警|前台|店长|站长|实习生|文员|会计|出纳|内勤|收银员|主任|科员|科长|干部|网格员|协管员|承包人|派驻|工作)";
const POSTED = new RegExp(`(?:系|任|担任|原|从事|在)?[^，。；]{2,40}${EMPLOYED}`, "u");
const UNIT =
  /公司|银行|[分支商]行|医院|卫生院|学校|中学|小学|幼儿园|局|所|队|中心|网点|店|部|站|集团|机构|平台|营业厅|物业|街道|社区|酒店|宾馆|事务所|政府|科|厅/;
const NOT_EMPLOYED = /法定代表人|老板|经营者|实际控制|股东|负责人|个体|投资人|无业|站主|创始人|开办|自营|因[^，。；]{0,20}被|辩护|律师/;

/** 职务 the posts in units whose trade is named, of the accused and suspects as they are introduced; in the order of the text. */
export function findPosts(sentences: readonly Sentence[]): Post[] {
  return sentences.flatMap((sentence): Post[] => {
    if (sentence.isStatute || !/[男女]|岁|出生/.test(sentence.text) || WITNESS.test(sentence.text)) return [];
    return [...sentence.text.matchAll(PARTY)].flatMap((match): Post[] => {
      const start = match.index + match[0].length;
      let at = start;
      for (const clause of sentence.text.slice(start, start + 160).split(/(?<=[，,。；])/)) {
        const industry = POSTED.test(clause) && UNIT.test(clause) && !NOT_EMPLOYED.test(clause) ? nameIndustry(clause) : null;
        if (industry !== null)
          return [
            { name: match[1] ?? "", industry, from: sentence.from + at, to: sentence.from + at + clause.replace(/[，,。；]$/, "").length },
          ];
        at += clause.length;
      }
      return [];
    });
  });
}
