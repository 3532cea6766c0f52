/** Which stack this is; every physical name and tag comes from it. */
export interface Identity {
  /** The Compose project's name. */
  readonly project: string;
  /** The Pulumi stack's name. */
  readonly stack: string;
  /** Tags for every resource that takes them: towpath's own and the user's. */
  readonly tags: Readonly<Record<string, string>>;
}
