import { PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { useEffect, useState } from "react";
import type { z } from "zod";
import type { CaseList } from "#cases/cases.contract.ts";
import type { Office } from "#offices/offices.contract.ts";
import { casesText } from "#web/cases/cases.text.ts";
import { CaseTable } from "#web/cases/list/case-table.tsx";
import { Choice } from "#web/design/choice/choice.tsx";
import { formatNumber } from "#web/design/number/number.ts";
import { Pager } from "#web/design/pager/pager.tsx";
import { Empty } from "#web/design/state/state.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { STAGE_WORDS } from "#web/words/words.text.ts";

type Change = (changes: Readonly<Record<string, string | null>>) => void;

export function CasesView({ list, filter, offices, mayOpen, onChange, onClear }: Props) {
  const t = useText(casesText);
  const words = useWords();
  const filtered = ["query", "stage", "officeCode", "mine"].some((name) => filter[name] !== undefined);
  return (
    <section className="panel panel-flush" aria-label={t("title")}>
      <div className="page-head" style={{ padding: "14px 20px 0", marginBottom: 12 }}>
        <h1>
          {t("title")}{" "}
          <span className="quiet figure" style={{ fontSize: 14, fontWeight: 400 }} data-testid="cases-total" aria-live="polite">
            {t("found", { n: formatNumber(list.total) })}
          </span>
        </h1>
        {mayOpen ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => onChange({ new: "1" })} data-testid="open-case">
            {t("openCase")}
          </Button>
        ) : null}
      </div>
      <div className="line" style={{ padding: "0 20px 12px" }}>
        <QueryField value={filter["query"] ?? ""} onChange={(query) => onChange({ query })} />
        <Choice
          label={t("stage")}
          value={filter["stage"] ?? ""}
          onChange={(stage) => onChange({ stage })}
          options={[["", t("allStages")], ...Object.entries(STAGE_WORDS).map(([stage, name]): [string, string] => [stage, words(name)])]}
        />
        <Choice
          label={t("office")}
          value={filter["officeCode"] ?? ""}
          onChange={(officeCode) => onChange({ officeCode })}
          options={[["", t("allOffices")], ...offices.map((office): [string, string] => [office.code, words(office.name)])]}
        />
        <Choice
          label={t("sort")}
          value={filter["sort"] ?? "updated"}
          onChange={(sort) => onChange({ sort: sort === "updated" ? null : sort })}
          options={[
            ["updated", t("sortUpdated")],
            ["number", t("sortNumber")],
            ["accepted", t("sortAccepted")],
          ]}
        />
        <Checkbox checked={filter["mine"] === "true"} onChange={(event) => onChange({ mine: event.target.checked ? "true" : null })}>
          {t("mine")}
        </Checkbox>
        {filtered ? (
          <Button type="link" size="small" onClick={onClear}>
            {t("clear")}
          </Button>
        ) : null}
      </div>
      {list.items.length === 0 ? (
        <Empty title={t(filtered ? "noneFound" : "noneYet")} testId="cases-empty">
          <p>{t(filtered ? "noneFoundBody" : "noneYetBody")}</p>
        </Empty>
      ) : (
        <CaseTable cases={list.items} label={t("title")} />
      )}
      <Pager page={list.page} size={list.size} total={list.total} onPage={(page) => onChange({ page: page === 1 ? null : String(page) })} />
    </section>
  );
}

function QueryField({ value, onChange }: { readonly value: string; readonly onChange: (query: string) => void }) {
  const t = useText(casesText);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChange(typed.trim());
      }}
    >
      <label className="choice">
        <span className="visually-hidden">{t("query")}</span>
        <input
          className="field"
          type="search"
          value={typed}
          maxLength={80}
          placeholder={t("query")}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => typed.trim() !== value && onChange(typed.trim())}
          data-testid="cases-query"
        />
      </label>
    </form>
  );
}

type Props = {
  readonly list: z.infer<typeof CaseList>;
  readonly filter: Readonly<Record<string, string>>;
  readonly offices: readonly Office[];
  readonly mayOpen: boolean;
  readonly onChange: Change;
  readonly onClear: () => void;
};
