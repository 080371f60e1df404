import type { Hit, TraitCount } from "#cross-checks/cross-checks.contract.ts";
import { TRAIT_KINDS } from "#cross-checks/trait-kinds.data.ts";
import { crossChecksText } from "#web/cross-checks/cross-checks.text.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";

/** Kinds with their numbers; never a value. */
export function TraitList({ traits }: { readonly traits: readonly TraitCount[] }) {
  const words = useWords();
  return (
    <ul className="trait-list">
      {traits.map(({ kind, many }) => (
        <li key={kind}>
          {words(TRAIT_KINDS[kind])} <span className="figure quiet">×{many}</span>
        </li>
      ))}
    </ul>
  );
}

/** How much is shared, as a word; dashed, since the machine says so. */
export function StrengthMark({ strength }: { readonly strength: Hit["strength"] }) {
  const t = useText(crossChecksText);
  return (
    <span className="clue-suggested">
      <Mark tone={strength === "much" ? "warn" : "plain"}>{t(strength)}</Mark>
    </span>
  );
}
