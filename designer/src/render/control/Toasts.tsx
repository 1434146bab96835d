import { Glyph } from "../icon/Glyph.tsx";
import { useWords } from "../text/text.ts";
import { dismiss, hide, hold, type Toast, useToasts } from "./toast.ts";

export function Toasts() {
  const toasts = useToasts();
  return (
    <div className="toasts">
      <div role="status" aria-live="polite">
        {toasts.map((toast) => toast.tone === "plain" && <Word key={toast.id} toast={toast} />)}
      </div>
      {toasts.map((toast) => toast.tone === "negative" && <Word key={toast.id} toast={toast} />)}
    </div>
  );
}

function Word({ toast }: { readonly toast: Toast }) {
  const t = useWords();
  const { id, text, tone, action } = toast;
  return (
    <div className={`toast toast-${tone}`} {...(tone === "negative" && { role: "alert" })} onPointerEnter={() => hold(id)} onPointerLeave={() => hide(toast)} onFocus={() => hold(id)} onBlur={() => hide(toast)}>
      <span>{text}</span>
      {action && (
        <button
          type="button"
          className="plain"
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.title}
        </button>
      )}
      <button type="button" className="plain toast-close" aria-label={t("action.close")} onClick={() => dismiss(id)}>
        <Glyph name="decline" size={12} />
      </button>
    </div>
  );
}
