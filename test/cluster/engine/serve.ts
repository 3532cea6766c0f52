import { main } from "@pulumi/pulumi/provider";
import { ClusterProvider } from "./provider";

// Serves the stand-in until it is killed: VERSION. Prints its port; the engine says where it is itself.
const [version = ""] = process.argv.slice(2);
main(new ClusterProvider(version), ["127.0.0.1:1"]);
