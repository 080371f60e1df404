import { Button } from "antd";
import type { ReactNode } from "react";
import { assessmentText } from "#web/assessment/assessment.text.ts";
import { SetForm } from "#web/assessment/facts-mapping.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { ThreeValued } from "#web/design/field/three-valued.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { nameOfSet } from "#web/law/name-set.ts";
import { commonText } from "#web/words/common.text.ts";
import { TIER_WORDS } from "#web/words/words.text.ts";

const Kind = SetForm.shape.conducts.unwrap().element.shape.kind;
type ConductForm = NonNullable<SetForm["conducts"]>[number];

/** One set of items and what was done with it. */
export function SetFields({
  set,
  offers,
  onChange,
  onRemove,
}: {
  readonly set: SetForm;
  /** what documents say was done with it */
  readonly offers: ReactNode;
  readonly onChange: (set: SetForm) => void;
  readonly onRemove: () => void;
}) {
  const t = useText(assessmentText);
  const c = useText(commonText);
  const words = useWords();
  const conducts = set.conducts ?? [];
  const path = `fact-sets[${set.id}]`;
  const change = (place: number, part: Partial<ConductForm>) =>
    onChange({ ...set, conducts: conducts.map((conduct, at) => (at === place ? { ...conduct, ...part } : conduct)) });
  return (
    <div className={`item-set item-set-${set.tier || "unknown"}`} data-testid="fact-set">
      <div className="line between">
        <span className="quiet">{words(nameOfSet(set.id))}</span>
        <Button size="small" type="text" onClick={onRemove} aria-label={`${t("removeSet")} ${words(nameOfSet(set.id))}`}>
          {t("removeSet")}
        </Button>
      </div>
      <div className="two">
        <Choice
          showLabel
          label={t("tier")}
          value={set.tier}
          onChange={(tier) => onChange({ ...set, tier: SetForm.shape.tier.parse(tier) })}
          testId={`${path}.tier`}
          options={[...(["A", "B", "C"] as const).map((tier): [string, string] => [tier, words(TIER_WORDS[tier])]), ["", c("unknown")]]}
        />
        <Labelled label={t("items")}>
          <input
            className="field figure"
            data-fact={`${path}.items`}
            inputMode="numeric"
            value={set.items}
            placeholder={t("emptyUnknown")}
            onChange={(event) => onChange({ ...set, items: event.target.value })}
            data-testid="fact-items"
          />
        </Labelled>
      </div>
      {conducts.map((conduct, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conducts have no identity of their own
        <div key={place} className="conduct">
          <div className="line">
            <Choice
              label={t("conducts")}
              value={conduct.kind}
              onChange={(kind) => change(place, { kind: Kind.parse(kind) })}
              options={Kind.options.map((kind) => [kind, t(kind)])}
              testId="conduct-kind"
            />
            {conduct.kind === "obtain" ? null : (
              <input
                className="field grow"
                id={`${path}.conducts[${place}].recipient`}
                aria-label={t("recipient")}
                placeholder={`${t("recipient")}：${t("recipientHint")}`}
                value={conduct.recipient}
                maxLength={80}
                onChange={(event) => change(place, { recipient: event.target.value })}
                data-testid="conduct-recipient"
              />
            )}
            <Button size="small" type="text" onClick={() => onChange({ ...set, conducts: without(conducts, place) })}>
              {t("remove")}
            </Button>
          </div>
          {conduct.kind === "obtain" ? null : (
            <ThreeValued
              label={t("insider")}
              value={conduct.insider}
              onChange={(insider) => change(place, { insider })}
              testId={`${path}.conducts[${place}].insider`}
            />
          )}
        </div>
      ))}
      <div className="line" id={`${path}.conducts`}>
        <Button
          size="small"
          onClick={() =>
            onChange({ ...set, conducts: [...conducts, { kind: conducts.length === 0 ? "obtain" : "sell", recipient: "", insider: null }] })
          }
          data-testid="add-conduct"
        >
          {t("addConduct")}
        </Button>
        {set.conducts === null ? (
          <>
            <span className="mark mark-unknown">{t("conductsUnknown")}</span>
            <Button size="small" onClick={() => onChange({ ...set, conducts: [] })}>
              {t("sayNothingDone")}
            </Button>
          </>
        ) : conducts.length === 0 ? (
          <>
            <span className="mark">{t("nothingDone")}</span>
            <Button size="small" onClick={() => onChange({ ...set, conducts: null })}>
              {t("sayUnknown")}
            </Button>
          </>
        ) : null}
      </div>
      {offers}
    </div>
  );
}

/** Without the conduct at the place; that the last one is taken away says that it is unknown what was done, not that nothing was. */
function without(conducts: readonly ConductForm[], place: number): ConductForm[] | null {
  const left = conducts.filter((_, at) => at !== place);
  return left.length === 0 ? null : left;
}
