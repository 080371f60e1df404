/**
 * Allocated segments of mobile numbers (网号及H₀): MIIT 《我国公众移动通信网网号及H₀分配情况》 to the end of March 2023, as on
 * zh.wikisource.org. A digit range stands in brackets. 13-digit numbers of 140–144 and 10648 are machines (物联网) and no segment here.
 * 1349 is given out one digit further down: 13492, 13493 and 13499 only.
 * Later allocations: add a new dated table; the newest one counts.
 */
export const MOBILE_SEGMENTS = {
  asOf: "2023-03-31",
  segments: [
    "13[0-35-9]", "134[0-8]", "1349[239]", "145", "146", "147", "148", "149", "15[0-3]", "15[5-9]", "1619", "162", "165", "166", "167", "170", "171", "172", "173",
    "1740", "1741[0-2]", "1749", "175", "176", "177", "178", "18[0-9]", "19[0-3]", "19[5-9]",
  ],
} as const;
