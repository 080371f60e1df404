import type { Kind, Lookalike } from "#scan/kinds.ts";

/**
 * What a header word says of its column. `detail`: it belongs to what a tier A or B record says, without being a category itself. `person`:
 * all that is known of somebody stands in one cell (收货信息), the content tells what.
 */
export type HeaderMeaning = Kind | Lookalike | "phone" | "document" | "account" | "detail" | "time" | "person";

/**
 * Header words in the order in which they are tried: the first pattern that matches decides. Patterns match the header in lower case,
 * without white space, brackets and underscores. Chinese words, English words, pinyin abbreviations.
 */
export const HEADER_WORDS: readonly (readonly [HeaderMeaning, string])[] = [
  // What a compound ends in decides what it holds, whatever it speaks of: 贷款人手机号, 酒店电话, 患者姓名.
  ["person", "(?:收货|收件|寄件|发货|客户|买家|联系|快递|配送|会员|用户|个人|人员|学员|顾客)人?信息$|^(?:receiver|consignee|customer|contact|personal)info(?:rmation)?$"],
  ["name", "(?:姓名|名字|曾用名)$|^入住人$|^(?:住客|房客|旅客)$|(?<!company|hotel|school|product|goods|file|bank|shop|store)(?:real|full|user|customer|client|guest|patient|student|contact)name$"],
  ["mobile", "(?:手机号?码?|移动电话|手机\\d?|mobile(?:no|phone|number)?)$"],
  ["phone", "(?:电话\\d?|电话号码?|联系方式|phone(?:no|number)?|telephone|tel)$"],
  ["resident-id", "(?:身份证号?码?|身份证件号码?)$"],
  ["document", "证件号码?$"],
  ["email", "(?:邮箱|邮箱地址|email)$"],
  ["address", "(?<!定位|轨迹|上车|下车|经过|出发|到达|ip|mac|mail|邮箱|邮件|网络|网|网站|钱包|物理|基站|当前)(?:地址|住址|address)\\d?$"],
  ["plate", "(?:车牌号?码?|车牌照|号牌号码)$"],
  ["bank-card", "(?:银行卡号?码?|银行账号|银行帐号|银行卡账号)$"],
  // An account one pays with is an account and no payment: 支付宝账号. A licence to drive is numbered by the resident id, one of the vehicle says no way it took.
  ["account", "^(?:支付宝|支付|微信支付|财付通|收款|付款)(?:账号|帐号|账户|帐户)$"],
  ["document", "^(?:驾驶证|驾照)(?:号码?|编号)?$"],
  // No personal numbers by themselves, recognised so that they are not mistaken for one.
  ["social-credit-code", "统一社会信用代码|社会信用代码|信用代码|组织机构代码|营业执照|纳税人识别号|税号|^uscc$|creditcode"],
  ["invoice", "发票"],
  ["order-number", "(?:订单|运单|快递|流水|物流|交易|支付|保单|合同|业务|工单|凭证|提单|包裹|取件)(?:编号|号码?|单号|id|流水号?)$|^(?:批次|货|款|物料|sku)(?:编号|编码|号码?|id)?$|^批号$|^单号$|快递单|流水号|^(?:order|waybill|tracking|trade|transaction|serial)(?:no|num|number|id|sn|code)$|^(?:ddh|ydh|lsh)$"],
  // Contents and other categories whose header holds words of another kind.
  ["communication-content", "短信内容|聊天(?:记录|内容)|通话内容|通话录音|消息内容|邮件(?:内容|正文)|通信内容|私信|^(?:sms|chat|message|msg)(?:content|text|body)$|^msg$|^message$"],
  // A photograph is no biometric by itself: it makes an identity set tier B (guiding case 193); a face that was recognised is one (case 192).
  ["biometric", "人脸|指纹|声纹|虹膜|掌纹|面部|视网膜|步态|基因|^dna|face|fingerprint|voiceprint|biometric"],
  ["account-password", "密码|口令|passw|passwd|^pwd$|cvv|cvc|安全码|^mm$"],
  ["credit", "征信|信用(?:报告|评分|分|记录|等级)|芝麻(?:信用|分)|花呗|借呗|白条|网贷|逾期|贷款(?!人)|借款(?!人)|负债|授信|还款|欠款|放款|额度|^(?:credit|loan|overdue)"],
  ["property", "余额|存款|房产|不动产|资产|财产|持仓|理财|市值|公积金(?:余额|金额)|^balance$|^deposit|assets?$|property"],
  ["whereabouts", "轨迹|定位|行踪|行程|航班|车次|出行|gps|基站|途经|经过(?:时间|地点|卡口)|卡口|抓拍|行驶(?!证)|乘车|上车|下车|进站|出站|出发(?:地|站|时间)|到达(?:地|站|时间)|起飞|^flight|^train|^track|^trip"],
  ["accommodation", "入住|退房|离店|住店|房间号?|^房号$|酒店|宾馆|旅馆|住宿|旅店|开房|check-?in|check-?out|^room(?:no|number)?$|hotel|^(?:lg|jd)mc$|^fjh$"],
  ["communication-record", "通话|话单|呼叫|来电时间|去电|主叫时间|短信(?:条数|时间|次数)|通信记录|call(?:time|duration|type|start|end)"],
  ["health", "诊断|病历|病史|病情|疾病|症状|科室|用药|药品|处方|检验|检查结果|体检|就诊|住院|医嘱|手术|过敏|血型|血压|体重|身高|孕|预产|产检|分娩|疫苗|^(?:ry|cy|mz)zd$|^(?:ry|cy|mz)?zd(?:mc|jg)$|^(?:jz|ry|cy)ks$|diagnos|disease|medical|prescription|symptom"],
  ["transaction", "订单|交易|消费(?!者)|购买(?!人|者)|购物|商品|下单(?!人)|支付|付款(?!人|账|卡|方)|转账(?!人)|成交|货款|代收|品名|实付|^(?:order|trade|transaction|payment|goods|product|purchase)"],
  ["religion", "宗教|信仰|教派|religion"],
  ["education", "学校|年级|班级|学历|学位|院校|毕业|专业|学籍|学号|录取|成绩|^(?:school|education|university)$"],
  ["employment", "(?:工作|所在|任职)?单位(?!地址|电话|编号)|职务|职位|职业|岗位|工种|公司(?!地址|电话)|雇主|收入|薪资|工资|年薪|^(?:company|employer|job|jobtitle|position|occupation|salary)$"],
  // Identifying numbers.
  ["foreign-permanent-resident-id", "永久居留|永居证"],
  ["hk-macao-permit", "港澳|回乡证"],
  ["taiwan-permit", "台胞证|台湾.*通行证|往来台湾"],
  ["military-id", "军官证|士兵证|军人证|警官证|军人.*证"],
  ["passport", "护照|passport|^hz(?:hm|h)$"],
  ["social-security", "社保(?:号|卡|账号|编号)|社会保障|医保(?:号|卡|账号|编号)|医疗保险(?:号|卡)|ssn|^sbh$|^sbkh$"],
  ["iccid", "iccid|sim卡号"],
  ["imsi", "imsi"],
  ["imei", "imei|设备号|串号"],
  ["mac", "mac地址|^mac(?:addr|address)?$|物理地址"],
  ["ip", "(?:^|登录|登陆|注册|客户端|来源)ip(?:地址|addr|address)?$|^ip"],
  ["email", "邮箱|电子邮件|e-?mail|^mail$|邮件地址|^yx$"],
  ["wechat", "微信|wechat|weixin|^(?:wx|vx)(?:h|id)?$|openid"],
  ["qq", "qq|扣扣"],
  ["resident-id", "身份证|身份号|公民身份|sfzh?m?|^sfz|id-?card|^idno$|^idnum(?:ber)?$|^idcode$|identity|^cardid$|citizenid|nationalid"],
  ["document", "证件(?:号|编号)|^证件$|(?<!准考|学生|学员|工作|会员|资格|从业|执业|结婚|离婚|残疾|产权|借书|借阅|就诊|登记|许可|毕业|学位|职业|老年|优待|行驶|出入|健康|营业|律师|教师|记者|导游|低保|土地|股权|保险|出生)证号|^zjhm?$|^certno$|certificateno|^certid$|^iddoc|^documentno"],
  ["plate", "车牌|号牌|plate|licenseno|^cph?m?$"],
  ["mobile", "手机|移动电话|mobile|cell-?phone|^cell$|^sj$|sjhm?$|^msisdn$"],
  ["landline", "座机|固话|固定电话|办公电话|宅电|家庭电话|传真|landline|^fax$"],
  ["phone", "电话|联系方式|联系号码|主叫|被叫|对方号码|对端号码|来电号码|本机号码|用户号码|^号码$|phone|^tel|^dh(?:hm)?$|^lxdh$|^lxfs$|contact(?:no|number)|^call(?:er|ee|ing|ed)(?:no|number)?$"],
  ["bank-card", "银行卡|卡号|bank-?card|card-?(?:no|num|number)$|^yhkh?$|信用卡|储蓄卡|^kh$"],
  ["account", "账号|帐号|账户|帐户|bankaccount|accountno|^account$|^zh$"],
  ["coordinates", "经度|纬度|经纬|坐标|^(?:lng|lon|lat|longitude|latitude|coord.*)$"],
  ["address", "地址|住址|住所|户籍|籍贯|收货地|居住地|家庭住|小区|楼栋|门牌|address|^addr|^dz$|^zz$|^jtzz$"],
  ["name", "姓名|^名字$|^(?:法人|法定代表人|法人代表|负责人|经办人|报案人|举报人|被告人|犯罪嫌疑人|嫌疑人|被害人|受害人|证人|监护人|配偶|本人)$|^(?:客户|用户|会员|业主|患者|学生|旅客|乘客|收件|寄件|收货|发货|持卡|联系|收款|付款|投保|被保险|户主|车主|机主|家长|员工|申请|借款|住客|宾客|客人|购房|开户|当事)(?:人|者|人姓名|名称|名)?$|户名|联系人|收件人|寄件人|收货人|收款人|付款人|被叫人|^(?:real|full|user|customer|client|guest|patient|student|first|last|contact)?-?name$|^(?:br|hz|lk|kh|xs|jz|cz|ck|fd|yh)?xm$|^customer$|^guest$|^(?:receiver|consignee|recipient|payee|addressee|linkman|cardholder|passenger|contact)(?:name|person)?$|(?<!机器|多|几|每|发送|发言|发信|发件|说话|接收|操作|审核|创建)人$"],
  ["detail", "金额|价格|单价|数量|余量|时长|地点|位置|场所|站点|事由|^(?:rz|tf|ld|ry|cy|jz|th|jy|gc)(?:sj|rq)$|^duration$|^amount|^price$|^qty$|^place$|^location$"],
  ["time", "时间|日期|^(?:date|time|datetime|timestamp|createdat|updatedat|rq|sj)$|time$|date$"],
];

/** The other side of a relation: its identifiers are a party of their own. */
export const OTHER_PARTY = /被叫|转入|对方|对端|对手|收款|收件|收货|联系人|紧急联系|介绍人|推荐人|担保人|配偶|家长|监护人|父亲|母亲|callee|called|peer|payee|receiver|recipient|counterparty|emergency|guardian/;
