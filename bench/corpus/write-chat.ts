import { cardOf, mobileOf, residentIdOf } from "./invented-persons.ts";
import { type Until, writeLines } from "./write-lines.ts";

const CHATTER = [
  "今天发货了吗",
  "那批数据还在不在",
  "价格好商量，老客户优惠",
  "晚点再说，先开会",
  "收到，谢谢老板",
  "物流单子发我一下",
  "周末一起吃饭吧",
  "这个月的账对一下",
  "群里别说这些",
  "好的，没问题",
];

/** Writes (once) a chat: one line in 25 carries an identifier. Answers its path. */
export function writeChat(path: string, until: Until): string {
  return writeLines(path, until, (random, line) => {
    const minute = String(line % 60).padStart(2, "0");
    const head = `2026-03-${String(1 + (line % 28)).padStart(2, "0")} ${String(9 + (line % 12)).padStart(2, "0")}:${minute} 用户${line % 97}: `;
    if (line % 25 !== 0) return `${head}${CHATTER[random(CHATTER.length)]}，${CHATTER[random(CHATTER.length)]}\n`;
    const person = random(4_000_000);
    return `${head}${[`客户身份证${residentIdOf(person)}`, `加我手机${mobileOf(person)}`, `打到卡号${cardOf(person)}`][line % 3]}，收到回我\n`;
  });
}
