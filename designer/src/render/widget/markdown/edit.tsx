export { MarkdownEdit as Edit } from "../../rich/MarkdownEdit.tsx";
