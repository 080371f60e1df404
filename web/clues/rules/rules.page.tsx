import { Button } from "antd";
import type { Session } from "#access/access.contract.ts";
import { ClueTrack } from "#clues/clues.contract.ts";
import { type ClueRules, RuleList } from "#clues/rules/clue-rules.contract.ts";
import { DISMISS_REASONS } from "#clues/tell-clue.ts";
import { useWhere } from "#web/app/shell/breadcrumb.tsx";
import { useAddress } from "#web/app/use-address.ts";
import { FIELD_WORDS, KIND_WORDS } from "#web/clues/clue-words.text.ts";
import { cluesText } from "#web/clues/clues.text.ts";
import { buildRulesCsv, wordsOfRule } from "#web/clues/rules/format-precision.ts";
import { RulePanel } from "#web/clues/rules/rule.panel.tsx";
import { RulePromptsPanel } from "#web/clues/rules/rule-prompts.panel.tsx";
import { rulesText } from "#web/clues/rules/rules.text.ts";
import { RulesTable } from "#web/clues/rules/rules-table.tsx";
import { type RulesFilter, useClueRules } from "#web/clues/rules/use-rules.ts";
import { downloadText } from "#web/design/chart/download.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Empty, Loading, Problem } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import "#web/clues/clues.css";
import "#web/clues/rules/rules.css";

/** 规则效果 Rules with what became of their prompts. Without a word in the address it is the reader's own office; `office=all`: all they see. */
export function RulesPage({ session }: { readonly session: Session }) {
  const t = useText(rulesText);
  const c = useText(cluesText);
  useWhere([{ label: c("title"), to: "/clues" }, { label: t("title") }]);
  const [address, setAddress] = useAddress();
  const change = (changes: Readonly<Record<string, string | null>>) =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) value === null || value === "" ? next.delete(name) : next.set(name, value);
      return next;
    });
  const asked = address.get("office") ?? session.person.officeCode;
  const office = asked === "all" ? undefined : asked;
  const [track, field, open] = [address.get("track"), address.get("field"), address.get("rule")];
  const filter = {
    ...(office === undefined ? {} : { office }),
    ...(track === null ? {} : { track }),
    ...(field === null ? {} : { field }),
  };
  const rules = useClueRules(filter);
  if (rules.isPending) return <Loading lines={8} />;
  if (rules.isError) return <Problem error={rules.error} onRetry={() => rules.refetch()} />;
  const list = RuleList.safeParse(address.get("list")).data;
  const chosen = rules.data.rules.find(({ rule }) => rule === open);
  return (
    <>
      <RulesView known={rules.data} filter={filter} asked={asked} own={session.person.officeCode} open={open} onChange={change} />
      {chosen === undefined ? null : list === undefined ? (
        <RulePanel
          key={chosen.rule}
          rule={chosen}
          office={office}
          known={rules.data}
          onList={(opened) => change({ list: opened, page: null })}
          onClose={() => change({ rule: null })}
        />
      ) : (
        <RulePromptsPanel
          key={`${chosen.rule} ${list}`}
          rule={chosen.rule}
          list={list}
          filter={filter}
          page={Math.max(1, Number(address.get("page") ?? 1) || 1)}
          onPage={(page) => change({ page: page === 1 ? null : String(page) })}
          onBack={() => change({ list: null, page: null })}
          onClose={() => change({ rule: null, list: null, page: null })}
        />
      )}
    </>
  );
}

function RulesView({ known, filter, asked, own, open, onChange }: Props) {
  const t = useText(rulesText);
  const words = useWords();
  const used = known.rules
    .filter(({ figures, withheld }) => figures.prompts + withheld > 0)
    .toSorted((one, other) => Number(isNoisy(other)) - Number(isNoisy(one)) || other.figures.prompts - one.figures.prompts);
  const unused = known.rules.filter(({ figures, withheld }) => figures.prompts + withheld === 0);
  const noisy = used.filter(isNoisy).length;
  const offices: [string, string][] = known.offices.filter(({ code }) => code !== own).map(({ code, name }) => [code, words(name)]);
  const { decided, upperBelow, confidence } = known.noisy;
  const apart = known.apart.map((code) => words(DISMISS_REASONS[code])).join(" / ");
  return (
    <section className="panel panel-flush" data-testid="rules" aria-label={t("title")}>
      <div className="page-head clue-head">
        <div>
          <h1>{t("title")}</h1>
          <p data-testid="rules-finding">{noisy === 0 ? t("findingNone") : t("findingNoisy", { n: noisy })}</p>
        </div>
        <Button size="small" onClick={() => downloadText("clue-rules.csv", "text/csv", buildRulesCsv(known, words))}>
          CSV
        </Button>
      </div>
      <div className="line clue-filters">
        <Choice
          showLabel
          label={t("office")}
          value={asked}
          onChange={(office) => onChange({ office: office === own ? null : office })}
          options={[[own, t("ownOffice")], ["all", t("all")], ...offices]}
          testId="rules-office"
        />
        <Choice
          showLabel
          label={t("track")}
          value={filter.track ?? ""}
          onChange={(track) => onChange({ track })}
          options={[["", t("any")], ...ClueTrack.options.map((one): [string, string] => [one, words(KIND_WORDS[one])])]}
        />
        <Choice
          showLabel
          label={t("field")}
          value={filter.field ?? ""}
          onChange={(field) => onChange({ field })}
          options={[["", t("any")], ...Object.entries(FIELD_WORDS).map(([one, name]): [string, string] => [one, words(name)])]}
        />
      </div>
      {used.length === 0 ? (
        <Empty title={t("none")} testId="rules-empty">
          <p>{t("noneBody")}</p>
        </Empty>
      ) : (
        <RulesTable
          rules={used}
          filter={filter}
          line={upperBelow}
          open={open}
          onOpen={(rule, opened) => onChange({ rule, list: opened ?? null, page: null })}
        />
      )}
      <div className="stack-tight rules-foot small quiet">
        <p>{t("why")}</p>
        <p>{t("how", { confidence: `${confidence * 100}%`, apart, decided, below: `${upperBelow * 100}%` })}</p>
        <p>{t("retiredHow")}</p>
        {unused.length === 0 ? null : (
          <p>{t("unused", { n: unused.length, names: unused.map(({ rule }) => words(wordsOfRule(rule))).join(" / ") })}</p>
        )}
      </div>
    </section>
  );
}

function isNoisy({ figures }: ClueRules["rules"][number]): boolean {
  return figures.verdict === "noisy";
}

type Props = {
  readonly known: ClueRules;
  readonly filter: RulesFilter;
  readonly asked: string;
  readonly own: string;
  readonly open: string | null;
  readonly onChange: (changes: Readonly<Record<string, string | null>>) => void;
};
