/** One entry of `services.*.ports`, long form, one port an entry (ranges are spread out). */
export interface Port {
  readonly name?: string;
  /** The container's port, 1 to 65535. */
  readonly target: number;
  /** The host's port or range as text; absent when Compose is to choose one. */
  readonly published?: string;
  readonly host_ip?: string;
  readonly protocol: string;
  readonly mode: string;
  readonly app_protocol?: string;
}
