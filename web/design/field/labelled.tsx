import { cloneElement, type ReactElement, useId } from "react";
import "#web/design/field/field.css";

type Control = { readonly id?: string; readonly "aria-describedby"?: string; readonly "aria-invalid"?: boolean };

/** A label above one control, under it the legal reason of a mandatory field and what is wrong with it. */
export function Labelled({
  label,
  reason,
  error,
  children,
}: {
  readonly label: string;
  readonly reason?: string;
  readonly error?: string | null;
  readonly children: ReactElement<Control>;
}) {
  const id = useId();
  const described = [reason === undefined ? null : `${id}-reason`, error ? `${id}-error` : null].filter((part) => part !== null).join(" ");
  return (
    <div className="labelled">
      <label htmlFor={id} className="labelled-name">
        {label}
      </label>
      {cloneElement(children, {
        id,
        ...(described === "" ? {} : { "aria-describedby": described }),
        ...(error ? { "aria-invalid": true } : {}),
      })}
      {error ? (
        <span id={`${id}-error`} className="labelled-error" role="alert">
          {error}
        </span>
      ) : null}
      {reason === undefined ? null : (
        <span id={`${id}-reason`} className="labelled-reason">
          {reason}
        </span>
      )}
    </div>
  );
}
