/** Input that must be refused: settings by `--config`, Compose by its text; and where its problems are. */
export interface BrokenInput {
  readonly name: string;
  readonly stack?: string;
  readonly config?: readonly string[];
  readonly compose?: string;
  /** The path of every problem, sorted. */
  readonly paths: readonly string[];
  /** Words that one of the problems must hold: the way out. */
  readonly hint: string;
}

const web = (keys: string) => `services:\n  web:\n    image: nginx:1.29\n${keys}`;

export const BROKEN_SETTINGS: readonly BrokenInput[] = [
  {
    name: "no such target",
    config: ["target=swarm"],
    paths: ["towpath:target"],
    hint: "docker, k3s, eks or cluster",
  },
  {
    name: "a misspelt key",
    config: ["domian=example.com"],
    paths: ["towpath:domian"],
    hint: "did you mean domain?",
  },
  {
    name: "a misspelt key deep down",
    config: ["docker.host.instancType=t4g.small"],
    paths: ["towpath:docker.host.instancType"],
    hint: "did you mean instanceType?",
  },
  {
    name: "a number out of range",
    config: ["docker.keepReleases=0"],
    paths: ["towpath:docker.keepReleases"],
    hint: "at least 1",
  },
  {
    name: "text for a number",
    config: ["volumeSizeGb=big"],
    paths: ["towpath:volumeSizeGb"],
    hint: "write a number",
  },
  {
    name: "three problems at once",
    config: ["aws:region=moon", "acmeEmail=nobody", 'allowedCidrs=["all"]'],
    paths: ["aws:region", "towpath:acmeEmail", "towpath:allowedCidrs[0]"],
    hint: "203.0.113.0/24",
  },
  {
    name: "a domain without an e-mail",
    config: ["domain=example.com"],
    paths: ["towpath:acmeEmail"],
    hint: "e-mail address",
  },
  {
    name: "a public endpoint for nobody",
    stack: "prod",
    config: ["eks.endpoint.cidrs=[]"],
    paths: ["towpath:eks.endpoint.cidrs"],
    hint: "set public to false",
  },
  {
    name: "pools of two architectures and of one name",
    stack: "prod",
    config: [
      "eks.pools=[{name: a, instanceTypes: [m7g.large, m7i.large]}, {name: a, instanceTypes: [m7g.large]}]",
    ],
    paths: ["towpath:eks.pools"],
    hint: "give each its own",
  },
  {
    name: "a pool whose max is below its min",
    stack: "staging",
    config: ["k3s.pools[0].min=5"],
    paths: ["towpath:k3s.pools[0].max"],
    hint: "write min or more",
  },
  {
    name: "an add-on that another needs, turned off",
    stack: "prod",
    config: ["addons.traefik=false"],
    paths: ["towpath:addons.traefik"],
    hint: "leave it out",
  },
  {
    name: "a registry of the host's own without a name and a password",
    config: ["registry.kind=self-hosted"],
    paths: ["towpath:domain", "towpath:secrets.registry-password"],
    hint: "registry.<domain>",
  },
];

export const BROKEN_COMPOSE: readonly BrokenInput[] = [
  {
    name: "a misspelt service key",
    compose: "services:\n  web:\n    imgae: nginx\n",
    paths: ["services.web.imgae"],
    hint: "image",
  },
  {
    name: "no image and no build",
    compose: "services:\n  web:\n    restart: always\n",
    paths: ["services.web"],
    hint: "image",
  },
  {
    name: "an undefined volume",
    compose: web("    volumes: [data:/data]\n"),
    paths: ["services.web.volumes[0]"],
    hint: "volumes",
  },
  {
    name: "an undefined network",
    compose: web("    networks: [back]\n"),
    paths: ["services.web.networks.back"],
    hint: "networks",
  },
  {
    name: "an undefined secret",
    compose: web("    secrets: [token]\n"),
    paths: ["services.web.secrets[0]"],
    hint: "secrets",
  },
  {
    name: "a dependency on nobody",
    compose: web("    depends_on: [db]\n"),
    paths: ["services.web.depends_on.db"],
    hint: "services",
  },
  {
    name: "a circle of dependencies",
    compose: "services:\n  a: {image: x, depends_on: [b]}\n  b: {image: x, depends_on: [a]}\n",
    paths: ["services.a.depends_on.b"],
    hint: "depends_on",
  },
  {
    name: "a duplicate key",
    compose: web("    image: other\n"),
    paths: ["services.web.image"],
    hint: "keep one",
  },
  {
    name: "a port out of range",
    compose: web('    ports: ["70000:80"]\n'),
    paths: ["services.web.ports[0]"],
    hint: "65535",
  },
  {
    name: "a variable that must be set",
    compose: 'services:\n  web:\n    image: "nginx:${TAG?set TAG}"\n',
    paths: ["services.web.image"],
    hint: "TAG",
  },
  {
    name: "two problems in x-towpath",
    compose: web("    x-towpath:\n      ingres: {port: 80}\n      autoscale: {min: 5, max: 2}\n"),
    paths: ["services.web.x-towpath.autoscale.max", "services.web.x-towpath.ingres"],
    hint: "did you mean",
  },
  {
    name: "two keys that the target refuses",
    compose: web("    runtime: runsc\n    volumes: [/var/run/docker.sock:/s.sock]\n"),
    paths: ["services.web.runtime", "services.web.volumes[0]"],
    hint: "x-towpath",
  },
  { name: "not YAML", compose: "services:\n  web: [\n", paths: ["(top level)"], hint: "YAML" },
];
