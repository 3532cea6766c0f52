import * as command from "@pulumi/command";
import * as pulumi from "@pulumi/pulumi";
import { DRAIN_SECONDS, DRAIN_VARIABLES, drainScript } from "./drain-script";
import type { Drained } from "./drained";

export interface DrainArgs {
  readonly what: Drained;
  /** Namespace of the app, which a destroy removes before. */
  readonly namespace: string;
  readonly kubeconfig: pulumi.Input<string>;
}

/**
 * Does nothing until it is deleted: then it has the cluster's controllers take away what they made outside of the
 * state. It depends on those controllers, and whatever has them make something depends on it, so that a destroy
 * drains between the two. It runs where Pulumi runs, which reaches the API server also when that is private.
 */
export class Drain extends pulumi.ComponentResource {
  constructor(name: string, args: DrainArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:addons:Drain", name, {}, opts);
    const { what, namespace, kubeconfig } = args;
    new command.local.Command(
      `${name}-on-destroy`,
      {
        delete: drainScript(what),
        interpreter: ["/bin/sh", "-c"],
        environment: {
          [DRAIN_VARIABLES.kubeconfig]: pulumi.secret(kubeconfig),
          [DRAIN_VARIABLES.namespace]: namespace,
        },
        logging: "stderr",
      },
      { parent: this, customTimeouts: { delete: `${2 * DRAIN_SECONDS}s` } },
    );
    this.registerOutputs({});
  }
}
