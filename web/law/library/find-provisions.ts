import type { LibraryLaw } from "#law/law.contract.ts";

/** The laws with only those rules in which every word stands, in either language; where the law's own title has a word, that word is found. */
export function findProvisions(laws: readonly LibraryLaw[], query: string, onlyUnconfirmed: boolean): readonly LibraryLaw[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  return laws.flatMap((law) => {
    const title = plain(`${law.title.zh} ${law.title.en}`);
    const articles = law.articles.flatMap((article) => {
      const entries = article.entries.filter((entry) => {
        const text = plain(
          `${title} ${article.id} ${article.title?.zh ?? ""} ${article.title?.en ?? ""} ${entry.cite} ${entry.meaning.zh} ${entry.meaning.en}`,
        );
        return (!onlyUnconfirmed || entry.unconfirmed) && words.every((word) => text.includes(word));
      });
      return entries.length === 0 ? [] : [{ ...article, entries }];
    });
    return articles.length === 0 ? [] : [{ ...law, articles }];
  });
}

/** How many rules they hold. */
export function countProvisions(laws: readonly LibraryLaw[]): number {
  return laws.reduce((sum, { articles }) => sum + articles.reduce((inner, { entries }) => inner + entries.length, 0), 0);
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(",", "").replaceAll("〔", "[").replaceAll("〕", "]");
}
