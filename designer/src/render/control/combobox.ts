interface Combobox {
  readonly id: string;
  /** The id of the list below, and of what is marked in it. */
  readonly listId: string;
  readonly active: string | undefined;
  readonly open: boolean;
  readonly label: string;
  readonly required: boolean;
  readonly fault: string | undefined;
}

/** How an input that offers a list below tells of it, of its fault and of its help. */
export const combobox = ({ id, listId, active, open, label, required, fault }: Combobox) =>
  ({
    id,
    role: "combobox",
    autoComplete: "off",
    "aria-expanded": open,
    "aria-controls": listId,
    "aria-activedescendant": active,
    "aria-label": label,
    "aria-required": required,
    "aria-invalid": fault !== undefined,
    "aria-describedby": `${id}-fault ${id}-help`,
    title: fault,
  }) as const;
