import { hostKeyOf } from "../../components/lib/host-key";
import { InvalidInput } from "../../components/lib/issues";
import type { DockerSettings, SshHost } from "../../components/settings/docker";

/** A command for a stack's Docker host, ready for a transport. */
export type HostCommand =
  | {
      readonly kind: "ssh";
      /** Without the option that names the known hosts. */
      readonly argv: readonly string[];
      /** The one line of `known_hosts` that counts. */
      readonly knownHost: string;
    }
  | {
      readonly kind: "ssm";
      /** Sends the command, and prints its id alone. */
      readonly argv: readonly string[];
      readonly region: string;
    };

export interface HostRequest {
  readonly settings: DockerSettings;
  /** The Compose project's name and the Pulumi stack's, by which an instance is tagged. */
  readonly project: string;
  readonly stack: string;
  /** Arguments of `towpath-rollout`. */
  readonly args: readonly string[];
}

const PROGRAM = "/srv/towpath/towpath-rollout";

/** How long a command may take on an instance, seconds. */
const TIMEOUT_SECONDS = 7200;

/** The command that reaches the host: `ssh` for a machine of the user's, the AWS CLI and SSM for an instance. */
export function hostCommand({ settings, project, stack, args }: HostRequest): HostCommand {
  const line = [PROGRAM, ...args].join(" ");
  const { host } = settings.docker;
  switch (host.kind) {
    case "ssh":
      return overSsh(host, line);
    case "ec2":
      return throughSsm(settings.region, [`towpath:project=${project}`, `towpath:stack=${stack}`], line);
    default:
      return host satisfies never;
  }
}

function overSsh({ address, port, user, hostKey }: SshHost, line: string): HostCommand {
  const login = ["-p", String(port), "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes"];
  const command = user === "root" ? line : `sudo -n ${line}`;
  const name = port === 22 ? address : `[${address}]:${port}`;
  return {
    kind: "ssh",
    argv: ["ssh", ...login, `${user}@${address}`, "--", command],
    knownHost: `${name} ${hostKeyOf(hostKey)}\n`,
  };
}

function throughSsm(region: string, tags: readonly string[], line: string): HostCommand {
  const parameters = JSON.stringify({ commands: [line], executionTimeout: [String(TIMEOUT_SECONDS)] });
  const targets = tags.map(tag => `Key=tag:${tag.split("=")[0]},Values=${tag.split("=")[1]}`);
  return {
    kind: "ssm",
    region,
    argv: [
      ...["aws", "ssm", "send-command", "--region", region, "--document-name", "AWS-RunShellScript"],
      ...["--targets", ...targets, "--parameters", parameters],
      ...["--query", "Command.CommandId", "--output", "text"],
    ],
  };
}

/** The shell that runs the command reads it, so a name must have nothing in it that a shell knows. */
export function checkName(name: string): string {
  if (/^(services\/|volumes\/)?[A-Za-z0-9][\w.-]*$/.test(name)) return name;
  const instead = "write the name of a service or a volume, or services/NAME or volumes/NAME";
  throw new InvalidInput([{ path: "NAME", wrong: `${JSON.stringify(name)} is not a name`, instead }]);
}

/** When a backup was taken, as `towpath backup --list` shows it. */
export function checkTime(time: string): string {
  if (/^\d{8}T\d{6}Z$/.test(time)) return time;
  const instead = "write it as --list shows it, for example 20261128T030000Z";
  throw new InvalidInput([
    { path: "--at", wrong: `${JSON.stringify(time)} is not a backup's time`, instead },
  ]);
}
