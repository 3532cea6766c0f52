import { type Check, DICT, TEXT, UNIQUE_TEXTS, WHOLE } from "./check";

/** `gpus[]` and `deploy.resources.reservations.devices[]`. */
export const DEVICE_REQUEST: Readonly<Record<string, Check>> = {
  capabilities: UNIQUE_TEXTS,
  count: WHOLE,
  device_ids: UNIQUE_TEXTS,
  driver: TEXT,
  options: DICT,
};
