import { useWords } from "#web/design/text/language.tsx";
import { TIER_MEANING, TIER_WORDS } from "#web/words/words.text.ts";

/** A tier with its threshold; the same colour in every chart. */
export function TierTag({ tier, meaning = false }: { readonly tier: "A" | "B" | "C"; readonly meaning?: boolean }) {
  const words = useWords();
  return (
    <span>
      <span className={`tier tier-${tier}`}>{words(TIER_WORDS[tier])}</span>
      {meaning ? <span className="quiet small"> {words(TIER_MEANING[tier])}</span> : null}
    </span>
  );
}
