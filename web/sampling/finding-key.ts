import type { KeyboardEvent } from "react";

/**
 * One item of a list looked at by keyboard: j and k go on and back, a key of `findings` says what was found and goes on. To be put on
 * the button of an `<li>`.
 */
export function findingKey<Finding extends string>(findings: Readonly<Record<string, Finding>>, found: (finding: Finding) => void) {
  return (event: KeyboardEvent<HTMLButtonElement>): void => {
    const finding = findings[event.key];
    if (finding === undefined && event.key !== "j" && event.key !== "k") return;
    event.preventDefault();
    if (finding !== undefined) found(finding);
    const item = event.currentTarget.parentElement;
    const next = event.key === "k" ? item?.previousElementSibling : item?.nextElementSibling;
    next?.querySelector("button")?.focus();
  };
}
