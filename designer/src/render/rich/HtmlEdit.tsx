import "./rich.css";
import { type Editor, EditorContent, useEditor, useEditorState } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { useEffect, useRef, useState } from "react";
import { Button } from "../control/Button.tsx";
import { TextInput } from "../control/TextInput.tsx";
import { Glyph } from "../icon/Glyph.tsx";
import { useWords } from "../text/text.ts";
import type { EditProps } from "../widget/widget.ts";
import { clean } from "./clean.ts";
import { RichText } from "./RichText.tsx";
import { type Tool, Toolbar } from "./Toolbar.tsx";

const MARKS = [StarterKit.configure({ link: { openOnClick: false, defaultProtocol: "https", protocols: ["mailto", "tel"] } })];

/** A text with marks, written as it will look. */
export function HtmlEdit(props: EditProps) {
  const { id, field, value, readOnly } = props;
  const text = value === null ? "" : String(value);
  return readOnly ? <RichText id={id} html={text} label={field.title} /> : <Writing {...props} text={text} />;
}

function Writing({ id, field, text, required, fault, inCell, onChange }: EditProps & { readonly text: string }) {
  const sent = useRef(text);
  const told = useRef(onChange);
  told.current = onChange;
  const editor = useEditor(
    {
      extensions: MARKS,
      content: clean(text),
      autofocus: inCell ? "end" : false,
      editorProps: { attributes: { id, class: "rich-text", role: "textbox", "aria-multiline": "true", "aria-label": field.title, "aria-required": String(required), "aria-invalid": String(fault !== undefined) } },
      onUpdate: ({ editor: now }) => {
        sent.current = now.isEmpty ? "" : now.getHTML();
        told.current(sent.current || null);
      },
    },
    [id],
  );
  useEffect(() => {
    if (editor && sent.current !== text) {
      sent.current = text;
      editor.commands.setContent(clean(text), { emitUpdate: false });
    }
  }, [editor, text]);
  if (!editor) return null;
  return (
    <div className={`rich-box ${fault ? "field-wrong" : ""}`}>
      <Tools editor={editor} label={field.title} />
      <EditorContent editor={editor} />
    </div>
  );
}

function Tools({ editor, label }: { readonly editor: Editor; readonly label: string }) {
  const t = useWords();
  const [link, setLink] = useState<string | null>(null);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      underline: now.isActive("underline"),
      heading: now.isActive("heading", { level: 2 }),
      bullets: now.isActive("bulletList"),
      numbers: now.isActive("orderedList"),
      quote: now.isActive("blockquote"),
      code: now.isActive("code"),
      link: now.isActive("link"),
    }),
  });
  const chain = () => editor.chain().focus();
  const tools: readonly Tool[] = [
    { name: "bold", title: t("rich.bold"), sign: <b>B</b>, on: on.bold, run: () => chain().toggleBold().run() },
    { name: "italic", title: t("rich.italic"), sign: <i>I</i>, on: on.italic, run: () => chain().toggleItalic().run() },
    { name: "underline", title: t("rich.underline"), sign: <u>U</u>, on: on.underline, run: () => chain().toggleUnderline().run() },
    { name: "heading", title: t("rich.heading"), sign: "H", on: on.heading, run: () => chain().toggleHeading({ level: 2 }).run() },
    { name: "bullets", title: t("rich.bullets"), sign: <Glyph name="list" size={14} />, on: on.bullets, run: () => chain().toggleBulletList().run() },
    { name: "numbers", title: t("rich.numbers"), sign: <Glyph name="numbered-text" size={14} />, on: on.numbers, run: () => chain().toggleOrderedList().run() },
    { name: "quote", title: t("rich.quote"), sign: "❝", on: on.quote, run: () => chain().toggleBlockquote().run() },
    { name: "code", title: t("rich.code"), sign: <code>{"<>"}</code>, on: on.code, run: () => chain().toggleCode().run() },
    { name: "link", title: t("rich.link"), sign: <Glyph name="chain-link" size={14} />, on: on.link, run: () => setLink(String(editor.getAttributes("link")["href"] ?? "")) },
    { name: "undo", title: t("action.undo"), sign: <Glyph name="undo" size={14} />, run: () => chain().undo().run() },
  ];
  const take = () => {
    if (link?.trim()) chain().extendMarkRange("link").setLink({ href: link.trim() }).run();
    else chain().extendMarkRange("link").unsetLink().run();
    setLink(null);
  };
  return (
    <>
      <Toolbar label={label} tools={tools} />
      {link !== null && (
        <div className="rich-link">
          <TextInput value={link} kind="URL" label={t("rich.address")} placeholder="https://…" autoFocus onInput={setLink} onKeyDown={(event) => event.key === "Enter" && take()} />
          <Button onPress={take}>{t("action.apply")}</Button>
        </div>
      )}
    </>
  );
}
