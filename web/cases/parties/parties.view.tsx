import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { caseText } from "#web/cases/case.text.ts";
import { Empty } from "#web/design/state/state.tsx";
import { DataTable } from "#web/design/table/data-table.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { PARTY_KIND_WORDS, PARTY_ROLE_WORDS } from "#web/words/words.text.ts";

export function PartiesView({
  detail,
  chosen,
  onOpen,
}: {
  readonly detail: CaseDetail;
  readonly chosen: string | null;
  readonly onOpen: (party: string) => void;
}) {
  const t = useText(caseText);
  const words = useWords();
  return (
    <section className="panel panel-flush">
      <div className="line between panel-head">
        <h2>{t("parties")}</h2>
        {detail.can.includes("add-party") ? (
          <Button icon={<PlusOutlined />} onClick={() => onOpen("new")} data-testid="add-party">
            {t("addParty")}
          </Button>
        ) : null}
      </div>
      {detail.parties.length === 0 ? (
        <Empty title={t("noParties")}>
          <p>{t("noPartiesBody")}</p>
        </Empty>
      ) : (
        <DataTable
          label={t("parties")}
          rows={detail.parties}
          rowKey={(party) => party.id}
          rowTestId="party-row"
          onOpen={(party) => onOpen(party.id)}
          isChosen={(party) => party.id === chosen}
          columns={[
            {
              key: "name",
              title: t("name"),
              render: (party) => (
                <Button type="link" style={{ padding: 0, height: "auto" }} onClick={() => onOpen(party.id)}>
                  {party.name}
                </Button>
              ),
            },
            { key: "role", title: t("partyRole"), nowrap: true, render: (party) => words(PARTY_ROLE_WORDS[party.role]) },
            { key: "kind", title: t("kind"), nowrap: true, render: (party) => words(PARTY_KIND_WORDS[party.kind]) },
            { key: "note", title: t("note"), render: (party) => party.note ?? "" },
          ]}
        />
      )}
    </section>
  );
}
