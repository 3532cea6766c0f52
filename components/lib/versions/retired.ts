/** A chart or an image that nobody maintains any more. */
export interface Retired {
  readonly name: string;
  /** First day, ISO. */
  readonly since: string;
  readonly instead: string;
}

/** As read on 2026-11-23 in the announcements of the projects. */
interface RetiredWhere extends Retired {
  /** Whole name of an image without its tag, or `name repository` of a chart. */
  readonly pattern: RegExp;
}

const IMAGES: readonly RetiredWhere[] = [
  {
    pattern: /^(docker\.io\/)?bitnami\//,
    name: "bitnami's images",
    since: "2025-08-28",
    instead: "use the image of the project itself",
  },
  {
    pattern: /^(docker\.io\/)?minio\/minio$/,
    name: "MinIO's image on Docker Hub",
    since: "2026-09-01",
    instead: "use S3 or another server of its protocol",
  },
  {
    pattern: /(^|\/)ingress-nginx\/controller$/,
    name: "ingress-nginx",
    since: "2026-03-01",
    instead: "use a Gateway API controller, for example Traefik",
  },
  {
    pattern: /^(docker\.io\/)?grafana\/promtail$/,
    name: "Promtail",
    since: "2026-03-02",
    instead: "use Grafana Alloy",
  },
];

const CHARTS: readonly RetiredWhere[] = [
  {
    pattern: /^ingress-nginx /,
    name: "ingress-nginx",
    since: "2026-03-01",
    instead: "use a Gateway API controller, for example Traefik",
  },
  {
    pattern: /^(promtail|loki-stack) /,
    name: "Promtail",
    since: "2026-03-02",
    instead: "use Grafana Alloy",
  },
  {
    pattern: /^grafana https:\/\/grafana\.github\.io\//,
    name: "Grafana's chart of Grafana",
    since: "2026-01-31",
    instead: "use the chart of grafana-community",
  },
  {
    pattern: /^loki https:\/\/grafana\.github\.io\//,
    name: "Grafana's chart of Loki",
    since: "2026-03-16",
    instead: "use the chart of grafana-community",
  },
  {
    pattern: /^\S+ (https:\/\/charts\.bitnami\.com|oci:\/\/registry-1\.docker\.io\/bitnamicharts)/,
    name: "bitnami's charts",
    since: "2025-08-28",
    instead: "use the chart of the project itself",
  },
];

/** What is retired on `today` (ISO date) of an image by its name, with or without tag and digest. */
export function retiredImage(image: string, today: string): Retired | undefined {
  const name = image.replace(/@.*$/, "").replace(/:[^/:]+$/, "");
  return find(IMAGES, name, today);
}

/** The same of a chart and the URL of its repository. */
export function retiredChart(chart: string, repository: string, today: string): Retired | undefined {
  return find(CHARTS, `${chart} ${repository}`, today);
}

function find(all: readonly RetiredWhere[], text: string, today: string): Retired | undefined {
  return all.find(({ pattern, since }) => pattern.test(text) && today >= since);
}
