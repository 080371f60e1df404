/** What the columns of a table of deliveries are called. */
export const DELIVERY_COLUMNS = {
  set: ["set", "items of", "批次", "信息批次", "信息", "信息名称", "数据", "数据批次", "数据名称", "文件", "文件名"],
  tier: ["tier", "档次", "档", "类别档次", "信息档次"],
  direction: ["direction", "conduct", "方向", "行为", "流转方向", "流转方式", "方式"],
  party: ["recipient", "party", "from/to", "接收人", "接收方", "对方", "买家", "购买人", "来源", "上家", "下家", "提供人", "相对方"],
  date: ["date", "日期", "时间", "交付日期", "交付时间", "流转日期"],
  items: ["items", "count", "条数", "数量", "信息条数", "交付条数"],
  setItems: ["set items", "size", "总条数", "批次条数", "信息总数"],
  insider: ["insider", "履职", "履行职责或者提供服务过程中", "职务便利", "内部人员"],
  note: ["note", "备注", "说明"],
} as const satisfies Record<string, readonly string[]>;

export const DIRECTION_WORDS = {
  obtained: ["obtained", "obtain", "取得", "获取", "非法获取", "购入", "购买", "买入", "收受", "交换", "收集", "下载"],
  sold: ["sold", "sell", "出售", "售出", "卖出", "销售", "转卖"],
  provided: ["provided", "provide", "提供", "赠送", "发送", "转发", "共享"],
  published: ["published", "publish", "发布", "公开", "公开发布", "张贴"],
} as const satisfies Record<string, readonly string[]>;

export const TIER_WORDS = {
  A: ["a", "第一档", "一档", "50条档", "50"],
  B: ["b", "第二档", "二档", "500条档", "500"],
  C: ["c", "第三档", "三档", "5000条档", "5000"],
} as const satisfies Record<string, readonly string[]>;

export const YES_NO = { yes: ["yes", "true", "1", "是"], no: ["no", "false", "0", "否"] } as const;
