/** A picture is edited as any file is, and looks like itself. */
export { Edit } from "../file/edit.tsx";
