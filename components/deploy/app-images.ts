import type * as pulumi from "@pulumi/pulumi";
import { BuiltImages } from "../registry/built-images";
import type { ImageBuild } from "../registry/image-build";
import type { Registry } from "../registry/registry";
import type { ImageReference } from "../workloads/references";
import { looksLikeCredential } from "../workloads/shared/credentials";

export interface AppImagesRequest {
  readonly images: readonly ImageReference[];
  readonly registry: Registry;
  /** What to build for when a service does not say. */
  readonly architectures: readonly ("amd64" | "arm64")[];
  /** What must stand before an image is pushed. Default: nothing. */
  readonly ready?: readonly pulumi.Resource[];
}

/** References by digest of the images that the app builds, by service; makes nothing when it builds none. */
export function appImages({
  images,
  registry,
  architectures,
  ready = [],
}: AppImagesRequest): Readonly<Record<string, pulumi.Output<string>>> {
  const platforms = architectures.map(architecture => `linux/${architecture}`);
  const builds = images.flatMap((image): ImageBuild[] => {
    if (image.kind === "pull") return [];
    return [
      {
        service: image.service,
        build: image.build,
        platforms: image.platforms.length > 0 ? image.platforms : platforms,
      },
    ];
  });
  if (builds.length === 0) return {};
  const args = { registry, images: builds, isCredential: looksLikeCredential, ready };
  return new BuiltImages("images", args).references;
}
