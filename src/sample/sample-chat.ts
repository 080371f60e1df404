import type { InventedPerson } from "#sample/invent-person.ts";
import type { PlantedRecord } from "#sample/sample-book.ts";

/** 违法所得 what the three buyers of the chat paid, in yuan. */
export const CHAT_GAINS = 4800 + 3200 + 1600;
const BUYERS = ["晨哥", "数据小K", "北辰商贸"] as const;

/** 聊天记录 in which the lists are sold to three buyers; four messages show a row of the customer list as a proof. */
export function makeChat(source: string, shown: readonly InventedPerson[]): { text: string; records: PlantedRecord[] } {
  const [first, second, third] = BUYERS;
  const proofs = shown.map(({ residentId, mobile }) => `给你看一条：身份证 ${residentId}，手机 ${mobile}`);
  const messages = [
    [first, "老猫，听说你手里有酒店的单子？"],
    ["老猫", "连锁店的，今年的，带房号带时间"],
    ["老猫", proofs[0] ?? ""],
    [first, "能用。酒店和营业厅的一起多少"],
    ["老猫", "打包四千八，不还价"],
    [first, "转了，你收一下"],
    ["老猫", "收到，包发你了，密码没有"],
    [second, "有快递面单吗，电话要全的"],
    ["老猫", "有一部分打了星，便宜给你，整套三千二"],
    ["老猫", proofs[1] ?? ""],
    ["老猫", proofs[2] ?? ""],
    [second, "行，钱过去了"],
    ["老猫", "整套都发你，别外传"],
    [third, "我们做装修的，要附近小区业主"],
    ["老猫", "没有业主的，营业厅的客户要不要，整套一千六"],
    ["老猫", proofs[3] ?? ""],
    [third, "可以，还是老规矩先发再付"],
    ["老猫", "发了"],
    [third, "已付"],
  ] as const;
  const lines = messages.map(
    ([sender, words], index) =>
      `2024-03-0${1 + Math.floor(index / 7)} ${String(20 + Math.floor((index % 7) / 4))}:${String(10 + index * 2)}:05 ${sender}: ${words}`,
  );
  const records = shown.map(({ residentId, mobile }): PlantedRecord => {
    const findings = [
      { kind: "resident-id", value: residentId, state: "valid" as const },
      { kind: "mobile", value: mobile, state: "valid" as const },
    ];
    return { source, tier: "C", findings, key: residentId, becomes: "valid" };
  });
  return { text: `${lines.join("\n")}\n`, records };
}
