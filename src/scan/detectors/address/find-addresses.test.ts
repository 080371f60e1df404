import { expect, test } from "vitest";
import { findAddresses } from "#scan/detectors/address/find-addresses.ts";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { asProperty } from "#scan/detectors/text.builder.ts";
import { foldText } from "#scan/text/fold-text.ts";

const addressesIn = (text: string) => findAddresses(foldText(text), findInText(text)).map(({ value, because }) => `${value} ${because}`);

test.each([
  ["收货地址：浙江省杭州市西湖区文三路1号3栋201室，电话13812345678", ["浙江省杭州市西湖区文三路1号3栋201室 label"]],
  ["地址：北京市海淀区中关村大街1号 姓名张三", ["北京市海淀区中关村大街1号 label"]],
  ["住址 青山村3组", ["青山村3组 label"]],
  ["家庭住址=上海市徐汇区肇家浜路567号3楼;tel=13812345678", ["上海市徐汇区肇家浜路567号3楼 label"]],
  ["住在浙江省杭州市西湖区文三路1号3栋201室 13812345678", ["浙江省杭州市西湖区文三路1号3栋201室 grammar"]],
  ["寄到杭州市余杭区仓前街道文一西路969号，13812345678", ["杭州市余杭区仓前街道文一西路969号 grammar"]],
  ["乌拉特前旗沙德盖苏木毛家圪堵村", ["乌拉特前旗沙德盖苏木毛家圪堵村 grammar"]],
  ["上海市天津路155号名人商业大厦12层 13812345678", ["上海市天津路155号名人商业大厦12层 grammar"]],
  ["请寄到越秀区水荫路29号301室，谢谢", ["越秀区水荫路29号301室 grammar"]],
])("in %j addresses stand: %j", (text, addresses) => {
  expect(addressesIn(text)).toEqual(addresses);
});

test.each([
  "IP地址：1.1.1.1",
  "邮箱地址：a@b.cn",
  "MAC地址 aa:bb:cc:dd:ee:ff",
  "网站地址：www.example.cn",
  "地址：无",
  "地址 公司门口",
  "户籍地：北京市海淀区",
  "浙江省杭州市****",
  "地址：浙江省杭州市西湖区****",
  "被告人在杭州市西湖区人民法院受审",
  "杭州市公安局西湖区分局〔2024〕12号",
  "他于2017年在嵊州市剡溪小学斜对面的花木田盗窃",
  "浙江省高级人民法院（2024）浙01民终123号",
  "今天去市区逛街",
  "3号楼2单元有快递",
])("in %j no address stands", (text) => {
  expect(addressesIn(text)).toEqual([]);
});

test("addresses stand where they are said to stand, in order and apart", () => {
  asProperty((text) => {
    let end = 0;
    for (const { from, to } of findAddresses(foldText(`地址：${text}`), [])) {
      expect(from, text).toBeGreaterThanOrEqual(end);
      expect(to, text).toBeGreaterThan(from);
      end = to;
    }
  }, 500);
});
