import { reportSize } from "../../shared/report-size";
import type { PlannedBackup } from "../docker-plan";
import type { ServiceContext } from "./context";

const KEY = "services.*.x-towpath";

/** What `x-towpath` asks for beside routes, ports and allowances; says what one host cannot give. */
export function planExtension(context: ServiceContext): readonly PlannedBackup[] {
  const { name, service, extension, reporter } = context;
  const at = (part: string) => ["services", name, "x-towpath", part];
  reportSize(name, service, reporter);
  if (extension.publish !== undefined) {
    reporter.same(KEY, at("publish"), "ports of the host, open in its firewall; see ports");
  }
  if (extension.autoscale !== undefined) {
    reporter.ignored(
      KEY,
      at("autoscale"),
      "one host has nowhere to grow; scale says how many containers run",
    );
  }
  if (extension.spot) reporter.ignored(KEY, at("spot"), "the host is not taken back");
  if (extension.liveness) {
    reporter.ignored(KEY, at("liveness"), "Docker restarts what exits; an unhealthy container is reported");
  }
  if (extension.backup === undefined) return [];
  const { command, schedule, keep } = extension.backup;
  const how = `the host keeps ${keep} dumps, but takes none by itself: run towpath-rollout backup ${name} from a timer`;
  reporter.adapted(KEY, at("backup"), how);
  return [{ service: name, command, schedule, keep }];
}
