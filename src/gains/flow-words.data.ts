/** What the columns of money-flow tables are called, by bank statements and the exports of payment platforms. Compared without blanks, signs and brackets. */
export const FLOW_COLUMNS = {
  date: ["date", "time", "日期", "时间", "交易日期", "交易时间", "记账日期", "入账日期", "入账时间", "付款时间", "交易创建时间", "创建时间", "转账时间", "发生时间", "发生日期"],
  payer: ["payer", "from", "付款方", "付款人", "付款账号", "付款账户", "付款方名称", "付款人名称", "付款人姓名", "汇款人", "转出方", "转出账户", "打款人", "买家", "支付方"],
  payee: ["payee", "to", "收款方", "收款人", "收款账号", "收款账户", "收款方名称", "收款人名称", "收款人姓名", "转入方", "转入账户", "卖家", "收方"],
  peer: ["counterparty", "peer", "对方", "交易对方", "对方户名", "对方姓名", "对方名称", "对方账户", "对方账号", "交易对手", "交易对手名称", "对手户名", "对手账号", "对手"],
  own: ["account", "户名", "本方账号", "本方户名", "本方", "账户", "账号", "卡号", "交易账号", "交易卡号", "客户名称"],
  amount: ["amount", "金额", "交易金额", "发生额", "金额元", "交易金额元", "转账金额", "付款金额", "支付金额", "人民币金额"],
  in: ["in", "credit", "收入", "收入金额", "收入金额元", "转入金额", "贷方发生额", "贷方金额", "存入", "存入金额", "入账金额", "收入元"],
  out: ["out", "debit", "支出", "支出金额", "支出金额元", "转出金额", "借方发生额", "借方金额", "支取", "取出金额", "出账金额", "支出元"],
  direction: ["direction", "收支", "收支类型", "收支标志", "借贷", "借贷标志", "借贷方向", "进出", "进出标志", "收付", "收付标志", "资金流向", "交易方向"],
  currency: ["currency", "币种", "货币", "交易币种", "币别", "币种类型"],
  note: ["note", "remark", "memo", "备注", "附言", "说明", "交易说明", "交易备注", "留言"],
  summary: ["summary", "摘要", "用途", "交易摘要", "摘要说明", "交易用途", "交易附言"],
  goods: ["商品", "商品说明", "商品名称"],
  type: ["type", "交易类型", "类型", "业务类型", "交易分类", "交易种类", "交易名称"],
  serial: ["serial", "id", "流水号", "交易流水号", "交易号", "交易订单号", "交易单号", "业务流水号", "转账单号", "凭证号"],
  status: ["status", "state", "状态", "交易状态", "当前状态", "支付状态"],
} as const satisfies Record<string, readonly string[]>;

/** What the column of direction says. On a bank statement 贷 (credit) is money into the account. */
export const DIRECTION_WORDS = {
  in: ["in", "收入", "收", "入", "贷", "进", "转入", "收款", "c", "credit", "+", "存入", "入账"],
  out: ["out", "支出", "支", "出", "借", "付", "转出", "付款", "d", "debit", "-", "支取", "出账"],
  internal: ["internal", "不计收支", "中性", "其他", "/", "内部转账"],
} as const satisfies Record<string, readonly string[]>;

export const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  人民币: "CNY", 人民币元: "CNY", 元: "CNY", RMB: "CNY", CNY: "CNY", "¥": "CNY", 156: "CNY",
  美元: "USD", 美金: "USD", USD: "USD", US$: "USD", 840: "USD",
  港币: "HKD", 港元: "HKD", HKD: "HKD", HK$: "HKD", 344: "HKD",
  欧元: "EUR", EUR: "EUR", "€": "EUR", 日元: "JPY", JPY: "JPY", 英镑: "GBP", GBP: "GBP", "£": "GBP",
  韩元: "KRW", KRW: "KRW", 泰铢: "THB", THB: "THB", 越南盾: "VND", VND: "VND", 菲律宾比索: "PHP", PHP: "PHP", 新台币: "TWD", 台币: "TWD", TWD: "TWD",
  澳门元: "MOP", MOP: "MOP", 新加坡元: "SGD", SGD: "SGD", 缅元: "MMK", MMK: "MMK",
  USDT: "USDT", 泰达币: "USDT", USDC: "USDC", BTC: "BTC", 比特币: "BTC", ETH: "ETH", 以太坊: "ETH", TRX: "TRX",
};

/** A payment that did not happen. */
export const FAILED_STATUS: readonly string[] = ["交易关闭", "失败", "支付失败", "交易失败", "已关闭", "已撤回", "待付款", "等待付款", "未支付", "已取消", "failed", "closed", "cancelled", "canceled", "pending"];
/** Words in a note or status that speak of a refund, and of a payment that the bank took back. */
export const REFUND_WORDS: readonly string[] = ["退款", "退货", "退还", "退回", "refund"];
export const REVERSAL_WORDS: readonly string[] = ["冲正", "冲账", "抹账", "撤销", "冲销", "reversal", "chargeback"];
