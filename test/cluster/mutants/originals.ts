import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { lockRequest } from "../../../cli/lock/lock-request";
import { load } from "../../../components/app/load/load";
import { pinImages } from "../../../components/app/lock/pin-images";
import type { Manifest } from "../../../components/workloads/kubernetes/kubernetes-plan";
import { renderManifests } from "../../../components/workloads/kubernetes/render-manifests";
import { towpathEach } from "../../cli/towpath-process";
import { ROOT } from "../../harness/equipment";
import { planFor } from "../harness/rendered";
import type { Registered } from "./aws-mutants";

const DIGEST = `sha256:${"0".repeat(64)}`;
const NOT_MANIFESTS = ["kustomization.yaml", "rollout.sh", "secrets.example.yaml"];
const STACKS = ["dev", "staging", "prod"];

/** The manifests of every example, by its name, once `towpath lock` has seen it. */
export function examplesAsManifests(): Readonly<Record<string, readonly Manifest[]>> {
  return Object.fromEntries(readdirSync(join(ROOT, "examples")).map(app => [app, manifestsOf(app)]));
}

function manifestsOf(app: string): readonly Manifest[] {
  const files = [join(ROOT, "examples", app, "compose.yaml")];
  const { images } = lockRequest({ files, environment: {} });
  const lock = Object.fromEntries([...images.keys()].map(name => [name, DIGEST]));
  const loaded = load({ files });
  const plan = planFor({ ...loaded, app: pinImages(loaded.app, lock), lock });
  const built = plan.images.map(({ service }) => [service, `registry.example.com/app@${DIGEST}`]);
  return Object.entries(renderManifests(plan, Object.fromEntries(built)))
    .filter(([path]) => !NOT_MANIFESTS.includes(path))
    .flatMap(([, text]) => parseAllDocuments(text).map(one => one.toJS() as Manifest));
}

/** What the default stacks register on AWS, by stack; `folder` is for what their previews write. */
export async function stacksAsRegistered(
  folder: string,
): Promise<Readonly<Record<string, readonly Registered[]>>> {
  const out = ["--format", "json", "--config", "environment=prod", "--out", folder];
  const answers = await towpathEach(STACKS.map(stack => ["preview", "--stack", stack, ...out]));
  return Object.fromEntries(
    answers.map(({ stdout, stderr }, at) => {
      if (stdout === "") throw new Error(stderr);
      return [STACKS[at], JSON.parse(stdout).resources];
    }),
  );
}
