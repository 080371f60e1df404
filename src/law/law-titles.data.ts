/** The instruments by the folder of their provision files. A folder without a row goes by its own name. */
export const LAW_TITLES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  "criminal-law": { zh: "中华人民共和国刑法", en: "Criminal Law" },
  "spc-spp-2013-21": {
    zh: "法释〔2013〕21号 关于办理利用信息网络实施诽谤等刑事案件适用法律若干问题的解释",
    en: "Interpretation 2013 No. 21 on defamation and other crimes through networks",
  },
  "spc-spp-2015-11": {
    zh: "法释〔2015〕11号 关于审理掩饰、隐瞒犯罪所得、犯罪所得收益刑事案件适用法律若干问题的解释",
    en: "Interpretation 2015 No. 11 on concealing the proceeds of crime",
  },
  "spc-spp-2017-10": {
    zh: "法释〔2017〕10号 关于办理侵犯公民个人信息刑事案件适用法律若干问题的解释",
    en: "Interpretation 2017 No. 10 on infringing citizens' personal information",
  },
  "spc-spp-2019-15": {
    zh: "法释〔2019〕15号 关于办理非法利用信息网络、帮助信息网络犯罪活动等刑事案件适用法律若干问题的解释",
    en: "Interpretation 2019 No. 15 on illegal use of networks, aiding network crime and related cases",
  },
  "opinions-2021-22": {
    zh: "法发〔2021〕22号 关于办理电信网络诈骗等刑事案件适用法律若干问题的意见（二）",
    en: "Opinions 2021 No. 22 (II) on telecom and network fraud",
  },
  "opinions-2023-14": { zh: "法发〔2023〕14号 关于依法惩治网络暴力违法犯罪的指导意见", en: "Guiding Opinions 2023 No. 14 on network violence" },
  "opinions-2025-12": {
    zh: "法发〔2025〕12号 关于办理帮助信息网络犯罪活动等刑事案件有关问题的意见",
    en: "Opinions 2025 No. 12 on aiding network crime",
  },
  "spc-spp-2025-13": {
    zh: "法释〔2025〕13号 关于办理掩饰、隐瞒犯罪所得、犯罪所得收益刑事案件适用法律若干问题的解释",
    en: "Interpretation 2025 No. 13 on concealing the proceeds of crime",
  },
  "spc-spp-2004-11": {
    zh: "法释〔2004〕11号 关于办理利用互联网、移动通讯终端、声讯台制作、复制、出版、贩卖、传播淫秽电子信息刑事案件具体应用法律若干问题的解释",
    en: "Interpretation 2004 No. 11 on obscene electronic information",
  },
  "spc-spp-2005-3": { zh: "法释〔2005〕3号 关于办理赌博刑事案件具体应用法律若干问题的解释", en: "Interpretation 2005 No. 3 on gambling" },
  "opinions-2010-40": { zh: "公通字〔2010〕40号 关于办理网络赌博犯罪案件适用法律若干问题的意见", en: "Opinions 2010 No. 40 on online gambling" },
  "spc-spp-2010-3": {
    zh: "法释〔2010〕3号 关于办理利用互联网、移动通讯终端、声讯台制作、复制、出版、贩卖、传播淫秽电子信息刑事案件具体应用法律若干问题的解释（二）",
    en: "Interpretation 2010 No. 3 (II) on obscene electronic information",
  },
  "spc-spp-2011-7": { zh: "法释〔2011〕7号 关于办理诈骗刑事案件具体应用法律若干问题的解释", en: "Interpretation 2011 No. 7 on fraud" },
  "spc-spp-2011-19": {
    zh: "法释〔2011〕19号 关于办理危害计算机信息系统安全刑事案件应用法律若干问题的解释",
    en: "Interpretation 2011 No. 19 on crimes against computer systems",
  },
  "spc-spp-2013-10": { zh: "法释〔2013〕10号 关于办理敲诈勒索刑事案件适用法律若干问题的解释", en: "Interpretation 2013 No. 10 on extortion" },
  "opinions-2016-32": { zh: "法发〔2016〕32号 关于办理电信网络诈骗等刑事案件适用法律若干问题的意见", en: "Opinions 2016 No. 32 on telecom and network fraud" },
  "spc-spp-2024-10": { zh: "法释〔2024〕10号 关于办理洗钱刑事案件适用法律若干问题的解释", en: "Interpretation 2024 No. 10 on money laundering" },
  "spc-spp-2001-15": { zh: "法释〔2001〕15号 关于审理非法制造、买卖、运输枪支、弹药、爆炸物等刑事案件具体应用法律若干问题的解释", en: "Interpretation 2001 No. 15 on guns, ammunition and explosives" },
  "spc-spp-2013-18": { zh: "法释〔2013〕18号 关于办理寻衅滋事刑事案件适用法律若干问题的解释", en: "Interpretation 2013 No. 18 on picking quarrels" },
  "spc-spp-2018-19": { zh: "法释〔2009〕19号 关于办理妨害信用卡管理刑事案件具体应用法律若干问题的解释（经法释〔2018〕19号修正）", en: "Interpretation 2009 No. 19 on credit cards, as revised by 2018 No. 19" },
  "spc-spp-2019-1": { zh: "法释〔2019〕1号 关于办理非法从事资金支付结算业务、非法买卖外汇刑事案件适用法律若干问题的解释", en: "Interpretation 2019 No. 1 on settling payments and trading foreign exchange" },
  "articles-without-numbers": { zh: "没有载入量化司法解释的条文", en: "Articles for which no interpretation with numbers is loaded" },
};
