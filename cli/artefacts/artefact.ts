/** What a rendered file is for. */
export type ArtefactKind = "bundle" | "manifest" | "helm-values" | "user-data";

/** A rendered file before it is written. */
export interface RenderedFile {
  readonly kind: ArtefactKind;
  /** From the output folder, with `/`. */
  readonly path: string;
  readonly content: string;
}

/** A file that was written. */
export interface Artefact {
  readonly kind: ArtefactKind;
  /** From the current folder when inside it, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of the content, hex. */
  readonly sha256: string;
}
