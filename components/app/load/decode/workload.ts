import { containerFields, dependency, fileReferences, ulimits } from "./container";
import type { Field } from "./field";
import { hosts, listOf, texts, textsOrNumbers } from "./lists";
import { environment, mapOfFields, textMap } from "./mappings";
import { durationOrZero, size } from "./quantities";
import { flag, natural, naturalOrZero, text } from "./scalars";
import { shape } from "./shape";
import { healthTest, ssh } from "./special";

const build = shape({
  context: text,
  dockerfile: text,
  dockerfile_inline: text,
  entitlements: texts,
  args: environment,
  provenance: text,
  sbom: text,
  ssh,
  labels: textMap,
  cache_from: texts,
  cache_to: texts,
  no_cache: flag,
  no_cache_filter: texts,
  additional_contexts: textMap,
  pull: flag,
  extra_hosts: hosts,
  isolation: text,
  network: text,
  target: text,
  secrets: fileReferences,
  shm_size: size,
  tags: texts,
  ulimits,
  platforms: texts,
  privileged: flag,
});

/** Every key that services and jobs have in common. */
export const workloadFields: Readonly<Record<string, Field>> = {
  ...containerFields,
  build,
  depends_on: mapOfFields(dependency),
  expose: textsOrNumbers,
  extends: shape({ file: text, service: text }),
  healthcheck: shape({
    test: healthTest,
    timeout: durationOrZero,
    interval: durationOrZero,
    retries: naturalOrZero,
    start_period: durationOrZero,
    start_interval: durationOrZero,
    disable: flag,
  }),
  ports: listOf(
    shape({
      name: text,
      mode: text,
      host_ip: text,
      target: natural,
      published: text,
      protocol: text,
      app_protocol: text,
    }),
  ),
  profiles: texts,
  stdin_open: flag,
  tty: flag,
};
