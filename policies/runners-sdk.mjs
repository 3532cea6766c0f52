import { fileURLToPath } from "node:url";

/**
 * A plugin for esbuild by which @pulumi/policy, compiled into the pack, takes what it needs from the SDK that runs the
 * pack. The whole of @pulumi/pulumi takes as long to load as the rules take for a thousand resources, and no pack needs
 * more than its assets; so it is loaded when something else of it is asked for. What the SDK itself depends on is the
 * SDK's own copy, which its runner has loaded already.
 */
export const runnersSdk = {
  name: "runners-sdk",
  setup({ onResolve, onLoad }) {
    const inPolicySdk = answer => args =>
      args.importer.includes("/@pulumi/policy/") ? answer(args) : undefined;
    onResolve(
      { filter: /^(@pulumi\/pulumi$|google-protobuf\/)/ },
      inPolicySdk(({ path }) => ({ path, namespace: "runners-sdk" })),
    );
    onResolve(
      { filter: /^@grpc\/grpc-js$/ },
      inPolicySdk(() => ({ path: fileURLToPath(new URL("server-of-the-pack.cjs", import.meta.url)) })),
    );
    onLoad({ filter: /.*/, namespace: "runners-sdk" }, ({ path }) => ({
      contents: path === "@pulumi/pulumi" ? ON_DEMAND : ofTheSdk(path),
    }));
  },
};

const ON_DEMAND = `
  const load = name => (name === "asset" ? require("@pulumi/pulumi/asset") : require("@pulumi/pulumi")[name]);
  module.exports = new Proxy({}, { get: (_, name) => load(name) });
`;

const ofTheSdk = path => `
  const { createRequire } = require("node:module");
  module.exports = createRequire(require.resolve("@pulumi/pulumi"))(${JSON.stringify(path)});
`;
