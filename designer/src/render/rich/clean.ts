import createPurify from "dompurify";

/** Marks that a text may have; everything that acts, or fetches from elsewhere, is taken out. */
const TAGS = ["p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "em", "i", "u", "s", "del", "sub", "sup", "mark", "small", "code", "pre", "blockquote", "ul", "ol", "li", "a", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "span", "div", "img", "dl", "dt", "dd", "input"];
const ATTRIBUTES = ["href", "title", "colspan", "rowspan", "alt", "src", "width", "height", "start", "type", "checked", "disabled", "dir", "lang"];

const purify = createPurify(window);

purify.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName === "A") {
    node.setAttribute("target", "_blank");
    node.setAttribute("rel", "noopener noreferrer");
  }
  // Pictures of other hosts would tell them who reads; a box that can be ticked is a list's own, never a form.
  if (node.tagName === "IMG" && !/^(data:image\/|\/api\/files\/)/.test(node.getAttribute("src") ?? "")) node.remove();
  if (node.tagName === "INPUT" && node.getAttribute("type") !== "checkbox") node.remove();
  else if (node.tagName === "INPUT") node.setAttribute("disabled", "");
});

/** The same text with nothing in it that could do anything. */
export function clean(html: string): string {
  return purify.sanitize(html, { ALLOWED_TAGS: TAGS, ALLOWED_ATTR: ATTRIBUTES, ALLOW_DATA_ATTR: false, ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|data:image\/(?:png|jpeg|gif|webp);|\/|#|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i });
}
