import type { Build } from "../app/model/build";

/** An image of the app: to be built and pushed, or to be pulled as named. */
export type ImageReference =
  | {
      readonly kind: "build";
      readonly service: string;
      readonly build: Build;
      readonly platforms: readonly string[];
    }
  | { readonly kind: "pull"; readonly service: string; readonly image: string };

/** Where a secret's value comes from. Plans carry this, never the value. */
export type SecretSource =
  /** The bytes of a file on the machine that runs towpath. */
  | { readonly kind: "file"; readonly path: string }
  /** A variable of the environment that towpath runs in. */
  | { readonly kind: "environment"; readonly variable: string }
  /** A key of the stack's secret `towpath:secrets`. */
  | { readonly kind: "config"; readonly key: string }
  /** The password file of a registry, made of the password under a key of the stack's secret `towpath:secrets`. */
  | { readonly kind: "htpasswd"; readonly key: string }
  /** One variable of an `env_file`, or a credential written into the Compose file's `environment`. */
  | { readonly kind: "service-environment"; readonly service: string; readonly variable: string };

/** A secret of the app, by the name under which the target stores it. */
export interface SecretReference {
  readonly name: string;
  readonly source: SecretSource;
}

/** One HTTP route from the world to a service; the same on every target. */
export interface Route {
  readonly service: string;
  /** Absent: every host name. */
  readonly host?: string;
  readonly path: string;
  /** The container's port. */
  readonly port: number;
  readonly tls: boolean;
  readonly sticky: boolean;
  /** Seconds. */
  readonly timeoutSeconds: number;
  /** Path by which the proxy asks each replica how it is; on Kubernetes readiness tells. */
  readonly health?: string;
  /** Who may use it beside the host's own networks, as CIDR blocks. Default: whoever reaches the app. */
  readonly cidrs?: readonly string[];
}

/** A file that a target needs beside its manifests, with its content; never a secret's. */
export interface PlanFile {
  /** Relative, with `/`. */
  readonly path: string;
  /** Text, or base64 where `encoding` says so. */
  readonly content: string;
  readonly encoding?: "base64";
  /** Octal permissions, e.g. 0o644. */
  readonly mode: number;
}
