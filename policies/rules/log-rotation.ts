import { composeServicesOf } from "../facts/compose-services";
import { read, textAt } from "../facts/read";
import { defineRule } from "../rule";

export const logRotation = defineRule({
  id: "log-rotation",
  severity: "mandatory-outside-dev",
  sources: ["CL-0014"],
  title: "Container logs have an end",
  why: "Docker keeps logs until the disk is full, and then everything on the host stops.",
  fix: "set logging.options.max-size and max-file",
  facts: composeServicesOf,
  fault: ({ name, service }) => {
    const driver = textAt(service, "logging.driver") ?? "json-file";
    const grows = driver === "json-file" && read(service, "logging.options.max-size") === undefined;
    return grows ? `service ${name} logs without an end` : undefined;
  },
});
