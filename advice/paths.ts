/** The paths that an app can take, from the least machinery to the most. */
export const PATHS = ["docker", "k3s", "eks"] as const;
export type Path = (typeof PATHS)[number];

/** What a path is, in the words of an answer. */
export const PATH_NAMES: Readonly<Record<Path, string>> = {
  docker: "Docker on one VM",
  k3s: "K3s on a few VMs",
  eks: "Kubernetes on EKS",
};

/** How far along the ladder a path is. */
export const rankOf = (path: Path): number => PATHS.indexOf(path);

/** The one with more machinery. */
export const higher = (a: Path, b: Path): Path => (rankOf(a) >= rankOf(b) ? a : b);
