/** A file as the engine tells of it. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  /** In bytes. */
  readonly size: number;
  readonly content_version: number;
  readonly owner: string;
  readonly updated_at: string;
  readonly links: { readonly content: string; readonly preview?: string };
}

/** One of the contents that a file has had. */
export interface FileVersion {
  readonly content_version: number;
  readonly name: string;
  readonly size: number;
  readonly at: string;
}
