import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  /** The id of the control. */
  readonly of: string;
  readonly required?: boolean;
  readonly help?: string | undefined;
  /** What is wrong with what was typed. */
  readonly fault?: string | undefined;
  readonly children: ReactNode;
}

/** A control under its label. */
export function Labelled({ label, of, required = false, help, fault, children }: Props) {
  return (
    <div className="labelled">
      <label id={`${of}-label`} htmlFor={of} className={required ? "label label-required" : "label"}>
        {label}
      </label>
      {children}
      {fault && (
        <small className="form-fault" role="alert">
          {fault}
        </small>
      )}
      {help && <small className="muted">{help}</small>}
    </div>
  );
}
