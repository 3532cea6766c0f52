import type { Service } from "../../app/model/service";
import { bytesQuantity } from "./quantity";
import { textBytes } from "./text-bytes";

/** Of a container's own files, logs and scratch folders together. Over the limit the pod is evicted. */
export interface EphemeralStorage {
  readonly request: string;
  readonly limit: string;
}

const REQUEST_BYTES = 128 * 1024 * 1024;
const LIMIT_BYTES = 4 * 1024 ** 3;

/** 128 MiB requested of 4 GiB at most, unless `storage_opt.size` says how much it may be. */
export function ephemeralStorage({ storage_opt }: Service): EphemeralStorage {
  const limit = textBytes(storage_opt?.size ?? "") ?? LIMIT_BYTES;
  return { request: bytesQuantity(Math.min(REQUEST_BYTES, limit)), limit: bytesQuantity(limit) };
}
