import type { DetectorCases } from "#scan/detectors/case-table.builder.ts";

export const cases: DetectorCases = {
  kind: "account-password",
  text: [
    ["卡里有钱，密码abc12345", "account-password valid abc12345"],
    ["密码错误123456次", ""],
    ["密码8位", ""],
    ["密码13812345678", "mobile valid 13812345678"],
    ["密码330106200811229332", "resident-id valid 330106200811229332"],
    ["密码20240301修改过", ""],
    ["密码强度高", ""],
    ["账号：zhangsan 密码：a1b2c3", "account-password valid zhangsan:a1b2c3"],
    ["密码错误", ""],
    ["密码：******", "account-password damaged ****** (masked)"],
    ["用户名：zhangsan，密码：a1b2c3", "account-password valid zhangsan:a1b2c3"],
    ["user=zhangsan&pwd=a1b2c3", "account-password valid zhangsan:a1b2c3"],
    ["password: a1b2c3", "account-password valid a1b2c3"],
    ["密码是a1b2c3", "account-password valid a1b2c3"],
    ["账号 zhangsan 密码 a1b2c3", "account-password valid zhangsan:a1b2c3"],
  ],
  cells: [
    ["a1b2c3", "account-password valid a1b2c3"],
    ["******", "account-password damaged ****** (masked)"],
  ],
};
