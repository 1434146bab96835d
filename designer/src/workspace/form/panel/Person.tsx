import { AnyName } from "./AnyName.tsx";

/** A user by his name. */
export const Person = ({ id }: { readonly id: string }) => <AnyName entity="sys.user" id={id} />;
