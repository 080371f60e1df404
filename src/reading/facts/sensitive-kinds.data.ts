import type { ReadSensitive, SensitiveKind } from "#reading/reading.contract.ts";

type Kind = Pick<ReadSensitive, "tier" | "isArticle28"> & { readonly terms: readonly string[] };

/**
 * 敏感信息的种类 what the law names, and the words of documents for it. Tier: 法释〔2017〕10号第五条第一款第三项（A）、第四项（B）; biometrics in B by guiding case 192
 * (最高人民法院第35批指导性案例). `isArticle28`: named in 个人信息保护法第二十八条. Bank accounts have no tier by themselves (a card alone is not property).
 */
export const SENSITIVE_KINDS: Readonly<Record<SensitiveKind, Kind>> = {
  whereabouts: {
    tier: "A",
    isArticle28: true,
    terms: ["行踪轨迹", "活动轨迹", "轨迹信息", "定位信息", "位置信息", "手机定位", "车辆轨迹", "行车轨迹", "出行轨迹", "大轨迹", "行动轨迹", "过车轨迹", "卡口轨迹", "卡口照片", "过车照片", "精确定位"],
  },
  "communication-content": {
    tier: "A",
    isArticle28: false,
    terms: ["通信内容", "通讯内容", "短信内容", "聊天内容", "通话内容", "邮件内容"],
  },
  credit: { tier: "A", isArticle28: false, terms: ["征信信息", "征信报告", "个人征信", "信用报告", "征信查询", "征信数据", "征信资料"] },
  property: {
    tier: "A",
    isArticle28: false,
    terms: ["财产信息", "财产状况", "存款信息", "房产信息", "不动产信息", "车辆产权信息", "证券账户信息", "资产信息", "账户余额", "支付密码"],
  },
  accommodation: { tier: "B", isArticle28: false, terms: ["住宿信息", "住宿记录", "开房记录", "开房信息", "入住记录", "入住信息", "旅馆住宿", "住客名单", "住宿登记", "住客信息"] },
  "communication-record": {
    tier: "B",
    isArticle28: false,
    terms: ["通信记录", "通讯记录", "通话记录", "通话清单", "通话详单", "话单", "短信记录", "通联记录", "通话对象"],
  },
  health: {
    tier: "B",
    isArticle28: true,
    terms: ["健康信息", "健康生理信息", "病历", "病案", "就诊信息", "就诊记录", "诊疗信息", "医疗信息", "医疗健康", "体检信息", "体检报告", "孕检", "处方信息", "住院信息", "患者信息", "产妇信息", "孕妇信息", "初步诊断", "化验", "检验报告", "检查报告", "分娩登记", "产妇姓名", "病史"],
  },
  transaction: {
    tier: "B",
    isArticle28: false,
    terms: ["交易信息", "交易记录", "交易明细", "交易流水", "消费记录", "购物记录", "购物信息", "订单信息", "购买记录"],
  },
  biometric: {
    tier: "B",
    isArticle28: true,
    terms: ["生物识别", "人脸信息", "人脸识别信息", "人脸数据", "人脸图像", "人脸照片", "指纹信息", "指纹数据", "虹膜", "声纹", "基因信息", "面部识别", "刷脸", "人脸视频", "过脸"],
  },
  religion: { tier: null, isArticle28: true, terms: ["宗教信仰", "信教群众信息", "信教人员信息"] },
  "specific-identity": { tier: null, isArticle28: true, terms: ["特定身份"] },
  "financial-account": {
    tier: null,
    isArticle28: true,
    terms: ["金融账户", "银行账户信息", "银行账号", "银行卡信息", "银行卡号", "银行卡资料", "信用卡信息", "支付账户", "支付账号", "银行账户"],
  },
  "minors-under-14": {
    tier: null,
    isArticle28: true,
    terms: ["不满十四周岁", "未满十四周岁", "不满14周岁", "未满14周岁", "十四周岁以下", "14周岁以下", "儿童个人信息", "儿童信息", "新生儿信息", "婴儿信息", "婴幼儿信息", "幼儿信息", "幼儿园学生信息", "没满十四岁", "未满十四岁", "不满十四岁"],
  },
};
