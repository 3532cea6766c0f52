import type { ComposeSection } from "../docker-plan";
import { planLogging } from "../plan/logging";
import { MONITORING_IMAGES, MONITORING_NETWORK, type MonitoringService } from "./images";

/** What is particular to one of the services that watch the host. */
export interface MonitoringPart {
  readonly name: MonitoringService;
  readonly user: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes: readonly unknown[];
  readonly secrets?: readonly unknown[];
  /** The container's port, and the port of the host's loopback under which it is reached there. */
  readonly port: number;
  readonly loopback?: number;
  /** Path that answers when it is well. */
  readonly health: string;
  readonly memoryMb: number;
}

/** As little power as any service of an app gets, and no Docker socket, host path or host network. */
export function monitoringService(part: MonitoringPart): ComposeSection {
  const { name, user, command, environment, volumes, secrets, port, loopback, health, memoryMb } = part;
  return {
    image: MONITORING_IMAGES[name],
    user,
    ...(command && { command }),
    ...(environment && { environment }),
    read_only: true,
    tmpfs: ["/tmp"],
    cap_drop: ["ALL"],
    security_opt: ["no-new-privileges:true"],
    restart: "unless-stopped",
    networks: { [MONITORING_NETWORK]: null },
    ...(loopback !== undefined && { ports: [published(port, loopback)] }),
    volumes,
    ...(secrets && { secrets }),
    healthcheck: {
      test: ["CMD", "wget", "-q", "-O", "/dev/null", `http://127.0.0.1:${port}${health}`],
      interval: "10s",
      timeout: "5s",
      retries: 6,
      start_period: "60s",
    },
    mem_limit: `${memoryMb}m`,
    mem_reservation: `${memoryMb / 2}m`,
    cpus: 0.5,
    pids_limit: 256,
    logging: planLogging({}),
  };
}

function published(target: number, port: number): unknown {
  return { target, published: String(port), host_ip: "127.0.0.1", protocol: "tcp", mode: "ingress" };
}
