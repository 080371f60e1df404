import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { DocumentNumberList } from "#legal-documents/legal-documents.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { formatDay } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { Mark } from "#web/design/mark/mark.tsx";
import { Empty, InlineProblem, Loading, Problem } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";
import { templatesText } from "#web/legal-documents/templates.text.ts";
import { useNumbers, useSetShortName } from "#web/legal-documents/use-templates.ts";

/** 文号登记簿 the numbers of the office as they were given, void ones with their reason; and the short name they begin with. */
export function NumbersView() {
  const t = useText(templatesText);
  const words = useWords();
  const { language } = useLanguage();
  const numbers = useNumbers();
  if (numbers.isPending) return <Loading lines={4} />;
  if (numbers.isError) return <Problem error={numbers.error} onRetry={() => numbers.refetch()} />;
  const { items } = numbers.data;
  return (
    <section className="panel panel-flush" data-testid="numbers">
      <div className="panel-head stack-tight">
        <h2>{t("numbers")}</h2>
        <p className="quiet small">{t("numbersWhy")}</p>
        <ShortNameForm key={numbers.data.shortName} numbers={numbers.data} />
      </div>
      {items.length === 0 ? (
        <Empty title={t("noNumbers")}>
          <p>{t("noNumbersHelp")}</p>
        </Empty>
      ) : (
        <DataTable
          label={t("numbers")}
          rows={items}
          rowKey={({ documentId }) => documentId}
          rowTestId="number-row"
          columns={[
            {
              key: "number",
              title: t("number"),
              nowrap: true,
              render: ({ number, documentId }) => (
                <Link to={`/documents?document=${documentId}`} className="figure">
                  {number}
                </Link>
              ),
            },
            { key: "kind", title: t("kind"), render: ({ kindName }) => words(kindName) },
            { key: "on", title: t("givenOn"), nowrap: true, render: ({ givenOn }) => formatDay(givenOn, language) },
            { key: "by", title: t("by"), nowrap: true, gives: "last", render: ({ by }) => by },
            {
              key: "state",
              title: t("state"),
              render: ({ voided }) =>
                voided === null ? (
                  <Mark tone="good">{t("valid")}</Mark>
                ) : (
                  <span className="bad break">{t("voided", { reason: voided })}</span>
                ),
            },
          ]}
        />
      )}
    </section>
  );
}

function ShortNameForm({ numbers: { shortName, shortNameSet, mayManage } }: { readonly numbers: DocumentNumberList }) {
  const t = useText(templatesText);
  const [typed, setTyped] = useState(shortName);
  const [tried, setTried] = useState(false);
  const set = useSetShortName();
  const requestId = useRequestId();
  const wrong = !/^\p{Script=Han}{1,8}$/u.test(typed.trim());
  const example = `${t("example")} ${typed.trim()}检刑诉〔${new Date().getFullYear()}〕1号`;
  if (!mayManage)
    return (
      <p>
        <span className="quiet">{t("shortName")}</span> {shortName}
      </p>
    );
  return (
    <form
      className="line"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!wrong) set.mutate({ requestId: requestId.current(), shortName: typed.trim() }, { onSuccess: () => requestId.renew() });
      }}
    >
      <Labelled label={t("shortName")} error={tried && wrong ? t("shortNameWrong") : null} reason={example}>
        <input className="field" value={typed} maxLength={8} onChange={(event) => setTyped(event.target.value)} data-testid="short-name" />
      </Labelled>
      <Button htmlType="submit" loading={set.isPending} data-testid="short-name-set">
        {t("setShortName")}
      </Button>
      <Mark tone={shortNameSet ? "good" : "warn"}>{shortNameSet ? t("set") : t("derived")}</Mark>
      <InlineProblem error={set.error} />
    </form>
  );
}
