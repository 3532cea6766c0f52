import type { SecretReference } from "../references";
import type { Fields } from "./fields";
import type { Manifest } from "./kubernetes-plan";

/** A folder or file in a container, and the pod's volume behind it. */
export interface StoragePart {
  /** The pod's volume; absent when another part brings it. */
  readonly volume?: Fields & { readonly name: string };
  readonly mount: Fields & { readonly name: string; readonly mountPath: string };
  /** The ConfigMap or Secret behind it. */
  readonly manifest?: Manifest;
  /** Whether other services may mount the same manifest, being a top-level config or secret. */
  readonly shared?: true;
  /** The secret whose value the manifest takes. */
  readonly reference?: SecretReference;
  /** The claim behind it, when the pod's user has to make its folder there first. */
  readonly claim?: string;
}
