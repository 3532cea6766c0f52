import fc from "fast-check";
import { sparse } from "./sparse";
import { flag, labels, one } from "./values";

const target = one("/data", "/var/lib/app");
const common = { target, read_only: flag, consistency: one("cached") };

const ofVolume = sparse({ labels, nocopy: flag, subpath: one("part") }, { least: 1, most: 3 });

/** An entry of `services.*.volumes`, in short or long form. */
export const mount = fc.oneof(
  one<unknown>("data:/data", "data:/data:ro", "/cache", "./conf:/etc/conf:ro", "./absent:/absent"),
  one<unknown>("/media/films:/films", "/etc/localtime:/etc/localtime:ro", "/proc:/host/proc:ro"),
  sparse(
    { ...common, type: one("volume"), source: one("data", "shared", "old", "nfs"), volume: ofVolume },
    { required: ["type", "source", "target"] },
  ),
  sparse({ ...common, type: one("volume"), volume: ofVolume }, { required: ["type", "target"] }),
  sparse(
    {
      ...common,
      type: one("bind"),
      source: one("./conf", "./absent", "/media/films", "./context/src"),
      bind: sparse(
        {
          create_host_path: flag,
          propagation: one("rshared"),
          recursive: one("disabled"),
          selinux: one("z"),
        },
        { least: 1 },
      ),
    },
    { required: ["type", "source", "target"] },
  ),
  sparse(
    {
      ...common,
      type: one("tmpfs"),
      tmpfs: sparse({ size: one("64m", 1048576), mode: one(0o1770) }, { least: 1 }),
    },
    { required: ["type", "target"] },
  ),
  sparse(
    { ...common, type: one("image"), source: one("busybox:1"), image: fc.record({ subpath: one("bin") }) },
    { required: ["type", "source", "target"] },
  ),
);
