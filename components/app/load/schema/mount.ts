import { type Check, DICT, FLAG, NUMBER, object, oneOf, TEXT } from "./check";

/** `volumes[]` in its long form. */
export const MOUNT: Check = object(
  {
    type: oneOf("bind", "volume", "tmpfs", "cluster", "npipe", "image"),
    source: TEXT,
    target: TEXT,
    read_only: FLAG,
    consistency: TEXT,
    bind: object({
      propagation: TEXT,
      create_host_path: FLAG,
      recursive: oneOf("enabled", "disabled", "writable", "readonly"),
      selinux: oneOf("z", "Z"),
    }),
    volume: object({ labels: DICT, nocopy: FLAG, subpath: TEXT }),
    tmpfs: object({ size: { text: true, integer: { min: 0, max: Number.MAX_SAFE_INTEGER } }, mode: NUMBER }),
    image: object({ subpath: TEXT }),
  },
  ["type", "target"],
);
