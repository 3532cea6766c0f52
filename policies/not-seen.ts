/** Something that is asked of a stack elsewhere and that no rule here looks at, and why. */
export interface NotSeen {
  /** The id of its source, or what is asked where it has none. */
  readonly asked: string;
  readonly why: string;
}

/** What the engine cannot see, or what is left out on purpose. */
export const NOT_SEEN: readonly NotSeen[] = [
  {
    asked: "CKV_AWS_144",
    why: "a copy of every bucket in a second region doubles its cost; earlier versions are kept in the bucket itself",
  },
  { asked: "CKV2_AWS_62", why: "nothing in a stack waits for what happens in a bucket" },
  {
    asked: "CD-4.5",
    why: "Docker Content Trust is gone; the rule no-content-trust sees to it that nobody relies on it",
  },
  {
    asked: "CD-5.15",
    why: "five tries and then no more leaves a service down for good; health checks and alerts tell of one that keeps failing",
  },
  {
    asked: "cosign signatures verified before anything stops",
    why: "no input of a resource tells that an image was verified; image-by-digest and image-registry-allowed hold what can be seen",
  },
  {
    asked: "SBOM and provenance on built images",
    why: "the builder takes no such input, as `towpath check` says of `build.sbom` and `build.provenance`",
  },
  {
    asked: "scan gate on critical findings",
    why: "there are findings only once the image is pushed; the rule repository-scanned sees that it is scanned",
  },
  {
    asked: "settings of the Docker daemon on a host that is already there",
    why: "its daemon.json is no input of a resource; docs/docker.md tells what it should say",
  },
  {
    asked: "objects that a chart makes",
    why: "the engine sees the chart, its version and its values, and not what Helm makes of them",
  },
];
