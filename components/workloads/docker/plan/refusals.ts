import type { ServiceContext } from "./context";

/** Refuses what a Docker host cannot run, whatever is allowed. */
export function refuseImpossible(context: ServiceContext): void {
  const { name, service, reporter, extension } = context;
  const at = (key: string) => ["services", name, key];
  if (service.runtime !== undefined && service.runtime !== "runc") {
    const instead = "remove runtime: and build the image for linux/amd64 or linux/arm64";
    reporter.refuse(
      "services.*.runtime",
      at("runtime"),
      `the host has no runtime ${service.runtime}`,
      instead,
    );
  }
  if (service.platform !== undefined && !service.platform.startsWith("linux")) {
    const wrong = `the host does not run ${service.platform}`;
    reporter.refuse("services.*.platform", at("platform"), wrong, "write linux/amd64 or linux/arm64");
  }
  if (service.use_api_socket === true && !extension.allow.includes("docker-socket")) {
    const wrong = "the Docker socket gives the container power over the whole host";
    const instead = "remove it, or add docker-socket to the service's x-towpath.allow";
    reporter.refuse("services.*.use_api_socket", at("use_api_socket"), wrong, instead);
  } else if (service.use_api_socket === true) {
    const note = "granted, because x-towpath.allow has docker-socket";
    reporter.adapted("services.*.use_api_socket", at("use_api_socket"), note);
  }
  for (const [index, source] of (service.volumes_from ?? []).entries()) {
    if (!source.startsWith("container:")) continue;
    const instead = "name a service of this file";
    reporter.refuse(
      "services.*.volumes_from",
      [...at("volumes_from"), index],
      `${source} is not part of this app`,
      instead,
    );
  }
}
