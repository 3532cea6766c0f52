import * as dockerBuild from "@pulumi/docker-build";
import * as pulumi from "@pulumi/pulumi";
import type { FileReference } from "../app/model/file-reference";
import { mapValues } from "../lib/records";
import { contentTag } from "./content-tag";
import { buildInputs, type ImageBuild } from "./image-build";
import type { Registry } from "./registry";

export interface BuiltImagesArgs {
  readonly registry: Registry;
  /** At most one a service. */
  readonly images: readonly ImageBuild[];
  /** Whether a build argument is a credential; its value is then a secret of the state. Default: none is. */
  readonly isCredential?: (name: string, value: string) => boolean;
  /** The value of a build secret; one that has none is left out. */
  /** What must stand before an image is pushed. Default: nothing. */
  readonly ready?: readonly pulumi.Resource[];
  readonly secretValue?: (secret: FileReference) => pulumi.Output<string> | undefined;
}

/** Images that the app builds itself: built, pushed, and known by digest from then on. */
export class BuiltImages extends pulumi.ComponentResource {
  /** `repository@sha256:…` by service. Unknown in a preview that would build. */
  readonly references: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, args: BuiltImagesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:registry:BuiltImages", name, {}, opts);
    this.references = Object.fromEntries(
      args.images.map(image => [image.service, this.build(`${name}-${image.service}`, image, args).ref]),
    );
    this.registerOutputs({ references: this.references });
  }

  private build(name: string, image: ImageBuild, args: BuiltImagesArgs): dockerBuild.Image {
    const { registry, isCredential = () => false } = args;
    const repository = registry.repository(image.service);
    const buildArgs = mapValues(image.build.args ?? {}, (value, key) =>
      isCredential(key, value) ? pulumi.secret(value) : value,
    );
    const secrets = buildSecrets(image, args);
    return new dockerBuild.Image(
      name,
      {
        ...buildInputs(image, process.cwd()),
        ...(Object.keys(buildArgs).length === 0 ? {} : { buildArgs }),
        ...(Object.keys(secrets).length === 0 ? {} : { secrets }),
        tags: [pulumi.interpolate`${repository}:${contentTag(image)}`],
        push: true,
        buildOnPreview: false,
        ...(registry.credentials === undefined ? {} : { registries: [registry.credentials] }),
      },
      { parent: this, dependsOn: [...(args.ready ?? [])] },
    );
  }
}

function buildSecrets({ build }: ImageBuild, { secretValue }: BuiltImagesArgs) {
  const values = (build.secrets ?? []).map(secret => [secret.target ?? secret.source, secretValue?.(secret)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Record<
    string,
    pulumi.Output<string>
  >;
}
