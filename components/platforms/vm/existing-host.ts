import * as command from "@pulumi/command";
import * as pulumi from "@pulumi/pulumi";
import type { Architecture } from "../../lib/architecture";
import { hostKeyOf } from "../../lib/host-key";
import { compact } from "../../lib/records";
import type { Registry } from "../../registry/registry";
import type { SshHost } from "../../settings/docker";
import type { DockerPlatform, Release } from "../docker-platform";
import { releaseArchive } from "./release-archive";
import type { SshConnection } from "./ssh-connection";
import { sshScript } from "./ssh-script";

export interface ExistingHostArgs {
  readonly host: SshHost;
  readonly registry: Registry;
  /** Default: the keys of the SSH agent. */
  readonly privateKey?: pulumi.Output<string>;
  readonly keepReleases: number;
  /** Where copies of backups go; absent: nowhere. */
  readonly backups?: { readonly place: string; readonly endpoint?: string };
}

const NO_PARAMETERS: Readonly<Record<string, string>> = {};

/** A Debian or Ubuntu machine that has Docker already, reached over SSH with its host key pinned. */
export class ExistingHost extends pulumi.ComponentResource implements DockerPlatform {
  readonly address: pulumi.Output<string>;
  readonly architecture: Architecture;
  readonly registry: Registry;
  private readonly connection: SshConnection;

  constructor(
    name: string,
    private readonly args: ExistingHostArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("towpath:platforms:ExistingHost", name, {}, opts);
    const { host, registry, privateKey } = args;
    this.address = pulumi.output(host.address);
    this.architecture = host.architecture;
    this.registry = registry;
    this.connection = {
      host: host.address,
      port: host.port,
      user: host.user,
      hostKey: hostKeyOf(host.hostKey),
      ...(privateKey === undefined ? {} : { privateKey: pulumi.secret(privateKey) }),
    };
    this.registerOutputs({ address: this.address });
  }

  /** Sends a release and its secrets over one connection; any change of either runs it again. */
  readonly deliver = (name: string, release: Release, parent: pulumi.Resource): pulumi.Resource => {
    const { keepReleases, host, backups } = this.args;
    const settings = compact({
      TOWPATH_KEEP: String(keepReleases),
      TOWPATH_LISTEN: host.listen,
      TOWPATH_BACKUP_COPY: backups?.place,
      TOWPATH_BACKUP_ENDPOINT: backups?.endpoint,
    });
    const archive = release
      .files(pulumi.output(NO_PARAMETERS))
      .apply(files => releaseArchive(files, { volumes: [], ecrRegistries: [], settings }));
    const message = pulumi
      .all([archive.text, pulumi.output(release.secrets)])
      .apply(([text, secrets]) => JSON.stringify({ archive: text, secrets }));
    return new command.remote.Command(
      `${name}-release`,
      {
        connection: pulumi.secret(this.connection),
        create: archive.digest.apply(digest => sshScript(digest, host.user)),
        stdin: pulumi.secret(message),
        // A server of SSH takes no variables but those that it was told of, and what a rollout printed would be two.
        addPreviousOutputInEnv: false,
      },
      { parent },
    );
  };
}
