import fc from "fast-check";
import { expect, test } from "vitest";
import { isChat, mightStartMessage, startsMessage, surelyStartsMessage } from "#scan/sources/chat.ts";

test.each([
  "2024-03-01 10:00:00 张三: 在吗",
  "[2024-03-01 10:00:00] 张三：在吗",
  "2024/3/1 上午10:00 张三(10001)",
  "2024-03-01 10:00:00 张三(10001)",
  "2024年3月1日 10:00 李四：发我",
  "张三 2024-03-01 10:00:00",
  "张三(10001) 2024/3/1 10:00:00",
  "【2024-03-01 10:00】老王: 好",
  "10:15:20 老鹰: 名单发你",
  "[10:15] 老鹰：名单发你",
  "老鹰 10:15:20",
  "老鹰 10:15: 名单发你",
  "3月1日 10:15 老鹰: 名单发你",
  "昨天 22:10 老鹰：名单发你",
  // WhatsApp and Telegram, in several countries' ways of writing a date
  "2024/3/1 12:30 - 张三: 名单发你",
  "2024/3/1 下午12:30 - 张三: 名单发你",
  "01/03/2024, 12:30 - San Zhang: list",
  "3/1/24, 12:30 PM - San Zhang: list",
  "\u200e[3/1/24, 12:30:45 PM] San Zhang: list",
  "Mar 1, 2024, 12:30 - San Zhang: list",
  "张三, [2024/3/1 12:30]",
  "San Zhang, [01.03.2024 12:30]:",
  "San Zhang, [1 Mar 2024 at 12:30:45]:",
  // WeChat, QQ, DingTalk and the tools of examiners
  "2024-03-01 12:30:11 张三<a@example.com>",
  "2024-03-01 12:30:11 【管理员】张三(12345)",
  "张三 2024/3/1 12:30",
  "张三 2024年3月1日 12:30",
  "张三(wxid_abc) 2024-03-01 12:30:11: 名单发你",
  "A小王 房产 2024-03-01 12:30:11",
  "张三 3月1日 下午12:30",
  "2024-03-01T12:30:11+08:00 张三: 名单发你",
  "2024-03-01T12:30:11.123Z 张三: 名单发你",
  "2024-03-01 12:30:11 我 -> 张三: 名单发你",
  "张三 → 李四 2024-03-01 12:30:11",
  "20240301 12:30:11 张三: 名单发你",
  "[12:30:11] <张三> 名单发你",
  "时间:2024-03-01 12:30:11 发送人:张三 内容:名单发你",
  "发送者：张三 时间：2024-03-01 12:30:11 内容：名单发你",
])("%j begins a message", (line) => {
  expect(startsMessage(line)).toBe(true);
  const bytes = Buffer.from(line);
  expect(mightStartMessage(bytes, 0, bytes.length)).toBe(true);
});

test.each([
  "今天去哪",
  "2024-03-01 10:00:00 INFO: started",
  "张三,13900000001,2024-03-01 10:00:00,北京",
  "被告人于2024年3月1日10时到案。",
  "2024-03-01 一共3人",
  "10:15:20 ERROR: failed",
  "会议定于10:30开始",
  "10:30 到达现场，控制嫌疑人",
  "张三,2024-03-01 10:00:00",
  "时间：2024-03-01 12:30:11",
  '192.168.1.1 - - [01/Mar/2024:12:30:11 +0800] "GET / HTTP/1.1" 200 12',
  "比分 3:21 结束",
  "1.2.3.4 12:30:11 WARN: disk",
  "3/4 的客户 12:30 前付款，余款次日付清",
])("%j does not", (line) => {
  expect(startsMessage(line)).toBe(false);
});

test("a text is a chat when messages begin in it again and again", () => {
  expect(isChat("2024-03-01 10:00:00 张三(10001)\n在吗\n\n2024-03-01 10:00:05 李四(10002)\n在\n")).toBe(true);
  expect(isChat("2024-03-01 10:00:00 张三: 在吗\n")).toBe(false);
  expect(isChat(`2024-03-01 10:00:00 张三: 在吗\n2024-03-01 10:00:00 张三: 在吗\n${"正文\n".repeat(100)}`)).toBe(false);
});

test("what surely begins a message by its bytes begins one", () => {
  const pieces = [
    "2024-03-01 10:00",
    ":05",
    " ",
    "张三",
    "a",
    "INFO",
    "1",
    "：",
    ":",
    "在吗",
    "　",
    "-",
    "(10001)",
    "é",
    ",",
    "9",
    "上午",
    "说",
  ];
  const line = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => `2024-03-01 10:00${parts.join("")}`);
  let sure = 0;
  fc.assert(
    fc.property(line, (text) => {
      if (!surelyStartsMessage(Buffer.from(text), 0)) return;
      sure++;
      expect(startsMessage(text), text).toBe(true);
    }),
    { numRuns: 20_000 },
  );
  expect(sure).toBeGreaterThan(20);
});

test("where nobody says a word a time stands beside a value: a table, no chat", () => {
  const lines = (between: string) => Array.from({ length: 6 }, (_, at) => `2024-03-01 12:30:0${at}${between}1390000000${at}`).join("\n");
  for (const between of [",", "\t", " "]) expect(isChat(`时间,手机号\n${lines(between)}`), between).toBe(false);
  expect(isChat("2024-03-01 12:30:00 老鹰\n名单\n2024-03-01 12:30:01 阿杰\n好")).toBe(true);
  expect(startsMessage("2024-03-01 12:30:00,139 张三: 在吗")).toBe(true);
  expect(startsMessage("2024-03-01 12:30:00,13900000001")).toBe(false);
});
