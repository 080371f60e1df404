import { expect, test } from "vitest";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { findNames } from "#scan/detectors/name/find-names.ts";
import { asProperty } from "#scan/detectors/text.builder.ts";
import { foldText } from "#scan/text/fold-text.ts";

const namesIn = (text: string) =>
  findNames(foldText(text), findInText(text)).map(
    ({ value, state, because }) => `${value} ${because}${state === "valid" ? "" : ` ${state}`}`,
  );

test.each([
  ["姓名：张三，身份证号110101199003074610", ["张三 label"]],
  ["姓名张三身份证110101199003074610", ["张三 label"]],
  ["姓 名 张三 电话13812345678", ["张三 beside"]],
  ["姓名 张三 电话 13812345678", ["张三 label"]],
  ["真实姓名=李小红;tel=13812345678", ["李小红 label"]],
  ["收件人：欧阳娜娜，地址：杭州市西湖区文三路1号", ["欧阳娜娜 label"]],
  ["联系人：李小红 电话", ["李小红 label"]],
  ["姓名：阿依古丽", ["阿依古丽 label"]],
  ["姓名：买买提·吐尔逊", ["买买提·吐尔逊 label"]],
  ["持卡人王小明，卡号6222021234567890128", ["王小明 label"]],
  ["客户王小明的电话13812345678", ["王小明 label"]],
  ["被告人张三、李四于2017年", ["张三 role", "李四 role"]],
  ["证人周小川证实", ["周小川 role"]],
  ["张三，男，1990年1月1日出生", ["张三 form"]],
  ["李小红（女，汉族）", ["李小红 form"]],
  ["联系王小明先生 010-88776655", ["王小明 title"]],
  ["张三 13812345678", ["张三 beside"]],
  ["13812345678 张三", ["张三 beside"]],
  ["13812345678（张伟）", ["张伟 beside"]],
  ["我是李雷，电话13812345678", ["李雷 beside"]],
  ["转给李雷13812345678", ["李雷 beside"]],
  ["2、张伟，13812345678", ["张伟 beside"]],
  ['save {"name":"张三","mobile":"13812345678"}', ["张三 label"]],
  ["userName=李小红&phone=13812345678", ["李小红 label"]],
  ["被告人张某某到案", ["张某某 masked damaged"]],
])("in %j names stand: %j", (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

test.each([
  "张三今天来了",
  '{"fileName":"报表","phone":"13812345678"}',
  "hostname=数据库 13812345678",
  '{"cityName":"云南","phone":"13812345678"}',
  "李白的诗写得好",
  "姓名：无",
  "姓名：保密",
  "姓名、身份证、手机",
  "联系人：销售部",
  "户名：若水贸易有限公司",
  "客户联系 13812345678",
  "余额 13812345678",
  "王经理 13812345678",
  "谢谢 13812345678",
  "13812345678 谢谢",
  "高铁 13812345678",
  "安全 13812345678",
  "方便 13812345678",
  "老鹰 13812345678",
  "张三：13812345678",
  "赵先生住院了，手机13812345678",
  "电话 13812345678 赵先生",
  "马上打13812345678",
  "用户 13812345678 登录",
  "登记人 110101199003074610 已到场",
  "石家庄 13812345678",
  "张家口 13812345678",
  "车停在楼下，京A12345",
  "2024-03-01 10:15:20 张三(12345)",
  "订单 13812345678 已付",
  "其中，男3人，女2人",
  "成功 13812345678",
  "平安银行 13812345678",
  "华为 13812345678",
  "文件 13812345678 明细",
  "金额 3000 万元",
  "江苏 13812345678",
])("in %j no name stands", (text) => {
  expect(namesIn(text)).toEqual([]);
});

test("names stand where they are said to stand, in order, apart from each other and from the numbers", () => {
  asProperty((text) => {
    const numbers = findInText(text);
    let end = 0;
    for (const { from, to } of findNames(foldText(text), numbers)) {
      expect(from, text).toBeGreaterThanOrEqual(end);
      expect(to, text).toBeGreaterThan(from);
      expect(
        numbers.some((number) => number.from < to && number.to > from),
        text,
      ).toBe(false);
      end = to;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  }, 1000);
});
