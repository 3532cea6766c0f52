import * as pulumi from "@pulumi/pulumi";
import { compact } from "../lib/records";
import type { StackPlan } from "../plan-stack";
import type { DockerPlatform } from "../platforms/docker-platform";
import { DockerHost } from "../platforms/vm/docker-host";
import { ExistingHost } from "../platforms/vm/existing-host";
import { HostAlarms, metricsNamespace } from "../platforms/vm/host-alarms";
import type { DockerSettings, Ec2Host, SshHost } from "../settings/docker";
import { DockerApp } from "../workloads/docker/docker-app";
import type { DockerPlan } from "../workloads/docker/docker-plan";
import { HostRegistry, type HostRegistryArgs } from "../workloads/docker/host-registry";
import { renderBundle } from "../workloads/docker/render-bundle";
import type { SecretReference } from "../workloads/references";
import { appImages } from "./app-images";
import { awsAccount, awsRegistry, stackKey } from "./aws-account";
import { secretValues } from "./secret-values";
import { type StackContext, type StackOutputs, urlOf } from "./stack-context";

type PlannedDocker = Extract<StackPlan, { kind: "docker" }>;

/** One Docker host with the app on it. Throws InvalidInput for secrets without a value. */
export function dockerTarget(
  settings: DockerSettings,
  planned: PlannedDocker,
  context: StackContext,
): StackOutputs {
  const { loaded, plan, bootstrap } = planned;
  const { secretNames: configured } = settings;
  const values = secretValues({ loaded, references: plan.secrets, secrets: context.secrets, configured });
  const secretValue = ({ name }: SecretReference) => values[name] ?? pulumi.output("");
  const { host, prepare } = hostOf(settings, plan, context);
  const ready = bootstrap === undefined ? [] : prepare({ plan: bootstrap, secretValue });
  const images = appImages({
    images: plan.images,
    registry: host.registry,
    architectures: [host.architecture],
    ready,
  });
  const { address } = new DockerApp("app", {
    plan,
    host,
    images,
    render: (references, options) => renderBundle(plan, references, options),
    secretValue,
  });
  return { url: urlOf(settings, address), address };
}

/** A host, and what it takes to run a registry of its own: whatever is returned stands once that answers. */
interface Host {
  readonly host: DockerPlatform;
  readonly prepare: (registry: Omit<HostRegistryArgs, "bootstrap">) => readonly pulumi.Resource[];
}

function hostOf(settings: DockerSettings, plan: DockerPlan, context: StackContext): Host {
  const { host } = settings.docker;
  switch (host.kind) {
    case "ec2": {
      const made = ec2Host(settings, host, plan, context);
      const { bootstrap } = made;
      return { host: made, prepare: args => new HostRegistry("registry", { ...args, bootstrap }).ready };
    }
    case "ssh":
      return { host: sshHost(settings, host, context), prepare: () => [] };
    default:
      return host satisfies never;
  }
}

function ec2Host(
  settings: DockerSettings,
  host: Ec2Host,
  plan: DockerPlan,
  context: StackContext,
): DockerHost {
  const { region, environment, allowedCidrs } = settings;
  const { keepReleases, rolloutTimeoutSeconds, snapshotsKept, backups } = settings.docker;
  const copies = (backups.copyTo ?? "bucket") === "bucket" && plan.backups.length > 0;
  const keyArn = environment === "dev" ? undefined : stackKey(settings, context, true);
  const { network, registry } = awsAccount(settings, context, { zones: 1, nat: "none", keyArn });
  const [subnetId] = network.publicSubnetIds;
  const [zone] = network.zones;
  if (subnetId === undefined || zone === undefined) throw new Error("a network has one zone at least");
  const { monitoring } = settings.docker;
  const namespace = monitoring.kind === "cloudwatch" ? metricsNamespace(context.identity) : undefined;
  const made = new DockerHost("host", {
    identity: context.identity,
    region,
    network: { vpcId: network.vpcId, subnetId, zone, ready: network.ready },
    registry,
    instanceType: host.instanceType,
    rootDiskGb: host.rootDiskGb,
    detailedMonitoring: host.detailedMonitoring ?? environment === "prod",
    volumes: plan.volumes,
    keepVolumes: environment !== "dev",
    snapshotsKept,
    openPorts: plan.openPorts,
    allowedCidrs,
    keepReleases,
    rolloutTimeoutSeconds,
    ...compact({ metricsNamespace: namespace }),
    ...(copies ? { backupDays: backups.keepDays } : {}),
    ownRegistry: plan.login !== undefined,
    ...(keyArn === undefined ? {} : { keyArn }),
  });
  if (monitoring.kind === "cloudwatch" && namespace !== undefined) {
    new HostAlarms("alarms", {
      identity: context.identity,
      region,
      instanceId: made.instanceId,
      instanceType: host.instanceType,
      namespace,
      backups: plan.backups.length > 0,
      ...compact({ email: monitoring.email, keyArn }),
    });
  }
  return made;
}

function sshHost(settings: DockerSettings, host: SshHost, context: StackContext): ExistingHost {
  const { sshPrivateKey } = context.secrets;
  const { copyTo: place = "none", endpoint } = settings.docker.backups;
  return new ExistingHost("host", {
    host,
    registry: awsRegistry(settings, context),
    keepReleases: settings.docker.keepReleases,
    ...(place === "none" ? {} : { backups: compact({ place, endpoint }) }),
    ...(sshPrivateKey === undefined ? {} : { privateKey: sshPrivateKey }),
  });
}
