import type { TextTable } from "#web/design/text/text.ts";

export const signInText = {
  title: { zh: "双轨", en: "Tandem" },
  subtitle: {
    zh: "侵犯公民个人信息案件 · 刑事与公益诉讼协同办案",
    en: "Personal-information cases on the criminal and the public-interest track",
  },
  account: { zh: "账号", en: "Account" },
  password: { zh: "口令", en: "Password" },
  signIn: { zh: "登录", en: "Sign in" },
  accountMissing: { zh: "请填写账号", en: "Enter the account" },
  passwordMissing: { zh: "请填写口令", en: "Enter the password" },
  boundary: {
    zh: "本系统只处理经合法程序取得并登记的证据，不采集网络信息，不对任何人评分；统计与评估只供参考，由署名的检察人员决定。",
    en: "Tandem works only on evidence lawfully obtained and recorded. It collects nothing from the network and scores nobody; counts and assessments advise, a named prosecutor decides.",
  },
  audited: { zh: "登录、查阅和检索均留痕。", en: "Sign-ins, readings and searches are recorded." },
  againTitle: { zh: "登录已过期", en: "The session has ended" },
  againBody: {
    zh: "请重新登录。已填写的内容保留在本页，登录后继续提交。",
    en: "Sign in again. What you typed is kept and will be sent afterwards.",
  },
  leave: { zh: "退出并离开本页", en: "Leave this page" },
} as const satisfies TextTable;
