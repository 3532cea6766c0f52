import { PolicyPack } from "@pulumi/policy";
import { Config, getStack } from "@pulumi/pulumi";
import { ENVIRONMENTS } from "./context";
import { policiesOf } from "./pack";

// The pack runs beside the program and reads the same stack configuration.
const config = new Config("towpath");
const wanted = config.get("environment") ?? getStack();
const budget = config.getObject<{ maxMonthlyUsd: number }>("budget");
const region = new Config("aws").get("region");

new PolicyPack("towpath", {
  description: "What towpath promises of every stack, checked on what the engine is about to make.",
  policies: policiesOf(
    {
      environment: ENVIRONMENTS.find(one => one === wanted) ?? "dev",
      ...(budget && { budget }),
      ...(region && { region }),
    },
    new Date().toISOString().slice(0, 10),
  ),
});
