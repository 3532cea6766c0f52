import { z } from "zod";
import { type ClusterSettings, clusterSettings } from "./cluster";
import { type DockerSettings, dockerSettings } from "./docker";
import { type EksSettings, eksSettings } from "./eks";
import { type K3sSettings, k3sSettings } from "./k3s";

/** Where a stack runs and how: a union on `target`. */
export const settings = z.discriminatedUnion("target", [
  dockerSettings,
  k3sSettings,
  eksSettings,
  clusterSettings,
]);
export type Settings = DockerSettings | K3sSettings | EksSettings | ClusterSettings;
export type AwsSettings = DockerSettings | K3sSettings | EksSettings;
export type KubernetesSettings = K3sSettings | EksSettings | ClusterSettings;
export type Target = Settings["target"];

/** Every target, in the order of the documentation. */
export const TARGETS: readonly Target[] = settings.options.map(({ shape }) => shape.target.value);
