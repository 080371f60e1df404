const PARTICULAR =
  "姓名|名字|叫什么|叫啥|手机号|电话|联系方式|住址|地址|门牌|身份证|身份号码|房号|车牌|车架号|生日|出生(?:日期|年月|时刻)|哪天生|学号|班级|哪个班|家住|住哪|户型|存款|余额|诊断|化验|体检|工作单位|房间号|几号房";
/** 姓名、手机号码、存款金额: two particulars of a person in one list are information about persons, whatever the list is called. */
const PARTICULARS = new RegExp(
  `(?:${PARTICULAR})[^，。；、]{0,8}(?:[、，和及与/][^，。；、]{1,10}){0,2}?[、，和及与/][^，。；、]{0,10}(?:${PARTICULAR})`,
);
/** Words of data about people, by which a sentence is about personal information. */
const NAMED =
  /个人信息(?!罪)|公民信息|身份信息|客户信息|用户信息|身份证号|身份号码|(?:手机|电话)号码|手机号|验证码|征信报告|简历|面单|快递单|人脸|房源信息|(?:学生|业主|车主|机主|产妇|患者|新生婴?儿|婴儿|母婴|考生|求职者|旅客|房产|车辆|储户|投保人|老板|买家|会员|股民|家长|购房者|住户|法人)[^，。；]{0,8}(?:信息|资料|数据|名单)|(?:客户|用户|购房人|住客|孩子|老人|病人|消费者|乘客|村民|业主|学生|家长)[^，。；发送推收]{0,4}(?:信息|资料|数据|名单|名册|名录|清单|表格)|(?:上述|该|这些|前述)(?:公民)?(?:个人)?(?:信息|数据)|定位信息|户籍信息|征信信息|身份证信息|轨迹|开房|通话(?:清单|详单|记录)|话单|账号密码|学籍|名册|身份证(?:正反面|照片|信息|复印件)|证件照/;

/** Whether words name information about persons. */
export function namesPersons(words: string): boolean {
  return NAMED.test(words) || PARTICULARS.test(words);
}

const asked = new WeakMap<object, boolean>();

/** Whether a sentence names information about persons; asked of each sentence once. */
export function isAboutPersons(sentence: { readonly text: string }): boolean {
  const known = asked.get(sentence) ?? namesPersons(sentence.text);
  asked.set(sentence, known);
  return known;
}

/** Whether words list two particulars of a person side by side; where, if so. */
export function findParticulars(words: string): { readonly from: number; readonly to: number } | null {
  const match = PARTICULARS.exec(words);
  return match === null ? null : { from: match.index, to: match.index + match[0].length };
}

/** What data is called once a document is about persons' information: 名单, 表格, 料. */
export const DATA_NOUN =
  /信息(?!系统|网络)|资料|数据(?!库)|名单|名册|名录|表格|登记(?:表|册|本)|记录|面单|清单|详单|话单|档案|号码|照片|截图|料(?!理)|单号|字段/;
