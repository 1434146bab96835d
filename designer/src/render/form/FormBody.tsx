import "./form.css";
import { useEffect, useMemo, useState } from "react";
import type { Fields, Placed, Screen, Section, Tab } from "../../contract/screen.ts";
import { tabKeys, tabStop } from "../control/tabKeys.ts";
import { holds } from "../expression/evaluate.ts";
import { isWide, typeOf } from "../widget/registry.ts";
import { liveRow } from "./compute.ts";
import { FieldFinder, type Findable } from "./FieldFinder.tsx";
import { focusField } from "./focus.ts";
import { FormField } from "./FormField.tsx";
import { placedIn } from "./needed.ts";
import type { FormState } from "./state.ts";

export interface BodyProps {
  readonly screen: Screen;
  readonly fields: Fields;
  readonly state: FormState;
  readonly faults: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
}

const isWrong = (field: string, faults: BodyProps["faults"]) => Object.keys(faults).some((path) => path === field || path.startsWith(`${field}[`) || path.startsWith(`${field}.`));

/** Among more fields than these one is looked for. */
const MANY = 40;

/** The tabs, sections and fields of a form. */
export function FormBody(props: BodyProps) {
  const { screen, state, fields, faults } = props;
  const [chosen, setChosen] = useState(0);
  const row = useMemo(() => liveRow(state.record, fields, state.where), [state.record, fields, state.where]);
  const tabs = (screen.tabs ?? []).filter(({ visible }) => holds(visible, [row], state.where, true));
  const tab = tabs[Math.min(chosen, tabs.length - 1)];
  const wrongIn = (each: Tab) => placedIn([each]).filter(({ field }) => isWrong(field, faults)).length;
  const findable = useMemo(
    () =>
      (screen.tabs ?? []).flatMap((each) =>
        placedIn([each]).flatMap(({ field, title }): readonly Findable[] => {
          const found = screen.fields[field] ?? fields[field];
          return found ? [{ name: field, title: title ?? found.title, tab: each.title }] : [];
        }),
      ),
    [screen, fields],
  );
  const find = ({ name }: Findable) => {
    const at = tabs.findIndex((each) => placedIn([each]).some(({ field }) => field === name));
    if (at < 0) return;
    setChosen(at);
    focusField(name);
  };
  // Whoever saves what is not right yet is led to the first field that says so.
  useEffect(() => {
    const first = findable.find(({ name }) => isWrong(name, faults));
    if (first) find(first);
    // Once for each answer, not while one types on.
    // eslint-disable-next-line
  }, [faults]);
  return (
    <div className="form-body">
      {tabs.length > 1 && (
        <div className="form-tabs">
          <div className="tabs" role="tablist" aria-label={screen.title} onKeyDown={tabKeys()}>
            {tabs.map((each, index) => {
              const wrong = wrongIn(each);
              return (
                <button key={each.name} id={`tab-${each.name}`} type="button" role="tab" aria-selected={each === tab} aria-controls="tab-panel" tabIndex={tabStop(each === tab)} className="plain tab" onClick={() => setChosen(index)}>
                  {each.title}
                  {wrong > 0 && <span className="tab-wrong">{wrong}</span>}
                </button>
              );
            })}
          </div>
          {findable.length > MANY && <FieldFinder fields={findable} onFind={find} />}
        </div>
      )}
      {tab && (
        <div id="tab-panel" {...(tabs.length > 1 && { role: "tabpanel", "aria-labelledby": `tab-${tab.name}` })} className="form-sections">
          {tab.sections.map((section) => holds(section.visible, [row], state.where, true) && <FormSection key={section.name} {...props} section={section} />)}
        </div>
      )}
    </div>
  );
}

function FormSection({ section, ...props }: BodyProps & { readonly section: Section }) {
  const { screen, fields, state } = props;
  const row = useMemo(() => liveRow(state.record, fields, state.where), [state.record, fields, state.where]);
  const fieldOf = ({ field }: Placed) => screen.fields[field] ?? fields[field];
  const shows = (placed: Placed) => {
    const field = fieldOf(placed);
    return field !== undefined && holds(field.visible, [row], state.where, true) && holds(placed.visible, [row], state.where, true);
  };
  const columns = section.columns.map((column) => column.filter(shows)).filter((column) => column.length > 0);
  if (columns.length === 0) return null;
  // A column of its own for what needs room: lines and long texts in the only column of a section.
  const alone = columns.length === 1;
  const flowing = alone && (columns[0] ?? []).every((placed) => !isWideField(placed));
  return (
    <section className="form-section" aria-label={section.title}>
      {section.title && <h2>{section.title}</h2>}
      <div className={`form-columns ${flowing ? "form-flowing" : ""}`} style={alone ? undefined : ({ "--columns": columns.length } as React.CSSProperties)} data-columns={columns.length}>
        {columns.map((column, index) => (
          <div key={index} className="form-column">
            {column.map((placed) => (
              <FormField key={placed.field} {...props} placed={placed} row={row} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );

  function isWideField(placed: Placed): boolean {
    const field = fieldOf(placed);
    return field !== undefined && (isWide(field) || typeOf(field) === "lines");
  }
}
