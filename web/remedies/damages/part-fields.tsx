import type { RemedyBooks } from "#remedies/books/books.contract.ts";
import { ComponentKind, ConsequenceKind, ConsequenceState } from "#remedies/damages/damages.contract.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { damagesText } from "#web/remedies/damages/damages.text.ts";
import { type DraftPart, isReadable } from "#web/remedies/damages/damages-draft.ts";
import { remediesText } from "#web/remedies/remedies.text.ts";

/** Kind, words and amount of one part; a circumstance has a number instead of money, a consequence how far it has come. */
export function PartFields({ part, books, onChange }: Props) {
  const t = useText(damagesText);
  const r = useText(remediesText);
  const words = useWords();
  const kinds: readonly (readonly [string, string])[] =
    part.group === "component"
      ? ComponentKind.options.map((one) => [one, t(one)] as const)
      : part.group === "consequence"
        ? ConsequenceKind.options.map((one) => [one, t(one)] as const)
        : books.factors.map(({ id, name }) => [id, words(name)] as const);
  return (
    <div className="remedy-editor-fields">
      <Choice
        showLabel
        label={t("kind")}
        value={part.kind}
        onChange={(kind) => onChange({ kind })}
        options={kinds}
        testId={`part-kind-${part.id}`}
      />
      <Labelled label={t("label")}>
        <input
          className="field"
          maxLength={200}
          value={part.label}
          onChange={(event) => onChange({ label: event.target.value })}
          data-testid={`part-label-${part.id}`}
        />
      </Labelled>
      <Labelled label={part.group === "factor" ? t("number") : t("amountUnknown")} error={isReadable(part) ? null : r("amountWrong")}>
        <input
          className="field"
          inputMode="decimal"
          maxLength={20}
          value={part.amount}
          onChange={(event) => onChange({ amount: event.target.value })}
          data-testid={`part-amount-${part.id}`}
        />
      </Labelled>
      {part.group === "consequence" ? (
        <Choice
          showLabel
          label={t("state")}
          value={part.state}
          onChange={(state) => onChange({ state })}
          options={ConsequenceState.options.map((one) => [one, one === "decided" ? t("state-decided") : t(one)])}
        />
      ) : (
        <span />
      )}
    </div>
  );
}

type Props = { readonly part: DraftPart; readonly books: RemedyBooks; readonly onChange: (over: Partial<DraftPart>) => void };
