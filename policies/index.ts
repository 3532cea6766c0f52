import { PolicyPack } from "@pulumi/policy";
import { Config, getStack } from "@pulumi/pulumi";
import type { PolicyConfig } from "./config";
import { environmentOf } from "./environment";
import { policiesOf } from "./pack";

// The pack runs beside the program and reads the same stack configuration.
const config = new Config("towpath");
const budget = config.getObject<{ maxMonthlyUsd: number }>("budget");
const region = new Config("aws").get("region");

new PolicyPack("towpath", {
  description: "What towpath promises of every stack, checked on what the engine is about to make.",
  policies: policiesOf(
    {
      environment: environmentOf(config.get("environment"), getStack()),
      ...(budget && { budget }),
      ...(region && { region }),
      ...config.getObject<Partial<PolicyConfig>>("policies"),
    },
    new Date().toISOString().slice(0, 10),
  ),
});
