import type { Provider } from "@pulumi/pulumi/provider";
import { main } from "@pulumi/pulumi/provider";
import { SimulatedCloud } from "./cloud";
import { constructEks } from "./eks-cluster";

// Serves one simulated provider until it is killed: PACKAGE VERSION. Prints its port.
const [name = "", version = ""] = process.argv.slice(2);
const provider: Provider = new SimulatedCloud(name, version);
if (name === "eks") provider.construct = constructEks;
// The address is the engine's, which is known once the engine attaches.
main(provider, ["127.0.0.1:1"]);
