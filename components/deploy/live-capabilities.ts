import * as pulumi from "@pulumi/pulumi";
import { capabilityNotes } from "../capabilities/capability-notes";
import { readCapabilities } from "../capabilities/read-capabilities";
import { clusterCapabilities } from "../cluster-capabilities";
import type { Capabilities } from "../settings/capabilities";
import type { ConfigSecrets } from "../settings/read";
import type { Settings } from "../settings/settings";

/**
 * What an existing cluster says that it can do, asked before any resource is registered; nothing without an engine,
 * as in an offline preview. Warns of what a user should know. Throws InvalidInput when the cluster cannot be asked.
 */
export async function liveCapabilities(
  settings: Settings,
  secrets: ConfigSecrets,
): Promise<Capabilities | undefined> {
  if (settings.target !== "cluster" || !pulumi.runtime.hasEngine()) return undefined;
  const { kubeconfig, context } = settings.cluster;
  const kubeconfigText = await textOf(secrets.kubeconfig);
  const live = await readCapabilities({ kubeconfig, kubeconfigText, context });
  const today = new Date().toISOString().slice(0, 10);
  for (const note of capabilityNotes(clusterCapabilities(settings, live), today)) void pulumi.log.warn(note);
  return live;
}

/** A config value is known from the start, also when it is a secret. */
function textOf(value: pulumi.Output<string> | undefined): Promise<string | undefined> {
  return new Promise(resolve => {
    if (value === undefined) resolve(undefined);
    else value.apply(resolve);
  });
}
