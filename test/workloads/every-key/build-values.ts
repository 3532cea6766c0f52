import fc from "fast-check";
import { few, sparse } from "./sparse";
import { bytes, flag, identity, labels, one, word } from "./values";

const secret = sparse(
  { source: one("key", "var"), target: one("mine"), uid: identity, gid: identity, mode: one("0400") },
  { required: ["source"], most: 4 },
);

/** `services.*.build`. */
export const build = sparse(
  {
    additional_contexts: one({ docs: "./conf" }, { base: "docker-image://alpine:3" }),
    args: one<unknown>({ VERSION: "2" }, ["A=1"]),
    cache_from: one(["type=registry,ref=ghcr.io/example/cache"]),
    cache_to: one(["type=local,dest=cache"]),
    context: one("./context"),
    dockerfile: one("other.Dockerfile"),
    dockerfile_inline: one("FROM scratch\n"),
    entitlements: one(["security.insecure"]),
    extra_hosts: one(["db=192.0.2.1"]),
    isolation: one("default"),
    labels,
    network: one("none", "host"),
    no_cache: flag,
    no_cache_filter: one(["final"]),
    platforms: one(["linux/amd64"], ["linux/amd64", "linux/arm64"], ["linux/s390x", "linux/arm64"]),
    privileged: flag,
    provenance: one("mode=max", false),
    pull: flag,
    sbom: flag,
    secrets: fc.tuple(secret),
    shm_size: bytes,
    ssh: one(["default"]),
    tags: few(word.map(tag => `example/app:${tag}`)),
    target: one("final"),
    ulimits: one<unknown>({ nproc: 100 }, { nofile: { soft: 200, hard: 300 } }),
  },
  { required: ["context"], most: 5 },
);
