import { PolicyPack } from "@pulumi/policy";
import { Config } from "@pulumi/pulumi/config";
import type { Usage } from "../pricing/usage";
import type { PolicyConfig } from "./config";
import type { Budget } from "./context";
import { environmentOf } from "./environment";
import { policiesOf } from "./pack";

// The pack runs beside the program and reads the same stack configuration.
const config = new Config("towpath");
const budget = config.getObject<Budget>("budget");
const usage = config.getObject<Partial<Usage>>("usage");
const region = new Config("aws").get("region");
// Not by getStack, which calls a stack that the pack is told nothing of "stack".
const stack = process.env.PULUMI_NODEJS_STACK ?? "";

new PolicyPack("towpath", {
  description: "What towpath promises of every stack, checked on what the engine is about to make.",
  policies: policiesOf(
    {
      environment: environmentOf(config.get("environment"), stack),
      ...(budget && { budget }),
      ...(usage && { usage }),
      ...(region && { region }),
      ...config.getObject<Partial<PolicyConfig>>("policies"),
    },
    new Date().toISOString().slice(0, 10),
  ),
});
