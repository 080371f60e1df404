const ORDINALS = ["一", "二", "三", "四"];

/** 刑法条文顺序 the place of an article in the code: 287 before 287之一 before 288. */
export function placeOfArticle(article: string): number {
  const [number = "", , ordinal = ""] = article.split(/(之)/);
  return Number(number) * 10 + (ordinal === "" ? 0 : ORDINALS.indexOf(ordinal) + 1);
}
