import type { Build } from "../../model/build";
import type { Service } from "../../model/service";
import type { Checked } from "./consistency";

const TESTS = ["CMD", "CMD-SHELL", "NONE"];

/** Where a service's image comes from, and keys of a service that exclude each other. */
export function checkSource(name: string, service: Service, checked: Checked): void {
  const { problems } = checked;
  const path = ["services", name];
  if (service.build === undefined && service.image === undefined && service.provider === undefined) {
    problems.add(path, "it has neither an image nor a build", "add `image:` or `build:`");
  }
  if (service.build !== undefined) checkBuild(name, service.build, service.platform, checked);
  if (service.network_mode !== undefined && Object.keys(service.networks ?? {}).length > 0) {
    problems.add(
      [...path, "network_mode"],
      "network_mode and networks exclude each other",
      "remove one of them",
    );
  }
  const test = service.healthcheck?.test;
  if (test !== undefined && !TESTS.includes(test[0] ?? "")) {
    const wrong = `a test begins with ${TESTS.join(", ")}`;
    problems.add([...path, "healthcheck", "test"], wrong, `write ["CMD", …], or the command as a text`);
  }
  service.develop?.watch?.forEach((watch, index) => {
    if (watch.target !== undefined || ["rebuild", "restart"].includes(watch.action)) return;
    const at = [...path, "develop", "watch", index];
    problems.add(at, `\`${watch.action}\` needs a target`, "add `target:`, a path in the container");
  });
}

function checkBuild(name: string, build: Build, platform: string | undefined, checked: Checked): void {
  const { app, disabled, problems } = checked;
  const path = ["services", name, "build"];
  if (build.dockerfile !== undefined && build.dockerfile_inline !== undefined) {
    problems.add(path, "dockerfile and dockerfile_inline exclude each other", "remove one of them");
  }
  for (const [key, context] of Object.entries(build.additional_contexts ?? {})) {
    if (!context.startsWith("service:")) continue;
    const target = context.slice("service:".length);
    const service = app.services[target] ?? disabled[target];
    if (service?.build !== undefined) continue;
    const wrong = service === undefined ? `there is no service \`${target}\`` : `\`${target}\` is not built`;
    problems.add([...path, "additional_contexts", key], wrong, "name a service that has `build`");
  }
  if (platform !== undefined && build.platforms !== undefined && !build.platforms.includes(platform)) {
    problems.add(
      [...path, "platforms"],
      `\`${platform}\`, the service's platform, is missing`,
      "add it to the list",
    );
  }
}
