import { DEPARTMENT_NAMES } from "#transfers/tell-transfer.ts";
import { TransferDepartment, TransferTarget } from "#transfers/transfers.contract.ts";
import { useSession } from "#web/app/use-session.ts";
import { useOffices } from "#web/cases/use-offices.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { useText, useWords } from "#web/design/text/language.tsx";
import { transfersText } from "#web/transfers/transfers.text.ts";

export type TypedTarget = {
  readonly kind: string;
  readonly department: string;
  readonly officeCode: string;
  readonly organ: string;
  readonly name: string;
};
export const EMPTY_TARGET: TypedTarget = { kind: "department", department: "", officeCode: "", organ: "police", name: "" };

/** The target as the server wants it; null while something is missing. */
export function readTarget(typed: TypedTarget): TransferTarget | null {
  return TransferTarget.safeParse(typed).data ?? null;
}

/** Another department, another procuratorate of the level (or the next higher one), or an organ outside. */
export function TargetFields({ target, from, tried, onChange }: Props) {
  const t = useText(transfersText);
  const words = useWords();
  const session = useSession();
  const missing = tried && readTarget(target) === null;
  return (
    <>
      <Choice
        showLabel
        label={t("kind")}
        value={target.kind}
        onChange={(kind) => onChange({ ...target, kind })}
        options={[
          ["department", t("kindDepartment")],
          ["procuratorate", t("kindProcuratorate")],
          ["outside", t("kindOutside")],
        ]}
        testId="transfer-kind"
      />
      {target.kind === "department" ? (
        <Labelled label={t("department")} error={missing ? t("missing") : null}>
          <select
            className="field"
            value={target.department}
            onChange={(event) => onChange({ ...target, department: event.target.value })}
            data-testid="transfer-department"
          >
            <option value="">{t("choose")}</option>
            {TransferDepartment.options
              .filter((one) => one !== session.data?.person.department)
              .map((one) => (
                <option key={one} value={one}>
                  {words(DEPARTMENT_NAMES[one])}
                </option>
              ))}
          </select>
        </Labelled>
      ) : target.kind === "procuratorate" ? (
        <OfficeField target={target} from={from} missing={missing} onChange={onChange} />
      ) : (
        <div className="two">
          <Choice
            showLabel
            label={t("organ")}
            value={target.organ}
            onChange={(organ) => onChange({ ...target, organ })}
            options={[
              ["police", t("police")],
              ["administrative", t("administrative")],
            ]}
          />
          <Labelled label={t("organName")} reason={t("organReason")} error={missing ? t("missing") : null}>
            <input
              className="field"
              maxLength={80}
              value={target.name}
              onChange={(event) => onChange({ ...target, name: event.target.value })}
              data-testid="transfer-organ"
            />
          </Labelled>
        </div>
      )}
    </>
  );
}

function OfficeField({ target, from, missing, onChange }: OfficeProps) {
  const t = useText(transfersText);
  const words = useWords();
  const offices = useOffices().data?.items ?? [];
  const own = offices.find(({ code }) => code === from);
  // the superior first, then the neighbours below it, then the rest of the level
  const near = (parentCode: string | null) => (parentCode === own?.parentCode ? 0 : 1);
  const equals = offices
    .filter(({ code, level }) => code !== from && level === own?.level)
    .sort((one, other) => near(one.parentCode) - near(other.parentCode));
  const superior = offices.filter(({ code }) => code === own?.parentCode);
  return (
    <Labelled label={t("office")} reason={t("officeReason")} error={missing ? t("missing") : null}>
      <select
        className="field"
        value={target.officeCode}
        onChange={(event) => onChange({ ...target, officeCode: event.target.value })}
        data-testid="transfer-office"
      >
        <option value="">{t("choose")}</option>
        {superior.map(({ code, name }) => (
          <option key={code} value={code}>
            {`${words(name)} · ${t("upward")}`}
          </option>
        ))}
        {equals.map(({ code, name }) => (
          <option key={code} value={code}>
            {words(name)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

type Props = {
  readonly target: TypedTarget;
  readonly from: string;
  readonly tried: boolean;
  readonly onChange: (target: TypedTarget) => void;
};
type OfficeProps = Omit<Props, "tried"> & { readonly missing: boolean };
