import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { load } from "../../../components/app/load/load";
import { bundleDigest } from "../../../components/lib/bundle-digest";
import type { OwnRegistry } from "../../../components/workloads/docker/own-registry/names";
import { withoutServices } from "../../../components/workloads/docker/own-registry/with-registry";
import { planDocker } from "../../../components/workloads/docker/plan";
import { renderBundle } from "../../../components/workloads/docker/render-bundle";

export interface Release {
  /** The bundle's folder. */
  readonly bundle: string;
  readonly digest: string;
}

export interface ReleaseOptions {
  /** References of built services' images. */
  readonly images?: Readonly<Record<string, string>>;
  /** SSM parameters, by secret. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The host's own registry. */
  readonly registry?: OwnRegistry;
  /** Leaves the app out: what runs before its first image is pushed. */
  readonly bootstrap?: boolean;
  /** Files beside the Compose file. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What the program delivers for a Compose file, as a transport unpacks it below `folder`. */
export function releaseOf(folder: string, compose: string, options: ReleaseOptions = {}): Release {
  const files = filesOf(folder, compose, options);
  const bundle = mkdtempSync(join(folder, "bundle-"));
  writeAll(bundle, files);
  return { bundle, digest: bundleDigest(files) };
}

/** The files of a bundle, by path. */
export function filesOf(
  folder: string,
  compose: string,
  options: ReleaseOptions = {},
): Record<string, string> {
  const project = mkdtempSync(join(folder, "project-"));
  writeAll(project, { ...options.files, "compose.yaml": compose });
  const loaded = load({ files: [join(project, "compose.yaml")] });
  const { images = {}, parameters = {}, registry, bootstrap = false } = options;
  const plan = planDocker({
    loaded: bootstrap ? withoutServices(loaded) : loaded,
    volumeSizeGb: 10,
    ...(registry && { registry }),
  });
  return { ...renderBundle(plan, images, { parameters }) };
}

function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
