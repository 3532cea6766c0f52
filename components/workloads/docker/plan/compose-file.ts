import { escapeDollars } from "./escape-dollars";
import { imageVariables, planImage } from "./image";
import type { PlannedProxy } from "./proxy";
import { PROXY_SERVICE } from "./proxy-service";
import type { RenderedService } from "./service";

type Section = Readonly<Record<string, unknown>>;

/** The Compose file for the host. Only the images of built services are left to interpolation. */
export function composeFile(
  name: string,
  services: readonly RenderedService[],
  networks: Section,
  volumes: Section,
  proxy: PlannedProxy | undefined,
): Section {
  const variables = imageVariables(services.map(({ context }) => context.name));
  const own = services.map(({ context, compose }): [string, unknown] => {
    const image = planImage(context);
    const reference = image.kind === "build" ? `\${${variables[context.name]}}` : escapeDollars(image.image);
    return [context.name, { image: reference, ...Object.fromEntries(Object.entries(compose).map(escaped)) }];
  });
  return {
    name,
    services: { ...Object.fromEntries(own), ...(proxy && { [PROXY_SERVICE]: proxy.service }) },
    ...section("networks", { ...networks, ...(proxy && { [PROXY_SERVICE]: {} }) }),
    ...section("volumes", volumes),
  };
}

function escaped([key, value]: [string, unknown]): [string, unknown] {
  return [key, escapeDollars(value)];
}

function section(name: string, content: Section): Section {
  return Object.keys(content).length === 0
    ? {}
    : { [name]: Object.fromEntries(Object.entries(content).map(escaped)) };
}
