import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { physicalName } from "../../lib/names";
import type { Identity } from "../../settings/identity";
import { parameterNames } from "./parameter-names";
import { READINESS_DOCUMENT, READY_TIMEOUT } from "./readiness-document";
import { type Checksums, UNPINNED } from "./user-data/node";

export interface ReadinessArgs {
  readonly identity: Identity;
  /** K3s release, or `installed` to leave the servers at what they have. */
  readonly version: string;
  readonly checksums: Checksums;
  readonly instanceIds: readonly pulumi.Input<string>[];
}

/**
 * Waits until the servers run the wanted version and are ready, one after another, and reads the kubeconfig that
 * the first one has handed out. The wait holds when an association is created, so each version gets a new one.
 */
export class Readiness extends pulumi.ComponentResource {
  readonly kubeconfig: pulumi.Output<string>;
  /** Stands once the servers run the version. */
  readonly reached: pulumi.Resource;

  constructor(name: string, args: ReadinessArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:Readiness", name, {}, opts);
    const { identity, version, checksums, instanceIds } = args;
    const document = new aws.ssm.Document(
      `${name}-document`,
      {
        documentType: "Command",
        documentFormat: "JSON",
        content: JSON.stringify(READINESS_DOCUMENT),
        tags: identity.tags,
      },
      { parent: this },
    );
    const association = new aws.ssm.Association(
      `${name}-${physicalName([version])}`,
      {
        name: document.name,
        targets: [{ key: "InstanceIds", values: [...instanceIds] }],
        parameters: {
          version,
          arm64: checksums.arm64 ?? UNPINNED,
          amd64: checksums.amd64 ?? UNPINNED,
        },
        maxConcurrency: "1",
        maxErrors: "0",
        // The kubeconfig's certificate is renewed by K3s; what was handed out follows it within a day.
        scheduleExpression: "rate(1 day)",
        waitForSuccessTimeoutSeconds: READY_TIMEOUT,
        tags: identity.tags,
      },
      { parent: this, replaceOnChanges: ["targets"], deleteBeforeReplace: true },
    );
    this.reached = association;
    const kubeconfig = aws.ssm.getParameterOutput(
      { name: parameterNames(identity).kubeconfig, withDecryption: true },
      { parent: this, dependsOn: [association] },
    );
    this.kubeconfig = pulumi.secret(kubeconfig.value);
    this.registerOutputs({});
  }
}
