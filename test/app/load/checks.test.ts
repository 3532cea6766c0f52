import { describe, expect, it } from "vitest";
import { issuesOf, loadText, problemsOf } from "./compose-files";

describe("the schema", () => {
  it.each([
    [
      "services: {a: {imgae: x}}",
      "services.a.imgae: the key `imgae` is not known here; did you mean `image`?",
    ],
    ["services: {a: {image: [x]}}", "services.a.image: this is a list; write a text"],
    [
      "services: {a: {image: x, prots: []}}",
      "services.a.prots: the key `prots` is not known here; did you mean `ports`?",
    ],
    [
      "services: {a b: {image: x}}",
      "services.a b: `a b` is no valid name; use letters, digits, `.`, `_` and `-`",
    ],
    [
      "services: {a: {image: x, depends_on: {b: {}}}}",
      "services.a.depends_on.b: `condition` is missing; add `condition`",
    ],
    [
      "services: {a: {image: x, cgroup: hots}}",
      "services.a.cgroup: `hots` is not known here; write `host`, or another of host, private",
    ],
    [
      "services: {a: {image: x, oom_score_adj: 5000}}",
      "services.a.oom_score_adj: 5000 is out of range; write a number from -1000 to 1000",
    ],
    [
      "services: {a: {image: x, security_opt: [b, b]}}",
      "services.a.security_opt[1]: this entry is there twice; keep one of them",
    ],
    [
      "services: {a: {image: x, pull_policy: soon}}",
      expect.stringMatching(/^services\.a\.pull_policy: `soon` is not allowed here; write always/),
    ],
    ["servics: {}", "servics: the key `servics` is not known here; did you mean `services`?"],
    ["services:", "services: this is empty; write a mapping of names, or remove it"],
    ["- a", "(top level): the file is no mapping; write `services:` and below it a name"],
    ["", "(top level): the file is empty; write `services:`"],
  ])("%j", (text, problem) => {
    expect(problemsOf(() => loadText(text)).map(line => line.replace(/^: /, "(top level): "))).toContainEqual(
      problem,
    );
  });

  it("tells everything at once, with places, and nothing that only follows", () => {
    const text = `services:
  web:
    imge: x
    ports: ["x"]
  api:
    image: y
    networks: [bakc]
    deploy:
      replicas: many
networks:
  back: {}
volumes:
  data:
    drver: local
`;
    const issues = issuesOf(() => loadText(text));
    expect(issues.map(({ path, at }) => [path, at?.line, at?.column])).toEqual([
      ["services.web.imge", 3, 5],
      ["services.web.ports[0]", 4, 13],
      ["services.api.networks.bakc", 7, 16],
      ["services.api.deploy.replicas", 9, 7],
      ["volumes.data.drver", 14, 5],
    ]);
  });
});

describe("consistency", () => {
  const image = "image: x";
  it.each([
    [
      "services: {a: {hostname: h}}",
      "services.a: it has neither an image nor a build; add `image:` or `build:`",
    ],
    [
      `services: {a: {${image}, volumes: ['dta:/d']}}\nvolumes: {data: {}}`,
      "services.a.volumes[0]: there is no volume `dta`; did you mean `data`?",
    ],
    [
      `services: {a: {${image}, secrets: [s]}}`,
      "services.a.secrets[0]: there is no secret `s`; define it under top-level `secrets`",
    ],
    [
      `services: {a: {${image}, depends_on: [b]}}`,
      expect.stringMatching(/^services\.a\.depends_on\.b: there is no service `b`/),
    ],
    [
      `services: {a: {${image}, network_mode: host, networks: [n]}}\nnetworks: {n: {}}`,
      "services.a.network_mode: network_mode and networks exclude each other; remove one of them",
    ],
    [
      `services: {a: {${image}, scale: 2, container_name: web}}`,
      "services.a.container_name: 2 containers cannot all be called `web`; remove container_name",
    ],
    [
      `services: {a: {${image}, scale: 2, deploy: {replicas: 3}}}`,
      "services.a.scale: scale is 2, deploy.replicas 3; write one of them",
    ],
    [
      `services: {a: {${image}, mem_limit: 1m, deploy: {resources: {limits: {memory: 2m}}}}}`,
      "services.a.mem_limit: mem_limit is 1048576, deploy.resources.limits.memory 2097152; write one of them",
    ],
    [
      `services: {a: {${image}, tmpfs: /t, volumes: ['vol:/t']}}\nvolumes: {vol: {}}`,
      "services.a.volumes[0]: /t is mounted already by services.a.tmpfs[0]; choose another target",
    ],
    [
      `services: {a: {${image}, healthcheck: {test: [curl]}}}`,
      expect.stringMatching(/^services\.a\.healthcheck\.test: a test begins with CMD/),
    ],
    [
      `services: {a: {${image}, ports: [{target: 80, host_ip: localhost}]}}`,
      "services.a.ports[0].host_ip: `localhost` is no IP address; write one such as 127.0.0.1",
    ],
    [
      "services: {a: {build: {context: ., dockerfile: D, dockerfile_inline: FROM x}}}",
      "services.a.build: dockerfile and dockerfile_inline exclude each other; remove one of them",
    ],
    [
      `services: {a: {${image}}}\nvolumes: {v: {external: true, driver: d}}`,
      expect.stringMatching(/^volumes\.v\.driver:/),
    ],
    [
      `services: {a: {${image}}}\nconfigs: {c: {file: ./a, content: b}}`,
      expect.stringMatching(/^configs\.c: file and content exclude each other/),
    ],
    [
      `services: {a: {${image}, gpus: [{count: 1, device_ids: ['0']}]}}`,
      "services.a.gpus[0]: count and device_ids exclude each other; write one of them",
    ],
    [
      `services: {a: {${image}, mem_limit: lots}}`,
      "services.a.mem_limit: `lots` is no size; write a number and a unit: b, k, m, g or t, e.g. 512m",
    ],
    [
      `services: {a: {${image}, stop_grace_period: soon}}`,
      expect.stringMatching(/^services\.a\.stop_grace_period: `soon` is no duration/),
    ],
  ])("%j", (text, problem) => {
    expect(problemsOf(() => loadText(text))).toContainEqual(problem);
  });

  it("finds circles of dependencies", () => {
    const text =
      "services: {a: {image: x, depends_on: [b]}, b: {image: x, links: [c]}, c: {image: x, network_mode: 'service:a'}}";
    expect(problemsOf(() => loadText(text))).toEqual([
      "services.a.depends_on.b: services depend on each other in a circle: a → b → c → a; remove one of these dependencies",
    ]);
  });

  it("follows a chain of thousands of services", () => {
    const lines = Array.from(
      { length: 3000 },
      (_, index) => `  s${index}: {image: x, depends_on: [s${index + 1}]}`,
    );
    const text = `services:\n${lines.join("\n")}\n  s3000: {image: x}\n`;
    expect(Object.keys(loadText(text).app.services)).toHaveLength(3001);
  });
});

describe("profiles", () => {
  const text = `services:
  a: {image: x}
  b: {image: x, profiles: [dev]}
  c: {image: x, depends_on: {b: {condition: service_started, required: false}}}
`;
  it("leaves out services that no active profile asks for", () => {
    expect(Object.keys(loadText(text).app.services)).toEqual(["a", "c"]);
    expect(Object.keys(loadText(text, { profiles: ["dev"] }).app.services)).toEqual(["a", "b", "c"]);
    expect(Object.keys(loadText(text, { profiles: ["*"] }).app.services)).toEqual(["a", "b", "c"]);
    const environment = { COMPOSE_PROFILES: "x,dev" };
    expect(Object.keys(loadText(text, { environment }).app.services)).toEqual(["a", "b", "c"]);
  });

  it("refuses to depend on one of them", () => {
    const required = text.replace("false", "true");
    expect(problemsOf(() => loadText(required))).toEqual([
      "services.c.depends_on.b: `b` is not active; activate one of its profiles (dev)",
    ]);
  });
});
