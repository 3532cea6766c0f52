import * as aws from "@pulumi/aws";
import * as command from "@pulumi/command";
import * as pulumi from "@pulumi/pulumi";
import { externalAddressOf } from "../../../lib/edge";
import { hostKeyOf } from "../../../lib/host-key";
import { shortHash } from "../../../lib/names";
import { sortedEntries } from "../../../lib/records";
import type { Board } from "../../../settings/edge";
import type { Identity } from "../../../settings/identity";
import { KUBECONFIG_VARIABLE } from "../../kubectl-script";
import { asRoot } from "../../vm/as-root";
import type { SshConnection } from "../../vm/ssh-connection";
import { parameterNames } from "../parameter-names";
import { INSTALLED } from "../readiness-document";
import type { Checksums } from "../user-data/node";
import { forgetScript } from "./forget-script";
import { joinScript } from "./join-script";
import { leaveScript } from "./leave-script";

export interface EdgeNodeArgs {
  readonly board: Board;
  readonly identity: Identity;
  /** K3s release, or `installed` to join with the one that the servers run and leave it to the cluster to upgrade. */
  readonly version: string;
  readonly checksums: Checksums;
  /** Addresses of the servers, each list in the same order. */
  readonly servers: {
    readonly privateAddresses: readonly pulumi.Input<string>[];
    readonly publicAddresses: readonly pulumi.Input<string>[];
  };
  readonly kubeconfig: pulumi.Input<string>;
  /** Stands once the servers run the version and have handed out the agents' token. */
  readonly serversReady: pulumi.Resource;
  /** Default: the keys of the SSH agent. */
  readonly privateKey?: pulumi.Output<string>;
}

/**
 * A board outside AWS that is an agent of the cluster, joined over SSH with its host key pinned. A node keeps its labels
 * and taints from its registration, so a change of either has the node forgotten and the board register anew; so has
 * a change of its host key, as that is another machine, which the cluster would not take for this node.
 */
export class EdgeNode extends pulumi.ComponentResource {
  constructor(
    name: string,
    private readonly args: EdgeNodeArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("towpath:platforms:EdgeNode", name, {}, opts);
    const { board, kubeconfig, serversReady } = args;
    const forget = new command.local.Command(
      `${name}-forget`,
      {
        delete: forgetScript(board.name),
        interpreter: ["/bin/sh", "-c"],
        environment: { [KUBECONFIG_VARIABLE]: pulumi.secret(kubeconfig) },
        logging: "stderr",
        triggers: [registrationOf(board)],
      },
      { parent: this, dependsOn: [serversReady], deleteBeforeReplace: true },
    );
    new command.remote.Command(
      `${name}-join`,
      {
        connection: pulumi.secret(this.connection()),
        create: this.script(),
        delete: asRoot(leaveScript(board.name), board.user),
        stdin: this.parameter("agentToken"),
        // A server of SSH takes no variables but those that it was told of.
        addPreviousOutputInEnv: false,
      },
      {
        parent: this,
        // A board leaves before its node is forgotten, and registers after.
        dependsOn: [serversReady, forget],
        customTimeouts: { create: "30m", update: "30m", delete: "15m" },
      },
    );
    this.registerOutputs({});
  }

  private connection(): SshConnection {
    const { board, privateKey } = this.args;
    return {
      host: board.address,
      port: board.port,
      user: board.user,
      hostKey: hostKeyOf(board.hostKey),
      ...(privateKey === undefined ? {} : { privateKey: pulumi.secret(privateKey) }),
    };
  }

  private script(): pulumi.Output<string> {
    const { board, servers, version, checksums } = this.args;
    const keepsVersion = version === INSTALLED;
    return pulumi
      .all([
        pulumi.all([...servers.privateAddresses]),
        pulumi.all([...servers.publicAddresses]),
        keepsVersion ? pulumi.unsecret(this.parameter("version")) : version,
      ])
      .apply(([privateAddresses, publicAddresses, release]) => {
        const { name, architecture, labels, taints, user } = board;
        const script = joinScript({
          ...{ name, architecture, labels, taints, checksums, keepsVersion },
          externalAddress: externalAddressOf(board),
          registration: registrationOf(board),
          servers: privateAddresses.map((privateAddress, at) => ({
            privateAddress,
            publicAddress: publicAddresses[at] ?? "",
          })),
          version: release,
        });
        return asRoot(script, user);
      });
  }

  /** What the first server has written, once it has. */
  private parameter(key: "agentToken" | "version"): pulumi.Output<string> {
    const { identity, serversReady } = this.args;
    const parameter = aws.ssm.getParameterOutput(
      { name: parameterNames(identity)[key], withDecryption: true },
      { parent: this, dependsOn: [serversReady] },
    );
    return pulumi.secret(parameter.value);
  }
}

/** Stands for all that a node has from its registration, and for the machine. */
function registrationOf({ hostKey, labels, taints }: Board): string {
  return shortHash(JSON.stringify([hostKeyOf(hostKey), sortedEntries(labels), taints]));
}
