import "./rich.css";
import { useLayoutEffect, useRef, useState } from "react";
import { Glyph } from "../icon/Glyph.tsx";
import { useWords } from "../text/text.ts";
import type { EditProps } from "../widget/widget.ts";
import { around, begin, type Marking } from "./marking.ts";
import { htmlOf } from "./marked.ts";
import { RichText } from "./RichText.tsx";
import { type Tool, Toolbar } from "./Toolbar.tsx";

/** A text with Markdown marks: written plainly, looked at as it will be. */
export function MarkdownEdit({ id, field, value, readOnly, required, fault, inCell, onChange }: EditProps) {
  const t = useWords();
  const text = value === null ? "" : String(value);
  const [preview, setPreview] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const selection = useRef<readonly [number, number] | null>(null);
  useLayoutEffect(() => {
    if (selection.current) area.current?.setSelectionRange(...selection.current);
    selection.current = null;
  });
  if (readOnly) return <RichText id={id} html={htmlOf(text)} label={field.title} />;
  const mark = (how: (marking: Marking) => Marking) => () => {
    const { current } = area;
    if (!current) return;
    const marked = how({ text, from: current.selectionStart, to: current.selectionEnd });
    selection.current = [marked.from, marked.to];
    current.focus();
    onChange(marked.text);
  };
  const marks: readonly Tool[] = [
    { name: "bold", title: t("rich.bold"), sign: <b>B</b>, run: mark(around("**")) },
    { name: "italic", title: t("rich.italic"), sign: <i>I</i>, run: mark(around("_")) },
    { name: "heading", title: t("rich.heading"), sign: "H", run: mark(begin("## ")) },
    { name: "bullets", title: t("rich.bullets"), sign: <Glyph name="list" size={14} />, run: mark(begin("- ")) },
    { name: "numbers", title: t("rich.numbers"), sign: <Glyph name="numbered-text" size={14} />, run: mark(begin("1. ")) },
    { name: "quote", title: t("rich.quote"), sign: "❝", run: mark(begin("> ")) },
    { name: "code", title: t("rich.code"), sign: <code>{"<>"}</code>, run: mark(around("`")) },
    { name: "link", title: t("rich.link"), sign: <Glyph name="chain-link" size={14} />, run: mark(around("[", "](https://)")) },
  ];
  const look: Tool = { name: "preview", title: t("rich.preview"), sign: <Glyph name="show" size={14} />, on: preview, run: () => setPreview(!preview) };
  return (
    <div className={`rich-box ${fault ? "field-wrong" : ""}`}>
      <Toolbar label={field.title} tools={preview ? [look] : [...marks, look]} />
      {preview ? (
        <div className="rich-text">
          <RichText id={id} html={htmlOf(text)} label={field.title} />
        </div>
      ) : (
        <textarea
          ref={area}
          id={id}
          className="rich-area"
          aria-label={field.title}
          aria-required={required}
          aria-invalid={fault !== undefined}
          autoFocus={inCell}
          value={text}
          placeholder={field.placeholder}
          onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
          onKeyDown={(event) => {
            const key = event.ctrlKey || event.metaKey ? event.key : "";
            const found = { b: "bold", i: "italic" }[key];
            if (!found) return;
            event.preventDefault();
            marks.find(({ name }) => name === found)?.run();
          }}
        />
      )}
    </div>
  );
}
