import { randomBytes } from "node:crypto";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

/** Bytes, as many as the digest that it is for. */
const LENGTH = 32;

/**
 * A random key of the namespace's own, made once and kept in a Secret: a digest made with it tells that a secret
 * changed, and tells those nothing who may not read the namespace's Secrets anyway.
 */
export function digestKey(
  name: string,
  namespace: string,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  // A preview must say the same twice; the key of a stack that is there already comes from its state.
  const fresh = pulumi.runtime.isDryRun() ? Buffer.alloc(LENGTH) : randomBytes(LENGTH);
  const secret = new k8s.core.v1.Secret(
    name,
    {
      metadata: {
        name: "towpath-digest-key",
        namespace,
        labels: { "app.kubernetes.io/managed-by": "towpath" },
      },
      type: "Opaque",
      data: { key: pulumi.secret(fresh.toString("base64")) },
    },
    { ...opts, ignoreChanges: ["data"] },
  );
  return secret.data.apply(({ key = "" }) => key);
}
