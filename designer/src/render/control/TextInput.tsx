import { Input } from "@ui5/webcomponents-react/Input";
import { type ComponentProps, type ReactNode, useLayoutEffect, useRef } from "react";

type Kind = "Text" | "Password" | "Email" | "Tel" | "URL" | "Search" | "Number";
type InputElement = HTMLElement & { value: string; getFocusDomRefAsync?: () => Promise<HTMLElement | undefined> };

export interface TextInputProps {
  readonly id?: string;
  readonly name?: string;
  readonly value: string;
  readonly kind?: Kind;
  readonly label?: string;
  readonly placeholder?: string;
  /** What is said of it besides its name, to whoever does not see what stands around it. */
  readonly description?: string | undefined;
  readonly readOnly?: boolean;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly clearable?: boolean;
  readonly max?: number;
  /** What is wrong with it. */
  readonly fault?: string | undefined;
  readonly icon?: ReactNode;
  readonly autoFocus?: boolean;
  /** What is typed first takes the place of what is there. */
  readonly replaces?: boolean;
  readonly className?: string;
  /** With every key. */
  readonly onInput?: (value: string) => void;
  /** When done with it: left, or Enter. */
  readonly onCommit?: (value: string) => void;
  readonly onKeyDown?: (event: React.KeyboardEvent) => void;
}

/** A line of text. The component keeps a value of its own, so ours is put back into it after each change. */
export function TextInput(props: TextInputProps) {
  const { id, name, value, kind = "Text", label, placeholder, description, readOnly, disabled, required, clearable, max, fault, icon, autoFocus, replaces = false, className } = props;
  const element = useRef<InputElement>(null);
  useLayoutEffect(() => {
    if (element.current && element.current.value !== value) element.current.value = value;
  });
  useLayoutEffect(() => {
    if (!autoFocus) return;
    element.current?.focus();
    if (replaces) void element.current?.getFocusDomRefAsync?.().then((input) => input instanceof HTMLInputElement && input.select());
  }, [autoFocus, replaces]);
  const extra: Partial<ComponentProps<typeof Input>> = {
    ...(id && { id }),
    ...(name && { name }),
    ...(label && { accessibleName: label }),
    ...(placeholder && { placeholder }),
    ...(description && { accessibleDescription: description }),
    ...(max !== undefined && { maxlength: max }),
    ...(className && { className }),
    ...(icon !== undefined && { icon: icon as never }),
    ...(props.onKeyDown && { onKeyDown: props.onKeyDown }),
  };
  return (
    <Input
      ref={element as never}
      type={kind}
      value={value}
      readonly={readOnly ?? false}
      disabled={disabled ?? false}
      required={required ?? false}
      showClearIcon={clearable ?? false}
      noTypeahead
      valueState={fault ? "Negative" : "None"}
      {...extra}
      {...(fault && { valueStateMessage: <span>{fault}</span> })}
      onInput={(event) => props.onInput?.((event.target as unknown as InputElement).value)}
      onChange={(event) => props.onCommit?.((event.target as unknown as InputElement).value)}
    />
  );
}
