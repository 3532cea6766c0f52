/** How a host is watched by Prometheus. */
export interface MonitoringRequest {
  /** Days of metrics kept. */
  readonly retentionDays: number;
  /** Where Grafana is reached by name; absent: on the host's loopback alone. */
  readonly grafana?: {
    readonly host: string;
    /** Key of `towpath:secrets` with the password of `admin`. */
    readonly secret: string;
  };
  /** Who is told; absent: nobody, alerts stand in Alertmanager. */
  readonly receiver?: Receiver;
}

/** `secret` is a key of `towpath:secrets`. */
export type Receiver =
  /** The secret is the URL. */
  | { readonly kind: "webhook"; readonly secret: string }
  /** The secret is the URL of an incoming webhook. */
  | { readonly kind: "slack"; readonly channel: string; readonly secret: string }
  /** The secret is the mail server's password. */
  | {
      readonly kind: "email";
      readonly to: string;
      readonly from: string;
      /** host:port, with STARTTLS. */
      readonly server: string;
      readonly username: string;
      readonly secret: string;
    };
