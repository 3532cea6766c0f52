import { listOf, texts } from "./lists";
import { mapOfFields, options, orDefaults, strictTexts, textMap } from "./mappings";
import { flag, text, tristate, whole } from "./scalars";
import { job, service } from "./service";
import { always, shape } from "./shape";
import { external } from "./special";

const network = shape({
  name: text,
  driver: text,
  driver_opts: options,
  ipam: always(
    shape({
      driver: text,
      config: listOf(shape({ subnet: text, gateway: text, ip_range: text, aux_addresses: textMap })),
      options,
    }),
  ),
  external,
  internal: flag,
  attachable: flag,
  enable_ipv4: tristate,
  enable_ipv6: tristate,
  labels: textMap,
});

const volume = shape({ name: text, driver: text, driver_opts: options, external, labels: textMap });

const fileObject = shape({
  name: text,
  file: text,
  environment: text,
  content: text,
  external,
  labels: textMap,
  driver: text,
  driver_opts: strictTexts,
  template_driver: text,
});

const model = shape({ name: text, model: text, context_size: whole, runtime_flags: texts });

/** The whole model. */
export const app = shape({
  name: text,
  services: { ...mapOfFields(orDefaults(service)), absent: () => Object.create(null) },
  networks: mapOfFields(orDefaults(network)),
  volumes: mapOfFields(orDefaults(volume)),
  configs: mapOfFields(orDefaults(fileObject)),
  secrets: mapOfFields(orDefaults(fileObject)),
  models: mapOfFields(orDefaults(model)),
  jobs: mapOfFields(orDefaults(job)),
});
