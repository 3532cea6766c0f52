import { builtImage } from "./container";
import { type DerivedText, derivedTexts } from "./derived-texts";
import type { KubernetesPlan } from "./kubernetes-plan";
import { mapText } from "./map-text";

/** Image by service, as far as known: by digest. */
export type Images = Readonly<Record<string, string>>;

/** What stands in a plan's manifests until images are known: the images, and the texts that follow from them. */
export interface Placeholders {
  /** The services whose image a text waits for; none for almost every text. */
  readonly servicesIn: (text: string, field: string) => readonly string[];
  /** The text as it is applied. An image that is not given stays as it is. */
  readonly fill: (text: string, field: string, images: Images) => string;
}

/** What every text looks like that a derived one is part of; most texts are not worth a closer look. */
const HASHED = /-[0-9a-f]{8}/;

/** The placeholders of one plan. */
export function placeholdersOf(plan: KubernetesPlan): Placeholders {
  const serviceOf = new Map(
    plan.images.map(image => [
      image.kind === "build" ? builtImage(image.service) : image.image,
      image.service,
    ]),
  );
  const derived = derivedTexts(plan);
  const whole = new Map(derived.map(one => [one.planned, one]));
  const parts = derived.filter(({ part }) => part);
  const derivedIn = (text: string): readonly DerivedText[] => {
    const exact = whole.get(text);
    if (exact !== undefined) return [exact];
    return HASHED.test(text) ? parts.filter(({ planned }) => text.includes(planned)) : [];
  };

  const servicesIn = (text: string, field: string): readonly string[] => {
    const own = field === "image" ? serviceOf.get(text) : undefined;
    if (own !== undefined) return [own];
    const found = new Set<string>();
    for (const { from } of derivedIn(text)) {
      mapText(from, (inner, at) => {
        for (const service of servicesIn(inner, at)) found.add(service);
        return inner;
      });
    }
    return [...found].sort();
  };

  const fill = (text: string, field: string, images: Images): string => {
    const own = field === "image" ? serviceOf.get(text) : undefined;
    if (own !== undefined) return images[own] ?? text;
    return derivedIn(text).reduce((changed, { planned, from, make }) => {
      const filled = mapText(from, (inner, at) => fill(inner, at, images));
      return changed.replaceAll(planned, make(filled));
    }, text);
  };
  return { servicesIn, fill };
}
