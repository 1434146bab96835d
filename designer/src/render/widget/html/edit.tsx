export { HtmlEdit as Edit } from "../../rich/HtmlEdit.tsx";
