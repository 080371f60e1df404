/** Stuff that invented people are made of. Regions are real division codes, all else is invented. */
export const REGIONS = [
  { code: "110105", place: "北京市朝阳区" },
  { code: "210102", place: "辽宁省沈阳市和平区" },
  { code: "320106", place: "江苏省南京市鼓楼区" },
  { code: "330106", place: "浙江省杭州市西湖区" },
  { code: "370202", place: "山东省青岛市市南区" },
  { code: "420106", place: "湖北省武汉市武昌区" },
  { code: "440104", place: "广东省广州市越秀区" },
  { code: "510104", place: "四川省成都市锦江区" },
  { code: "610113", place: "陕西省西安市雁塔区" },
] as const;

export const SURNAME_CHOICES = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧"] as const;
export const GIVEN_FIRST = ["云", "景", "若", "书", "思", "怀", "清", "泽", "予", "星", "望", "知", "向", "秋", "亦", "嘉", "承", "沐", "行", "远"] as const;
export const GIVEN_SECOND = ["舟", "岚", "安", "言", "溪", "山", "宁", "禾", "川", "遥", "霖", "晴", "桐", "野", "白", "筠", "帆", "澄", "朗", "苒"] as const;
export const ROADS = ["云溪路", "听泉路", "望江路", "梧桐街", "石桥路", "晓风街", "长堤路", "木樨街"] as const;

/** Allocated segments; the numbers after them are invented. */
export const SEGMENTS = ["133", "135", "138", "139", "150", "151", "158", "159", "177", "186", "187", "188", "189", "199"] as const;
/** Segments that are not allocated to anyone. */
export const UNALLOCATED = ["154", "160", "163", "164", "168", "169", "179"] as const;
