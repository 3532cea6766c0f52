import { mapValues } from "../../../lib/records";
import type { ComposeFile, ComposeSection } from "../docker-plan";
import { escapeDollars } from "./escape-dollars";
import { imageVariables, planImage } from "./image";
import type { PlannedProxy } from "./proxy";
import { PROXY_SERVICE } from "./proxy-service";
import type { RenderedService } from "./service";

type Sections = Readonly<Record<string, ComposeSection>>;

/** The Compose file for the host. Only the images of built services and the host's address are left to interpolation. */
export function composeFile(
  name: string,
  services: readonly RenderedService[],
  networks: Sections,
  volumes: Sections,
  proxy: PlannedProxy | undefined,
): ComposeFile {
  const variables = imageVariables(services.map(({ context }) => context.name));
  const own = services.map(({ context, compose }): [string, ComposeSection] => {
    const image = planImage(context);
    const reference = image.kind === "build" ? `\${${variables[context.name]}}` : escapeDollars(image.image);
    return [context.name, { image: reference, ...escapedSection(compose) }];
  });
  return {
    name,
    services: { ...Object.fromEntries(own), ...(proxy && { [PROXY_SERVICE]: proxy.service }) },
    ...nonEmpty("networks", { ...networks, ...(proxy && { [PROXY_SERVICE]: {} }) }),
    ...nonEmpty("volumes", volumes),
    ...nonEmpty("secrets", Object.assign({}, ...services.map(({ declaredSecrets }) => declaredSecrets))),
  };
}

function nonEmpty<K extends string>(key: K, sections: Sections): { readonly [P in K]?: Sections } {
  if (Object.keys(sections).length === 0) return {};
  return { [key]: mapValues(sections, escapedSection) } as { readonly [P in K]?: Sections };
}

/** Ports hold no text of the user's, and may name the host's address by its variable. */
function escapedSection(section: ComposeSection): ComposeSection {
  return mapValues(section, (value, key) => (key === "ports" ? value : escapeDollars(value)));
}
