/** What people and programs write where there is no value. */
const PLACEHOLDER =
  /^(?:无|没有|无号码|无手机号?|无电话|无信息|无牌照?|无车|无卡|无证件?|无身份证|无邮箱|无微信|无QQ|无地址|无姓名|匿名|空|空白|暂无|暂缺|未知|未填|未填写|未提供|未登记|不详|不明|不适用|缺|略|保密|同上|null|nil|none|nan|n\/a|na|#n\/a|undefined|unknown|[-—–_/\\.。、?？]{1,3}|-+|—+)$/i;

/** 服务号码: numbers of services and not of persons: operators, banks (95xxx), hotlines (96xxx, 12xxx), 400 and 800, message ports (106…), emergency. */
const SERVICE =
  /^(?:100\d{2}|10086\d*|95\d{3,4}|96\d{3,4}|12\d{3}|11[0-9]|12[0-2]|400\d{7}|800\d{7}|106\d{5,17}|(?:0\d{2,3})?(?:95|96)\d{3})$/;

/** Whether a stripped, folded text stands for no value. */
export function isPlaceholder(text: string): boolean {
  return text === "" || (text.length <= 9 && PLACEHOLDER.test(text));
}

/** Whether a compact number is a service's. */
export function isServiceNumber(compact: string): boolean {
  return SERVICE.test(compact);
}
